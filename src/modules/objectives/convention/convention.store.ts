import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { isStaff, seatsOf } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Amendment, Convention, ConventionId, Party } from "./convention.ts";

const columns = sql`c.id, c.title, c.reference, c.purpose, c.starts_on as "startsOn", c.ends_on as "endsOn",
  c.lead_id as "leadId", l.name as "leadName", c.signed_on as "signedOn", c.version
  from objectives.convention c
  join network.structure l on l.organization_id = c.organization_id and l.id = c.lead_id`;

/** Locked when it is about to change: two acts on one convention follow each other. */
export async function findConvention(
  tx: Tx,
  organizationId: OrganizationId,
  id: ConventionId | null,
  lock = false,
): Promise<Convention | null> {
  if (id === null) return null;
  const { rows } = await sql<Convention>`select ${columns}
    where c.organization_id = ${organizationId} and c.id = ${id} ${lock ? sql`for update of c` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The parties of one convention, or of all, by name. */
export async function partiesOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: ConventionId | null = null,
): Promise<(Party & { readonly conventionId: ConventionId })[]> {
  const { rows } = await sql<Party & { conventionId: ConventionId }>`
    select p.convention_id as "conventionId", p.structure_id as "structureId", s.name
      from objectives.party p
      join network.structure s on s.organization_id = p.organization_id and s.id = p.structure_id
     where p.organization_id = ${organizationId} ${id === null ? sql`` : sql`and p.convention_id = ${id}`}
     order by s.name collate "fr-x-icu", s.id`.execute(tx);
  return rows;
}

export async function amendmentsOf(tx: Tx, organizationId: OrganizationId, id: ConventionId): Promise<Amendment[]> {
  const { rows } = await sql<Amendment>`select number, agreed_on as "agreedOn", body from objectives.amendment
    where organization_id = ${organizationId} and convention_id = ${id} order by number`.execute(tx);
  return rows;
}

export type ListedConvention = Convention & { readonly parties: readonly Party[] };

/** The conventions that this reader may read, the latest first. */
export async function conventionsFor(tx: Tx, actor: Actor, today: Day): Promise<ListedConvention[]> {
  const { organizationId } = actor;
  const { rows } = await sql<Convention>`select ${columns}
    where c.organization_id = ${organizationId} order by c.starts_on desc, c.id desc`.execute(tx);
  const parties = await partiesOf(tx, organizationId);
  const spoken = await spokenBy(tx, actor, today);
  return rows
    .map((row) => ({ ...row, parties: parties.filter(({ conventionId }) => conventionId === row.id) }))
    .filter((row) => isStaff(actor) || row.parties.some(({ structureId }) => spoken.includes(structureId)));
}

/** The structures for which somebody speaks today. */
export async function spokenBy(tx: Tx, actor: Actor, today: Day): Promise<readonly StructureId[]> {
  return (await seatsOf(tx, actor.organizationId, actor.personId, today)).map(({ structureId }) => structureId);
}
