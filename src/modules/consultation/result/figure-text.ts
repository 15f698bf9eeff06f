/** Fractions in words: the exact one beside its decimal writing. */
import type { Language } from "#kernel/language.ts";
import { type Fraction, reduced, tenthsOf } from "./figures.ts";

/** Tenths of a percent: « 45,3 % ». */
function tenthsText(tenths: number, language: Language): string {
  const [units, tenth] = [Math.floor(tenths / 10), tenths % 10];
  const decimal = tenth === 0 ? "" : `${language === "fr" ? "," : "."}${tenth}`;
  return `${units}${decimal}${language === "fr" ? "\u00a0" : ""}%`;
}

/** « 68 sur 150 (45,3 %) »; of nobody, the two figures alone. */
export function coverageText(share: Fraction, of: string, language: Language): string {
  const tenths = tenthsOf(share);
  const figures = `${share.over} ${of} ${share.under}`;
  return tenths === null ? figures : `${figures} (${tenthsText(tenths, language)})`;
}

/** A mean to two decimals, halves up, with its exact fraction when two decimals are not it: « 2,33 (7/3) ». */
export function meanText(mean: Fraction, language: Language): string {
  const { over, under } = reduced(mean);
  const hundredths = Math.floor((200 * over + under) / (2 * under));
  const digits = String(hundredths % 100).padStart(2, "0");
  const text = `${Math.floor(hundredths / 100)}${language === "fr" ? "," : "."}${digits}`;
  return (100 * over) % under === 0 ? text : `${text} (${over}/${under})`;
}
