import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { LedgerTables } from "../tables.ts";
import type { Account } from "./account.ts";

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

export type Journal = { readonly code: string; readonly label: string };

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
