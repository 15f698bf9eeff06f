/** Chance that always falls the same way: the demonstration tells the same story on every machine. */
export type Chance = {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** True so many times out of a hundred. */
  percent(share: number): boolean;
  pick<T>(list: readonly T[]): T;
};

/** Each text gives its own sequence: one per activity and month, so that adding a month changes no earlier one. */
export function chanceOf(seed: string): Chance {
  let state = fingerprint(seed);
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    percent: (share) => next() * 100 < share,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError("nothing to pick from");
      return list[between(0, list.length - 1)] as T;
    },
  };
}

/** FNV-1a over the text's code units. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
