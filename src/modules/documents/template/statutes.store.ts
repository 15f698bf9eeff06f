import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { DocumentsTables } from "../tables.ts";

export type Statutes = {
  readonly id: Id<"statutes">;
  readonly title: string;
  readonly adoptedOn: Day;
  readonly effectiveOn: Day;
  readonly fileHash: string | null;
  readonly fileName: string;
  readonly recordedAt: Instant;
};

function query(tx: Tx, organizationId: OrganizationId) {
  return tx
    .withTables<DocumentsTables>()
    .selectFrom("documents.statutes")
    .select([
      "id",
      "title",
      "adopted_on as adoptedOn",
      "effective_on as effectiveOn",
      "file_hash as fileHash",
      "file_name as fileName",
      "recorded_at as recordedAt",
    ])
    .where("organization_id", "=", organizationId)
    .orderBy("effective_on", "desc")
    .orderBy("recorded_at", "desc");
}

/** The versions of the articles, the most recent first. */
export function statutesOf(tx: Tx, organizationId: OrganizationId): Promise<Statutes[]> {
  return query(tx, organizationId).execute();
}

/** The version in force on a day; null when none was recorded. */
export async function statutesOn(tx: Tx, organizationId: OrganizationId, on: Day): Promise<Statutes | null> {
  return (await query(tx, organizationId).where("effective_on", "<=", on).limit(1).executeTakeFirst()) ?? null;
}
