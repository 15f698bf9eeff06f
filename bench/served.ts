/** The built application itself, on data of its own, with one cooperative: what people wait for, over HTTP. */
import pg from "pg";
import pino from "pino";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { listFiscalYears } from "#modules/ledger/index.server.ts";
import { addParticipation, addPerson, createCooperative, openActivity } from "#modules/membership/index.server.ts";
import { openDatabaseServer } from "#operator/database.entry.ts";
import { instanceSecret } from "#operator/secret.entry.ts";
import { execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { readSettings } from "#platform/settings.ts";
import { openRuntime } from "../src/runtime.ts";
import { administratorOf, makeDataFolder } from "../src/stories/harness/folder.ts";
import { type RunningServer, startServer } from "../src/stories/harness/server.ts";
import { createVisitor, type Visitor } from "../src/stories/harness/visitor.ts";

const PASSWORD = "une phrase pour les bancs";
const SUPPORT = "banc@bancs.example";
const ENTREPRENEUR = "atelier@bancs.example";
const SLUG = "banc";

export type House = {
  readonly server: RunningServer;
  /** The administrator of its database. */
  readonly admin: pg.Client;
  readonly slug: string;
  readonly organizationId: OrganizationId;
  readonly fiscalYearId: string;
  readonly year: number;
  /** The activity whose pages are read; its entrepreneur is `entrepreneur`. */
  readonly activityId: ActivityId;
  /** Others of the same cooperative. */
  readonly others: readonly string[];
  readonly support: Visitor;
  readonly entrepreneur: Visitor;
};

function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result as T;
}

/** One server, one cooperative of `others` + 1 activities, two people signed in. */
export async function openHouse(others: number): Promise<House> {
  const server = await startServer(await makeDataFolder(), { arguments: ["--empty"] });
  const made = await found(server.data, server.baseUrl);
  const admin = new pg.Client(await administratorOf(server.data));
  await admin.connect();
  const { rows } = await admin.query<{ id: string }>(
    `insert into membership.activity (organization_id, id, code, name, opened_on)
      select $1, uuidv7(), 'B' || n, 'Atelier numéro ' || n, '2020-01-01' from generate_series(1, $2::int) n returning id`,
    [made.organizationId, others],
  );
  const support = createVisitor(server.baseUrl);
  await support.signIn(SUPPORT, PASSWORD);
  const entrepreneur = createVisitor(server.baseUrl);
  await entrepreneur.signIn(ENTREPRENEUR, PASSWORD);
  return { server, admin, slug: SLUG, ...made, others: rows.map(({ id }) => id), support, entrepreneur };
}

async function found(data: string, baseUrl: string) {
  const settings = readSettings({ ESSAIM_DATA: data, ESSAIM_PUBLIC_URL: baseUrl });
  if ("problems" in settings) throw new Error(settings.problems.join("; "));
  const log = pino({ level: "silent" });
  const database = await openDatabaseServer(settings, log, { shared: true });
  const runtime = await openRuntime({ settings, server: database, secret: await instanceSecret(settings), log });
  const { app } = runtime;
  try {
    for (const email of [SUPPORT, ENTREPRENEUR]) {
      await app.identity.ensureUser({ email, name: "Camille", password: PASSWORD });
    }
    const userId = await app.identity.ensureUser({ email: SUPPORT, name: "Camille", password: PASSWORD });
    const address = { street: "12 rue de l’Atelier", postalCode: "29200", city: "Brest" };
    const names = {
      legalName: "Banc",
      slug: SLUG,
      firstName: "Camille",
      lastName: "Banc",
      administratorEmail: SUPPORT,
    };
    const input = { ...address, ...names, siren: "732829320", siret: "73282932000074" };
    const { organizationId } = accepted(
      await createCooperative(app, input, { userId, installers: app.installers }),
    ) as { organizationId: OrganizationId };
    const caller = { organizationId, userId };
    const opening = { name: "Atelier mesuré", trade: "Métier", openedOn: "2020-01-01" };
    const { activityId } = accepted(await execute(app, caller, openActivity, opening));
    const person = { firstName: "Dominique", lastName: "Atelier", email: ENTREPRENEUR, siteId: "", invite: true };
    const { personId } = accepted(await execute(app, caller, addPerson, person));
    const share = { activityId, personId, startsOn: "2020-01-01", recordsPayments: true };
    accepted(await execute(app, caller, addParticipation, share));
    const year = await withTenant(app.database, { organizationId, userId: null }, async (tx) =>
      (await listFiscalYears(tx, organizationId)).at(-1),
    );
    if (year === undefined) throw new Error("no fiscal year");
    return { organizationId, activityId, fiscalYearId: String(year.id), year: Number(year.start.slice(0, 4)) };
  } finally {
    await runtime.close();
    await database.close();
  }
}
