import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { StructureId } from "../structure/structure.ts";

/** Who speaks for a structure in a network. */
export type Seat = {
  readonly id: Id<"seat">;
  readonly personId: PersonId;
  readonly personName: string;
  readonly structureId: StructureId;
  readonly structureName: string;
  /** What they are there. */
  readonly function: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
};

const columns = sql`s.id, s.person_id as "personId", p.first_name || ' ' || p.last_name as "personName",
  s.structure_id as "structureId", t.name as "structureName", s.function, s.starts_on as "startsOn", s.ends_on as "endsOn"
  from network.seat s
  join membership.person p on p.organization_id = s.organization_id and p.id = s.person_id
  join network.structure t on t.organization_id = s.organization_id and t.id = s.structure_id`;

/** The seats that somebody holds on a day: the structures for which they speak. */
export async function seatsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  on: Day,
): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`select ${columns}
    where s.organization_id = ${organizationId} and s.person_id = ${personId}
      and s.starts_on <= ${on} and (s.ends_on is null or s.ends_on >= ${on}) and t.closed_on is null
    order by t.name collate "fr-x-icu"`.execute(tx);
  return rows;
}

/** Everybody who speaks for a structure, or for any, on a day. */
export async function seatsOn(
  tx: Tx,
  organizationId: OrganizationId,
  on: Day,
  structureId: StructureId | null = null,
): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`select ${columns}
    where s.organization_id = ${organizationId} and s.starts_on <= ${on} and (s.ends_on is null or s.ends_on >= ${on})
      and t.closed_on is null and p.archived_at is null
      ${structureId === null ? sql`` : sql`and s.structure_id = ${structureId}`}
    order by t.name collate "fr-x-icu", p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu"`.execute(tx);
  return rows;
}
