import { sql } from "kysely";
import { z } from "zod";
import { linesIn } from "#kernel/lines.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalId, requiredText, versionNumber } from "#platform/field.ts";
import type { ConsultationTables } from "../tables.ts";
import type { ConsultationRefusalCode } from "./consultation.fr.ts";
import { mayRunConsultation } from "./consultation.policy.ts";
import { axesOf, findConsultation, phasesOf } from "./consultation.store.ts";
import { AUDIENCES, type ConsultationId, isAsked, MOST_PHASES, type PhaseId, refuseAxes } from "./consultation.ts";

type Refused = Refusal<ConsultationRefusalCode | NetworkRefusalCode>;
type Prepared = { readonly consultationId: ConsultationId };
type Dated = Prepared & { readonly phaseId: PhaseId };

const asked = {
  title: requiredText(160),
  question: requiredText(4000),
  audience: oneOf(AUDIENCES),
  /** One a line. */
  axes: requiredText(2000),
};
const dated = { phaseTitle: requiredText(120), opensOn: dayText(), closesOn: dayText() };

async function writeAxes(context: CommandContext, consultationId: ConsultationId, titles: readonly string[]) {
  const { tx, organizationId } = context;
  await sql`delete from consultation.axis where organization_id = ${organizationId}
    and consultation_id = ${consultationId}`.execute(tx);
  await tx
    .withTables<ConsultationTables>()
    .insertInto("consultation.axis")
    .values(
      titles.map((title, index) => ({
        ...{ organization_id: organizationId, id: context.id<"axis">(), consultation_id: consultationId },
        ...{ position: index + 1, title },
      })),
    )
    .execute();
}

function refuseDates({ opensOn, closesOn }: { opensOn: string; closesOn: string }, today: string): Refused | null {
  if (closesOn < opensOn) return refuse("invalid", "phase.endsBefore", {}, "closesOn");
  return closesOn < today ? refuse("invalid", "phase.past", {}, "closesOn") : null;
}

/** Prepares a consultation with its first phase: nobody is told until it opens. */
export const prepareConsultation = defineCommand({
  name: "consultation.consultation.prepare",
  input: z.object({ ...asked, ...dated }),
  async run(context, input): Promise<Dated | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const titles = linesIn(input.axes);
    const refusal = mayRunConsultation(actor) ?? refuseAxes(titles) ?? refuseDates(input, today);
    if (refusal) return refusal;
    const { title, question, audience } = input;
    const id = context.id<"consultation">();
    const phaseId = context.id<"phase">();
    const tables = tx.withTables<ConsultationTables>();
    await tables
      .insertInto("consultation.consultation")
      .values({
        ...{ organization_id: organizationId, id, title, question, audience },
        ...{ created_at: now, created_by: actor.personId },
      })
      .execute();
    await writeAxes(context, id, titles);
    await tables
      .insertInto("consultation.phase")
      .values({
        ...{ organization_id: organizationId, id: phaseId, consultation_id: id, position: 1 },
        ...{ title: input.phaseTitle, opens_on: input.opensOn, closes_on: input.closesOn },
        ...{ opened_at: null, closed_at: null, reminded_at: null },
      })
      .execute();
    context.audit({ subjectKind: "consultation.consultation", subjectId: id });
    return { consultationId: id, phaseId };
  },
});

/** Changes what is asked, as long as no phase has opened. */
export const updateConsultation = defineCommand({
  name: "consultation.consultation.update",
  input: z.object({ consultationId: idText<"consultation">(), version: versionNumber(), ...asked }),
  async run(context, input): Promise<Prepared | Refused> {
    const { tx, organizationId, actor } = context;
    const titles = linesIn(input.axes);
    const refusal = mayRunConsultation(actor) ?? refuseAxes(titles);
    if (refusal) return refusal;
    const found = await findConsultation(tx, organizationId, input.consultationId, true);
    if (found === null) return refuse("missing", "consultation.missing");
    if (isAsked(await phasesOf(tx, organizationId, found.id))) return refuse("conflict", "consultation.asked");
    if (found.version !== input.version) return refuse("conflict", "consultation.changed");
    const { title, question, audience } = input;
    await tx
      .withTables<ConsultationTables>()
      .updateTable("consultation.consultation")
      .set({ title, question, audience, version: found.version + 1 })
      .where("organization_id", "=", organizationId)
      .where("id", "=", found.id)
      .execute();
    const known = await axesOf(tx, organizationId, found.id);
    if (known.map((axis) => axis.title).join("\n") !== titles.join("\n")) await writeAxes(context, found.id, titles);
    context.audit({ subjectKind: "consultation.consultation", subjectId: found.id });
    return { consultationId: found.id };
  },
});

/** Adds a phase after the others, or changes one: its dates until it opens, its last day until it closes. */
export const savePhase = defineCommand({
  name: "consultation.phase.save",
  input: z.object({ consultationId: idText<"consultation">(), phaseId: optionalId<"phase">(), ...dated }),
  async run(context, input): Promise<Dated | Refused> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayRunConsultation(actor) ?? refuseDates(input, today);
    if (refusal) return refusal;
    const found = await findConsultation(tx, organizationId, input.consultationId, true);
    if (found === null) return refuse("missing", "consultation.missing");
    const phases = await phasesOf(tx, organizationId, found.id);
    const written = await write(context, found.id, phases, input);
    if (isRefusal(written)) return written;
    context.audit({ subjectKind: "consultation.consultation", subjectId: found.id, details: { phaseId: written } });
    return { consultationId: found.id, phaseId: written };
  },
});

type Asked = { readonly phaseTitle: string; readonly opensOn: string; readonly closesOn: string };

async function write(
  context: CommandContext,
  consultationId: ConsultationId,
  phases: Awaited<ReturnType<typeof phasesOf>>,
  input: Asked & { readonly phaseId: PhaseId | null },
): Promise<PhaseId | Refused> {
  const { tx, organizationId } = context;
  const { phaseTitle: title, closesOn } = input;
  if (input.phaseId === null) {
    if (phases.length >= MOST_PHASES) return refuse("conflict", "phase.many", { most: String(MOST_PHASES) });
    const before = phases.at(-1);
    if (before && input.opensOn <= before.closesOn) return refuse("invalid", "phase.overlaps", {}, "opensOn");
    const id = context.id<"phase">();
    await sql`insert into consultation.phase (organization_id, id, consultation_id, position, title, opens_on, closes_on)
      values (${organizationId}, ${id}, ${consultationId}, ${phases.length + 1}, ${title}, ${input.opensOn}, ${closesOn})`.execute(
      tx,
    );
    return id;
  }
  const phase = phases.find(({ id }) => id === input.phaseId);
  if (phase === undefined) return refuse("missing", "phase.missing");
  if (phase.status === "closed") return refuse("conflict", "phase.over");
  const opensOn = phase.status === "open" ? phase.opensOn : input.opensOn;
  if (closesOn < opensOn) return refuse("invalid", "phase.endsBefore", {}, "closesOn");
  const around = phases.filter(({ id }) => id !== phase.id);
  if (around.some(({ position, closesOn: end }) => position < phase.position && end >= opensOn)) {
    return refuse("invalid", "phase.overlaps", {}, "opensOn");
  }
  if (around.some(({ position, opensOn: start }) => position > phase.position && start <= closesOn)) {
    return refuse("invalid", "phase.overlaps", {}, "closesOn");
  }
  await sql`update consultation.phase set title = ${title}, opens_on = ${opensOn}, closes_on = ${closesOn}
    where organization_id = ${organizationId} and id = ${phase.id}`.execute(tx);
  return phase.id;
}
