import { firstDayOf, lastDayOf, type Month, parseMonth, toDay } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, toCents, ZERO } from "#kernel/money.ts";
import { balancesByActivity, postManualEntry } from "#modules/ledger/index.server.ts";
import type { Act } from "./act.ts";
import { Skipped, type Stage } from "./stage.job.ts";

const COLLECTED = "44571";
const DEDUCTIBLE = ["44562", "44566"];
const DUE = "44551";
const CREDIT = "44567";

type Line = { account: string; activityId: ActivityId | null; debit: Cents; credit: Cents };

/** A line whose amount is positive in debit, negative in credit; nothing for zero. */
function line(account: string, activityId: ActivityId | null, amount: bigint): Line[] {
  if (amount === 0n) return [];
  const side = amount > 0n ? { debit: toCents(amount), credit: ZERO } : { debit: ZERO, credit: toCents(-amount) };
  return [{ account, activityId, ...side }];
}

/** debit − credit of some accounts, by activity, at the end of a month or at a day. */
async function positions(stage: Stage, until: ReturnType<typeof toDay>, accounts: readonly string[]) {
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

/** The monthly VAT return: what was collected and deducted until the end of the month is due, activity by activity. */
export async function declareVat(stage: Stage, { key, at, by }: Act, month: Month): Promise<void> {
  if (stage.isDone(key)) return;
  const lines: Line[] = [];
  for (const [activity, own] of await positions(stage, lastDayOf(month), [COLLECTED, ...DEDUCTIBLE])) {
    let due = 0n;
    for (const [account, balance] of own) {
      lines.push(...line(account, activity, -balance));
      due += balance;
    }
    lines.push(...line(due <= 0n ? DUE : CREDIT, activity, due));
  }
  await post(stage, { key, at, by }, "OD", `Déclaration de TVA de ${month}`, `CA3-${month}`, lines);
}

/** The return is paid for the whole SIREN: activities in credit are set off against the others, each in its own books. */
export async function payVat(stage: Stage, { key, at, by }: Act, month: Month): Promise<void> {
  if (stage.isDone(key)) return;
  const lines: Line[] = [];
  for (const [activity, own] of await positions(stage, toDay(at.slice(0, 10)), [DUE, CREDIT])) {
    let total = 0n;
    for (const [account, balance] of own) {
      lines.push(...line(account, activity, -balance));
      total += balance;
    }
    lines.push(...line("512", activity, total));
  }
  await post(stage, { key, at, by }, "BQ", `Règlement de la TVA de ${month}`, `CA3-${month}`, lines);
}

async function post(
  stage: Stage,
  { key, at, by }: Pick<Act, "key" | "at" | "by">,
  journalCode: string,
  label: string,
  pieceRef: string,
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) throw new Skipped(`${key}: nothing to declare`);
  const date = at.slice(0, 10);
  const texts = lines.map((one) => ({ ...one, label: "", dueDate: null }));
  const input = { journalCode, date, label, pieceRef, pieceDate: date, lines: texts, link: false };
  await stage.run(key, by, at, postManualEntry, input);
}

/** The month that a deed names. */
export function monthNamed(text: string): Month {
  const month = parseMonth(text);
  if (month === null || firstDayOf(month) === null) throw new Error(`not a month: ${text}`);
  return month;
}
