/** What an edition may say beside those that came before it. */
import { type Sum, sumName } from "../adhesion/aggregate.ts";
import { isLittleBeside } from "./held.ts";

/** A cell of an edition; `carriedFrom`: the rank of the one it was reckoned for, when it is an earlier one. */
export type EditionCell = Sum & { readonly carriedFrom: number | null };

type Edition = { readonly release: { readonly rank: number }; readonly cells: readonly EditionCell[] };

const groupOf = ({ circle, indicator }: Sum) => `${circle} ${indicator}`;

/** The figures of which a group differs by one to four from what an earlier edition says of it. */
function littleBeside(sums: readonly Sum[], before: readonly Edition[]): ReadonlySet<string> {
  const little = new Set<string>();
  for (const { cells } of before) {
    const known = new Map(cells.map((cell) => [sumName(cell), cell.weight]));
    for (const sum of sums) if (isLittleBeside(sum, known.get(sumName(sum)))) little.add(groupOf(sum));
  }
  return little;
}

/** The cells that may be told of those reckoned now, then what the last edition says of the others. */
export function cellsToTell(
  sums: readonly Sum[],
  before: readonly Edition[],
): { readonly fresh: readonly EditionCell[]; readonly cells: readonly EditionCell[] } {
  const little = littleBeside(sums, before);
  const fresh = sums.filter((sum) => !little.has(groupOf(sum))).map((sum) => ({ ...sum, carriedFrom: null }));
  const told = new Set(fresh.map(groupOf));
  const [last] = before;
  const carried = (last?.cells ?? [])
    .filter((cell) => !told.has(groupOf(cell)))
    .map((cell) => ({ ...cell, carriedFrom: cell.carriedFrom ?? last?.release.rank ?? null }));
  return { fresh, cells: [...fresh, ...carried] };
}

/** Whether an edition says anything that the one before did not. */
export function saysMore(cells: readonly EditionCell[], last: readonly EditionCell[]): boolean {
  const known = new Map(last.map((cell) => [sumName(cell), cell]));
  return cells.some((cell) => {
    const before = known.get(sumName(cell));
    return before?.value !== cell.value || before.weight !== cell.weight || before.answers !== cell.answers;
  });
}
