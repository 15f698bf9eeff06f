import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Criterion, Edition, EditionId } from "./referential.ts";

const columns = sql`e.id, e.referential_id as "referentialId", r.name, r.example, e.number, e.status,
    e.mandatory_percent as "mandatoryPercent", e.recommended_percent as "recommendedPercent",
    e.not_applicable as "notApplicable", e.validity_months as "validityMonths", e.published_at as "publishedAt", e.version`;
const tables = sql`label.edition e
    join label.referential r on r.organization_id = e.organization_id and r.id = e.referential_id`;

export type ListedEdition = Edition & { readonly mandatory: number; readonly recommended: number };

/** Every edition with how many criteria it has, by referential, the latest first. */
export async function listEditions(tx: Tx, organizationId: OrganizationId): Promise<readonly ListedEdition[]> {
  const { rows } = await sql<ListedEdition>`select ${columns},
      (select count(*)::integer from label.criterion c where c.organization_id = e.organization_id and c.edition_id = e.id
          and c.level = 'mandatory') as mandatory,
      (select count(*)::integer from label.criterion c where c.organization_id = e.organization_id and c.edition_id = e.id
          and c.level = 'recommended') as recommended
    from ${tables} where e.organization_id = ${organizationId}
    order by r.name collate "fr-x-icu", r.id, e.number desc`.execute(tx);
  return rows;
}

export async function findEdition(
  tx: Tx,
  organizationId: OrganizationId,
  id: EditionId,
  lock = false,
): Promise<Edition | null> {
  const { rows } = await sql<Edition>`select ${columns} from ${tables}
    where e.organization_id = ${organizationId} and e.id = ${id} ${lock ? sql`for update of e` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

export async function criteriaOf(tx: Tx, organizationId: OrganizationId, id: EditionId): Promise<readonly Criterion[]> {
  const { rows } = await sql<Criterion>`select code, field, level, wording, expected from label.criterion
    where organization_id = ${organizationId} and edition_id = ${id} order by position, code`.execute(tx);
  return rows;
}

/** Puts criteria in a draft: those of a code that is known take its place, the others follow. */
export async function writeCriteria(
  tx: Tx,
  organizationId: OrganizationId,
  editionId: EditionId,
  criteria: readonly Criterion[],
): Promise<void> {
  await sql`insert into label.criterion (organization_id, edition_id, code, field, level, wording, expected, position)
    select ${organizationId}, ${editionId}, c.code, c.field, c.level, c.wording, c.expected,
        coalesce((select max(position) from label.criterion where organization_id = ${organizationId}
                     and edition_id = ${editionId}), 0) + c.position
      from jsonb_to_recordset(${JSON.stringify(criteria.map((one, index) => ({ ...one, position: index + 1 })))}::jsonb)
        as c(code text, field text, level text, wording text, expected text, position integer)
    on conflict (organization_id, edition_id, code) do update
      set field = excluded.field, level = excluded.level, wording = excluded.wording, expected = excluded.expected`.execute(
    tx,
  );
}
