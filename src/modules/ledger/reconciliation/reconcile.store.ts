import { sql } from "kysely";
import type { Cents } from "#kernel/money.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import type { EntryId } from "../entry/entry.ts";
import type { PostingContext } from "../entry/post-entry.store.ts";
import type { LedgerTables } from "../tables.ts";
import {
  checkReconciliation,
  type LineRef,
  letterOf,
  type OpenLine,
  type ReconciliationId,
  type ReconciliationRefusal,
} from "./reconciliation.ts";

export type Reconciled = { readonly reconciliationId: ReconciliationId; readonly letter: string };

/** Gives lines a common letter. Refuses lines that do not settle one another to the cent, in total and per activity. */
export async function reconcile(
  context: PostingContext,
  refs: readonly LineRef[],
): Promise<Reconciled | ReconciliationRefusal> {
  const lines = await findLines(context, refs);
  if (lines.length !== new Set(refs.map((ref) => `${ref.entryId} ${ref.lineNumber}`)).size) {
    return refuse("missing", "reconciliation.notFound");
  }
  const refusal = checkReconciliation(lines);
  if (refusal) return refusal;
  return write(context, lines);
}

/**
 * Reconciles what entries left open on an account (an invoice and its payments on 411), when it settles to the cent.
 * Null when it does not yet: a part payment waits for the rest.
 */
export async function reconcileEntries(
  context: PostingContext,
  account: string,
  entryIds: readonly EntryId[],
): Promise<Reconciled | null> {
  const { rows } = await sql<LineRef>`
    select l.entry_id as "entryId", l.line_number as "lineNumber"
      from ledger.entry_line l
     where l.organization_id = ${context.organizationId} and l.entry_id = any(${[...entryIds]}::uuid[])
       and l.account = ${account}
       and not exists (select 1 from ledger.reconciliation_line r
                        where r.organization_id = l.organization_id and r.entry_id = l.entry_id
                          and r.line_number = l.line_number and r.active)`.execute(context.tx);
  const lines = await findLines(context, rows);
  if (checkReconciliation(lines) !== null) return null;
  const written = await write(context, lines);
  return isRefusal(written) ? null : written;
}

/** Takes their letter back from lines of entries on an account, as when a payment is reversed. */
export async function releaseEntries(
  context: PostingContext,
  account: string,
  entryIds: readonly EntryId[],
): Promise<void> {
  const { rows } = await sql<{ id: ReconciliationId }>`
    select distinct r.reconciliation_id as id
      from ledger.reconciliation_line r
      join ledger.reconciliation c on c.organization_id = r.organization_id and c.id = r.reconciliation_id
     where r.organization_id = ${context.organizationId} and r.entry_id = any(${[...entryIds]}::uuid[]) and r.active
       and c.account = ${account}`.execute(context.tx);
  for (const { id } of rows) await undoReconciliation(context, id);
}

async function findLines(context: PostingContext, refs: readonly LineRef[]): Promise<OpenLine[]> {
  const { rows } = await sql<Omit<OpenLine, "debit" | "credit"> & { debit: bigint; credit: bigint }>`
    select l.entry_id as "entryId", l.line_number as "lineNumber", l.account, l.auxiliary_code as "auxiliaryCode",
           l.activity_id as "activityId", e.fiscal_year_id as "fiscalYearId", e.number as "entryNumber", l.entry_date as date, l.debit, l.credit,
           (select x.letter from ledger.reconciliation_line x
             where x.organization_id = l.organization_id and x.entry_id = l.entry_id
               and x.line_number = l.line_number and x.active) as letter
      from unnest(${refs.map((ref) => ref.entryId)}::uuid[], ${refs.map((ref) => ref.lineNumber)}::int[]) as w(entry_id, line_number)
      join ledger.entry_line l on l.organization_id = ${context.organizationId} and l.entry_id = w.entry_id
       and l.line_number = w.line_number
      join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id and e.posted
     group by l.organization_id, l.entry_id, l.line_number, e.fiscal_year_id, e.number`.execute(context.tx);
  return rows.map((row) => ({ ...row, debit: row.debit as Cents, credit: row.credit as Cents }));
}

/** Writes lines that were found fit. Who comes second on the same third party waits for the letter, then reads again. */
async function write(context: PostingContext, found: readonly OpenLine[]): Promise<Reconciled | ReconciliationRefusal> {
  const { tx, organizationId, now, today, actor } = context;
  const ledger = tx.withTables<LedgerTables>();
  const [first] = found;
  if (!first) throw new Error("nothing to reconcile");
  const auxiliaryCode = first.auxiliaryCode ?? "";
  const series = await ledger
    .insertInto("ledger.letter_series")
    .values({ organization_id: organizationId, account: first.account, auxiliary_code: auxiliaryCode, last_rank: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "account", "auxiliary_code"])
        .doUpdateSet((eb) => ({ last_rank: eb("ledger.letter_series.last_rank", "+", 1) })),
    )
    .returning("last_rank")
    .executeTakeFirstOrThrow();
  const lines = await findLines(context, found);
  const refusal = checkReconciliation(lines);
  if (refusal) return refusal;
  const id = context.id<"reconciliation">();
  const letter = letterOf(series.last_rank);
  const oneYear = lines.every((line) => line.fiscalYearId === first.fiscalYearId);
  await ledger
    .insertInto("ledger.reconciliation")
    .values({
      organization_id: organizationId,
      id,
      account: first.account,
      auxiliary_code: auxiliaryCode,
      letter,
      reconciled_on: today,
      created_at: now,
      created_by: actor.personId,
      undone_at: null,
      undone_by: null,
    })
    .execute();
  await ledger
    .insertInto("ledger.reconciliation_line")
    .values(
      lines.map((line) => ({
        organization_id: organizationId,
        reconciliation_id: id,
        entry_id: line.entryId,
        line_number: line.lineNumber,
        letter,
        reconciled_on: today,
        fiscal_year_id: oneYear ? first.fiscalYearId : null,
        entry_number: line.entryNumber,
      })),
    )
    .execute();
  return { reconciliationId: id, letter };
}

/** Takes a letter back from its lines; the letter itself is never given again. */
export async function undoReconciliation(
  context: PostingContext,
  id: ReconciliationId,
): Promise<{ letter: string } | ReconciliationRefusal> {
  const { tx, organizationId, now, actor } = context;
  const ledger = tx.withTables<LedgerTables>();
  const found = await ledger
    .selectFrom("ledger.reconciliation")
    .select(["letter", "undone_at"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return refuse("missing", "reconciliation.unknown");
  if (found.undone_at !== null) return refuse("conflict", "reconciliation.alreadyUndone");
  await ledger
    .updateTable("ledger.reconciliation")
    .set({ undone_at: now, undone_by: actor.personId })
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
  await ledger
    .updateTable("ledger.reconciliation_line")
    .set({ active: false })
    .where("organization_id", "=", organizationId)
    .where("reconciliation_id", "=", id)
    .execute();
  return { letter: found.letter };
}
