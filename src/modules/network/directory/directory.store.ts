import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { type ListedStructure, listStructures, type StructureSearch } from "../structure/structure.store.ts";
import { STRUCTURE_KINDS, TRADE_FAMILIES } from "../structure/structure.ts";
import { isDepartment, REGION_CODES, type RegionCode, regionOf } from "../territory/department.ts";

/** One of the values, or null for anything else that an address may say. */
function among<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}

/** What is looked for, and where it receives people: a department, or a region. */
export type DirectorySearch = StructureSearch & { readonly department?: string; readonly region?: RegionCode | null };

/** What an address asks of the directory; what is none of ours is not asked. */
export function searchOf(parameters: URLSearchParams, on: Day): DirectorySearch {
  const department = parameters.get("departement") ?? "";
  return {
    on,
    text: (parameters.get("q") ?? "").slice(0, 100),
    kind: among(STRUCTURE_KINDS, parameters.get("nature")),
    trade: among(TRADE_FAMILIES, parameters.get("metier")),
    department: isDepartment(department) ? department : "",
    region: among(REGION_CODES, parameters.get("region")),
  };
}

/** A structure in a list of the directory: nothing that the public page would not show. */
export type DirectoryRow = Pick<
  ListedStructure,
  "id" | "kind" | "name" | "city" | "department" | "trades" | "networks"
>;

export type Directory = {
  readonly rows: readonly DirectoryRow[];
  /** How many structures receive people in each department, whatever department or region is asked. */
  readonly byDepartment: Readonly<Record<string, number>>;
  readonly text: string;
  /** Nothing at all is known yet. */
  readonly empty: boolean;
};

/** Whether one of these departments is the one that is asked, and lies in the region that is asked. */
function receivesIn(departments: readonly string[], department: string, region: RegionCode | null): boolean {
  return (
    (department === "" || departments.includes(department)) &&
    (region === null || departments.some((code) => regionOf(code) === region))
  );
}

/** The list that was asked for, and how many of the same receive people in each department. */
export async function readDirectory(
  tx: Tx,
  organizationId: OrganizationId,
  search: DirectorySearch,
): Promise<Directory> {
  const { department = "", region = null, ...wide } = search;
  const everywhere = await listStructures(tx, organizationId, wide);
  const found = everywhere.filter(({ departments }) => receivesIn(departments, department, region));
  const byDepartment: Record<string, number> = {};
  for (const { departments } of everywhere) {
    for (const code of departments) byDepartment[code] = (byDepartment[code] ?? 0) + 1;
  }
  const asked = search.text || search.kind || search.trade;
  return {
    rows: found.map(({ id, kind, name, city, department, trades, networks }) => ({
      ...{ id, kind, name, city, department, trades, networks },
    })),
    byDepartment,
    text: search.text ?? "",
    empty: everywhere.length === 0 && !asked,
  };
}
