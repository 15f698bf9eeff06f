/** SQL of what is read before an assembly. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import type { Enclosure, EnclosureId } from "./enclosure.ts";

const select = sql`select id, assembly_id as "assemblyId", title, file_hash as "fileHash", file_name as "fileName",
    media_type as "mediaType", added_at as "addedAt" from governance.enclosure`;

/** In the order in which they were added. */
export async function enclosuresOf(tx: Tx, organizationId: OrganizationId, id: AssemblyId): Promise<Enclosure[]> {
  const { rows } = await sql<Enclosure>`${select}
    where organization_id = ${organizationId} and assembly_id = ${id} order by added_at, id`.execute(tx);
  return rows;
}

export async function findEnclosure(
  tx: Tx,
  organizationId: OrganizationId,
  id: EnclosureId,
): Promise<Enclosure | null> {
  const { rows } = await sql<Enclosure>`${select}
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function insertEnclosure(
  { tx, organizationId, now, actor }: CommandContext,
  one: Omit<Enclosure, "addedAt">,
): Promise<void> {
  await sql`insert into governance.enclosure (organization_id, id, assembly_id, title, file_hash, file_name, media_type,
      added_at, added_by)
    values (${organizationId}, ${one.id}, ${one.assemblyId}, ${one.title}, ${one.fileHash}, ${one.fileName},
      ${one.mediaType}, ${now}, ${actor.personId})`.execute(tx);
}

export async function deleteEnclosure({ tx, organizationId }: CommandContext, id: EnclosureId): Promise<void> {
  await sql`delete from governance.enclosure where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}
