import { sql } from "kysely";
import { z } from "zod";
import { onDay } from "#kernel/fact.ts";
import { ZERO } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { requiredAmount } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, requiredText, wholeText } from "#platform/field.ts";
import { type LoadedRun, loadCourse, loadRun } from "../load-training.store.ts";
import { RUN_CANCELLED, RUN_PLANNED, RUN_SETTLED } from "../topics.ts";
import type { TrainingRefusalCode } from "../training.fr.ts";
import { mayKeepCourse } from "../training.policy.ts";
import { type RunId, SPLITS, sharesOf } from "./run.ts";
import { tellRun } from "./tell-run.store.ts";

const SUBJECT = "training.run";
type Kept = { readonly runId: RunId };
const no = (kind: Refusal["kind"], code: TrainingRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** Gives a course its days, its seats and its cost; everybody who speaks for a structure is told. */
export const planRun = defineCommand({
  name: "training.run.plan",
  input: z.object({
    courseId: idText<"course">(),
    startsOn: dayText(),
    endsOn: dayText(),
    place: optionalText(200),
    seats: wholeText(1, 500),
    cost: requiredAmount("training.cost"),
    split: oneOf(SPLITS),
  }),
  async run(context, input): Promise<Kept | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const loaded = await loadCourse(context, input.courseId, mayKeepCourse, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.course.withdrawnOn !== null) return no("conflict", "training.withdrawn");
    if (input.startsOn < today) return no("invalid", "training.past", "startsOn");
    if (input.endsOn < input.startsOn) return no("invalid", "training.endsBefore", "endsOn");
    const runId: RunId = context.id<"trainingRun">();
    await sql`insert into training.run (organization_id, id, course_id, starts_on, ends_on, place, seats, cost, split,
        planned_at, planned_by)
      values (${organizationId}, ${runId}, ${input.courseId}, ${input.startsOn}, ${input.endsOn}, ${input.place},
        ${input.seats}, ${input.cost}, ${input.split}, ${now}, ${actor.personId})`.execute(tx);
    await tellRun(context, RUN_PLANNED, { id: runId, startsOn: input.startsOn }, loaded.course, null);
    context.audit({ subjectKind: SUBJECT, subjectId: runId, details: { courseId: input.courseId } });
    return { runId };
  },
});

/** It will not take place: those who booked are told, with the reason. */
export const cancelRun = defineCommand({
  name: "training.run.cancel",
  input: z.object({ runId: idText<"trainingRun">(), reason: requiredText(1000) }),
  async run(context, { runId, reason }): Promise<Kept | Refusal> {
    const { tx, organizationId, today } = context;
    const open = await openRun(context, runId);
    if (isRefusal(open)) return open;
    await sql`update training.run set cancelled_on = ${today}, reason = ${reason}
      where organization_id = ${organizationId} and id = ${runId}`.execute(tx);
    await tellRun(context, RUN_CANCELLED, open.run, open.course, open.bookings);
    context.audit({ subjectKind: SUBJECT, subjectId: runId, details: { cancelled: true } });
    return { runId };
  },
});

/** What it really cost, shared between those who booked: written once, to the cent. From its first day on. */
export const settleRun = defineCommand({
  name: "training.run.settle",
  input: z.object({ runId: idText<"trainingRun">(), cost: requiredAmount("training.cost") }),
  async run(context, { runId, cost }): Promise<Kept | Refusal> {
    const { tx, organizationId, now, today } = context;
    const open = await openRun(context, runId);
    if (isRefusal(open)) return open;
    if (today < open.run.startsOn) {
      return refuse("conflict", "training.notBegun", { day: onDay(open.run.startsOn) });
    }
    const shares = sharesOf(cost, open.run.split, open.bookings);
    if (shares.length === 0 && cost !== ZERO) return no("conflict", "training.nobody", "cost");
    for (const { structureId, seats, amount } of shares) {
      await sql`insert into training.share (organization_id, run_id, structure_id, seats, amount)
        values (${organizationId}, ${runId}, ${structureId}, ${seats}, ${amount})`.execute(tx);
    }
    await sql`update training.run set cost = ${cost}, settled_at = ${now}
      where organization_id = ${organizationId} and id = ${runId}`.execute(tx);
    await tellRun(context, RUN_SETTLED, open.run, open.course, open.bookings);
    context.audit({ subjectKind: SUBJECT, subjectId: runId, details: { settled: true } });
    return { runId };
  },
});

/** A run that whoever acts keeps, held, neither cancelled nor settled. */
async function openRun(context: CommandContext, runId: RunId): Promise<LoadedRun | Refusal> {
  const loaded = await loadRun(context, runId, mayKeepCourse, true);
  if (isRefusal(loaded)) return loaded;
  if (loaded.run.cancelledOn !== null) return no("conflict", "training.cancelled");
  return loaded.run.settledAt === null ? loaded : no("conflict", "training.settled");
}
