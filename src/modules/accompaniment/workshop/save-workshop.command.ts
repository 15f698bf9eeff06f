import { sql } from "kysely";
import { z } from "zod";
import type { Instant } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type ClockTime, instantAt, minutesAfter } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import {
  dayText,
  idText,
  oneOf,
  optionalId,
  optionalText,
  requiredText,
  timeText,
  versionNumber,
} from "#platform/field.ts";
import { emitAt } from "#platform/outbox/emit-at.ts";
import { findDemand, votersOf } from "../demand/demand.store.ts";
import { contactsByPerson } from "../people.store.ts";
import type { AccompanimentTables } from "../tables.ts";
import { SESSION_NEAR, tellWorkshop } from "./tell-workshop.store.ts";
import type { WorkshopRefusalCode } from "./workshop.fr.ts";
import { mayOrganize } from "./workshop.policy.ts";
import { findWorkshop, seat } from "./workshop.store.ts";
import { SIGNUPS, toSeat, type WorkshopId } from "./workshop.ts";

type Saved = { readonly workshopId: WorkshopId };
type Refused = Refusal<WorkshopRefusalCode>;

const DAY_BEFORE = -24 * 60;
const MOST_DATES = 12;

const date = z.object({
  day: dayText(),
  time: timeText(),
  minutes: z.coerce
    .number("field.wholeNumber")
    .int("field.wholeNumber")
    .min(15, "field.other")
    .max(720, "field.tooLarge"),
});
const told = {
  title: requiredText(120),
  description: optionalText(4000),
  themes: optionalText(200),
  place: optionalText(200),
  capacity: z.coerce
    .number("field.wholeNumber")
    .int("field.wholeNumber")
    .min(1, "field.negative")
    .max(500, "field.tooLarge"),
  signup: oneOf(SIGNUPS),
};

