import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { DOCUMENT_FIELDS } from "./document-fields.ts";
import { handlersOf } from "./effects.ts";
import { INSTALLERS } from "./installers.ts";
import { findClient, loadDelegate } from "./modules/delegation/index.server.ts";
import {
  activitiesOf,
  contactsOf,
  findOrganization,
  loadPresence,
  organizationProfile,
} from "./modules/membership/index.server.ts";
import { openNetwork } from "./modules/network/index.server.ts";
import { answerMachine } from "./modules/observatory/index.server.ts";
import { openCooperative } from "./modules/parcours/index.server.ts";
import { openDataVault } from "./operator/data-keys.entry.ts";
import { type DatabaseServer, prepareDatabase } from "./operator/database.entry.ts";
import { PERSONAL_DATA } from "./personal-data.ts";
import type { App } from "./platform/app.ts";
import { type Clock, systemClock } from "./platform/clock.ts";
import { openDatabase, openPool } from "./platform/database/database.ts";
import { assertBoundRole } from "./platform/database/roles.ts";
import { openFiles } from "./platform/files/open-files.ts";
import { probeStore } from "./platform/files/s3-store.ts";
import { openScanner } from "./platform/files/scanner.ts";
import { openChanges } from "./platform/live/changes.ts";
import { accountMailer } from "./platform/mail/account-mail.ts";
import { type Drainer, startDrainer } from "./platform/outbox/drain.ts";
import { openSeal } from "./platform/pdf/seal-pdf.ts";
import { sealer } from "./platform/seal.ts";
import { sealedTokens } from "./platform/sealed-token.ts";
import { createIdentity } from "./platform/session/identity.ts";
import type { AccountMail } from "./platform/session/session.ts";
import type { Settings } from "./platform/settings.ts";
import { fieldSentence, sentence } from "./refusals.ts";
import { readsSubject, sourceHref } from "./sources.ts";
import { COUNTERS, DIGESTS, TOPICS } from "./topics.ts";

const SWEEP_MS = 24 * 3_600_000;
const READY_TIMEOUT_MS = 2_000;

/** Everything that a running Essaim holds open on a prepared database. `close` lets go of it in the right order. */
export type Runtime = {
  readonly app: App;
  readonly drainer: Drainer;
  /** Whether the database answers: told within two seconds. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
};

export type RuntimeOptions = {
  readonly settings: Settings;
  readonly server: DatabaseServer;
  readonly secret: string;
  readonly log: Logger;
  /** The machine's own, but while the demonstration is being written. */
  readonly clock?: Clock;
  /** Where the demonstration stands. */
  readonly demo?: App["demo"];
  /** Waited for before each effect of a kind: something more urgent may ask for the machine. Ten seconds at most (leases). */
  readonly pace?: (event: string) => Promise<void>;
  /** Sees each mail of sign-in as it leaves: the terminal shows the link of an invitation. */
  readonly onAccountMail?: (mail: AccountMail) => void;
};

/** Migrates the database and puts the application together over it. */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { settings, server, secret, log, clock = systemClock } = options;
  await prepareDatabase(server.admin, secret, log);
  let closing = false;
  const onError = (error: Error) => {
    if (!closing) log.warn({ err: error }, "an idle database connection broke");
  };
  const appPool = openPool(server.connection("app", secret), 20, onError);
  const jobsPool = openPool(server.connection("jobs", secret), 2, onError);
  const authPool = openPool(server.connection("auth", secret), 6, onError, "driver");
  const endPools = () => Promise.all([appPool.end(), jobsPool.end(), authPool.end()]);
  try {
    await assertBoundRole(appPool);
  } catch (error) {
    await endPools();
    throw error;
  }

  const database = openDatabase(appPool);
  const files = openFiles(settings);
  if (settings.s3 !== null) {
    probeStore(files).catch((error: unknown) => log.error({ err: error }, "the bucket of files does not serve"));
  }
  const mail = {
    smtpUrl: settings.smtpUrl,
    from: settings.mailFrom,
    outgoingDirectory: resolve(settings.dataDirectory, "outgoing"),
    now: clock,
  };
  const sendAccountMail = accountMailer(mail);
  const changes = openChanges(server.connection("app", secret), log);
  let drainer: Drainer | null = null;
  const identity = createIdentity({
    pool: authPool,
    secret,
    publicUrl: settings.publicUrl,
    trustedProxies: settings.trustedProxies,
    async sendMail(message) {
      options.onAccountMail?.(message);
      await sendAccountMail(message);
    },
    onError: (error) => log.error({ err: error }, "the sign-in library failed"),
  });
  const app: App = {
    database,
    clock,
    loadPresence,
    wake: () => drainer?.wake(),
    vault: openDataVault(settings, new Date(clock())),
    settings,
    log,
    identity,
    files,
    scanner: openScanner(settings.clamd),
    changes,
    tokens: sealedTokens(secret),
    installers: INSTALLERS,
    loadDelegate,
    findOrganization: async (slug, userId) =>
      (await findOrganization(database, slug, userId)) ?? findClient(database, slug, userId),
    activityNames: activitiesOf,
    legalIdentity: organizationProfile,
    contacts: contactsOf,
    topics: TOPICS,
    counters: COUNTERS,
    digests: DIGESTS,
    sourceHref,
    readsSubject,
    documentFields: DOCUMENT_FIELDS,
    personalData: PERSONAL_DATA,
    openDoors: {
      application: (slug) => openCooperative(database, slug),
      network: (slug) => openNetwork(database, slug),
    },
    answerMachine: (path, body) => answerMachine(app, path, body),
    seal: sealer(secret),
    sealPdf: openSeal(secret),
    ...(options.demo === undefined ? {} : { demo: options.demo }),
    sentence,
    fieldSentence,
  };
  drainer = startDrainer(jobsPool, paced(handlersOf(app), options.pace), log);
  const running = drainer;
  const sweep = setInterval(() => {
    identity.sweep().catch((error: unknown) => log.warn({ err: error }, "the daily sweep of sessions failed"));
  }, SWEEP_MS);
  sweep.unref();
  return {
    app,
    drainer: running,
    // A frozen server takes the question and never answers: that is not being ready either.
    ready: () =>
      Promise.race([
        appPool.query("select 1").then(
          () => true,
          () => false,
        ),
        sleep(READY_TIMEOUT_MS, false, { ref: false }),
      ]),
    async close() {
      clearInterval(sweep);
      closing = true;
      await running.stop();
      await changes.close();
      await endPools();
    },
  };
}

type Handlers = ReturnType<typeof handlersOf>;

function paced(handlers: Handlers, pace: RuntimeOptions["pace"]): Handlers {
  if (pace === undefined) return handlers;
  return new Map(
    [...handlers].map(([event, list]) => [
      event,
      list.map((handle) => async (work: Parameters<typeof handle>[0]) => {
        await pace(event);
        await handle(work);
      }),
    ]),
  );
}
