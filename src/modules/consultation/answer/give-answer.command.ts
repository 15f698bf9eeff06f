import { sql } from "kysely";
import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { settleNotices } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalDay, optionalId, optionalText } from "#platform/field.ts";
import type { ConsultationRefusalCode } from "../consultation/consultation.fr.ts";
import { mayAnswer, mayRecordGathering } from "../consultation/consultation.policy.ts";
import { axesOf, findConsultation, findPhase } from "../consultation/consultation.store.ts";
import { type Phase, type PhaseId, refuseUnlessTaking } from "../consultation/consultation.ts";
import { callOf } from "../consultation/run-phase.store.ts";
import { answersOf, gatheringsOf, structuresAsked } from "./answer.store.ts";
import { type AnswerId, type GatheringId, refuseRanks, standing } from "./answer.ts";

type Refused = Refusal<ConsultationRefusalCode | NetworkRefusalCode>;
type Given = {
  readonly answerId: AnswerId;
  readonly phaseId: PhaseId;
  readonly stands: boolean;
  /** The meeting it comes from. */
  readonly gatheringId: GatheringId | null;
};

const said = {
  phaseId: idText<"phase">(),
  structureId: idText<"structure">(),
  comment: optionalText(4000),
  ranks: z
    .array(z.object({ axisId: idText<"axis">(), rank: z.coerce.number().int().catch(0), note: optionalText(2000) }))
    .max(12),
};
type Said = z.output<z.ZodObject<typeof said>>;

/** The phase that takes answers, and that this structure is asked in. */
async function takingPhase(context: CommandContext, input: Said): Promise<Phase | Refused> {
  const { tx, organizationId, today } = context;
  // Held first: closing waits for this answer, or this answer finds the phase closed.
  const phase = await findPhase(tx, organizationId, input.phaseId, true);
  if (phase === null) return refuse("missing", "phase.missing");
  const closed = refuseUnlessTaking(phase, today);
  if (closed) return closed;
  const consultation = await findConsultation(tx, organizationId, phase.consultationId);
  if (consultation === null) return refuse("missing", "consultation.missing");
  const asked = await structuresAsked(tx, organizationId, consultation.audience, today);
  if (!asked.some(({ structureId }) => structureId === input.structureId)) {
    return refuse("conflict", "answer.notAsked", {}, "structureId");
  }
  return refuseRanks(input.ranks, await axesOf(tx, organizationId, consultation.id)) ?? phase;
}

async function write(
  context: CommandContext,
  { phaseId, structureId, comment, ranks }: Said,
  by: { readonly givenOn: Day; readonly gatheringId: GatheringId | null },
): Promise<Given> {
  const { tx, organizationId, actor, now } = context;
  const before = await answersOf(tx, organizationId, phaseId, structureId);
  const answerId = context.id<"answer">();
  const number = before.length + 1;
  const channel = by.gatheringId === null ? "form" : "gathering";
  await sql`insert into consultation.answer
      (organization_id, id, phase_id, structure_id, number, channel, gathering_id, given_on, comment, recorded_at, recorded_by)
    values (${organizationId}, ${answerId}, ${phaseId}, ${structureId}, ${number}, ${channel}, ${by.gatheringId},
      ${by.givenOn}, ${comment}, ${now}, ${actor.personId})`.execute(tx);
  for (const { axisId, rank, note } of ranks) {
    await sql`insert into consultation.ranking (organization_id, answer_id, axis_id, rank, note)
      values (${organizationId}, ${answerId}, ${axisId}, ${rank}, ${note})`.execute(tx);
  }
  await settleNotices(context, callOf({ id: phaseId }, structureId));
  const all = standing([...before, { id: answerId, structureId, givenOn: by.givenOn, number }]);
  const stands = all.get(structureId)?.number === number;
  context.audit({ subjectKind: "consultation.answer", subjectId: answerId, details: { structureId, channel, stands } });
  return { answerId, phaseId, stands, gatheringId: by.gatheringId };
}

/** Answers by the form, for a structure one represents: it takes the place of an earlier answer, which stays as a trace. */
export const giveAnswer = defineCommand({
  name: "consultation.answer.give",
  input: z.object(said),
  async run(context, input): Promise<Given | Refused> {
    const { tx, organizationId, actor, today } = context;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const refusal = mayAnswer(actor, seats, input.structureId);
    if (refusal) return refusal;
    const phase = await takingPhase(context, input);
    if (isRefusal(phase)) return phase;
    return write(context, input, { givenOn: today, gatheringId: null });
  },
});

const met = {
  ...said,
  /** A meeting already recorded, where several structures answered. */
  gatheringId: optionalId<"gathering">(),
  heldOn: optionalDay(),
  place: optionalText(160),
  attendees: optionalText(6),
  minutes: optionalText(20_000),
};

/** Records what a territorial meeting answered for a structure, with its minutes. */
export const recordGathering = defineCommand({
  name: "consultation.answer.record",
  input: z.object(met),
  async run(context, input): Promise<Given | Refused> {
    const { tx, organizationId, actor, today } = context;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const refusal = mayRecordGathering(actor, seats, input.structureId);
    if (refusal) return refusal;
    const phase = await takingPhase(context, input);
    if (isRefusal(phase)) return phase;
    const meeting = await gatheringFor(context, phase, input);
    if (isRefusal(meeting)) return meeting;
    return write(context, input, { givenOn: meeting.heldOn, gatheringId: meeting.id });
  },
});

type Meeting = { readonly id: GatheringId; readonly heldOn: Day };

async function gatheringFor(
  context: CommandContext,
  phase: Phase,
  input: z.output<z.ZodObject<typeof met>>,
): Promise<Meeting | Refused> {
  const { tx, organizationId, actor, now, today } = context;
  const { gatheringId, heldOn, place, minutes } = input;
  if (gatheringId !== null) {
    const known = await gatheringsOf(tx, organizationId, phase.id);
    return known.find(({ id }) => id === gatheringId) ?? refuse("missing", "gathering.missing", {}, "gatheringId");
  }
  if (heldOn === null || !dayText().safeParse(heldOn).success) return refuse("invalid", "gathering.day", {}, "heldOn");
  if (heldOn < phase.opensOn) return refuse("invalid", "gathering.before", {}, "heldOn");
  if (heldOn > today) return refuse("invalid", "gathering.after", {}, "heldOn");
  if (place === "") return refuse("invalid", "gathering.place", {}, "place");
  if (minutes === "") return refuse("invalid", "gathering.minutes", {}, "minutes");
  const attendees = input.attendees === "" ? null : Number(input.attendees);
  if (attendees !== null && !(Number.isInteger(attendees) && attendees >= 1 && attendees <= 10_000)) {
    return refuse("invalid", "gathering.attendees", {}, "attendees");
  }
  const id = context.id<"gathering">();
  await sql`insert into consultation.gathering
      (organization_id, id, phase_id, held_on, place, attendees, minutes, recorded_at, recorded_by)
    values (${organizationId}, ${id}, ${phase.id}, ${heldOn}, ${place}, ${attendees}, ${minutes}, ${now}, ${actor.personId})`.execute(
    tx,
  );
  return { id, heldOn };
}
