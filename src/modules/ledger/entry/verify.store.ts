/** Verification of the chains of seals, recomputed by the database from the rows as they are. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { FiscalYearId } from "../fiscal-year/fiscal-year.ts";

export type LedgerFault = {
  readonly fiscalYear: string;
  /** Number of the first entry that does not hold; null when the fault is of the year as a whole. */
  readonly number: bigint | null;
  /**
   * seal: the content does not give the seal; rank: an entry is missing; number: the numbers have a gap;
   * balance: the entry does not balance; end: entries are missing at the end; unposted: an entry was left without a seal.
   */
  readonly reason: "seal" | "rank" | "number" | "balance" | "end" | "unposted";
};

export type LedgerVerdict = { readonly entries: bigint; readonly faults: readonly LedgerFault[] };

/** Verifies one fiscal year, or all: for each, the first link that does not hold. No fault: the books are as written. */
export async function verifyLedger(
  tx: Tx,
  organizationId: OrganizationId,
  fiscalYearId: FiscalYearId | null = null,
): Promise<LedgerVerdict> {
  const { rows } = await sql<LedgerFault & { entries: bigint }>`
    with year as (
      select y.id, y.code, c.last_number, c.last_position, c.last_hash, c.opening
        from ledger.fiscal_year y
        join ledger.chain c on c.organization_id = y.organization_id and c.fiscal_year_id = y.id
       where y.organization_id = ${organizationId} and (${fiscalYearId}::uuid is null or y.id = ${fiscalYearId})
    ), link as (
      select e.fiscal_year_id, e.number, e.position, e.hash, e.posted,
             row_number() over w as expected,
             lag(e.number) over (partition by e.fiscal_year_id order by e.number) as number_before,
             ledger.seal(ledger.entry_body(e), e.number, e.position, e.posted_on,
               coalesce(lag(e.hash) over w, decode(repeat('00', 32), 'hex'))) as recomputed,
             (select coalesce(sum(l.debit - l.credit), 0) = 0 and count(*) >= 2
                from ledger.entry_line l where l.organization_id = e.organization_id and l.entry_id = e.id) as balanced
        from ledger.entry e
       where e.organization_id = ${organizationId} and e.fiscal_year_id in (select id from year)
      window w as (partition by e.fiscal_year_id order by e.position)
    ), fault as (
      select fiscal_year_id, number, position,
             case when not posted then 'unposted'
                  when position <> expected then 'rank'
                  when hash is distinct from recomputed then 'seal'
                  when not balanced then 'balance'
                  when number <> coalesce(number_before + 1, 1)
                       and not (number = 2 and number_before is null
                                and (select opening from year where id = fiscal_year_id) = 'expected') then 'number'
             end as reason
        from link
    ), first_fault as (
      select distinct on (fiscal_year_id) fiscal_year_id, number, reason
        from fault where reason is not null order by fiscal_year_id, position
    ), whole as (
      select year.id, case when year.last_position <> count(link.position)
                             or year.last_hash <> coalesce((array_agg(link.hash order by link.position desc))[1],
                                                           decode(repeat('00', 32), 'hex'))
                             or year.last_number <> greatest(max(link.number), case when year.opening = 'expected' then 1 else 0 end)
                           then 'end' end as reason,
             count(link.position) as entries
        from year left join link on link.fiscal_year_id = year.id and link.posted
       group by year.id, year.last_position, year.last_hash, year.last_number, year.opening
    )
    select year.code as "fiscalYear", first_fault.number, coalesce(first_fault.reason, whole.reason) as reason, whole.entries
      from year
      join whole on whole.id = year.id
      left join first_fault on first_fault.fiscal_year_id = year.id
     order by year.code`.execute(tx);
  return {
    entries: rows.reduce((total, row) => total + row.entries, 0n),
    faults: rows
      .filter((row) => row.reason !== null)
      .map(({ fiscalYear, number, reason }) => ({ fiscalYear, number, reason })),
  };
}
