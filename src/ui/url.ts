/** The address is the view: sort, page and filters live in it, so that a link or a reload shows the same list. */

export type Sort = { readonly key: string; readonly descending: boolean };

/** Reads `?tri=-date` (newest first) or `?tri=name`. */
export function readSort(search: string): Sort | null {
  const text = new URLSearchParams(search).get("tri");
  if (!text || !/^-?[\w.]{1,40}$/.test(text)) return null;
  return text.startsWith("-") ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

/** The search part with some parameters set or removed (null); the page always goes back to the first. */
export function withParameters(search: string, changes: Readonly<Record<string, string | null>>): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("page");
  parameters.delete("apres");
  parameters.delete("avant");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") parameters.delete(name);
    else parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

export function sortHref(search: string, sort: Sort): string {
  return withParameters(search, { tri: sort.descending ? `-${sort.key}` : sort.key });
}

/** What a saved view keeps of an address: all but the page one stands on, in an order that compares. */
export function viewSearch(search: string): string {
  const parameters = new URLSearchParams(withParameters(search, { format: null }));
  parameters.sort();
  return parameters.toString();
}

/** The columns that an address leaves out (`?sans=activity,title`); null when it says nothing of them. */
export function hiddenInAddress(search: string): readonly string[] | null {
  return new URLSearchParams(search).get("sans")?.split(",") ?? null;
}
