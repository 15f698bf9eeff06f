import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { readAddress } from "#platform/diary/public-address.ts";
import { requiredText } from "#platform/field.ts";
import type { ExternalRefusalCode } from "./external.fr.ts";
import { mayKeepCalendar } from "./external.policy.ts";
import { forgetSlots, sealAddress, standingCalendar } from "./external.store.ts";
import type { ExternalCalendarId } from "./external-calendar.ts";

/** A diary is to be read (read-calendar.job.ts). */
export const CALENDAR_ASKED = "accompaniment.external_calendar.asked.v1";

type Kept = { readonly calendarId: ExternalCalendarId };
type Refused = Refusal<ExternalRefusalCode>;

/** Gives the secret address of one's own diary: encrypted, read at once, then each hour. */
export const addExternalCalendar = defineCommand({
  name: "accompaniment.externalCalendar.add",
  input: z.object({ address: requiredText(1_000) }),
  async run(context, { address }): Promise<Kept | Refused> {
    const { tx, organizationId, actor, now, vault } = context;
    const refusal = mayKeepCalendar(actor);
    if (refusal) return refusal;
    const url = readAddress(address);
    if (url === null) return refuse("invalid", "external.address", {}, "address");
    const id = context.id<"externalCalendar">();
    const sealed = sealAddress(vault, organizationId, actor.personId, url.href);
    const { numAffectedRows } = await sql`insert into accompaniment.external_calendar
        (organization_id, id, person_id, address, host, added_at, asked_at)
      values (${organizationId}, ${id}, ${actor.personId}, ${sealed}, ${url.hostname}, ${now}, ${now}) on conflict do nothing`.execute(
      tx,
    );
    if (numAffectedRows !== 1n) return refuse("conflict", "external.already");
    context.audit({ subjectKind: "accompaniment.externalCalendar", subjectId: id });
    context.emit(CALENDAR_ASKED, { calendarId: id });
    return { calendarId: id };
  },
});

async function own({ tx, organizationId, actor }: CommandContext) {
  const refusal = mayKeepCalendar(actor);
  if (refusal) return refusal;
  const calendar = await standingCalendar(tx, organizationId, { personId: actor.personId });
  return calendar ?? refuse<ExternalRefusalCode>("missing", "external.none");
}

/** Asks for it to be read now, once a minute at most. */
export const refreshExternalCalendar = defineCommand({
  name: "accompaniment.externalCalendar.refresh",
  input: z.object({}),
  async run(context): Promise<Kept | Refused> {
    const calendar = await own(context);
    if ("refused" in calendar) return calendar;
    const { tx, organizationId, now } = context;
    if (calendar.askedAt !== null && minutesAfter(calendar.askedAt, 1) > now) {
      return refuse("conflict", "external.askedAlready");
    }
    await sql`update accompaniment.external_calendar set asked_at = ${now}
      where organization_id = ${organizationId} and id = ${calendar.id}`.execute(tx);
    context.audit({ subjectKind: "accompaniment.externalCalendar", subjectId: calendar.id });
    context.emit(CALENDAR_ASKED, { calendarId: calendar.id });
    return { calendarId: calendar.id };
  },
});

/** Reads it no more; what it told is forgotten, and its address with it. */
export const removeExternalCalendar = defineCommand({
  name: "accompaniment.externalCalendar.remove",
  input: z.object({}),
  async run(context): Promise<Kept | Refused> {
    const calendar = await own(context);
    if ("refused" in calendar) return calendar;
    const { tx, organizationId, now } = context;
    await forgetSlots(context, calendar.id);
    await sql`update accompaniment.external_calendar set removed_at = ${now}, address = ''
      where organization_id = ${organizationId} and id = ${calendar.id}`.execute(tx);
    context.audit({ subjectKind: "accompaniment.externalCalendar", subjectId: calendar.id });
    return { calendarId: calendar.id };
  },
});
