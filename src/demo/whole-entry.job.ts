/** Entries of the whole cooperative that are read off the books: what each activity has on some accounts, moved elsewhere. */
import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, toCents, ZERO } from "#kernel/money.ts";
import { balancesByActivity, postManualEntry } from "#modules/ledger/index.server.ts";
import type { Act } from "./act.ts";
import { Skipped, type Stage } from "./stage.job.ts";

export type Line = { account: string; activityId: ActivityId | null; debit: Cents; credit: Cents };

/** A line whose amount is positive in debit, negative in credit; nothing for zero. */
export function line(account: string, activityId: ActivityId | null, amount: bigint): Line[] {
  if (amount === 0n) return [];
  const side = amount > 0n ? { debit: toCents(amount), credit: ZERO } : { debit: ZERO, credit: toCents(-amount) };
  return [{ account, activityId, ...side }];
}

/** debit − credit of some accounts, by activity, at the end of a month or at a day. */
export async function positions(stage: Stage, until: Day, accounts: readonly string[]) {
  const { organizationId } = stage;
  const rows = await stage.read((tx) => balancesByActivity(tx, { organizationId, until }));
  const found = new Map<ActivityId | null, Map<string, bigint>>();
  for (const { activity, account, debit, credit } of rows) {
    if (!accounts.includes(account)) continue;
    const own = found.get(activity) ?? new Map<string, bigint>();
    own.set(account, (own.get(account) ?? 0n) + debit - credit);
    found.set(activity, own);
  }
  return found;
}

export async function post(
  stage: Stage,
  { key, at, by }: Pick<Act, "key" | "at" | "by">,
  journalCode: string,
  label: string,
  pieceRef: string,
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) throw new Skipped(`${key}: nothing to post`);
  const date = at.slice(0, 10);
  const texts = lines.map((one) => ({ ...one, label: "", dueDate: null }));
  const input = { journalCode, date, label, pieceRef, pieceDate: date, lines: texts, link: false };
  await stage.run(key, by, at, postManualEntry, input);
}
