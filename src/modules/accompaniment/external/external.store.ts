/** SQL of the diaries that advisers keep elsewhere, and of when they say that one is taken. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { BusyTime } from "#platform/diary/busy-times.ts";
import { keyOf, type Vault } from "#platform/vault.ts";
import type { CalendarFault, ExternalCalendar, ExternalCalendarId } from "./external-calendar.ts";

const COLUMN = "external_calendar.address";
type Sealed = ExternalCalendar & { readonly address: string };

const columns = sql`id, person_id as "personId", host, read_at as "readAt", asked_at as "askedAt", fault, address`;

/** The diary that stands of a person, or by its identifier. */
export async function standingCalendar(
  tx: Tx,
  organizationId: OrganizationId,
  of: { readonly personId: PersonId } | { readonly id: ExternalCalendarId },
): Promise<Sealed | null> {
  const who = "id" in of ? sql`id = ${of.id}` : sql`person_id = ${of.personId}`;
  const { rows } = await sql<Sealed>`select ${columns} from accompaniment.external_calendar
    where organization_id = ${organizationId} and removed_at is null and ${who} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The same for a screen: the address stays where it is. */
export async function shownCalendar(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<ExternalCalendar | null> {
  const { rows } = await sql<Sealed>`select ${columns} from accompaniment.external_calendar
    where organization_id = ${organizationId} and removed_at is null and person_id = ${personId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { address: _, ...shown } = row;
  return shown;
}

export const sealAddress = (vault: Vault, organizationId: OrganizationId, personId: PersonId, address: string) =>
  vault.seal(address, { organizationId, personId, column: COLUMN });

export function openAddress(
  vault: Vault,
  organizationId: OrganizationId,
  { personId, address }: Sealed,
): string | null {
  const opened = vault.open(address, { organizationId, personId, column: COLUMN });
  return "plain" in opened ? opened.plain : null;
}

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId; readonly now: Instant };

/** What a reading told takes the place of what the one before told; a reading that failed leaves it. */
export async function saveReading(
  { tx, organizationId, now }: Place,
  id: ExternalCalendarId,
  read: { readonly times: readonly BusyTime[] } | { readonly fault: CalendarFault },
): Promise<void> {
  if ("fault" in read) {
    await sql`update accompaniment.external_calendar set asked_at = ${now}, fault = ${read.fault}
      where organization_id = ${organizationId} and id = ${id}`.execute(tx);
    return;
  }
  await forgetSlots({ tx, organizationId }, id);
  const rows = read.times.map(({ startsAt, endsAt }) => ({ starts_at: startsAt, ends_at: endsAt }));
  await sql`insert into accompaniment.busy_slot (organization_id, calendar_id, starts_at, ends_at)
    select ${organizationId}, ${id}, r.starts_at, r.ends_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(starts_at timestamptz, ends_at timestamptz)`.execute(
    tx,
  );
  await sql`update accompaniment.external_calendar set asked_at = ${now}, read_at = ${now}, fault = null
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

export async function forgetSlots(
  { tx, organizationId }: Pick<Place, "tx" | "organizationId">,
  id: ExternalCalendarId,
): Promise<void> {
  await sql`delete from accompaniment.busy_slot
    where organization_id = ${organizationId} and calendar_id = ${id}`.execute(tx);
}

export type BusyElsewhere = { readonly personId: PersonId; readonly startsAt: Instant; readonly endsAt: Instant };

/** When these advisers are taken elsewhere between two moments. */
export async function busyElsewhere(
  tx: Tx,
  organizationId: OrganizationId,
  advisers: readonly PersonId[],
  from: Instant,
  until: Instant,
): Promise<BusyElsewhere[]> {
  const { rows } = await sql<BusyElsewhere>`
    select c.person_id as "personId", b.starts_at as "startsAt", b.ends_at as "endsAt"
      from accompaniment.busy_slot b
      join accompaniment.external_calendar c on c.organization_id = b.organization_id and c.id = b.calendar_id
     where b.organization_id = ${organizationId} and c.removed_at is null and c.person_id = any(${[...advisers]}::uuid[])
       and b.starts_at < ${until} and b.ends_at > ${from}
     order by b.starts_at`.execute(tx);
  return rows;
}

/** Encrypts addresses under today's key. Gives how many, and how many no key opens. */
export async function resealAddresses(
  { tx, organizationId }: Pick<Place, "tx" | "organizationId">,
  vault: Vault,
): Promise<{ readonly done: number; readonly closed: number }> {
  const { rows } = await sql<Sealed>`select ${columns} from accompaniment.external_calendar
    where organization_id = ${organizationId} and removed_at is null for update`.execute(tx);
  const count = { done: 0, closed: 0 };
  for (const row of rows) {
    if (keyOf(row.address) === vault.currentKey()) continue;
    const plain = openAddress(vault, organizationId, row);
    if (plain === null) {
      count.closed += 1;
      continue;
    }
    await sql`update accompaniment.external_calendar
      set address = ${sealAddress(vault, organizationId, row.personId, plain)}
      where organization_id = ${organizationId} and id = ${row.id}`.execute(tx);
    count.done += 1;
  }
  return count;
}
