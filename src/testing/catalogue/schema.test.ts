/** What the database must be for a cooperative to be alone with its rows. Each rule is shown to catch its fault. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../test-database.ts";
import { businessTables, faultsOfSchema } from "./schema-faults.ts";

let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client((await testDatabase()).admin);
  await admin.connect();
});
afterAll(() => admin.end());

/** The faults that some planted SQL adds, rolled back. */
async function faultsOf(planted: string): Promise<string[]> {
  await admin.query("begin");
  try {
    await admin.query(planted);
    return await faultsOfSchema(admin);
  } finally {
    await admin.query("rollback");
  }
}

const GOOD = `set local role essaim_owner;
  create table sales.planted (organization_id uuid not null, id uuid not null, primary key (organization_id, id));
  select platform.secure_table('sales.planted');`;

describe("Le schéma garde chaque coopérative chez elle", () => {
  it("aucune table n’a de défaut", async () => {
    expect(await faultsOfSchema(admin)).toEqual([]);
  });

  it("les tables sont bien lues : un contrôle qui ne voit rien ne trouve rien", async () => {
    const tables = await businessTables(admin);
    expect(tables.length).toBeGreaterThan(25);
    expect(tables).toContain("sales.invoice");
    expect(tables.some((name) => /^(auth|migration|jobs|pg_|information_schema)/.test(name))).toBe(false);
  });

  it("une table bien faite passe", async () => {
    expect(await faultsOf(GOOD)).toEqual([]);
  });

  it.each([
    ["organization_id uuid not null", "create table sales.planted (id uuid primary key)"],
    [
      "organization_id first in the primary key",
      "create table sales.planted (organization_id uuid not null, id uuid not null, primary key (id, organization_id))",
    ],
    ["organization_id first in every unique index", `${GOOD} create unique index planted_index on sales.planted (id)`],
    ["row-level security enabled and forced", "alter table sales.invoice no force row level security"],
    ["row-level security enabled and forced", "alter table sales.invoice disable row level security"],
    ["one policy `tenant`", "drop policy tenant on sales.invoice"],
    ["one policy `tenant`", "alter policy tenant on sales.invoice using (true)"],
    ["one policy `tenant`", "alter policy tenant on sales.invoice with check (true)"],
    ["a policy `backup`", "drop policy backup on sales.invoice"],
    [
      "no other policy than those reviewed",
      "create policy planted on sales.invoice for select to essaim_app using (true)",
    ],
    [
      "works outside of any tenant only",
      "alter policy own_membership on membership.person using (user_id = platform.signed_in_user())",
    ],
    ["whoever erases sees one cooperative at a time", "alter policy erasure on membership.person using (true)"],
    ["neither books nor what was sold", "grant update (frozen) on sales.invoice to essaim_eraser"],
    ["neither books nor what was sold", "grant select (title) on sales.quote to essaim_eraser"],
    ["no right to truncate", "grant truncate on sales.invoice to essaim_app"],
    ["nothing for everybody", "grant select on sales.invoice to public"],
    ["the backup may read", "revoke select on sales.invoice from essaim_backup"],
    ["the backup may read", "grant delete on sales.invoice to essaim_backup"],
    ["jobs see the outbox and nothing else", "grant select on sales.invoice to essaim_jobs"],
    ["the application has no right on identities", `grant select on auth."user" to essaim_app`],
    [
      "every foreign key within one tenant",
      `${GOOD} alter table sales.planted add column user_id text references auth."user" (id)`,
    ],
    [
      "no deferrable constraint",
      `${GOOD} alter table sales.planted add foreign key (organization_id, id) references sales.invoice deferrable`,
    ],
    [
      "no constraint trigger",
      `${GOOD} create constraint trigger planted after insert on sales.planted for each row execute function platform.refuse_change()`,
    ],
    [
      "no constraint trigger",
      `${GOOD} create trigger planted after insert on sales.planted for each statement execute function platform.refuse_change()`,
    ],
    ["no disabled trigger", "alter table sales.invoice disable trigger invoice_is_frozen"],
    ["no sequence", `${GOOD} alter table sales.planted add column rank bigint generated always as identity`],
    ["a view reads with the rights of who asks", "create view sales.planted as select * from sales.invoice"],
    ["no materialised view", "create materialized view sales.planted as select * from sales.invoice"],
    ["owned by the role that migrates", "create table sales.planted (organization_id uuid not null primary key)"],
    [
      "no function with its owner's rights",
      "create function sales.planted() returns bigint language sql security definer as 'select count(*) from sales.invoice'",
    ],
    ["no floating number", `${GOOD} alter table sales.planted add column amount double precision`],
  ])("%s : la faute est vue (%s)", async (rule, planted) => {
    const before = new Set(await faultsOfSchema(admin));
    const faults = (await faultsOf(planted)).filter((fault) => !before.has(fault));
    expect(faults.some((fault) => fault.includes(rule))).toBe(true);
  });
});
