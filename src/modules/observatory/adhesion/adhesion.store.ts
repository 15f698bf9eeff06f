/** SQL of the structures that joined an observatory, of their codes and keys. */
import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AdhesionId, InvitationId, StructureId } from "../tables.ts";
import type { Placed } from "./circle.ts";

export type Adhesion = {
  readonly id: AdhesionId;
  readonly structureId: StructureId;
  readonly publicKey: string;
  readonly revokedAt: Instant | null;
};

/** Locked until the end: two documents of one structure come one after the other. */
export async function lockAdhesion(tx: Tx, organizationId: OrganizationId, id: string): Promise<Adhesion | null> {
  const { rows } = await sql<Adhesion>`select id, structure_id as "structureId", public_key as "publicKey",
      revoked_at as "revokedAt"
    from observatory.adhesion where organization_id = ${organizationId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Every adhesion, locked: until the end nothing is received, and no other edition begins. */
export async function lockAdhesions(place: {
  readonly tx: Tx;
  readonly organizationId: OrganizationId;
}): Promise<void> {
  await sql`select 1 from observatory.adhesion where organization_id = ${place.organizationId}
    order by id for update`.execute(place.tx);
}

/** The house as it names itself. */
export async function houseName(tx: Tx, organizationId: OrganizationId): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from published.house
    where organization_id = ${organizationId}`.execute(tx);
  return rows[0]?.name ?? "";
}

/** A cooperative of the directory that is not closed, or null. */
export async function findStructure(
  tx: Tx,
  organizationId: OrganizationId,
  id: StructureId,
): Promise<{ readonly name: string } | null> {
  const { rows } = await sql<{ name: string }>`select name from published.structure
    where organization_id = ${organizationId} and id = ${id} and kind = 'cae' and closed_on is null`.execute(tx);
  return rows[0] ?? null;
}

/** Where a structure stands on a day: its region, its trades, the networks that it belongs to. */
export async function placeOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: StructureId,
  on: Day,
): Promise<Omit<Placed, "persons">> {
  const { rows } = await sql<Omit<Placed, "persons">>`select s.region, s.trades,
      array(select distinct a.network_id::text from published.affiliation a
             where a.organization_id = s.organization_id and a.structure_id = s.id
               and a.starts_on <= ${on} and (a.ends_on is null or a.ends_on >= ${on}) order by 1) as networks
    from published.structure s where s.organization_id = ${organizationId} and s.id = ${id}`.execute(tx);
  return rows[0] ?? { region: "", trades: [], networks: [] };
}

export type Joined = {
  readonly structureId: StructureId;
  readonly name: string;
  readonly adhesionId: AdhesionId | null;
  readonly since: Instant | null;
  readonly invitationId: InvitationId | null;
  readonly expiresAt: Instant | null;
  /** The last year that it told. */
  readonly lastPeriod: string | null;
};

/** Every cooperative of the directory, with where its adhesion stands. */
export async function listJoined(tx: Tx, organizationId: OrganizationId, now: Instant): Promise<Joined[]> {
  const { rows } = await sql<Joined>`select s.id as "structureId", s.name, a.id as "adhesionId", a.since,
      i.id as "invitationId", i.expires_at as "expiresAt",
      (select max(r.period) from observatory.received r
        where r.organization_id = s.organization_id and r.structure_id = s.id and r.superseded_at is null) as "lastPeriod"
    from published.structure s
    left join observatory.adhesion a on a.organization_id = s.organization_id and a.structure_id = s.id and a.revoked_at is null
    left join lateral (select id, expires_at from observatory.invitation i
        where i.organization_id = s.organization_id and i.structure_id = s.id and i.used_at is null
          and i.cancelled_at is null and i.expires_at > ${now} order by i.created_at desc limit 1) i on true
    where s.organization_id = ${organizationId} and s.kind = 'cae' and s.closed_on is null
    order by s.name collate "fr-x-icu", s.id`.execute(tx);
  return rows;
}