/** Sets a workshop up with its dates; those who asked for it are told. */
export const createWorkshop = defineCommand({
  name: "accompaniment.workshop.create",
  input: z.object({
    ...told,
    outsideTrainer: optionalText(120),
    trainerId: optionalId<"person">(),
    demandId: optionalId<"workshopDemand">(),
    dates: z.array(date).min(1, "field.required").max(MOST_DATES, "field.tooLong"),
  }),
  async run(context, { dates, trainerId, demandId, ...words }): Promise<Saved | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayOrganize(actor);
    if (refusal) return refusal;
    if (trainerId !== null && !(await contactsByPerson(tx, organizationId, [trainerId])).has(trainerId)) {
      return refuse("missing", "workshop.personMissing", {}, "trainerId");
    }
    if (trainerId === null && words.outsideTrainer === "")
      return refuse("invalid", "workshop.noTrainer", {}, "trainerId");
    const demand = demandId === null ? null : await findDemand(tx, organizationId, demandId);
    if (demandId !== null && demand === null) return refuse("missing", "demand.missing");
    if (demand !== null && demand.workshopId !== null) return refuse("conflict", "demand.answered");
    const id = context.id<"workshop">();
    const tables = tx.withTables<AccompanimentTables>();
    const { outsideTrainer, ...rest } = words;
    const row = { ...rest, outside_trainer: outsideTrainer, demand_id: demandId };
    // Two workshops that answer one demand at once: the second is refused like any later one.
    const { numInsertedOrUpdatedRows } = await tables
      .insertInto("accompaniment.workshop")
      .values({
        organization_id: organizationId,
        id,
        ...row,
        created_at: now,
        created_by: actor.personId,
        cancelled_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return refuse("conflict", "demand.answered");
    if (trainerId !== null) {
      const trainer = { organization_id: organizationId, workshop_id: id, person_id: trainerId };
      await tables.insertInto("accompaniment.workshop_trainer").values(trainer).execute();
    }
    const wrong = await addDates(context, id, dates, 0);
    if (wrong) return wrong;
    context.audit({ subjectKind: "accompaniment.workshop", subjectId: id });
    if (demandId !== null) tellWorkshop(context, id, "answered", await votersOf(tx, organizationId, demandId));
    return { workshopId: id };
  },
});

type NewDate = { readonly day: Parameters<typeof instantAt>[0]; readonly time: ClockTime; readonly minutes: number };

/** Adds dates, each with the reminder of the day before. */
async function addDates(
  context: CommandContext,
  workshopId: WorkshopId,
  dates: readonly NewDate[],
  before: number,
): Promise<Refused | null> {
  const { tx, organizationId, now } = context;
  if (before + dates.length > MOST_DATES)
    return refuse("invalid", "workshop.tooManyDates", { most: String(MOST_DATES) });
  const { timeZone } = await organizationProfile(tx, organizationId);
  for (const [index, { day, time, minutes }] of dates.entries()) {
    const startsAt: Instant = instantAt(day, time, timeZone);
    const id = context.id<"workshopSession">();
    const written =
      await sql`insert into accompaniment.workshop_session (organization_id, id, workshop_id, starts_at, minutes)
      values (${organizationId}, ${id}, ${workshopId}, ${startsAt}, ${minutes}) on conflict do nothing`.execute(tx);
    if (written.numAffectedRows !== 1n) return refuse("conflict", "workshop.sameDate", {}, `dates.${index}.day`);
    const eve = minutesAfter(startsAt, DAY_BEFORE);
    // Announced the day before or later: those who come know.
    if (eve > now)
      await emitAt(context, { id: context.id(), event: SESSION_NEAR, payload: { sessionId: id }, at: eve });
  }
  return null;
}

/** Corrects its words, its seats (those who wait may sit) and adds dates. */
export const updateWorkshop = defineCommand({
  name: "accompaniment.workshop.update",
  input: z.object({
    workshopId: idText<"workshop">(),
    version: versionNumber(),
    ...told,
    dates: z.array(date).max(MOST_DATES, "field.tooLong").default([]),
  }),
  async run(context, { workshopId, version, dates, ...words }): Promise<Saved | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayOrganize(actor);
    if (refusal) return refusal;
    const workshop = await findWorkshop(tx, organizationId, workshopId, true);
    if (workshop === null) return refuse("missing", "workshop.missing");
    if (workshop.cancelledAt !== null) return refuse("conflict", "workshop.cancelledAlready");
    if (workshop.version !== version) return refuse("conflict", "workshop.changed");
    await tx
      .withTables<AccompanimentTables>()
      .updateTable("accompaniment.workshop")
      .set({ ...words, version: version + 1 })
      .where("organization_id", "=", organizationId)
      .where("id", "=", workshopId)
      .execute();
    const wrong = await addDates(context, workshopId, dates, workshop.sessions.length);
    if (wrong) return wrong;
    const next = toSeat({ ...workshop, capacity: words.capacity }).map(({ personId }) => personId);
    await seat(context, workshopId, next);
    tellWorkshop(context, workshopId, "seated", next);
    context.audit({ subjectKind: "accompaniment.workshop", subjectId: workshopId });
    return { workshopId };
  },
});

/** Says that it will not take place; everybody in line is told. */
export const cancelWorkshop = defineCommand({
  name: "accompaniment.workshop.cancel",
  input: z.object({ workshopId: idText<"workshop">(), reason: requiredText(500) }),
  async run(context, { workshopId, reason }): Promise<Saved | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayOrganize(actor);
    if (refusal) return refusal;
    const workshop = await findWorkshop(tx, organizationId, workshopId, true);
    if (workshop === null) return refuse("missing", "workshop.missing");
    if (workshop.cancelledAt !== null) return refuse("conflict", "workshop.cancelledAlready");
    if (workshop.sessions.some(({ startsAt }) => startsAt <= now)) return refuse("conflict", "workshop.begun");
    await tx
      .withTables<AccompanimentTables>()
      .updateTable("accompaniment.workshop")
      .set({ cancelled_at: now, cancel_reason: reason, version: workshop.version + 1 })
      .where("organization_id", "=", organizationId)
      .where("id", "=", workshopId)
      .execute();
    context.audit({ subjectKind: "accompaniment.workshop", subjectId: workshopId });
    tellWorkshop(
      context,
      workshopId,
      "cancelled",
      workshop.registrations.map(({ personId }) => personId),
    );
    return { workshopId };
  },
});
