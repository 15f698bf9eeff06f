import { z } from "zod";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { instantAt } from "#kernel/zoned.ts";
import { activitiesOf, listFollowers, organizationProfile, personsReached } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalId, optionalText, ticked, timeText, versionNumber } from "#platform/field.ts";
import type { ExternalRefusalCode } from "../external/external.fr.ts";
import { takenElsewhere } from "../external/taken-elsewhere.store.ts";
import { contactsByPerson } from "../people.store.ts";
import { findFundedAction } from "../setup/funded-action.store.ts";
import type { AccompanimentTables } from "../tables.ts";
import type { AppointmentRefusalCode } from "./appointment.fr.ts";
import { ACCOMPANYING, mayAppointment, mayPlan } from "./appointment.policy.ts";
import { addEvent, findAppointment } from "./appointment.store.ts";
import { type AppointmentId, advisersOf, type FundedActionId, MODES, NATURES } from "./appointment.ts";
import { tellParties } from "./tell.store.ts";

type Planned = { readonly appointmentId: AppointmentId };
type Refused = Refusal<AppointmentRefusalCode | ExternalRefusalCode>;

const when = {
  day: dayText(),
  time: timeText(),
  minutes: z.coerce
    .number("field.wholeNumber")
    .int("field.wholeNumber")
    .min(5, "field.other")
    .max(720, "field.tooLarge"),
  mode: oneOf(MODES),
  nature: oneOf(NATURES),
  subject: optionalText(200),
  place: optionalText(200),
  activityId: optionalId<"activity">(),
  fundedActionId: optionalId<"fundedAction">(),
  /** Told that a diary elsewhere says taken, one does it all the same. */
  evenBusy: ticked(),
};

/** What an appointment speaks of exists in this cooperative. */
async function checkReferences(
  { tx, organizationId }: CommandContext,
  activityId: ActivityId | null,
  fundedActionId: FundedActionId | null,
): Promise<Refused | null> {
  if (activityId !== null && (await activitiesOf(tx, organizationId, new Set([activityId]))).length === 0) {
    return refuse("missing", "appointment.activityMissing", {}, "activityId");
  }
  if (fundedActionId !== null && (await findFundedAction(tx, organizationId, fundedActionId)) === null) {
    return refuse("missing", "appointment.actionMissing", {}, "fundedActionId");
  }
  return null;
}

/** Gives an appointment to somebody; whoever takes part is told by mail, with the file for their calendar. */
export const planAppointment = defineCommand({
  name: "accompaniment.appointment.plan",
  input: z.object({
    personIds: z.array(idText<"person">()).min(1, "field.choose").max(20, "field.tooLong"),
    adviserIds: z.array(idText<"person">()).max(5, "field.tooLong").default([]),
    ...when,
  }),
  async run(context, { personIds, adviserIds, day, time, evenBusy, ...fields }): Promise<Planned | Refused> {
    const { tx, organizationId, actor, now } = context;
    const persons = [...new Set(personIds)];
    const refusal = mayPlan(actor, persons, await personsReached(tx, actor, ACCOMPANYING));
    if (refusal) return refusal;
    if ((await contactsByPerson(tx, organizationId, persons)).size < persons.length) {
      return refuse("missing", "appointment.personMissing", {}, "personId");
    }
    const advisers = [...new Set(adviserIds.length === 0 ? [actor.personId] : adviserIds)];
    if (advisers.some((adviser) => persons.includes(adviser))) {
      return refuse("invalid", "appointment.withOneself", {}, "adviserId");
    }
    const team = new Set((await listFollowers(tx, organizationId)).map(({ personId }) => personId));
    if (advisers.some((adviser) => adviser !== actor.personId && !team.has(adviser))) {
      return refuse("missing", "appointment.adviserMissing", {}, "adviserId");
    }
    const wrong = await checkReferences(context, fields.activityId, fields.fundedActionId);
    if (wrong) return wrong;
    const startsAt = instantAt(day, time, (await organizationProfile(tx, organizationId)).timeZone);
    const busy = evenBusy ? null : await takenElsewhere(context, advisers, startsAt, fields.minutes);
    if (busy) return busy;
    const id = await insertAppointment(context, { persons, advisers, startsAt, ...fields });
    context.audit({ subjectKind: "accompaniment.appointment", subjectId: id, details: { startsAt } });
    await tellParties(context, id, startsAt > now ? "planned" : null, "");
    return { appointmentId: id };
  },
});

