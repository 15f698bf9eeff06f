import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { LedgerTables } from "../tables.ts";
import type { Account, Journal } from "./account.ts";

/** The chart of a cooperative, in the order of numbers. */
export async function listAccounts(tx: Tx, organizationId: OrganizationId): Promise<Account[]> {
  return tx
    .withTables<LedgerTables>()
    .selectFrom("ledger.account")
    .select(["number", "label", "status"])
    .where("organization_id", "=", organizationId)
    .orderBy("number")
    .execute();
}

export async function findAccount(tx: Tx, organizationId: OrganizationId, number: string): Promise<Account | null> {
  const account = await tx
    .withTables<LedgerTables>()
    .selectFrom("ledger.account")
    .select(["number", "label", "status"])
    .where("organization_id", "=", organizationId)
    .where("number", "=", number)
    .executeTakeFirst();
  return account ?? null;
}

/** Adds accounts, or gives those that exist their new label and status. An account is never removed. */
export async function saveAccounts(
  tx: Tx,
  organizationId: OrganizationId,
  accounts: readonly Account[],
): Promise<void> {
  if (accounts.length === 0) return;
  await tx
    .withTables<LedgerTables>()
    .insertInto("ledger.account")
    .values(accounts.map((account) => ({ organization_id: organizationId, ...account })))
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "number"]).doUpdateSet((excluded) => ({
        label: excluded.ref("excluded.label"),
        status: excluded.ref("excluded.status"),
      })),
    )
    .execute();
}

/** The accounts that have at least one line, among those given (all by default). */
export async function usedAccounts(
  tx: Tx,
  organizationId: OrganizationId,
  among: readonly string[] | null = null,
): Promise<Set<string>> {
  const { rows } = await sql<{ number: string }>`
    select a.number from ledger.account a
     where a.organization_id = ${organizationId} and (${among}::text[] is null or a.number = any(${among}::text[]))
       and exists (select 1 from ledger.entry_line l where l.organization_id = a.organization_id and l.account = a.number)`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.number));
}

/** The journals with the day of their last entry. */
export async function journalsInUse(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<(Journal & { readonly lastOn: Day | null })[]> {
  const { rows } = await sql<Journal & { lastOn: Day | null }>`
    select j.code, j.label, (select max(e.entry_date) from ledger.entry e
             where e.organization_id = j.organization_id and e.journal_code = j.code) as "lastOn"
      from ledger.journal j where j.organization_id = ${organizationId} order by j.code`.execute(tx);
  return rows;
}

export async function listJournals(tx: Tx, organizationId: OrganizationId): Promise<Journal[]> {
  return tx
    .withTables<LedgerTables>()
    .selectFrom("ledger.journal")
    .select(["code", "label"])
    .where("organization_id", "=", organizationId)
    .orderBy("code")
    .execute();
}

export async function saveJournals(
  tx: Tx,
  organizationId: OrganizationId,
  journals: readonly Journal[],
): Promise<void> {
  await tx
    .withTables<LedgerTables>()
    .insertInto("ledger.journal")
    .values(journals.map((journal) => ({ organization_id: organizationId, ...journal })))
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "code"])
        .doUpdateSet((excluded) => ({ label: excluded.ref("excluded.label") })),
    )
    .execute();
}
