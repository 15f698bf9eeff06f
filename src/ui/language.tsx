import { createContext, useContext } from "react";
import { fill, type Language, type Translation, typeset } from "#kernel/language.ts";
import { en } from "./words.en.ts";
import { fr, type Words } from "./words.fr.ts";

const LanguageContext = createContext<Language>("fr");

/** Set once by root.tsx, from the language of the request. */
export const LanguageProvider = LanguageContext.Provider;

export function wordsOf(language: Language): Words {
  return language === "fr" ? asSet(fr) : en;
}

const SET = new WeakMap<object, unknown>();

/** A catalogue of sentences as they are set, made once. */
function asSet<T>(words: T): T {
  if (typeof words === "string") return typeset(words) as T;
  if (typeof words !== "object" || words === null) return words;
  const known = SET.get(words);
  if (known !== undefined) return known as T;
  const set = Array.isArray(words)
    ? words.map(asSet)
    : Object.fromEntries(Object.entries(words).map(([key, value]) => [key, asSet(value)]));
  SET.set(words, set);
  return set as T;
}

/** One side of a catalogue, as it is set: for papers, which no component draws. */
export function wordsIn<T>(
  language: Language,
  { fr: own, en: other }: { readonly fr: T; readonly en: Translation<T> },
) {
  return language === "en" ? other : (asSet(own) as Translation<T>);
}

const RULES = { fr: new Intl.PluralRules("fr"), en: new Intl.PluralRules("en") };

/** `one` for 0, 1 and 1,5 in French, for 1 only in English; the fact {count} is filled in. */
export function plural(language: Language, count: number, one: string, many: string): string {
  return fill(RULES[language].select(count) === "one" ? one : many, { count: String(count) });
}

/** The words of the person's language. `choose({ fr, en })` picks one side of a catalogue or a sentence. */
export function useLanguage() {
  const language = useContext(LanguageContext);
  return {
    language,
    words: wordsOf(language),
    choose: <T,>(sides: { readonly fr: T; readonly en: Translation<T> }) => wordsIn(language, sides),
    plural: (count: number, one: string, many: string) => plural(language, count, one, many),
  };
}
