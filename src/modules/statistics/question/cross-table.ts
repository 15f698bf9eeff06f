/** Counts of persons spread over rows and columns, in the order in which people read them. */
import { definitionOf, isDimension } from "#modules/parcours/index.ts";
import { AGE_BANDS, UNFILLED } from "./question.ts";
import type { SubjectKey } from "./subject.ts";

type Cell = { readonly row: string; readonly column: string; readonly people: number };
export type CrossTable = {
  readonly rows: readonly { readonly value: string; readonly people: number; readonly cells: readonly number[] }[];
  readonly columns: readonly { readonly value: string; readonly people: number }[];
  readonly people: number;
};

/** The values of an axis: those of a list in its order, days and bands in theirs, others by how many; not filled in last. */
function inOrder(axis: SubjectKey | null, counts: ReadonlyMap<string, number>): string[] {
  const choices =
    axis === "age" ? AGE_BANDS : axis !== null && isDimension(axis) ? definitionOf(axis).choices : undefined;
  const dated = axis !== null && isDimension(axis) && definitionOf(axis).kind === "day";
  const rank = (value: string) => (value === UNFILLED ? 1 : 0);
  return [...counts.keys()].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (choices) return (choices as readonly string[]).indexOf(a) - (choices as readonly string[]).indexOf(b);
    if (dated) return a < b ? -1 : 1;
    return (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1);
  });
}

function totals(cells: readonly Cell[], of: "row" | "column"): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell[of], (counts.get(cell[of]) ?? 0) + cell.people);
  return counts;
}

export function crossTable(
  cells: readonly Cell[],
  axes: { readonly rows: SubjectKey | null; readonly columns: SubjectKey | null },
): CrossTable {
  const byRow = totals(cells, "row");
  const byColumn = totals(cells, "column");
  const columns = inOrder(axes.columns, byColumn);
  const found = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell.people]));
  return {
    rows: inOrder(axes.rows, byRow).map((value) => ({
      value,
      people: byRow.get(value) ?? 0,
      cells: columns.map((column) => found.get(`${value}\n${column}`) ?? 0),
    })),
    columns: columns.map((value) => ({ value, people: byColumn.get(value) ?? 0 })),
    people: cells.reduce((sum, cell) => sum + cell.people, 0),
  };
}
