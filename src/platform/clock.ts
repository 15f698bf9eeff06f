import type { Instant } from "#kernel/day.ts";

/** The only place that reads the time. A command gets one reading; the demonstration story moves its own. */
export type Clock = () => Instant;

export const systemClock: Clock = () => new Date().toISOString() as Instant;
