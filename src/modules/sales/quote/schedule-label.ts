/** The words of each claim of a schedule, on paper and on screens. */

import type { ScheduleRow } from "./quote.ts";

const WORDS = {
  fr: {
    deposit: "Acompte à la signature",
    balance: "Solde",
    instalment: "Échéance {rank}",
    after: "{label}, {days} jours après la signature",
  },
  en: {
    deposit: "Deposit on signature",
    balance: "Balance",
    instalment: "Instalment {rank}",
    after: "{label}, {days} days after signature",
  },
} as const;

/** "Acompte à la signature", "À la livraison, 30 jours après la signature", "Solde". */
export function scheduleLabel(
  row: ScheduleRow,
  index: number,
  schedule: readonly ScheduleRow[],
  language: "fr" | "en",
): string {
  const words = WORDS[language];
  if (row.kind !== "instalment") return words[row.kind];
  const rank = schedule.slice(0, index + 1).filter((one) => one.kind === "instalment").length;
  const label = row.label === "" ? words.instalment.replace("{rank}", String(rank)) : row.label;
  if (!row.days) return label;
  return words.after.replace("{label}", label).replace("{days}", String(row.days));
}
