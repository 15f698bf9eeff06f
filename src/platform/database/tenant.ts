import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Database, Tx } from "./database.ts";

/** For whom a transaction runs: one cooperative and, when somebody is signed in, that user. */
export type Scope = { readonly organizationId: OrganizationId; readonly userId: string | null };

/**
 * Runs reads or writes of one tenant in one transaction. The tenant setting is local to the transaction:
 * outside of one, forced row-level security shows no row at all.
 */
export function withTenant<T>(database: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${scope.organizationId}, true), set_config('app.user_id', ${scope.userId ?? ""}, true)`.execute(
      tx,
    );
    return work(tx);
  });
}

/** Runs reads that know the signed-in user but no tenant yet: "which cooperatives am I a member of?". */
export function withUser<T>(database: Database, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', '', true), set_config('app.user_id', ${userId}, true)`.execute(
      tx,
    );
    return work(tx);
  });
}
