/** Chance that can be played again: the same seed gives the same numbers (mulberry32). */
export function chance(seed: number): { below(limit: number): number } {
  let state = seed >>> 0;
  return {
    /** A whole number from 0 to limit − 1. */
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
}
