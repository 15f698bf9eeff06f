import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";

export type ImportKind = "persons" | "appointments";
export type ImportId = Id<"import">;
export type ItemKind = "person" | "fact" | "contract" | "appointment" | "appointmentChange";

export type Import = {
  readonly id: ImportId;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly added: number;
  readonly updated: number;
  readonly refused: number;
  readonly told: boolean;
  readonly undoneAt: Instant | null;
  readonly undoneBy: PersonId | null;
};

export type ImportItem = {
  readonly position: number;
  readonly line: number;
  readonly kind: ItemKind;
  readonly subjectId: string;
  readonly personId: PersonId;
  readonly was: Json;
  readonly outcome: "undone" | "left" | null;
  readonly leftBecause: string | null;
};

const COLUMNS = sql`id, kind, file_name as "fileName", at, by, added, updated, refused, told, undone_at as "undoneAt",
  undone_by as "undoneBy"`;

/** Writes an import with each thing that it made, the first one first. */
export async function recordImport(
  { tx, organizationId, actor, now }: CommandContext,
  id: ImportId,
  one: Pick<Import, "kind" | "fileName" | "told" | "added" | "updated" | "refused">,
  made: readonly Pick<ImportItem, "line" | "kind" | "subjectId" | "personId" | "was">[],
): Promise<void> {
  await sql`insert into parcours.import (organization_id, id, kind, file_name, at, by, added, updated, refused, told)
    values (${organizationId}, ${id}, ${one.kind}, ${one.fileName}, ${now}, ${actor.personId}, ${one.added}, ${one.updated},
      ${one.refused}, ${one.told})`.execute(tx);
  const rows = canonicalJson(
    made.map(({ line, kind, subjectId, personId, was }) => ({ line, kind, subjectId, personId, was })),
  );
  await sql`insert into parcours.import_item (organization_id, import_id, position, line, kind, subject_id, person_id, was)
    select ${organizationId}, ${id}, n, (m ->> 'line')::int, m ->> 'kind', (m ->> 'subjectId')::uuid,
           (m ->> 'personId')::uuid, m -> 'was'
      from jsonb_array_elements(${rows}::jsonb) with ordinality made(m, n)`.execute(tx);
}

/** The imports of a kind, the latest first. */
export async function listImports(tx: Tx, organizationId: OrganizationId, kind: ImportKind): Promise<Import[]> {
  const { rows } = await sql<Import>`select ${COLUMNS} from parcours.import
    where organization_id = ${organizationId} and kind = ${kind} order by at desc, id desc limit 200`.execute(tx);
  return rows;
}

export async function findImport(
  tx: Tx,
  organizationId: OrganizationId,
  kind: ImportKind,
  id: ImportId,
  locked = false,
): Promise<Import | null> {
  const { rows } = await sql<Import>`select ${COLUMNS} from parcours.import
    where organization_id = ${organizationId} and kind = ${kind} and id = ${id} ${locked ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** What an import made, the last thing first: the order in which it is taken back. */
export async function itemsOf(tx: Tx, organizationId: OrganizationId, id: ImportId): Promise<ImportItem[]> {
  const { rows } =
    await sql<ImportItem>`select position, line, kind, subject_id as "subjectId", person_id as "personId", was,
      outcome, left_because as "leftBecause"
    from parcours.import_item where organization_id = ${organizationId} and import_id = ${id} order by position desc`.execute(
      tx,
    );
  return rows;
}

/** Says that an import is undone, and what became of each thing. */
export async function markUndone(
  { tx, organizationId, actor, now }: CommandContext,
  id: ImportId,
  items: readonly { readonly position: number; readonly left: string | null }[],
): Promise<void> {
  await sql`update parcours.import_item i
       set outcome = case when m ->> 'left' is null then 'undone' else 'left' end, left_because = m ->> 'left'
      from jsonb_array_elements(${canonicalJson(items.map(({ position, left }) => ({ position, left })))}::jsonb) marked(m)
     where i.organization_id = ${organizationId} and i.import_id = ${id} and i.position = (m ->> 'position')::int`.execute(
    tx,
  );
  await sql`update parcours.import set undone_at = ${now}, undone_by = ${actor.personId}
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}
