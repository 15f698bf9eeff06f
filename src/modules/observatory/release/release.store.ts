/** SQL of what a network published. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ReceivedId, ReleaseId, StructureId } from "../tables.ts";
import type { EditionCell } from "./edition.ts";
import type { Spread } from "./measure.ts";

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId };

export type Standing = {
  readonly id: ReceivedId;
  readonly structureId: StructureId;
  readonly document: string;
  readonly circles: readonly string[];
};

/** The documents of a year that stand. */
export async function standingDocuments({ tx, organizationId }: Place, period: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select id, structure_id as "structureId", document, circles
    from observatory.received where organization_id = ${organizationId} and period = ${period} and superseded_at is null
    order by id`.execute(tx);
  return rows;
}

/** Documents by identifier, those that were replaced since included. */
export async function documentsAmong({ tx, organizationId }: Place, ids: readonly ReceivedId[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`select id, structure_id as "structureId", document, circles
    from observatory.received where organization_id = ${organizationId} and id = any (${ids})`.execute(tx);
  return rows;
}

/** What a publication added up of a structure. */
export async function documentIn(
  { tx, organizationId }: Place,
  id: ReleaseId,
  structureId: StructureId,
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`select d.id, d.structure_id as "structureId", d.document, d.circles
    from observatory.release l
    join observatory.received d on d.organization_id = l.organization_id and d.period = l.period
     and d.structure_id = ${structureId} and d.id = any (l.documents)
    where l.organization_id = ${organizationId} and l.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export type Release = {
  readonly id: ReleaseId;
  readonly period: string;
  readonly rank: number;
  readonly releasedAt: Instant;
  readonly answered: number;
  readonly expected: number;
  readonly documents: readonly ReceivedId[];
};

const told = sql`id, period, rank, released_at as "releasedAt", answered, expected`;
const columns = sql`${told}, documents`;

/** Every publication of a year, the latest first. */
export async function releasesOf({ tx, organizationId }: Place, period: string): Promise<Release[]> {
  const { rows } = await sql<Release>`select ${columns} from observatory.release
    where organization_id = ${organizationId} and period = ${period} order by rank desc`.execute(tx);
  return rows;
}

/** The publication that stands for each year, the latest year first; without its documents, which are many. */
export async function standingReleases({ tx, organizationId }: Place): Promise<Omit<Release, "documents">[]> {
  const { rows } = await sql<Omit<Release, "documents">>`select distinct on (period) ${told} from observatory.release
    where organization_id = ${organizationId} order by period desc, rank desc`.execute(tx);
  return rows;
}

/** Cells of some publications: of one circle, or of all. */
export async function cellsOf(
  { tx, organizationId }: Place,
  releases: readonly ReleaseId[],
  circle: string | null,
): Promise<(EditionCell & { readonly releaseId: ReleaseId })[]> {
  const { rows } = await sql<
    EditionCell & { releaseId: ReleaseId }
  >`select release_id as "releaseId", circle, indicator, category,
      answers, value, weight, carried_from as "carriedFrom" from observatory.release_cell
    where organization_id = ${organizationId} and release_id = any (${releases})
      ${circle === null ? sql`` : sql`and circle = ${circle}`}
    order by release_id, circle, indicator, category`.execute(tx);
  return rows.map((row) => ({ ...row, value: BigInt(row.value), weight: BigInt(row.weight) }));
}

export async function keepCells({ tx, organizationId }: Place, id: ReleaseId, cells: readonly EditionCell[]) {
  const rows = cells.map((cell) => ({ ...cell, value: String(cell.value), weight: String(cell.weight) }));
  await sql`insert into observatory.release_cell (organization_id, release_id, circle, indicator, category, answers, value,
      weight, carried_from)
    select ${organizationId}, ${id}, r.circle, r.indicator, r.category, r.answers, r.value, r.weight, r."carriedFrom"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(circle text, indicator text, category text,
        answers integer, value bigint, weight bigint, "carriedFrom" integer)`.execute(tx);
}

/** The circles that a publication tells. */
export async function circlesOfRelease({ tx, organizationId }: Place, id: ReleaseId): Promise<string[]> {
  const { rows } = await sql<{ circle: string }>`select distinct circle from observatory.release_cell
    where organization_id = ${organizationId} and release_id = ${id}`.execute(tx);
  return rows.map(({ circle }) => circle);
}

export type ToldSpread = Spread & { readonly circle: string; readonly measure: string };

export async function spreadsOf({ tx, organizationId }: Place, id: ReleaseId): Promise<ToldSpread[]> {
  const { rows } =
    await sql<ToldSpread>`select circle, measure, answers, low, middle, high from observatory.release_spread
    where organization_id = ${organizationId} and release_id = ${id}`.execute(tx);
  return rows.map((row) => ({ ...row, low: BigInt(row.low), middle: BigInt(row.middle), high: BigInt(row.high) }));
}

export async function keepSpread({ tx, organizationId }: Place, id: ReleaseId, spreads: readonly ToldSpread[]) {
  const rows = spreads.map(({ low, middle, high, ...spread }) => ({
    ...{ ...spread, low: String(low), middle: String(middle), high: String(high) },
  }));
  await sql`insert into observatory.release_spread (organization_id, release_id, circle, measure, answers, low, middle, high)
    select ${organizationId}, ${id}, r.circle, r.measure, r.answers, r.low, r.middle, r.high
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(circle text, measure text, answers integer, low bigint, middle bigint, high bigint)`.execute(tx);
}

/** How many cooperatives the directory knew, and those that joined the observatory. */
export async function expectedHouses({ tx, organizationId }: Place): Promise<number> {
  const { rows } = await sql<{ houses: number }>`select count(*)::int as houses from published.structure
    where organization_id = ${organizationId} and kind = 'cae' and closed_on is null`.execute(tx);
  return rows[0]?.houses ?? 0;
}

/** The names of circles that are structures of the directory. */
export async function networkNames({ tx, organizationId }: Place): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from published.structure
    where organization_id = ${organizationId} and kind = 'network'`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
