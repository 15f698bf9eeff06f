/** What a table of one cooperative must be, asked from the database itself. */
import type pg from "pg";

/** Schemas of libraries and of the migrations: no business rows, exempted by name. */
const EXEMPTED = ["auth", "jobs", "migration", "information_schema"];
const BUSINESS_SCHEMA = `n.nspname not like 'pg\\_%' and n.nspname not in (${EXEMPTED.map((name) => `'${name}'`).join(", ")})`;

/** Unique over the whole instance, on purpose: the address of a cooperative. */
const INSTANCE_WIDE = ["membership.organization_slug_key"];

/** Policies beside `tenant` and `backup`, each reviewed: who they are for, and that they open reading only. */
const REVIEWED_POLICIES = [
  // A signed-in user, outside of any tenant, finds the cooperatives they belong to.
  "membership.person own_membership r essaim_app",
  // "Which cooperatives let me in as a delegate?": one's own open accesses.
  "delegation.delegate own_delegation r essaim_app",
  "membership.organization own_organization r essaim_app",
  // "Is there a cooperative at all?": the owner's function answers yes or no.
  "membership.organization instance r essaim_owner",
  // "Which cooperative opened its page under this address?": the owner's function answers for open ones.
  "network.page door r essaim_owner",
  "parcours.intake door r essaim_owner",
  // "Which open room does this code open?": the owner's function answers with its house, never with what is said there.
  "room.room door r essaim_owner",
  // The drainer reads and marks the outbox of every tenant.
  "platform.outbox jobs * essaim_jobs",
  // Narrows: a rating is its author's alone until its round is compared.
  "grid.rating own_until_compared * essaim_app",
  // Narrows: somebody of another house finds the work that their agreement lists, and no other.
  "delegation.work within_scope * essaim_app",
  "delegation.comment within_scope * essaim_app",
  // Whether the bytes of a file are somebody's still: the owner's function answers yes or no.
  "platform.file bytes r essaim_owner",
];

/** Functions that run with their owner's rights, each reviewed: what they give away. */
const REVIEWED_DEFINERS = [
  // The published identity of the cooperative that is named exactly.
  "delegation.house_of",
  "membership.has_cooperative",
  "network.open_page",
  // The identity of a network by its address, for whoever brings a signed document.
  "observatory.network_door",
  "parcours.open_page",
  "room.open_code",
  // Of the role that erases, within one cooperative: the columns and rows that its own rights name.
  "privacy.erase_candidacy",
  "privacy.erase_customer",
  "privacy.erase_person",
  "privacy.erase_old",
  "privacy.drop_file",
  // What is left of somebody: names of categories, never a content.
  "privacy.held",
  // Whether another cooperative of the instance keeps the same bytes: yes or no.
  "privacy.kept_elsewhere",
];

type Check = { readonly rule: string; readonly sql: string };

const relation = "n.nspname || '.' || c.relname";
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const isTable = `c.relkind in ('r', 'p') and ${BUSINESS_SCHEMA}`;
const list = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`).join(", ")}]::text[]`;

