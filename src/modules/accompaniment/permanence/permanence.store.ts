import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { busyElsewhere } from "../external/external.store.ts";
import type { Permanence, PermanenceId } from "./permanence.ts";

const COLUMNS = sql`p.id, p.adviser_id as "adviserId", p.town, p.place, p.weekday, p.from_day as "fromDay",
  p.until_day as "untilDay", p.starts, p.ends, p.slot_minutes as "slotMinutes"`;

/** The permanences that are open, by town. */
export async function openPermanences(tx: Tx, organizationId: OrganizationId): Promise<Permanence[]> {
  const { rows } = await sql<Permanence>`select ${COLUMNS} from accompaniment.permanence p
    where p.organization_id = ${organizationId} and p.closed_at is null order by lower(p.town), p.starts, p.id`.execute(
    tx,
  );
  return rows;
}

/** One that is open, locked: two who book there wait for one another. */
export async function lockPermanence(
  tx: Tx,
  organizationId: OrganizationId,
  id: PermanenceId,
): Promise<Permanence | null> {
  const { rows } = await sql<Permanence>`select ${COLUMNS} from accompaniment.permanence p
    where p.organization_id = ${organizationId} and p.id = ${id} and p.closed_at is null for update`.execute(tx);
  return rows[0] ?? null;
}

export type Busy = { readonly personId: PersonId; readonly startsAt: Instant; readonly endsAt: Instant };

/** When these advisers are taken between two moments: appointments of any kind that stand, and what their diaries elsewhere say. */
export async function busyBetween(
  tx: Tx,
  organizationId: OrganizationId,
  advisers: readonly PersonId[],
  from: Instant,
  until: Instant,
): Promise<Busy[]> {
  const { rows } = await sql<Busy>`
    select y.person_id as "personId", a.starts_at as "startsAt", a.starts_at + make_interval(mins => a.minutes) as "endsAt"
      from accompaniment.appointment a
      join accompaniment.appointment_party y on y.organization_id = a.organization_id and y.appointment_id = a.id
     where a.organization_id = ${organizationId} and a.status <> 'cancelled' and y.person_id = any(${[...advisers]}::uuid[])
       and a.starts_at < ${until} and a.starts_at + make_interval(mins => a.minutes) > ${from}`.execute(tx);
  return [...rows, ...(await busyElsewhere(tx, organizationId, advisers, from, until))];
}
