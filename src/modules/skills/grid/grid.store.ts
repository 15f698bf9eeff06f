import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SkillsTables } from "../tables.ts";
import type { Grid, GridVersion } from "./grid.ts";

/** The grid in force, null while nobody wrote one; or a version of it, as an evaluation was made with. */
export async function findGrid(tx: Tx, organizationId: OrganizationId, version?: number): Promise<GridVersion | null> {
  let query = tx
    .withTables<SkillsTables>()
    .selectFrom("skills.grid_version")
    .select(["version", "content"])
    .where("organization_id", "=", organizationId);
  if (version !== undefined) query = query.where("version", "=", version);
  const row = await query.orderBy("version", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : { ...row.content, version: row.version };
}

/** Writes the next version; false when somebody wrote it meanwhile. */
export async function writeGrid(context: CommandContext, version: number, grid: Grid): Promise<boolean> {
  const { levels, stages, domains } = grid;
  const content = canonicalJson({ levels, stages, domains } as unknown as Json);
  const written =
    await sql`insert into skills.grid_version (organization_id, version, content, recorded_at, recorded_by)
    values (${context.organizationId}, ${version}, ${content}::jsonb, ${context.now}, ${context.actor.personId})
    on conflict do nothing`.execute(context.tx);
  return written.numAffectedRows === 1n;
}

/** Whether somebody was evaluated: the number of levels is then what it is. */
export async function isGridInUse(tx: Tx, organizationId: OrganizationId): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select exists (
    select 1 from skills.evaluation where organization_id = ${organizationId}) as used`.execute(tx);
  return rows[0]?.used ?? false;
}
