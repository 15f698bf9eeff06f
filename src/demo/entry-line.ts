import type { Day } from "#kernel/day.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import type { Act, EntryLine, StoryEntry } from "./act.ts";
import { at } from "./calendar.ts";
import type { PersonKey } from "./people.ts";

export function debit(
  account: string,
  activity: string | null,
  amount: Cents,
  more: Partial<EntryLine> = {},
): EntryLine {
  return { account, activity, debit: amount, credit: ZERO, ...more };
}

export function credit(
  account: string,
  activity: string | null,
  amount: Cents,
  more: Partial<EntryLine> = {},
): EntryLine {
  return { account, activity, debit: ZERO, credit: amount, ...more };
}

/** A manual entry of the accountant, dated that day. */
export function entryAct(key: string, day: Day, hour: number, by: PersonKey, entry: StoryEntry): Act {
  return { key, at: at(day, hour, 30), by, deed: { verb: "postEntry", entry } };
}

/** "FPLOMBERIE": the code of a supplier's account. */
export function supplierCode(name: string): string {
  const letters = name
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toUpperCase();
  return `F${letters.slice(0, 10)}`;
}
