import { sql } from "kysely";
import { z } from "zod";
import { weekdayOf } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { dayStart, instantAt, minutesAfter } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalText, requiredText, ticked, timeText } from "#platform/field.ts";
import type { AppointmentId } from "../appointment/appointment.ts";
import { insertAppointment } from "../appointment/plan-appointment.command.ts";
import { tellParties } from "../appointment/tell.store.ts";
import type { ExternalRefusalCode } from "../external/external.fr.ts";
import { busyElsewhere } from "../external/external.store.ts";
import type { PermanenceRefusalCode } from "./permanence.fr.ts";
import { mayBook, mayClose, mayReceive } from "./permanence.policy.ts";
import { busyBetween, lockPermanence } from "./permanence.store.ts";
import { type PermanenceId, slotsOf } from "./permanence.ts";

type Refused = Refusal<PermanenceRefusalCode | ExternalRefusalCode>;

/** Receives in a town: one day, or each week on that day until another one. */
export const openPermanence = defineCommand({
  name: "accompaniment.permanence.open",
  input: z.object({
    town: requiredText(80),
    place: optionalText(200),
    day: dayText(),
    weekly: ticked(),
    untilDay: dayText(),
    starts: timeText(),
    ends: timeText(),
    slotMinutes: z.coerce
      .number("field.wholeNumber")
      .int("field.wholeNumber")
      .min(10, "field.other")
      .max(240, "field.tooLarge"),
    /** Told that one's diary elsewhere says taken, one receives all the same. */
    evenBusy: ticked(),
  }),
  async run(context, { day, weekly, untilDay, evenBusy, ...words }): Promise<{ permanenceId: PermanenceId } | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayReceive(actor);
    if (refusal) return refusal;
    const last = weekly ? untilDay : day;
    if (last < today) return refuse("invalid", "permanence.past", {}, weekly ? "untilDay" : "day");
    if (last < day) return refuse("invalid", "permanence.order", {}, "untilDay");
    const weekday = weekly ? weekdayOf(day) : null;
    if (slotsOf({ ...words, weekday, fromDay: day, untilDay: last }, day, day).length === 0) {
      return refuse("invalid", "permanence.noSlot", {}, "ends");
    }
    const { timeZone } = await organizationProfile(tx, organizationId);
    const days = slotsOf({ ...words, weekday, fromDay: day, untilDay: last }, day, last).map((slot) => slot.day);
    const busy = evenBusy
      ? []
      : await busyElsewhere(
          tx,
          organizationId,
          [actor.personId],
          dayStart(day, timeZone),
          instantAt(last, words.ends, timeZone),
        );
    for (const one of new Set(days)) {
      const [from, until] = [instantAt(one, words.starts, timeZone), instantAt(one, words.ends, timeZone)];
      if (busy.some(({ startsAt, endsAt }) => startsAt < until && endsAt > from))
        return refuse("conflict", "external.busyPermanence", { day: onDay(one) }, "day");
    }
    const permanenceId = context.id<"permanence">();
    await sql`insert into accompaniment.permanence (organization_id, id, adviser_id, town, place, weekday, from_day, until_day,
        starts, ends, slot_minutes, created_at)
      values (${organizationId}, ${permanenceId}, ${actor.personId}, ${words.town}, ${words.place}, ${weekday}, ${day}, ${last},
        ${words.starts}, ${words.ends}, ${words.slotMinutes}, ${now})`.execute(tx);
    context.audit({ subjectKind: "accompaniment.permanence", subjectId: permanenceId });
    return { permanenceId };
  },
});

/** Offers no more slots there; those that were booked stand. */
export const closePermanence = defineCommand({
  name: "accompaniment.permanence.close",
  input: z.object({ permanenceId: idText<"permanence">() }),
  async run(context, { permanenceId }): Promise<{ permanenceId: PermanenceId } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const permanence = await lockPermanence(tx, organizationId, permanenceId);
    if (permanence === null) return refuse("missing", "permanence.missing");
    const refusal = mayClose(actor, permanence);
    if (refusal) return refusal;
    await sql`update accompaniment.permanence set closed_at = ${now}
      where organization_id = ${organizationId} and id = ${permanenceId}`.execute(tx);
    context.audit({ subjectKind: "accompaniment.permanence", subjectId: permanenceId });
    return { permanenceId };
  },
});

/** Books a slot for oneself: it becomes an appointment like any other, and whoever receives is told. */
export const bookSlot = defineCommand({
  name: "accompaniment.permanence.book",
  input: z.object({
    permanenceId: idText<"permanence">(),
    day: dayText(),
    time: timeText(),
    subject: optionalText(200),
  }),
  async run(context, { permanenceId, day, time, subject }): Promise<{ appointmentId: AppointmentId } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const permanence = await lockPermanence(tx, organizationId, permanenceId);
    if (permanence === null) return refuse("missing", "permanence.missing");
    const refusal = mayBook(actor, permanence);
    if (refusal) return refusal;
    if (!slotsOf(permanence, day, day).some((slot) => slot.time === time))
      return refuse("missing", "permanence.noSlot");
    const startsAt = instantAt(day, time, (await organizationProfile(tx, organizationId)).timeZone);
    if (startsAt <= now) return refuse("conflict", "permanence.past");
    const { adviserId, slotMinutes, place, town } = permanence;
    const busy = await busyBetween(tx, organizationId, [adviserId], startsAt, minutesAfter(startsAt, slotMinutes));
    if (busy.length > 0) return refuse("conflict", "permanence.taken");
    const appointmentId = await insertAppointment(context, {
      ...{ persons: [actor.personId], advisers: [adviserId], startsAt, minutes: slotMinutes, mode: "onSite", subject },
      ...{ nature: "other", place: [place, town].filter(Boolean).join(", "), activityId: null, fundedActionId: null },
      permanenceId,
    });
    context.audit({ subjectKind: "accompaniment.appointment", subjectId: appointmentId, details: { permanenceId } });
    await tellParties(context, appointmentId, "planned", "");
    return { appointmentId };
  },
});
