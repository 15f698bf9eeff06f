/** The page that an address asks for (`?page=3`): from 1; what makes no sense is the first. */
export function pageAsked(search: string): number {
  const asked = Number(new URLSearchParams(search).get("page") ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

/** Where a page of a list counted apart begins. Past the end is the last page; an empty list has one, empty. */
export function pageWithin(
  total: number,
  asked: number,
  size: number,
): { readonly page: number; readonly pageCount: number; readonly offset: number } {
  const pageCount = Math.max(1, Math.ceil(total / size));
  const page = Math.min(asked, pageCount);
  return { page, pageCount, offset: (page - 1) * size };
}

/** One page of a list that is read whole. Past the end is the last page; an empty list has one, empty. */
export function pageOf<Row>(
  rows: readonly Row[],
  asked: number,
  size: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly pageCount: number } {
  const { page, pageCount, offset } = pageWithin(rows.length, asked, size);
  return { rows: rows.slice(offset, offset + size), page, pageCount };
}
