import type { Instant } from "#kernel/day.ts";

const HOUR_MS = 3_600_000;

/** What the seal of a prepared archive is for: one person's, within this hour of the clock or the one before. */
export function archivePurposes(now: Instant): readonly [string, string] {
  const hour = Math.floor(new Date(now).getTime() / HOUR_MS);
  return [`own archive ${hour}`, `own archive ${hour - 1}`];
}