type NewAppointment = {
  readonly persons: readonly PersonId[];
  readonly advisers: readonly PersonId[];
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly mode: (typeof MODES)[number];
  readonly nature: (typeof NATURES)[number];
  readonly subject: string;
  readonly place: string;
  readonly activityId: ActivityId | null;
  readonly fundedActionId: FundedActionId | null;
  /** The permanence whose slot it takes. */
  readonly permanenceId?: Id<"permanence">;
};

/** Writes it with those who take part. */
export async function insertAppointment(context: CommandContext, planned: NewAppointment): Promise<AppointmentId> {
  const { tx, organizationId, actor, now } = context;
  const id = context.id<"appointment">();
  const tables = tx.withTables<AccompanimentTables>();
  await tables
    .insertInto("accompaniment.appointment")
    .values({
      organization_id: organizationId,
      id,
      status: "planned",
      starts_at: planned.startsAt,
      minutes: planned.minutes,
      mode: planned.mode,
      nature: planned.nature,
      subject: planned.subject,
      place: planned.place,
      activity_id: planned.activityId,
      funded_action_id: planned.fundedActionId,
      created_at: now,
      created_by: actor.personId,
      permanence_id: planned.permanenceId ?? null,
    })
    .execute();
  const party = (part: "adviser" | "person") => (personId: PersonId) => ({
    organization_id: organizationId,
    appointment_id: id,
    person_id: personId,
    part,
  });
  await tables
    .insertInto("accompaniment.appointment_party")
    .values([...planned.persons.map(party("person")), ...planned.advisers.map(party("adviser"))])
    .execute();
  await addEvent(context, { id, startsAt: planned.startsAt }, "plan", "");
  return id;
}

/** Changes its day, hour, place or subject while it is still to come; a new moment is told by mail. */
export const updateAppointment = defineCommand({
  name: "accompaniment.appointment.update",
  input: z.object({ appointmentId: idText<"appointment">(), version: versionNumber(), ...when }),
  async run(context, { appointmentId, version, day, time, evenBusy, ...fields }): Promise<Planned | Refused> {
    const { tx, organizationId, actor } = context;
    const appointment = await findAppointment(tx, organizationId, appointmentId, true);
    if (appointment === null) return refuse("missing", "appointment.missing");
    const reached = await personsReached(tx, actor, ACCOMPANYING);
    const refusal = mayAppointment(actor, "update", appointment, reached);
    if (refusal) return refusal;
    if (appointment.status !== "planned") return refuse("conflict", "appointment.over");
    if (appointment.version !== version) return refuse("conflict", "appointment.changed");
    const wrong = await checkReferences(context, fields.activityId, fields.fundedActionId);
    if (wrong) return wrong;
    const startsAt = instantAt(day, time, (await organizationProfile(tx, organizationId)).timeZone);
    const stays = startsAt === appointment.startsAt && fields.minutes === appointment.minutes;
    const free = evenBusy || stays;
    const busy = free ? null : await takenElsewhere(context, advisersOf(appointment), startsAt, fields.minutes);
    if (busy) return busy;
    await tx
      .withTables<AccompanimentTables>()
      .updateTable("accompaniment.appointment")
      .set({
        starts_at: startsAt,
        minutes: fields.minutes,
        mode: fields.mode,
        nature: fields.nature,
        subject: fields.subject,
        place: fields.place,
        activity_id: fields.activityId,
        funded_action_id: fields.fundedActionId,
        version: version + 1,
      })
      .where("organization_id", "=", organizationId)
      .where("id", "=", appointmentId)
      .execute();
    const moved = startsAt !== appointment.startsAt;
    if (moved) await addEvent(context, { id: appointmentId, startsAt }, "move", "");
    context.audit({ subjectKind: "accompaniment.appointment", subjectId: appointmentId, details: { startsAt } });
    const said = moved || fields.place !== appointment.place || fields.mode !== appointment.mode;
    await tellParties(context, appointmentId, said && startsAt > context.now ? "moved" : null, "");
    return { appointmentId };
  },
});
