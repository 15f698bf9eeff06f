/** SQL of who is in an assembly: those who may vote, who came, who gave a proxy to whom. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import type { AssociateId } from "../associate/associate.ts";
import { type Attendance, type InRoom, type Passage, presentAfter, roomOf, type Voter } from "./room.ts";

/** Proxies that stand: who votes for whom. */
export async function proxiesOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: AssemblyId,
): Promise<ReadonlyMap<AssociateId, AssociateId>> {
  const { rows } = await sql<{ giver: AssociateId; holder: AssociateId | null }>`
    select distinct on (giver_id) giver_id as giver, holder_id as holder from governance.proxy
     where organization_id = ${organizationId} and assembly_id = ${id} order by giver_id, rank desc`.execute(tx);
  return new Map(rows.flatMap(({ giver, holder }) => (holder === null ? [] : [[giver, holder] as const])));
}

/** Everybody who may vote in an assembly that was opened, who came and left, whose proxy who holds. */
export async function readAttendance(tx: Tx, organizationId: OrganizationId, id: AssemblyId): Promise<Attendance> {
  const voters = await sql<Voter>`
    select v.associate_id as "associateId", v.college, v.person_id as "personId", a.number,
           coalesce(p.first_name || ' ' || p.last_name, a.legal_name) as name
      from governance.voter v
      join governance.associate a on a.organization_id = v.organization_id and a.id = v.associate_id
      left join membership.person p on p.organization_id = a.organization_id and p.id = a.person_id
     where v.organization_id = ${organizationId} and v.assembly_id = ${id} order by a.number`.execute(tx);
  const passages = await sql<Passage>`
    select associate_id as "associateId", present, at from governance.assembly_presence
     where organization_id = ${organizationId} and assembly_id = ${id} order by at, rank`.execute(tx);
  return { voters: voters.rows, passages: passages.rows, proxies: await proxiesOf(tx, organizationId, id) };
}

/** The same, as it is now: whether each counts. */
export async function readRoom(tx: Tx, organizationId: OrganizationId, id: AssemblyId): Promise<InRoom[]> {
  const { voters, passages, proxies } = await readAttendance(tx, organizationId, id);
  return roomOf(voters, presentAfter(passages), proxies);
}

export async function insertPresence(
  { tx, organizationId, now, actor }: CommandContext,
  id: AssemblyId,
  associateId: AssociateId,
  present: boolean,
  how: "self" | "list",
): Promise<void> {
  await sql`insert into governance.assembly_presence (organization_id, assembly_id, associate_id, rank, present, how, at, by)
    select ${organizationId}, ${id}, ${associateId}, count(*) + 1, ${present}, ${how}, ${now}, ${actor.personId}
      from governance.assembly_presence
     where organization_id = ${organizationId} and assembly_id = ${id} and associate_id = ${associateId}`.execute(tx);
}

export async function insertProxy(
  { tx, organizationId, now, actor }: CommandContext,
  id: AssemblyId,
  giverId: AssociateId,
  holderId: AssociateId | null,
): Promise<void> {
  await sql`insert into governance.proxy (organization_id, assembly_id, giver_id, rank, holder_id, at, by)
    select ${organizationId}, ${id}, ${giverId}, count(*) + 1, ${holderId}, ${now}, ${actor.personId}
      from governance.proxy
     where organization_id = ${organizationId} and assembly_id = ${id} and giver_id = ${giverId}`.execute(tx);
}
