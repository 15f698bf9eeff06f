/** The page that an address asks for (`?page=3`): from 1; what makes no sense is the first. */
export function pageAsked(search: string): number {
  const asked = Number(new URLSearchParams(search).get("page") ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

/** One page of a list that is read whole. Past the end is the last page; an empty list has one, empty. */
export function pageOf<Row>(
  rows: readonly Row[],
  asked: number,
  size: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pageCount);
  return { rows: rows.slice((page - 1) * size, page * size), page, pageCount };
}
