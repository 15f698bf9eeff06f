/** Texts put together for print. Pure. */

import { en } from "./printable.en.ts";
import { fr } from "./printable.fr.ts";

export type Words = typeof en;

export function wordsOf(language: "fr" | "en"): Words {
  return language === "fr" ? fr : en;
}

/** The texts that say something. */
export function present(...texts: (string | undefined)[]): string[] {
  return texts.filter((text): text is string => text !== undefined && text.trim() !== "");
}

/** A sentence with its facts in place. */
export function fill(sentence: string, facts: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
}

/** A word too long for its column may be cut every 16 characters (U+200B says where). */
export function breakable(text: string): string {
  return text.replace(/[^\s\u00a0-]{24,}/g, (word) => word.replace(/(.{16})(?=.)/gu, "$1\u200b"));
}

export function breakableOrNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : breakable(text);
}
