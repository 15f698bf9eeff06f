import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { fr as entryFr } from "../entry/entry.fr.ts";
import type { LedgerTables } from "../tables.ts";
import type { FiscalYear, FiscalYearId, FiscalYearPlan, OpeningStatus, Period, PeriodStatus } from "./fiscal-year.ts";

/** The fiscal years of a cooperative with their periods, oldest first. */
export async function listFiscalYears(tx: Tx, organizationId: OrganizationId): Promise<FiscalYear[]> {
  const ledger = tx.withTables<LedgerTables>();
  const years = await ledger
    .selectFrom("ledger.fiscal_year as y")
    .innerJoin("ledger.chain as c", (join) =>
      join.onRef("c.organization_id", "=", "y.organization_id").onRef("c.fiscal_year_id", "=", "y.id"),
    )
    .select(["y.id", "y.code", "y.starts_on", "y.ends_on", "c.opening"])
    .where("y.organization_id", "=", organizationId)
    .orderBy("y.starts_on")
    .execute();
  const periods = await ledger
    .selectFrom("ledger.period")
    .select(["fiscal_year_id", "number", "starts_on", "ends_on", "status"])
    .where("organization_id", "=", organizationId)
    .orderBy("starts_on")
    .execute();
  return years.map((year) => ({
    id: year.id,
    code: year.code,
    start: year.starts_on,
    end: year.ends_on,
    opening: year.opening,
    periods: periods
      .filter((period) => period.fiscal_year_id === year.id)
      .map(
        (period): Period => ({
          number: period.number,
          start: period.starts_on,
          end: period.ends_on,
          status: period.status,
        }),
      ),
  }));
}

/** The fiscal year of a day, with its first and last days. Refuses a day that no year covers. */
export async function fiscalYearOn(
  tx: Tx,
  organizationId: OrganizationId,
  date: Day,
): Promise<{ id: FiscalYearId; code: string; startsOn: Day; endsOn: Day } | Refusal<keyof typeof entryFr.refusals>> {
  const year = await tx
    .withTables<LedgerTables>()
    .selectFrom("ledger.fiscal_year")
    .select(["id", "code", "starts_on as startsOn", "ends_on as endsOn"])
    .where("organization_id", "=", organizationId)
    .where("starts_on", "<=", date)
    .where("ends_on", ">=", date)
    .executeTakeFirst();
  return year ?? refuse("conflict", "entry.noFiscalYear", { date: onDay(date) }, "date");
}

/** Writes a fiscal year, its periods and the start of its chain. */
export async function insertFiscalYear(
  tx: Tx,
  organizationId: OrganizationId,
  id: FiscalYearId,
  plan: FiscalYearPlan,
  opening: OpeningStatus,
  now: Instant,
): Promise<void> {
  const ledger = tx.withTables<LedgerTables>();
  await ledger
    .insertInto("ledger.fiscal_year")
    .values({
      organization_id: organizationId,
      id,
      code: plan.code,
      starts_on: plan.start,
      ends_on: plan.end,
      created_at: now,
    })
    .execute();
  await ledger
    .insertInto("ledger.period")
    .values(
      plan.periods.map((period) => ({
        organization_id: organizationId,
        fiscal_year_id: id,
        number: period.number,
        starts_on: period.start,
        ends_on: period.end,
        status: period.status,
        changed_at: now,
      })),
    )
    .execute();
  await ledger
    .insertInto("ledger.chain")
    // "expected": number 1 is kept for the à-nouveaux, the next entry gets 2.
    .values({
      organization_id: organizationId,
      fiscal_year_id: id,
      opening,
      last_number: opening === "expected" ? 1n : 0n,
    })
    .execute();
}

/** Takes the lock that posting takes: nobody posts in this year until the commit. */
export async function lockChain(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId,
): Promise<{ lastNumber: bigint; lastPosition: bigint; lastHash: string }> {
  const head = await tx
    .withTables<LedgerTables>()
    .selectFrom("ledger.chain")
    .select(["last_number as lastNumber", "last_position as lastPosition", "last_hash"])
    .where("organization_id", "=", organizationId)
    .where("fiscal_year_id", "=", fiscalYearId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { lastNumber: head.lastNumber, lastPosition: head.lastPosition, lastHash: head.last_hash.toString("hex") };
}

/** Changes the status of a period; closing writes its final balances. The chain must be locked before. */
export async function setPeriodStatus(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId,
  period: Period,
  status: PeriodStatus,
  now: Instant,
): Promise<void> {
  await tx
    .withTables<LedgerTables>()
    .updateTable("ledger.period")
    .set({ status, changed_at: now })
    .where("organization_id", "=", organizationId)
    .where("fiscal_year_id", "=", fiscalYearId)
    .where("number", "=", period.number)
    .execute();
  if (status !== "closed") return;
  await sql`insert into ledger.period_balance
      (organization_id, fiscal_year_id, period_number, rank, activity_id, account, opening, debit, credit)
    select ${organizationId}, ${fiscalYearId}, ${period.number}, row_number() over (order by activity_id, account, opening),
           activity_id, account, opening, sum(debit), sum(credit)
      from ledger.entry_line
     where organization_id = ${organizationId} and entry_date between ${period.start} and ${period.end}
     group by activity_id, account, opening`.execute(tx);
}
