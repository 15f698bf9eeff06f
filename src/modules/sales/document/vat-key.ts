/** The key that stands for a line's VAT in a form: a treatment's own, or "S:850:" for one that is not on the list. */

import { toRate } from "#kernel/rate.ts";
import type { LineVat } from "./line.ts";
import { treatmentOf, VAT_TREATMENTS } from "./vat-treatment.ts";

/** The VAT rates that the French controls accept for a taxed line (law.md §3.4). */
export const VAT_RATES: readonly number[] = [
  0, 90, 105, 175, 210, 550, 700, 850, 920, 960, 1000, 1300, 1960, 2000, 2060,
];

export function vatKey(vat: LineVat): string {
  return treatmentOf(vat)?.key ?? `${vat.category}:${vat.rate}:${vat.exemption ?? ""}`;
}

/** The VAT that a key stands for; null when it stands for none that may be invoiced. */
export function readVatKey(key: string): LineVat | null {
  const treatment = VAT_TREATMENTS.find((item) => item.key === key);
  if (treatment) return treatment.vat;
  const match = /^(S|Z|E|AE|K|G|O):(\d{1,4}):([A-Z0-9-]{0,40})$/.exec(key);
  if (!match) return null;
  const category = match[1] as LineVat["category"];
  const rate = toRate(Number(match[2]));
  const exemption = match[3] === "" ? null : (match[3] as string);
  if (!VAT_RATES.includes(rate)) return null;
  if (category === "S") return exemption === null ? { category, rate, exemption } : null;
  return rate === 0 && (category === "Z" || exemption !== null) ? { category, rate, exemption } : null;
}
