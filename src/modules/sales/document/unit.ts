/** Units of measure offered on lines: UN/ECE Recommendation 20 codes with the word that people use. */
export const UNITS = {
  C62: { fr: "unité", en: "unit" },
  LS: { fr: "forfait", en: "lump sum" },
  HUR: { fr: "heure", en: "hour" },
  DAY: { fr: "jour", en: "day" },
  MON: { fr: "mois", en: "month" },
  KMT: { fr: "km", en: "km" },
  MTR: { fr: "m", en: "m" },
  MTK: { fr: "m²", en: "m²" },
  MTQ: { fr: "m³", en: "m³" },
  KGM: { fr: "kg", en: "kg" },
  GRM: { fr: "g", en: "g" },
  LTR: { fr: "litre", en: "litre" },
  H87: { fr: "pièce", en: "piece" },
  SET: { fr: "lot", en: "set" },
} as const;

export type UnitCode = keyof typeof UNITS;

/** The word of a unit; the code itself for one that is not in the list. */
export function unitWord(code: string, language: "fr" | "en"): string {
  return UNITS[code as UnitCode]?.[language] ?? code;
}
