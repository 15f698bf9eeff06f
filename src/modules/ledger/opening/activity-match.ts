/** Which activity each code of a file stands for: as told, else by code, else by name. */
import type { ActivityId } from "#kernel/id.ts";
import { fold } from "#ui/fold.ts";
import type { OpeningRow } from "./opening.ts";

export type KnownActivity = { readonly id: ActivityId; readonly code: string; readonly name: string };

/** A code of the file: `choice` is an activity, null for the shared services, "" while nobody has chosen. */
export type CodeMatch = {
  readonly code: string;
  readonly label: string;
  readonly rows: number;
  readonly choice: ActivityId | null | "";
  /** Nobody chose: no activity has this code or this name. */
  readonly guessed: boolean;
};

const SHARED = "commun";

/**
 * `told` gives what was chosen in the form for a code (an identifier, "commun", ""); null when the form did not ask yet.
 * An unknown code of a FEC falls to the shared services, and the page says so; in a file of balances it must be chosen.
 */
export function matchActivities(
  rows: readonly OpeningRow[],
  activities: readonly KnownActivity[],
  told: (code: string) => string | null,
  fromFec: boolean,
): CodeMatch[] {
  const byCode = new Map(activities.map((activity) => [activity.code.toUpperCase(), activity.id]));
  const byName = new Map(activities.map((activity) => [fold(activity.name), activity.id]));
  const byId = new Map(activities.map((activity) => [activity.id as string, activity.id]));
  const codes = new Map<string, { label: string; rows: number }>();
  for (const { activityCode, activityLabel = "" } of rows) {
    if (activityCode === "") continue;
    const found = codes.get(activityCode);
    codes.set(activityCode, { label: found?.label || activityLabel, rows: (found?.rows ?? 0) + 1 });
  }
  return [...codes].map(([code, { label, rows: count }]): CodeMatch => {
    const known = byCode.get(code) ?? byName.get(fold(label)) ?? byName.get(fold(code));
    const said = told(code);
    const chosen = said === SHARED ? null : said === null ? undefined : byId.get(said);
    const choice = chosen !== undefined ? chosen : (known ?? (fromFec ? null : ""));
    return { code, label, rows: count, choice, guessed: chosen === undefined && known === undefined };
  });
}
