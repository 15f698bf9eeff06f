import { addMonths, dayIn } from "#kernel/day.ts";
import { dayStart } from "#kernel/zoned.ts";
import { contactsOf, organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { type Asked, fetchDiary } from "#platform/diary/fetch-diary.ts";
import { readDiary } from "#platform/diary/read-diary.ts";
import { derivedId } from "#platform/id.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { emitAt } from "#platform/outbox/emit-at.ts";
import { openAddress, saveReading, standingCalendar } from "./external.store.ts";
import { type CalendarFault, type ExternalCalendarId, nextReading } from "./external-calendar.ts";
import { CALENDAR_ASKED } from "./keep-calendar.command.ts";

const MONTHS_AHEAD = 6;

/**
 * Reads a diary elsewhere, outside of any transaction, then asks for its next reading: a row under an identifier that its hour
 * gives, so that one asked for by hand makes no second round. A diary that was removed, or whose person left, is read no more.
 */
export async function readExternalCalendar(
  app: App,
  event: OutboxEvent,
  fetch: (address: string) => Promise<Asked> = fetchDiary,
): Promise<void> {
  const { organizationId } = event;
  const id = event.payload.calendarId as ExternalCalendarId;
  const scope = { organizationId, userId: null };
  const now = app.clock();
  const found = await withTenant(app.database, scope, async (tx) => {
    const calendar = await standingCalendar(tx, organizationId, { id });
    if (calendar === null) return null;
    if ((await contactsOf(tx, organizationId, [calendar.personId])).length === 0) return null;
    const { timeZone } = await organizationProfile(tx, organizationId);
    return { address: openAddress(app.vault, organizationId, calendar), timeZone };
  });
  if (found === null) return;
  const { address, timeZone } = found;
  const read = address === null ? { fault: "key" as CalendarFault } : await told(address);
  await withTenant(app.database, scope, async (tx) => {
    // Removed meanwhile: what it told is not kept.
    if ((await standingCalendar(tx, organizationId, { id })) === null) return;
    await saveReading({ tx, organizationId, now }, id, read);
    const at = nextReading(id, now);
    const asked = { id: derivedId(`${id} read ${at}`), event: CALENDAR_ASKED, payload: { calendarId: id }, at };
    await emitAt({ tx, organizationId, now }, asked);
  });

  async function told(secret: string) {
    const asked = await fetch(secret);
    if ("fault" in asked) return asked;
    const today = dayIn(now, timeZone);
    const until = dayStart(addMonths(today, MONTHS_AHEAD), timeZone);
    return readDiary({ text: asked.text, from: dayStart(today, timeZone), until, timeZone });
  }
}
