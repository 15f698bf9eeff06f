/** Keeps one address from asking too much of a page that anybody may open. In this process, forgotten with it. */
export type Pace = {
  /** Counts one more. */
  allows(address: string, now: number): boolean;
  /** Whether one more would be refused; counts nothing. */
  spent(address: string, now: number): boolean;
};

/** Beyond this many addresses the oldest counts are dropped. */
const MOST_ADDRESSES = 10_000;

export function pace(most: number, windowMs: number): Pace {
  const counts = new Map<string, { count: number; until: number }>();
  return {
    allows(address, now) {
      const known = counts.get(address);
      if (known !== undefined && known.until > now) {
        known.count += 1;
        return known.count <= most;
      }
      counts.delete(address);
      counts.set(address, { count: 1, until: now + windowMs });
      if (counts.size > MOST_ADDRESSES) counts.delete(counts.keys().next().value as string);
      return true;
    },
    spent(address, now) {
      const known = counts.get(address);
      return known !== undefined && known.until > now && known.count >= most;
    },
  };
}
