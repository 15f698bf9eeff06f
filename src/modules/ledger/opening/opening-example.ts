/** Balances that show how the file is made: they balance in total, and one of the activities by a link line. */
import { addDays, type Day } from "#kernel/day.ts";
import { toCents, ZERO } from "#kernel/money.ts";
import type { OpeningRow } from "./opening.ts";

/** Two activities at most, by their codes; the days stand around the first day of the year. */
export function exampleRows(codes: readonly string[], start: Day): OpeningRow[] {
  const [first = "", second = first] = codes;
  const row = (line: number, account: string, cents: number, more: Partial<OpeningRow> = {}): OpeningRow => ({
    line,
    account,
    accountLabel: "",
    activityCode: "",
    auxiliaryCode: "",
    auxiliaryLabel: "",
    label: "",
    debit: cents > 0 ? toCents(cents) : ZERO,
    credit: cents < 0 ? toCents(-cents) : ZERO,
    dueDate: null,
    ...more,
  });
  const customer = { auxiliaryCode: "C-DURAND", auxiliaryLabel: "Durand", label: "Facture 2025-118" };
  const supplier = { auxiliaryCode: "F-SCIERIE", auxiliaryLabel: "Scierie du Nord", label: "Facture 4471" };
  return [
    row(2, "411", 120_000, { ...customer, activityCode: first, dueDate: addDays(start, 14) }),
    row(3, "44588", -20_000, { activityCode: first, label: "TVA de la facture 2025-118" }),
    row(4, "401", -36_050, { ...supplier, activityCode: second, dueDate: addDays(start, 30) }),
    row(5, "4286", -50_000, { activityCode: second, label: "Part variable à payer" }),
    row(6, "512", 1_450_050),
    row(7, "5121", 36_000, { accountLabel: "Crédit coopératif" }),
    row(8, "1013", -1_000_000, { label: "Capital" }),
    row(9, "1068", -500_000, { label: "Réserves" }),
  ];
}
