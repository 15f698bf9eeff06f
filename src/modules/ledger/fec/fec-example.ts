/** A small FEC written by hand, and ways to spoil it: what the tests of the validator start from. */
import { toDay } from "#kernel/day.ts";
import type { FecReport, FecRule } from "./fec-report.ts";
import { type FecOptions, validateFec } from "./fec-validator.ts";

export const HEADER =
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";

/** A small year written by hand: openings first, a sale, its payment reconciled with it, a purchase. */
export const GOOD = [
  HEADER,
  "AN|À nouveaux|1|20260101|512|Banque|||AN2026|20260101|À nouveaux|1000,00|0,00|||20260102||",
  "AN|À nouveaux|1|20260101|1068|Réserves|||AN2026|20260101|À nouveaux|0,00|1000,00|||20260102||",
  "VE|Ventes|2|20260310|411|Clients|C1|Martin|F1|20260310|Facture F1|1200,00|0,00|A|20260402|20260311||",
  "VE|Ventes|2|20260310|706|Prestations|||F1|20260310|Facture F1|0,00|1000,00|||20260311||",
  "VE|Ventes|2|20260310|44571|TVA collectée|||F1|20260310|Facture F1|0,00|200,00|||20260311||",
  "BQ|Banque|3|20260402|512|Banque|||RC7|20260402|Virement Martin|1200,00|0,00|||20260402||",
  "BQ|Banque|3|20260402|411|Clients|C1|Martin|RC7|20260402|Virement Martin|0,00|1200,00|A|20260402|20260402||",
  "AC|Achats|4|20260505|606|Fournitures|||12/05|20260504|Bois|50,05|0,00|||20260505|60,00|USD",
  "AC|Achats|4|20260505|401|Fournisseurs|F9|Scierie|12/05|20260504|Bois|0,00|50,05|||20260505||",
];

export const YEAR: FecOptions = {
  fileName: "123456789FEC20261231.txt",
  siren: "123456789",
  start: toDay("2026-01-01"),
  end: toDay("2026-12-31"),
  today: toDay("2027-02-01"),
};

export async function* stream(bytes: Uint8Array, size = 97): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export function utf8(lines: readonly string[], end = "\r\n"): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => line + end).join(""));
}

export async function validate(lines: readonly string[], options: FecOptions = YEAR): Promise<FecReport> {
  return validateFec(stream(utf8(lines)), options);
}

/** The good file with one field of one line changed (line 2 is the first record). */
export function mutate(line: number, column: number, value: string): string[] {
  return GOOD.map((text, index) => {
    if (index !== line - 1) return text;
    const fields = text.split("|");
    fields[column - 1] = value;
    return fields.join("|");
  });
}

export function found(report: FecReport): [FecRule, number][] {
  return report.faults.map(({ rule, line }) => [rule, line]);
}
