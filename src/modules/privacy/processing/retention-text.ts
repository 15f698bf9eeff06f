import { fill, type Language } from "#kernel/language.ts";
import { en as retentionEn } from "../retention/retention.en.ts";
import { fr as retentionFr } from "../retention/retention.fr.ts";
import type { Rules } from "../retention/retention.ts";
import { en } from "./processing.en.ts";
import { fr } from "./processing.fr.ts";
import { type Processing, periodsOf } from "./processing.ts";

/** The periods that run by themselves for an entry, in words: "Notes… : 24 mois". */
export function periodsText(key: string, rules: Rules, language: Language): string {
  const words = language === "fr" ? fr : en;
  const { categories } = language === "fr" ? retentionFr : retentionEn;
  return periodsOf(key)
    .map((category) => fill(words.period, { category: categories[category], months: String(rules[category]) }))
    .join(" ; ");
}

/** All that an entry says of how long: what runs by itself, then what was written. */
export function retentionText(entry: Processing, rules: Rules, language: Language): string {
  return [periodsText(entry.key, rules, language), entry.retention].filter((text) => text !== "").join(". ");
}
