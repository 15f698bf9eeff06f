import { createContext, useContext } from "react";
import { fill, type Language, type Translation } from "#kernel/language.ts";
import { en } from "./words.en.ts";
import { fr, type Words } from "./words.fr.ts";

const LanguageContext = createContext<Language>("fr");

/** Set once by root.tsx, from the language of the request. */
export const LanguageProvider = LanguageContext.Provider;

export function wordsOf(language: Language): Words {
  return language === "fr" ? fr : en;
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
    choose: <T,>(sides: { readonly fr: T; readonly en: Translation<T> }): Translation<T> =>
      language === "en" ? sides.en : (sides.fr as Translation<T>),
    plural: (count: number, one: string, many: string) => plural(language, count, one, many),
  };
}
