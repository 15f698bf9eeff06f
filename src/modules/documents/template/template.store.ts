import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { DocumentsTables } from "../tables.ts";
import type { TemplateKind } from "./template.ts";

export type StoredTemplate = {
  readonly id: Id<"template">;
  readonly kind: TemplateKind;
  readonly version: number;
  readonly name: string;
  readonly fileHash: string;
  readonly fileName: string;
  readonly fields: readonly string[];
  readonly uploadedAt: Instant;
};

const columns = [
  "id",
  "kind",
  "version",
  "name",
  "file_hash as fileHash",
  "file_name as fileName",
  "fields",
  "uploaded_at as uploadedAt",
] as const;

/** Every version of every kind, the most recent first. */
export function templatesOf(tx: Tx, organizationId: OrganizationId): Promise<StoredTemplate[]> {
  return tx
    .withTables<DocumentsTables>()
    .selectFrom("documents.template")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .orderBy("kind")
    .orderBy("version", "desc")
    .execute();
}

export async function findTemplate(
  tx: Tx,
  organizationId: OrganizationId,
  id: Id<"template">,
): Promise<StoredTemplate | null> {
  const row = await tx
    .withTables<DocumentsTables>()
    .selectFrom("documents.template")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Which version serves, kind by kind; a kind that is not there is served by the house's own. */
export async function templatesInForce(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<TemplateKind, Id<"template"> | null>> {
  const { rows } = await sql<{ kind: TemplateKind; template_id: Id<"template"> | null }>`
    select distinct on (kind) kind, template_id from documents.template_choice
     where organization_id = ${organizationId} order by kind, rank desc`.execute(tx);
  return new Map(rows.map(({ kind, template_id }) => [kind, template_id]));
}

/** The version that serves a kind; null: the house's own. */
export async function templateInForce(
  tx: Tx,
  organizationId: OrganizationId,
  kind: TemplateKind,
): Promise<StoredTemplate | null> {
  const id = (await templatesInForce(tx, organizationId)).get(kind) ?? null;
  return id === null ? null : findTemplate(tx, organizationId, id);
}

/** Holds a kind until the transaction ends: versions and choices of a kind come one after the other. */
async function holdKind(tx: Tx, organizationId: OrganizationId, kind: TemplateKind): Promise<void> {
  const name = `documents.template ${organizationId} ${kind}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** The number of the next version of a kind, and nobody else's. */
export async function nextVersion(tx: Tx, organizationId: OrganizationId, kind: TemplateKind): Promise<number> {
  await holdKind(tx, organizationId, kind);
  const { rows } = await sql<{ next: number }>`select coalesce(max(version), 0) + 1 as next from documents.template
    where organization_id = ${organizationId} and kind = ${kind}`.execute(tx);
  return rows[0]?.next ?? 1;
}

/** Says which version serves a kind from now on. */
export async function putInForce(
  { tx, organizationId, actor, now, ...context }: CommandContext,
  kind: TemplateKind,
  templateId: Id<"template"> | null,
): Promise<Id<"templateChoice">> {
  await holdKind(tx, organizationId, kind);
  const id = context.id<"templateChoice">();
  await sql`insert into documents.template_choice (organization_id, id, kind, rank, template_id, chosen_at, chosen_by)
    select ${organizationId}, ${id}, ${kind}, coalesce(max(rank), 0) + 1, ${templateId}, ${now}, ${actor.personId}
      from documents.template_choice where organization_id = ${organizationId} and kind = ${kind}`.execute(tx);
  return id;
}
