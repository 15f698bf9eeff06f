/** SQL of the customers' pages of documents. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { type DocumentLink, expiryOf, type LinkedKind, type LinkId } from "./document-link.ts";

const COLUMNS = sql`id, document_kind as kind, document_id as "documentId",
  to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "expiresAt"`;

/** The page of a document that is open now; null when it has none, or when its time is over. */
export async function openLinkOf(
  tx: Tx,
  organizationId: OrganizationId,
  kind: LinkedKind,
  documentId: string,
  now: Instant,
): Promise<DocumentLink | null> {
  const { rows } = await sql<DocumentLink>`select ${COLUMNS} from sales.document_link
    where organization_id = ${organizationId} and document_kind = ${kind} and document_id = ${documentId}
      and closed_at is null and expires_at > ${now}`.execute(tx);
  return rows[0] ?? null;
}

/** What an address opens; null once it is closed or its time is over. */
export async function findOpenLink(
  tx: Tx,
  organizationId: OrganizationId,
  id: string,
  now: Instant,
): Promise<DocumentLink | null> {
  const { rows } = await sql<DocumentLink>`select ${COLUMNS} from sales.document_link
    where organization_id = ${organizationId} and id = ${id} and closed_at is null and expires_at > ${now}`.execute(tx);
  return rows[0] ?? null;
}

/** Opens the page of a document, or gives it its whole time again. */
export async function ensureLink(context: CommandContext, kind: LinkedKind, documentId: string): Promise<LinkId> {
  const { tx, organizationId, now, actor } = context;
  const { rows } = await sql<{ id: LinkId }>`
    insert into sales.document_link (organization_id, id, document_kind, document_id, created_by, created_at, expires_at)
    values (${organizationId}, ${context.id()}, ${kind}, ${documentId}, ${actor.personId}, ${now}, ${expiryOf(now)})
    on conflict (organization_id, document_kind, document_id) where closed_at is null
    do update set expires_at = excluded.expires_at
    returning id`.execute(tx);
  return (rows[0] as { id: LinkId }).id;
}

/** The address opens nothing from now on; another one may be made. False when none was open. */
export async function closeLinks(context: CommandContext, kind: LinkedKind, documentId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update sales.document_link
      set closed_at = ${context.now}, closed_by = ${context.actor.personId}
    where organization_id = ${context.organizationId} and document_kind = ${kind} and document_id = ${documentId}
      and closed_at is null`.execute(context.tx);
  return (numAffectedRows ?? 0n) > 0n;
}
