/**
 * Whether sums over groups can be combined to find something of one or two of their members. Every figure that is published
 * is a row of zeros and ones over the documents it adds up. What can be found from rows by adding, subtracting and
 * multiplying is their row space: something of a few structures can be found exactly when a row of it stands on their
 * documents alone. The reckoning is modulo a large prime; columns that no row tells apart may be one.
 */

/** Products of two stay whole numbers of a double. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [result, base, left] = [1, value, PRIME - 2];
  while (left > 0) {
    if (left % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    left = Math.floor(left / 2);
  }
  return result;
}

export type Row = readonly number[];

/** Rows in reduced echelon form: each pivot stands alone in its column. */
export type Space = readonly { readonly pivot: number; readonly row: Row }[];

function reduce(space: Space, row: Row): number[] {
  const left = [...row];
  for (const { pivot, row: base } of space) {
    const factor = left[pivot] ?? 0;
    if (factor === 0) continue;
    for (let at = 0; at < left.length; at++) {
      left[at] = ((left[at] ?? 0) + (PRIME - factor) * (base[at] ?? 0)) % PRIME;
    }
  }
  return left;
}

/** The space with one row more; the same when that row could be found from the others. */
export function extend(space: Space, row: Row): Space {
  const left = reduce(space, row);
  const pivot = left.findIndex((value) => value !== 0);
  if (pivot === -1) return space;
  const scale = inverse(left[pivot] ?? 1);
  const added = left.map((value) => (value * scale) % PRIME);
  return [
    ...space.map(({ pivot: own, row: base }) => {
      const factor = base[pivot] ?? 0;
      if (factor === 0) return { pivot: own, row: base };
      return { pivot: own, row: base.map((value, at) => (value + (PRIME - factor) * (added[at] ?? 0)) % PRIME) };
    }),
    { pivot, row: added },
  ];
}

/** Who the documents of a column are of; null: a group of three structures or more, in which nobody can be found. */
export type Owner = string | null;

/** What is left of a column once reduced, seen from so many directions: columns that depend on one another still do. */
function seen(space: Space, columns: number, width: number): number[][] {
  const views = Array.from({ length: columns }, (_, at) =>
    Array.from({ length: width }, (__, way) => scattered(at * width + way)),
  );
  const pivots = new Set(space.map(({ pivot }) => pivot));
  for (const { pivot, row } of space) {
    const view = new Array<number>(width).fill(0);
    for (const [at, value] of row.entries()) {
      const own = views[at];
      if (value === 0 || own === undefined || pivots.has(at)) continue;
      for (let way = 0; way < width; way++) {
        view[way] = ((view[way] ?? 0) + (PRIME - value) * (own[way] ?? 0)) % PRIME;
      }
    }
    views[pivot] = view;
  }
  return views;
}

/** A number that looks drawn by lot, the same each time. */
function scattered(seed: number): number {
  let bits = Math.imul(seed + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) % PRIME;
}

function spanOf(views: readonly Row[]): Space {
  let space: Space = [];
  for (const view of views) space = extend(space, view);
  return space;
}

/** One vector for all those that are its multiples. */
function direction(view: Row): string {
  const first = view.find((value) => value !== 0) ?? 1;
  const scale = inverse(first);
  return view.map((value) => (value * scale) % PRIME).join();
}

/**
 * True when something of one structure, or of two, can be found from the rows: their figure, their sum, what one has more
 * than the other, what one changed between two editions. Documents of different columns of a structure are different answers.
 */
export function isolates(space: Space, owners: readonly Owner[]): boolean {
  const columns = new Map<string, number[]>();
  for (const [at, owner] of owners.entries()) {
    if (owner !== null) columns.set(owner, [...(columns.get(owner) ?? []), at]);
  }
  const blocks = [...columns.values()];
  const width = Math.max(6, ...blocks.map((block) => 2 * block.length + 2));
  const views = seen(space, owners.length, width);
  const of = (block: readonly number[]) => block.map((at) => views[at] ?? []);
  const single = new Set<string>();
  const several: { readonly span: Space; readonly size: number }[] = [];
  for (const block of blocks) {
    const span = spanOf(of(block));
    if (span.length < block.length) return true;
    if (block.length > 1) several.push({ span, size: block.length });
    else {
      const way = direction(of(block)[0] ?? []);
      if (single.has(way)) return true;
      single.add(way);
    }
  }
  for (const [rank, { span, size }] of several.entries()) {
    const others = [
      ...several.slice(rank + 1).map((one) => one.span),
      ...blocks
        .filter((b) => b.length === 1)
        .map(of)
        .map(spanOf),
    ];
    for (const other of others) {
      let both = span;
      for (const { row } of other) both = extend(both, row);
      if (both.length < size + other.length) return true;
    }
  }
  return false;
}
