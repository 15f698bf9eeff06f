import type { Language } from "#kernel/language.ts";

const NBSP = "\u00a0";

/** Hundredths of a unit as people read them: "1 200,5 jours". */
export function figureText(hundredths: bigint, unit: string, language: Language): string {
  const whole = new Intl.NumberFormat(language).format(hundredths / 100n);
  const rest = String(hundredths % 100n)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const number = rest === "" ? whole : `${whole}${language === "fr" ? "," : "."}${rest}`;
  return unit === "" ? number : `${number}${NBSP}${unit}`;
}
