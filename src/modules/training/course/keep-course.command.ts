import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { speakingFor } from "#modules/network/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText } from "#platform/field.ts";
import { loadCourse } from "../load-training.store.ts";
import { runsOf } from "../run/run.store.ts";
import type { TrainingRefusalCode } from "../training.fr.ts";
import { mayKeepCourse } from "../training.policy.ts";
import { type CourseId, readHours } from "./course.ts";

const SUBJECT = "training.course";
type Kept = { readonly courseId: CourseId };

const words = z.object({
  title: requiredText(160),
  audience: optionalText(1000),
  programme: requiredText(8000),
  trainer: requiredText(200),
  /** « 14 » or « 3,5 »: hours, by quarters. */
  hours: requiredText(8).transform((text, context) => {
    const quarters = readHours(text);
    if (quarters !== null) return quarters;
    context.addIssue({ code: "custom", message: "training.hours" satisfies TrainingRefusalCode });
    return z.NEVER;
  }),
});

/** A structure proposes a training to the others. */
export const proposeCourse = defineCommand({
  name: "training.course.propose",
  input: words.extend({ structureId: idText<"structure">() }),
  async run(context, input): Promise<Kept | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const structure = await speakingFor(context, input.structureId);
    if (isRefusal(structure)) return structure;
    const courseId: CourseId = context.id<"course">();
    await sql`insert into training.course (organization_id, id, structure_id, title, audience, programme, trainer, quarters,
        created_at, created_by)
      values (${organizationId}, ${courseId}, ${input.structureId}, ${input.title}, ${input.audience}, ${input.programme},
        ${input.trainer}, ${input.hours}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: courseId, details: { structureId: input.structureId } });
    return { courseId };
  },
});

export const describeCourse = defineCommand({
  name: "training.course.describe",
  input: words.extend({ courseId: idText<"course">(), version: z.coerce.number().int() }),
  async run(context, { courseId, version, hours, ...said }): Promise<Kept | Refusal> {
    const { tx, organizationId } = context;
    const loaded = await loadCourse(context, courseId, mayKeepCourse, true);
    if (isRefusal(loaded)) return loaded;
    const { course } = loaded;
    if (course.withdrawnOn !== null) return refuse("conflict", "training.withdrawn");
    if (course.version !== version) return refuse("conflict", "training.changed");
    await sql`update training.course set title = ${said.title}, audience = ${said.audience}, programme = ${said.programme},
        trainer = ${said.trainer}, quarters = ${hours}, version = version + 1
      where organization_id = ${organizationId} and id = ${courseId}`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: courseId });
    return { courseId };
  },
});

/** It is proposed no more; what was booked and settled stays. Runs still open end first. */
export const withdrawCourse = defineCommand({
  name: "training.course.withdraw",
  input: z.object({ courseId: idText<"course">() }),
  async run(context, { courseId }): Promise<Kept | Refusal> {
    const { tx, organizationId, today } = context;
    const loaded = await loadCourse(context, courseId, mayKeepCourse, true);
    if (isRefusal(loaded)) return loaded;
    if (loaded.course.withdrawnOn !== null) {
      return refuse("conflict", "training.withdrawn");
    }
    const open = (await runsOf(tx, organizationId, courseId)).some(
      ({ cancelledOn, settledAt }) => cancelledOn === null && settledAt === null,
    );
    if (open) return refuse("conflict", "training.openRuns");
    await sql`update training.course set withdrawn_on = ${today}
      where organization_id = ${organizationId} and id = ${courseId}`.execute(tx);
    context.audit({ subjectKind: SUBJECT, subjectId: courseId, details: { withdrawn: true } });
    return { courseId };
  },
});
