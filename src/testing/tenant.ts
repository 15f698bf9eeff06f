import { sql } from "kysely";
import type { House, SupportRole } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import { loadDelegate } from "#modules/delegation/index.server.ts";
import { loadPresence } from "#modules/membership/person/presence.store.ts";
import type { Caller, CommandHost } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { newId } from "#platform/id.ts";
import type { SignedIn } from "#platform/session/session.ts";
import { type TestDatabase, testDatabase } from "./test-database.ts";
import { testVault } from "./vault.ts";

export type TestPerson = {
  readonly caller: Caller;
  readonly personId: PersonId;
  /** As a page finds them. */
  readonly signedIn: SignedIn;
};

export type TestTenant = {
  readonly database: TestDatabase;
  readonly host: CommandHost;
  readonly organizationId: OrganizationId;
  /** Its place in addresses. */
  readonly slug: string;
  /** Moves the clock: the next commands read this instant. */
  setNow(instant: string): void;
  /** A person of this cooperative with support roles over the whole of it. */
  person(options?: { roles?: SupportRole[]; activities?: ActivityId[]; rights?: Partial<Rights> }): Promise<TestPerson>;
  activity(name?: string): Promise<ActivityId>;
  /** Reads or writes as the cooperative, without a user. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  newId<Noun extends string>(): Id<Noun>;
};

type Rights = {
  self_validates_quotes: boolean;
  self_validates_invoices: boolean;
  records_payments: boolean;
  quote_required: boolean;
};

let counter = 0;

/** A fresh cooperative, or a fresh network: tests never share rows, so they need no cleaning and run in any order. */
export async function freshTenant(options: { now?: string; slug?: string; house?: House } = {}): Promise<TestTenant> {
  const database = await testDatabase();
  let now = (options.now ?? "2026-11-22T10:00:00.000Z") as Instant;
  const organizationId = newId<"organization">(now);
  const host: CommandHost = {
    database: database.app,
    clock: () => now,
    loadPresence,
    loadDelegate,
    wake: () => {},
    vault: testVault,
  };
  const scope = { organizationId, userId: null };
  const run = <T>(work: (tx: Tx) => Promise<T>) => withTenant(database.app, scope, work);
  counter += 1;
  const slug = options.slug ?? `coop-${process.pid}-${counter}`;
  await run((tx) =>
    sql`insert into membership.organization
      (organization_id, slug, legal_name, legal_form, siren, siret, vat_number, rcs, street, postal_code, city, email, iban, kind, created_at)
      values (${organizationId}, ${slug}, 'Coopérative L’Établi', 'SCOP SARL à capital variable', '732829320', '73282932000074',
        'FR44732829320', 'Brest 732 829 320', '12 rue de l’Atelier', '29200', 'Brest', 'contact@etabli.example', 'FR7630006000011234567890189', ${options.house ?? "cae"}, ${now})`.execute(
      tx,
    ),
  );
  return {
    database,
    host,
    organizationId,
    slug,
    setNow: (instant) => {
      now = instant as Instant;
    },
    run,
    newId: () => newId(now),
    async activity(name = "Plomberie Roux") {
      const id = newId<"activity">(now) as ActivityId;
      const code = `A${id.slice(-6).toUpperCase()}`;
      await run((tx) =>
        sql`insert into membership.activity (organization_id, id, code, name, opened_on)
          values (${organizationId}, ${id}, ${code}, ${name}, '2025-01-01')`.execute(tx),
      );
      return id;
    },
    async person({ roles = [], activities = [], rights = {} } = {}) {
      const personId = newId<"person">(now) as PersonId;
      const userId = `user-${personId}` as Id<"user">;
      await run(async (tx) => {
        await sql`insert into membership.person (organization_id, id, user_id, first_name, last_name, email, created_at)
          values (${organizationId}, ${personId}, ${userId}, 'Samira', 'Roux', ${`${personId}@etabli.example`}, ${now})`.execute(
          tx,
        );
        for (const role of roles) {
          await sql`insert into membership.role_grant (organization_id, id, person_id, role, granted_at)
            values (${organizationId}, ${newId(now)}, ${personId}, ${role}, ${now})`.execute(tx);
        }
        for (const activityId of activities) {
          await sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on,
              self_validates_quotes, self_validates_invoices, records_payments, quote_required)
            values (${organizationId}, ${activityId}, ${personId}, '2025-01-01', ${rights.self_validates_quotes ?? false},
              ${rights.self_validates_invoices ?? false}, ${rights.records_payments ?? false}, ${rights.quote_required ?? false})`.execute(
            tx,
          );
        }
      });
      const signedIn = { userId, sessionId: "", name: "", email: "" };
      return { caller: { organizationId, userId }, personId, signedIn };
    },
  };
}
