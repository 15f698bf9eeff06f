import { addDays, addMonths, type Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, sum, ZERO } from "#kernel/money.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listAccounts } from "../account/account.store.ts";
import { balancesByActivity } from "../balance/balances.store.ts";
import { listFiscalYears } from "../fiscal-year/fiscal-year.store.ts";
import { type FiscalYear, fiscalYearAt } from "../fiscal-year/fiscal-year.ts";
import type { BooksFilter } from "./books-frame.view.tsx";
import { askedBooks } from "./read-books.store.ts";
import type { StatementBalance } from "./statements.ts";

type Movements = Awaited<ReturnType<typeof balancesByActivity>>;

/** What one activity (null: the shared services) is worth and did, in a line. */
export type ActivitySummary = {
  readonly id: string | null;
  readonly name: string | null;
  readonly income: Cents;
  readonly expense: Cents;
  readonly result: Cents;
  readonly money: Cents;
  readonly receivables: Cents;
};

export type Statements = {
  readonly filter: BooksFilter;
  /** The one activity shown; null when it is several, or the shared services. */
  readonly activityName: string | null;
  readonly year: { readonly code: string; readonly start: Day; readonly end: Day } | null;
  readonly years: readonly { readonly code: string; readonly until: Day }[];
  /** The last day of the year before when its result waits for its closing: 120 and 129 then have no lines yet. */
  readonly pendingUntil: Day | null;
  /** The day that the second column shows; null without a year before. */
  readonly earlierUntil: Day | null;
  readonly balances: readonly StatementBalance[];
  readonly labels: Readonly<Record<string, string>>;
  /** Each activity in a line, when several are shown together. */
  readonly summaries: readonly ActivitySummary[];
  /** The balances of each activity, for the file. */
  readonly parts: readonly { readonly name: string | null; readonly balances: readonly StatementBalance[] }[];
};

/** Both statements that an address asks for, cut to what the person may read; a year earlier beside. */
export async function readStatements(reader: Reader, address: string): Promise<Statements | Refusal> {
  const asked = await askedBooks(reader, address);
  if (isRefusal(asked)) return asked;
  const { tx, organizationId, today } = reader;
  const { filter, scope, names } = asked;
  const years = await listFiscalYears(tx, organizationId);
  const year = fiscalYearAt(years, filter.until);
  const earlierUntil = earlierDay(years, year, filter.until);
  const at = (until: Day) =>
    balancesByActivity(tx, { organizationId, activityId: scope === "all" ? undefined : scope, until });
  const now = await at(filter.until);
  const before = earlierUntil === null ? [] : await at(earlierUntil);
  const owners = [...new Set([...now, ...before].map(({ activity }) => activity))];
  const parts = owners
    .map((id) => ({ id, name: id === null ? null : (names.get(id) ?? ""), balances: merged(now, before, id) }))
    .sort((a, b) => Number(a.id === null) - Number(b.id === null) || (a.name ?? "").localeCompare(b.name ?? "", "fr"));
  const balances = merged(now, before);
  const used = new Set(balances.map(({ account }) => account));
  const labels = (await listAccounts(tx, organizationId)).filter(({ number }) => used.has(number));
  const lone = filter.everything || filter.activity !== "" || names.size !== 1 ? null : [...names.values()][0];
  const previous = year === null ? undefined : years.filter(({ end }) => end < year.start).at(-1);
  return {
    filter,
    activityName: (asked.activityId ? names.get(asked.activityId) : lone) ?? null,
    year: year && { code: year.code, start: year.start, end: year.end },
    years: years.map(({ code, start, end }) => ({ code, until: end < today || start > today ? end : today })),
    pendingUntil: previous !== undefined && year?.opening !== "posted" ? previous.end : null,
    earlierUntil,
    balances,
    labels: Object.fromEntries(labels.map(({ number, label }) => [number, label])),
    summaries: parts.length > 1 ? parts.map(summaryOf) : [],
    parts,
  };
}

/** The same day a year before; the last day of the year before when the year shown is over. Null without books then. */
function earlierDay(years: readonly FiscalYear[], year: FiscalYear | null, until: Day): Day | null {
  if (year === null) return null;
  const day = until === year.end ? addDays(year.start, -1) : addMonths(until, -12);
  return fiscalYearAt(years, day) === null ? null : day;
}

/** Balances by account, of one activity or of all together; an account that is settled both years is left out. */
function merged(now: Movements, before: Movements, only?: ActivityId | null): StatementBalance[] {
  const found = new Map<string, { amount: bigint; earlier: bigint }>();
  const gather = (movements: Movements, side: "amount" | "earlier") => {
    for (const { activity, account, debit, credit } of movements) {
      if (only !== undefined && activity !== only) continue;
      const balance = found.get(account) ?? { amount: 0n, earlier: 0n };
      balance[side] += debit - credit;
      found.set(account, balance);
    }
  };
  gather(now, "amount");
  gather(before, "earlier");
  return [...found]
    .filter(([, { amount, earlier }]) => amount !== 0n || earlier !== 0n)
    .map(([account, { amount, earlier }]) => ({ account, amount: amount as Cents, earlier: earlier as Cents }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
}

function summaryOf(part: { id: ActivityId | null; name: string | null; balances: readonly StatementBalance[] }) {
  const of = (prefix: string, sign: 1n | -1n = 1n): Cents =>
    sum(
      part.balances
        .filter(({ account }) => account.startsWith(prefix))
        .map(({ amount }) => (amount * sign || ZERO) as Cents),
    );
  const [income, expense] = [of("7", -1n), of("6")];
  return {
    id: part.id as string | null,
    name: part.name,
    income,
    expense,
    result: (income - expense) as Cents,
    money: of("5"),
    receivables: of("41"),
  };
}
