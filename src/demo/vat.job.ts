import { firstDayOf, lastDayOf, type Month, parseMonth, toDay } from "#kernel/day.ts";
import type { Act } from "./act.ts";
import type { Stage } from "./stage.job.ts";
import { type Line, line, positions, post } from "./whole-entry.job.ts";

const COLLECTED = "44571";
const DEDUCTIBLE = ["44562", "44566"];
const DUE = "44551";
const CREDIT = "44567";

/** The monthly VAT return: what was collected and deducted until the end of the month is due, activity by activity. */
export async function declareVat(stage: Stage, { key, at, by }: Act, month: Month): Promise<void> {
  if (stage.isDone(key)) return;
  const lines: Line[] = [];
  for (const [activity, own] of await positions(stage, lastDayOf(month), [COLLECTED, ...DEDUCTIBLE])) {
    let due = 0n;
    for (const [account, balance] of own) {
      lines.push(...line(account, activity, -balance));
      due += balance;
    }
    lines.push(...line(due <= 0n ? DUE : CREDIT, activity, due));
  }
  await post(stage, { key, at, by }, "OD", `Déclaration de TVA de ${month}`, `CA3-${month}`, lines);
}

/** The return is paid for the whole SIREN: activities in credit are set off against the others, each in its own books. */
export async function payVat(stage: Stage, { key, at, by }: Act, month: Month): Promise<void> {
  if (stage.isDone(key)) return;
  const lines: Line[] = [];
  for (const [activity, own] of await positions(stage, toDay(at.slice(0, 10)), [DUE, CREDIT])) {
    let total = 0n;
    for (const [account, balance] of own) {
      lines.push(...line(account, activity, -balance));
      total += balance;
    }
    lines.push(...line("512", activity, total));
  }
  await post(stage, { key, at, by }, "BQ", `Règlement de la TVA de ${month}`, `CA3-${month}`, lines);
}

/** The month that a deed names. */
export function monthNamed(text: string): Month {
  const month = parseMonth(text);
  if (month === null || firstDayOf(month) === null) throw new Error(`not a month: ${text}`);
  return month;
}
