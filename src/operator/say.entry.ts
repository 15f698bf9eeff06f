import { fill, type Language } from "#kernel/language.ts";
import { en } from "./operator.en.ts";
import { fr } from "./operator.fr.ts";

type Sentences = { [Key in keyof typeof fr]: (typeof fr)[Key] extends string ? Key : never }[keyof typeof fr];
/** The key of a sentence for the terminal. */
export type Word = Sentences;
/** What a sentence names; a pair when French and English write it differently. */
export type Facts = Readonly<Record<string, string | number | { readonly fr: string; readonly en: string }>>;

function text(facts: Facts, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === "object" ? value[language] : String(value)]),
  );
}

/** Both sentences, French first. */
export function sentencesOf(word: Word, facts: Facts = {}): { fr: string; en: string } {
  return { fr: fill(fr[word], text(facts, "fr")), en: fill(en[word], text(facts, "en")) };
}

/** The two sentences of a check line. */
export function checkSentences(word: keyof typeof fr.check, facts: Facts = {}): { fr: string; en: string } {
  return { fr: fill(fr.check[word], text(facts, "fr")), en: fill(en.check[word], text(facts, "en")) };
}

function both({ fr: french, en: english }: { fr: string; en: string }): string {
  return french === english ? `${french}\n` : `${french}\n${english}\n`;
}

/** Tells the operator, on the standard output: the French sentence, then the English one. */
export function say(word: Word, facts: Facts = {}): void {
  process.stdout.write(both(sentencesOf(word, facts)));
}

/** Tells what went wrong, on the standard error. */
export function complain(word: Word, facts: Facts = {}): void {
  process.stderr.write(both(sentencesOf(word, facts)));
}

/** A refusal of the command line: both sentences, and the exit code 1. */
export class OperatorError extends Error {
  constructor(word: Word, facts: Facts = {}) {
    super(both(sentencesOf(word, facts)).trimEnd());
    this.name = "OperatorError";
  }
}

/** The first line of an error, for a sentence. Errors of several attempts (IPv6, IPv4) carry no message of their own. */
export function reasonOf(error: unknown): string {
  const { message, errors, code } = error as { message?: string; errors?: unknown[]; code?: string };
  const words = message || (errors?.[0] as Error | undefined)?.message || code || String(error);
  const line = words.split("\n")[0] ?? "";
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
