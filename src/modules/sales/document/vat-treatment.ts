/**
 * The VAT treatments offered on a line, with the exemption's code (VATEX) and the mention the law asks for.
 * Mentions are dated texts: VAT moved from the CGI to the CIBS on 1 September 2026 (ordonnance 2025-1247);
 * CGI references are tolerated on invoices until 31 December 2027.
 */
import { type Rate, toRate } from "#kernel/rate.ts";
import type { LineVat } from "./line.ts";

export type VatTreatment = {
  readonly key: string;
  readonly vat: LineVat;
  readonly words: { readonly fr: string; readonly en: string };
  /** Printed on the document; null for taxed lines. */
  readonly mention: { readonly fr: string; readonly en: string } | null;
};

const taxed = (rate: number, fr: string): VatTreatment => ({
  key: `S${rate}`,
  vat: { category: "S", rate: toRate(rate), exemption: null },
  words: { fr, en: fr.replace(",", ".") },
  mention: null,
});

const untaxed = (
  key: string,
  category: LineVat["category"],
  exemption: string,
  words: VatTreatment["words"],
  mention: VatTreatment["words"],
): VatTreatment => ({ key, vat: { category, rate: 0 as Rate, exemption }, words, mention });

export const VAT_TREATMENTS: readonly VatTreatment[] = [
  taxed(2000, "20 %"),
  taxed(1000, "10 %"),
  taxed(550, "5,5 %"),
  taxed(210, "2,1 %"),
  untaxed(
    "formation",
    "E",
    "VATEX-FR-CGI261-4",
    { fr: "Exonéré : formation professionnelle", en: "Exempt: vocational training" },
    {
      fr: "Exonération de TVA, article 261-4-4° a du CGI",
      en: "VAT exempt, article 261-4-4° a of the French tax code",
    },
  ),
  untaxed(
    "autoliquidation-btp",
    "AE",
    "VATEX-FR-AE",
    { fr: "Autoliquidation : sous-traitance du bâtiment", en: "Reverse charge: building subcontracting" },
    {
      fr: "Autoliquidation, article 283-2 nonies du CGI",
      en: "Reverse charge, article 283-2 nonies of the French tax code",
    },
  ),
  untaxed(
    "service-ue",
    "AE",
    "VATEX-EU-AE",
    { fr: "Autoliquidation : service à une entreprise de l’Union", en: "Reverse charge: service to an EU business" },
    {
      fr: "Autoliquidation, article 44 de la directive 2006/112/CE",
      en: "Reverse charge, article 44 of directive 2006/112/EC",
    },
  ),
  untaxed(
    "livraison-ue",
    "K",
    "VATEX-EU-IC",
    { fr: "Exonéré : livraison dans l’Union", en: "Exempt: intra-EU delivery" },
    { fr: "Exonération de TVA, article 262 ter I du CGI", en: "VAT exempt, article 262 ter I of the French tax code" },
  ),
  untaxed(
    "export",
    "G",
    "VATEX-EU-G",
    { fr: "Exonéré : exportation", en: "Exempt: export" },
    { fr: "Exonération de TVA, article 262 I du CGI", en: "VAT exempt, article 262 I of the French tax code" },
  ),
  untaxed(
    "hors-champ",
    "O",
    "VATEX-EU-O",
    { fr: "Hors du champ de la TVA (débours, service hors de l’Union)", en: "Outside the scope of VAT" },
    { fr: "Opération hors du champ de la TVA", en: "Outside the scope of VAT" },
  ),
];

/** The treatment of a line's VAT; null for one that is no longer offered. */
export function treatmentOf(vat: LineVat): VatTreatment | null {
  return (
    VAT_TREATMENTS.find(
      (item) =>
        item.vat.category === vat.category && item.vat.rate === vat.rate && item.vat.exemption === vat.exemption,
    ) ?? null
  );
}
