/** The countries that a customer may be in, named in both languages: the Union, its neighbours, and where French is spoken. */
export const COUNTRIES = {
  FR: { fr: "France", en: "France" },
  BE: { fr: "Belgique", en: "Belgium" },
  CH: { fr: "Suisse", en: "Switzerland" },
  LU: { fr: "Luxembourg", en: "Luxembourg" },
  MC: { fr: "Monaco", en: "Monaco" },
  CA: { fr: "Canada", en: "Canada" },
  DE: { fr: "Allemagne", en: "Germany" },
  AT: { fr: "Autriche", en: "Austria" },
  BG: { fr: "Bulgarie", en: "Bulgaria" },
  CY: { fr: "Chypre", en: "Cyprus" },
  HR: { fr: "Croatie", en: "Croatia" },
  DK: { fr: "Danemark", en: "Denmark" },
  ES: { fr: "Espagne", en: "Spain" },
  EE: { fr: "Estonie", en: "Estonia" },
  US: { fr: "États-Unis", en: "United States" },
  FI: { fr: "Finlande", en: "Finland" },
  GR: { fr: "Grèce", en: "Greece" },
  HU: { fr: "Hongrie", en: "Hungary" },
  IE: { fr: "Irlande", en: "Ireland" },
  IT: { fr: "Italie", en: "Italy" },
  LV: { fr: "Lettonie", en: "Latvia" },
  LT: { fr: "Lituanie", en: "Lithuania" },
  MT: { fr: "Malte", en: "Malta" },
  MA: { fr: "Maroc", en: "Morocco" },
  NO: { fr: "Norvège", en: "Norway" },
  NL: { fr: "Pays-Bas", en: "Netherlands" },
  PL: { fr: "Pologne", en: "Poland" },
  PT: { fr: "Portugal", en: "Portugal" },
  RO: { fr: "Roumanie", en: "Romania" },
  GB: { fr: "Royaume-Uni", en: "United Kingdom" },
  SN: { fr: "Sénégal", en: "Senegal" },
  SK: { fr: "Slovaquie", en: "Slovakia" },
  SI: { fr: "Slovénie", en: "Slovenia" },
  SE: { fr: "Suède", en: "Sweden" },
  CZ: { fr: "Tchéquie", en: "Czechia" },
  TN: { fr: "Tunisie", en: "Tunisia" },
} as const;

/** The name of a country; its code for one that is not in the list. */
export function countryName(code: string, language: "fr" | "en"): string {
  return COUNTRIES[code as keyof typeof COUNTRIES]?.[language] ?? code;
}
