import { type Month, toDay } from "#kernel/day.ts";
import type { Act } from "./act.ts";
import type { Stage } from "./stage.job.ts";
import { line, positions, post } from "./whole-entry.job.ts";

const CHEQUES = "5112";
const BANK = "512";

/** Cheques are taken to the bank together, once a month: one slip, each activity in its own books. */
export async function remitCheques(stage: Stage, { key, at, by }: Act, month: Month): Promise<void> {
  if (stage.isDone(key)) return;
  const lines = [];
  for (const [activity, own] of await positions(stage, toDay(at.slice(0, 10)), [CHEQUES])) {
    const waiting = own.get(CHEQUES) ?? 0n;
    lines.push(...line(BANK, activity, waiting), ...line(CHEQUES, activity, -waiting));
  }
  // The first days of the story have no cheque yet.
  if (lines.length === 0) return;
  await post(stage, { key, at, by }, "BQ", `Remise de chèques de ${month}`, `REM-${month}`, lines);
}
