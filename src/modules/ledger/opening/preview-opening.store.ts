import type { Day } from "#kernel/day.ts";
import { parseDay } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listAccounts } from "../account/account.store.ts";
import { type Account, chartOf } from "../account/account.ts";
import type { DraftLine } from "../entry/entry.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { LedgerTables } from "../tables.ts";
import { type CodeMatch, matchActivities } from "./activity-match.ts";
import { checkOpening, type OpeningError, type OpeningRow } from "./opening.ts";
import { readOpeningFile } from "./opening-file.ts";

/** Where the balances come from, as the form carries it from one step to the next. */
export type OpeningOrigin = { readonly fec: boolean; readonly lastDate: string };

export type ActivityTotals = {
  readonly id: string | null;
  readonly name: string | null;
  readonly debit: Cents;
  readonly credit: Cents;
  /** What the link account will carry so that the activity balances. */
  readonly link: Cents;
};

export type OpeningPreview = {
  readonly rows: readonly OpeningRow[];
  readonly errors: readonly OpeningError[];
  readonly codes: readonly CodeMatch[];
  readonly newAccounts: readonly Account[];
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly totals: readonly ActivityTotals[];
  readonly debit: Cents;
  readonly credit: Cents;
};

/** All that can be said of a file of balances before it is posted. Nothing is written. */
export async function previewOpening(
  reader: Reader,
  year: FiscalYear,
  text: string,
  origin: OpeningOrigin,
  told: (code: string) => string | null,
): Promise<OpeningPreview> {
  const { app, tx, organizationId } = reader;
  const { rows, errors } = readOpeningFile(text);
  const activities = await app.activityNames(tx, organizationId, "all");
  const codes = matchActivities(rows, activities, told, origin.fec);
  const byCode = new Map(codes.flatMap(({ code, choice }) => (choice === "" ? [] : [[code, choice] as const])));
  const checked = checkOpening(rows, chartOf(await listAccounts(tx, organizationId)), byCode);
  // While a line cannot be read, what the others add up to says nothing.
  const found = errors.length > 0 ? checked.errors.filter((error) => error.line !== 0) : checked.errors;
  const names = new Map(activities.map(({ id, name }) => [id, name]));
  return {
    rows,
    errors: [...tooLate(year, origin), ...errors, ...found].sort((a, b) => a.line - b.line),
    codes,
    newAccounts: checked.newAccounts,
    activities: activities.map(({ id, name }) => ({ id: id as string, name })),
    totals: totalsOf(checked.lines, names),
    debit: checked.debit,
    credit: checked.credit,
  };
}

/** A FEC that goes on into the year it should open would count the same entries twice. */
function tooLate(year: FiscalYear, origin: OpeningOrigin): OpeningError[] {
  const last: Day | null = parseDay(origin.lastDate);
  if (!origin.fec || last === null || last < year.start) return [];
  const facts = { last: onDay(last), year: year.code, start: onDay(year.start) };
  return [{ line: 0, refusal: refuse("conflict", "opening.fecLate", facts) }];
}

function totalsOf(lines: readonly DraftLine[], names: ReadonlyMap<ActivityId, string>): ActivityTotals[] {
  const totals = new Map<ActivityId | null, { debit: bigint; credit: bigint }>();
  for (const { activityId, debit, credit } of lines) {
    const total = totals.get(activityId) ?? { debit: 0n, credit: 0n };
    totals.set(activityId, { debit: total.debit + debit, credit: total.credit + credit });
  }
  return [...totals]
    .map(([id, { debit, credit }]) => ({
      id: id as string | null,
      name: id === null ? null : (names.get(id) ?? ""),
      debit: debit as Cents,
      credit: credit as Cents,
      link: (credit - debit || ZERO) as Cents,
    }))
    .sort((a, b) => Number(a.id === null) - Number(b.id === null) || (a.name ?? "").localeCompare(b.name ?? "", "fr"));
}

/** Where the opening of a year stands: the entry that made it, and how many numbers are taken already. */
export async function openingState(
  { tx, organizationId }: Reader,
  year: FiscalYear,
): Promise<{ readonly entryId: string | null; readonly taken: bigint }> {
  const ledger = tx.withTables<LedgerTables>();
  const entry = await ledger
    .selectFrom("ledger.entry")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("source_kind", "=", "ledger.opening")
    .where("source_id", "=", year.id as string)
    .executeTakeFirst();
  const chain = await ledger
    .selectFrom("ledger.chain")
    .select("last_number")
    .where("organization_id", "=", organizationId)
    .where("fiscal_year_id", "=", year.id)
    .executeTakeFirst();
  return { entryId: entry?.id ?? null, taken: year.opening === "none" ? (chain?.last_number ?? 0n) : 0n };
}