/** Each query gives one row (`fault`) for each fault. */
const CHECKS: readonly Check[] = [
  {
    rule: "organization_id uuid not null",
    sql: `select ${relation} as fault from ${tables}
           where ${isTable} and not exists (
             select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id'
                and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
  },
  {
    rule: "organization_id first in the primary key",
    sql: `select ${relation} as fault from ${tables}
           where ${isTable} and not exists (
             select 1 from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
              where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'organization_id')`,
  },
  {
    rule: "organization_id first in every unique index",
    sql: `select n.nspname || '.' || i.relname as fault
            from ${tables} join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
            left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
           where ${isTable} and x.indisunique and a.attname is distinct from 'organization_id'
             and n.nspname || '.' || i.relname <> all (${list(INSTANCE_WIDE)})`,
  },
  {
    rule: "row-level security enabled and forced",
    sql: `select ${relation} as fault from ${tables} where ${isTable} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    rule: "one policy `tenant` for the application, on what is read and on what is written",
    sql: `select ${relation} as fault from ${tables}
           where ${isTable} and not exists (
             select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant' and p.polcmd = '*' and p.polpermissive
                and p.polroles = array['essaim_app'::regrole::oid]
                and pg_get_expr(p.polqual, p.polrelid) = '(organization_id = platform.tenant())'
                and pg_get_expr(p.polwithcheck, p.polrelid) = '(organization_id = platform.tenant())')`,
  },
  {
    rule: "a policy `backup` that lets the backup read every row",
    sql: `select ${relation} as fault from ${tables}
           where ${isTable} and not exists (
             select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'backup' and p.polcmd = 'r'
                and p.polroles = array['essaim_backup'::regrole::oid] and pg_get_expr(p.polqual, p.polrelid) = 'true')`,
  },
  {
    rule: "no other policy than those reviewed",
    sql: `select fault from (
            select ${relation} || ' ' || p.polname || ' ' || p.polcmd::text || ' ' ||
                   array_to_string(array(select case r when 0 then 'public' else r::regrole::text end from unnest(p.polroles) r), ',') as fault
              from ${tables} join pg_policy p on p.polrelid = c.oid
             where ${isTable} and p.polname not in ('tenant', 'backup', 'erasure')) found
           where fault <> all (${list(REVIEWED_POLICIES)})`,
  },
  {
    // Cards of customers are no document; whether something is owed is read, never written.
    rule: "whoever erases sees one cooperative at a time, and neither books nor what was sold",
    sql: `select ${relation} as fault from ${tables} join pg_policy p on p.polrelid = c.oid
           where ${isTable} and p.polname = 'erasure' and not (p.polroles = array['essaim_eraser'::regrole::oid]
             and pg_get_expr(p.polqual, p.polrelid) = '(organization_id = platform.tenant())'
             and pg_get_expr(p.polwithcheck, p.polrelid) = '(organization_id = platform.tenant())')
          union all select ${relation} from ${tables}
           where ${isTable} and n.nspname in ('ledger', 'sales')
             and c.relname <> 'customer' and (has_any_column_privilege('essaim_eraser', c.oid, 'INSERT, UPDATE')
               or c.relname <> 'invoice' and has_any_column_privilege('essaim_eraser', c.oid, 'SELECT'))`,
  },
  {
    rule: "a policy of the application beside `tenant` that opens works outside of any tenant only",
    sql: `select ${relation} || ' ' || p.polname as fault from ${tables} join pg_policy p on p.polrelid = c.oid
           where ${isTable} and p.polname <> 'tenant' and p.polpermissive and 'essaim_app'::regrole::oid = any (p.polroles)
             and pg_get_expr(p.polqual, p.polrelid) not like '((platform.tenant() IS NULL) AND %'`,
  },
  {
    rule: "no right to truncate, refer to or put triggers for a role that serves",
    sql: `select ${relation} || ' ' || r || ' ' || right_name as fault
            from ${tables}, unnest(array['essaim_app', 'essaim_auth', 'essaim_jobs', 'essaim_backup']) r,
                 unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) right_name
           where ${isTable} and has_table_privilege(r, c.oid, right_name)`,
  },
  {
    rule: "nothing for everybody",
    sql: `select ${relation} as fault from ${tables}
           where ${isTable} and exists (select 1 from aclexplode(c.relacl) a where a.grantee = 0)`,
  },
  {
    rule: "the backup may read, and only read",
    sql: `select ${relation} as fault from ${tables}
           where ${isTable} and (not has_table_privilege('essaim_backup', c.oid, 'SELECT')
              or has_table_privilege('essaim_backup', c.oid, 'INSERT, UPDATE, DELETE'))`,
  },
  {
    rule: "jobs see the outbox and nothing else, the sign-in no business table",
    sql: `select ${relation} || ' ' || r as fault from ${tables}, unnest(array['essaim_jobs', 'essaim_auth']) r
           where ${isTable} and not (r = 'essaim_jobs' and c.oid = 'platform.outbox'::regclass)
             and has_table_privilege(r, c.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
  },
  {
    rule: "the application has no right on identities",
    sql: `select ${relation} as fault from ${tables}
           where c.relkind in ('r', 'p', 'v') and n.nspname in ('auth', 'migration')
             and has_table_privilege('essaim_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')`,
  },
  {
    rule: "every foreign key within one tenant: organization_id first on both sides",
    sql: `select ${relation} || ' ' || k.conname as fault
            from ${tables} join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
           where ${isTable} and not (a.attname = 'organization_id' and b.attname = 'organization_id')`,
  },
  {
    rule: "no deferrable constraint",
    sql: `select ${relation} || ' ' || k.conname as fault from ${tables} join pg_constraint k on k.conrelid = c.oid
           where ${isTable} and k.condeferrable`,
  },
  {
    rule: "no constraint trigger, no statement trigger, no transition table",
    sql: `select ${relation} || ' ' || t.tgname as fault from ${tables} join pg_trigger t on t.tgrelid = c.oid
           where ${isTable} and not t.tgisinternal
             and (t.tgconstraint <> 0 or t.tgtype & 1 = 0 or t.tgoldtable is not null or t.tgnewtable is not null)`,
  },
  {
    rule: "no disabled trigger",
    sql: `select ${relation} || ' ' || t.tgname as fault from ${tables} join pg_trigger t on t.tgrelid = c.oid
           where ${isTable} and t.tgenabled <> 'O'`,
  },
  {
    rule: "no sequence: it would be shared by tenants",
    sql: `select ${relation} as fault from ${tables} where c.relkind = 'S' and ${BUSINESS_SCHEMA}`,
  },
  {
    rule: "a view reads with the rights of who asks",
    sql: `select ${relation} as fault from ${tables}
           where c.relkind = 'v' and ${BUSINESS_SCHEMA}
             and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  },
  {
    rule: "no materialised view: no row-level security guards it",
    sql: `select ${relation} as fault from ${tables} where c.relkind = 'm' and ${BUSINESS_SCHEMA}`,
  },
  {
    rule: "owned by the role that migrates",
    sql: `select ${relation} || ' ' || c.relowner::regrole::text as fault from ${tables}
           where ${isTable} and c.relowner <> 'essaim_owner'::regrole`,
  },
  {
    rule: "no function with its owner's rights but those reviewed, and each with its own search path",
    sql: `select n.nspname || '.' || p.proname as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where ${BUSINESS_SCHEMA} and p.prosecdef
             and (n.nspname || '.' || p.proname <> all (${list(REVIEWED_DEFINERS)})
               or not coalesce(array_to_string(p.proconfig, ' ') like '%search_path=%', false))`,
  },
  {
    rule: "no floating number, no moment without its time zone, no money type",
    sql: `select ${relation} || '.' || a.attname as fault from ${tables} join pg_attribute a on a.attrelid = c.oid
           where ${isTable} and a.attnum > 0 and not a.attisdropped
             and a.atttypid in ('real'::regtype, 'double precision'::regtype, 'money'::regtype, 'timestamp'::regtype, 'timetz'::regtype)`,
  },
];

/** Every fault of the schema, "rule: what". Empty when all is well. */
export async function faultsOfSchema(client: pg.ClientBase): Promise<string[]> {
  const faults: string[] = [];
  for (const { rule, sql } of CHECKS) {
    const { rows } = await client.query<{ fault: string }>(sql);
    faults.push(...rows.map(({ fault }) => `${rule}: ${fault}`));
  }
  return faults;
}

/** The business tables, "sales.invoice". */
export async function businessTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select ${relation} as name from ${tables} where ${isTable} order by 1`,
  );
  return rows.map(({ name }) => name);
}
