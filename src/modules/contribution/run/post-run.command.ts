import { z } from "zod";
import { inMonth } from "#kernel/fact.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { postEntry } from "#modules/ledger/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { mayManage } from "../contribution.policy.ts";
import { monthField } from "../input.ts";
import type { RunId } from "../tables.ts";
import { contributionEntry } from "./contribution-entry.ts";
import { readPlan } from "./plan-run.store.ts";
import { insertLines, insertRun, type LineToWrite, lockHead } from "./run.store.ts";

export const RUN_POSTED = "contribution.run.posted.v1";

export type PostedRun = {
  readonly runId: RunId;
  readonly month: string;
  readonly sequence: number;
  readonly activities: number;
  /** Cents. */
  readonly amount: Cents;
};

/**
 * Posts the contribution of a month: one entry per activity, the same account on both sides. Posted again, it writes
 * only what changed since (late entries, waivers). `expected`: what the preview showed; refused when it moved meanwhile.
 */
export const postRun = defineCommand({
  name: "contribution.run.post",
  input: z.object({
    month: monthField(),
    /** Cents of the preview; null: whatever it is. */
    expected: z
      .union([z.bigint(), z.string().regex(/^-?\d{1,17}$/, "field.amount")])
      .nullable()
      .default(null)
      .transform((value) => (value === null ? null : toCents(BigInt(value)))),
  }),
  async run(context, { month, expected }): Promise<PostedRun | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayManage(actor);
    if (refusal) return refusal;
    await lockHead(context);
    const read = await readPlan(tx, { organizationId, month, today });
    if (isRefusal(read)) return read;
    const { plan, settings } = read;
    if (plan.lines.length === 0) {
      const code = plan.sequence === 1 ? "run.nothing" : "run.nothingToCorrect";
      return refuse("conflict", code, { month: inMonth(month) });
    }
    if (expected !== null && expected !== plan.amount) return refuse("conflict", "run.changedMeanwhile");

    const runId = context.id<"contributionRun">();
    const run = { id: runId, month, sequence: plan.sequence, entryDate: plan.entryDate };
    await insertRun(context, run);
    const { sequence, amount } = plan;
    context.audit({ subjectKind: "contribution.run", subjectId: runId, details: { month, sequence, amount } });
    context.emit(RUN_POSTED, { runId, month, sequence });
    await context.writeTrace();
    const written: LineToWrite[] = [];
    for (const line of plan.lines) {
      let entryId: LineToWrite["entryId"] = null;
      if (line.amount !== 0n) {
        const { activityId, name: activityName } = line;
        const entry = { runId, month, sequence, date: plan.entryDate, activityId, activityName, amount: line.amount };
        const posted = await postEntry(context, contributionEntry(entry, settings));
        if (isRefusal(posted)) return posted;
        entryId = posted.entryId;
      }
      written.push({ activityId: line.activityId, amount: line.amount, computed: line.computed, entryId });
    }
    await insertLines(context, run, written);
    return { runId, month, sequence, activities: plan.lines.length, amount };
  },
});
