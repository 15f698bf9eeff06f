import { type RawBuilder, sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant, withUser } from "#platform/database/tenant.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";

/**
 * Lets go of the files of what was erased: those that nothing in this cooperative names any more, then the bytes that no
 * cooperative of the instance keeps. Run twice, it finds them gone.
 */
export async function releaseFiles(app: Pick<App, "database" | "files">, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const scope = { organizationId, userId: null };
  for (const hash of event.payload.hashes as readonly string[]) {
    const kept = await withTenant(app.database, scope, async (tx) => {
      if (await isNamed(tx, organizationId, hash)) return true;
      await sql`select privacy.drop_file(${hash})`.execute(tx);
      const { rows } = await sql<{ kept: boolean }>`select privacy.kept_elsewhere(${hash}) as kept`.execute(tx);
      return rows[0]?.kept ?? true;
    });
    if (!kept) await app.files.remove(hash);
  }
}

/** Whether any row of the cooperative names a content: every column of text called "…hash", today’s and tomorrow’s. */
async function isNamed(tx: Tx, organizationId: OrganizationId, hash: string): Promise<boolean> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select n.nspname || '.' || c.relname as table, a.attname as column
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype and a.attname like '%hash'
       and n.nspname not in ('auth', 'migration') and n.nspname not like 'pg\\_%'
       and n.nspname || '.' || c.relname not in ('platform.file', 'platform.file_check', 'platform.idempotency')`.execute(
    tx,
  );
  const asked: RawBuilder<unknown>[] = columns.map(
    ({ table, column }) => sql`exists (select 1 from ${sql.table(table)} as t
      where t.organization_id = ${organizationId} and ${sql.ref(`t.${column}`)} = ${hash})`,
  );
  asked.push(sql`exists (select 1 from platform.mail m where m.organization_id = ${organizationId}
    and m.attachments @> jsonb_build_array(jsonb_build_object('hash', ${hash}::text)))`);
  const { rows } = await sql<{ named: boolean }>`select ${sql.join(asked, sql` or `)} as named`.execute(tx);
  return rows[0]?.named ?? true;
}

/** The account of somebody who belongs to no cooperative any more goes, with its sign-ins. */
export async function releaseAccount(app: Pick<App, "database" | "identity">, event: OutboxEvent): Promise<void> {
  const userId = String(event.payload.userId);
  const belongs = await withUser(app.database, userId, async (tx) => {
    const { rows } = await sql`select 1 from membership.person where user_id = ${userId} limit 1`.execute(tx);
    return rows.length > 0;
  });
  if (!belongs) await app.identity.forget(userId);
}
