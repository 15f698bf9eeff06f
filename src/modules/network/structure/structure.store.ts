import { type RawBuilder, sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Structure, StructureId, StructureKind, TradeFamily } from "./structure.ts";

const columns = sql`s.id, s.kind, s.name, s.siren, s.legal_form as "legalForm", s.street,
  s.postal_code as "postalCode", s.city, s.department, s.website, s.email, s.phone, s.description, s.trades, s.listed,
  s.is_self as "isSelf", s.closed_on as "closedOn", s.version`;

export async function findStructure(
  tx: Tx,
  organizationId: OrganizationId,
  id: StructureId,
  lock = false,
): Promise<Structure | null> {
  const { rows } = await sql<Structure>`select ${columns} from network.structure s
    where s.organization_id = ${organizationId} and s.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** What a reader of the directory looks for; everything is optional. */
export type StructureSearch = {
  readonly kind?: StructureKind | null;
  readonly trade?: TradeFamily | null;
  readonly text?: string;
  /** In the public directory only. */
  readonly listedOnly?: boolean;
  /** The day of the question. */
  readonly on: Day;
};

export type ListedStructure = Structure & {
  /** Departments where it receives people: its seat, its sites, its permanences. */
  readonly departments: readonly string[];
  /** Names of the networks it belongs to on that day. */
  readonly networks: readonly string[];
};

function conditions(search: StructureSearch): RawBuilder<unknown> {
  const { kind, trade, text = "", listedOnly } = search;
  return sql`
    ${kind ? sql`and s.kind = ${kind}` : sql``}
    ${trade ? sql`and ${trade} = any(s.trades)` : sql``}
    ${text.trim() === "" ? sql`` : sql`and unaccent(lower(s.name || ' ' || s.city)) like '%' || unaccent(lower(${text.trim().replace(/[%_\\]/g, "\\$&")})) || '%'`}
    ${listedOnly ? sql`and s.listed` : sql``}`;
}

/** Structures still open, the network itself first, then by name. */
export async function listStructures(
  tx: Tx,
  organizationId: OrganizationId,
  search: StructureSearch,
): Promise<readonly ListedStructure[]> {
  const { rows } = await sql<ListedStructure>`select ${columns},
      array(select distinct d from (
        select s.department as d where s.department <> ''
        union select p.department from network.place p
          where p.organization_id = s.organization_id and p.structure_id = s.id) as places order by d) as departments,
      array(select n.name from network.affiliation a
        join network.structure n on n.organization_id = a.organization_id and n.id = a.network_id
        where a.organization_id = s.organization_id and a.structure_id = s.id and a.starts_on <= ${search.on}
          and (a.ends_on is null or a.ends_on >= ${search.on}) order by n.name) as networks
    from network.structure s
    where s.organization_id = ${organizationId} and (s.closed_on is null or s.closed_on > ${search.on})
      ${conditions(search)}
    order by s.is_self desc, s.name collate "fr-x-icu"`.execute(tx);
  return rows;
}
