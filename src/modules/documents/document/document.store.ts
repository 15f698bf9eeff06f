import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { FieldValues } from "#platform/document-field.ts";
import type { TemplateKind } from "../template/template.ts";

export type DocumentId = Id<"document">;

export type StoredDocument = {
  readonly id: DocumentId;
  readonly personId: PersonId;
  readonly contractId: Id<"contract"> | null;
  readonly activityId: ActivityId | null;
  readonly kind: TemplateKind;
  readonly title: string;
  readonly templateId: Id<"template"> | null;
  readonly templateVersion: number | null;
  readonly statutesTitle: string | null;
  readonly values: FieldValues;
  readonly filled: readonly string[];
  readonly docxHash: string | null;
  readonly pdfHash: string | null;
  readonly createdAt: Instant;
  readonly cancelledAt: Instant | null;
};

const columns = sql`d.id, d.person_id as "personId",
  d.contract_id as "contractId", d.activity_id as "activityId", d.kind, d.title, d.template_id as "templateId",
  d.template_version as "templateVersion", s.title as "statutesTitle", d.field_values as values, d.filled,
  d.docx_hash as "docxHash", d.pdf_hash as "pdfHash", d.created_at as "createdAt", d.cancelled_at as "cancelledAt"`;
const source = sql`documents.document d
  left join documents.statutes s on s.organization_id = d.organization_id and s.id = d.statutes_id`;

export async function findDocument(
  tx: Tx,
  organizationId: OrganizationId,
  id: DocumentId,
  locked = false,
): Promise<StoredDocument | null> {
  const { rows } = await sql<StoredDocument>`select ${columns} from ${source}
    where d.organization_id = ${organizationId} and d.id = ${id} ${locked ? sql`for update of d` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** What was made for a person, the most recent first. */
export async function documentsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<readonly StoredDocument[]> {
  const { rows } = await sql<StoredDocument>`select ${columns} from ${source}
    where d.organization_id = ${organizationId} and d.person_id = ${personId}
    order by d.created_at desc, d.id desc`.execute(tx);
  return rows;
}

/** The texts that somebody last filled by hand for a person: proposed again, never taken without being read. */
export async function lastFilled(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string; value: string }>`
    select distinct on (f.name) f.name, d.field_values ->> f.name as value
      from documents.document d cross join lateral jsonb_array_elements_text(d.filled) as f(name)
     where d.organization_id = ${organizationId} and d.person_id = ${personId}
       and jsonb_typeof(d.field_values -> f.name) = 'string'
     order by f.name, d.created_at desc`.execute(tx);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Writes the two files of a document once; a second printing of the same words gives the same bytes. */
export async function setFiles(
  tx: Tx,
  organizationId: OrganizationId,
  id: DocumentId,
  hashes: { readonly docx: string; readonly pdf: string },
): Promise<void> {
  await sql`update documents.document set docx_hash = ${hashes.docx}, pdf_hash = ${hashes.pdf}
    where organization_id = ${organizationId} and id = ${id} and pdf_hash is null`.execute(tx);
}
