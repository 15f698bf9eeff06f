import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { RouterContextProvider } from "react-router";
import type { Language } from "#kernel/language.ts";
import { cooperativesOf, findOrganization, loadPresence } from "#modules/membership/index.server.ts";
import { openNetwork } from "#modules/network/index.server.ts";
import { openCooperative } from "#modules/parcours/index.server.ts";
import type { App } from "#platform/app.ts";
import { connectionFor } from "#platform/database/roles.ts";
import { type FileStore, openFileStore } from "#platform/files/file-store.ts";
import { openScanner } from "#platform/files/scanner.ts";
import { appContext, languageContext, nonceContext, signedInContext, visitorContext } from "#platform/http/context.ts";
import { openChanges } from "#platform/live/changes.ts";
import { openSeal } from "#platform/pdf/seal-pdf.ts";
import { sealer } from "#platform/seal.ts";
import { sealedTokens } from "#platform/sealed-token.ts";
import { createIdentity } from "#platform/session/identity.ts";
import type { AccountMail, SignedIn } from "#platform/session/session.ts";
import { testBrowser } from "#platform/session/testing.ts";
import { DOCUMENT_FIELDS } from "../document-fields.ts";
import { PERSONAL_DATA } from "../personal-data.ts";
import { fieldSentence, sentence } from "../refusals.ts";
import { readsSubject, sourceHref } from "../sources.ts";
import { TEST_PREFIX, TEST_SECRET } from "./global-setup.ts";
import { type TestDatabase, testDatabase } from "./test-database.ts";
import { testVault } from "./vault.ts";

/** One for a worker, in the folder of temporary files. */
let files: FileStore | null = null;
let authPool: ReturnType<TestDatabase["pool"]> | null = null;

export const TEST_ORIGIN = "http://localhost:3000";

/** What loaders and actions need of the application, on the worker's database; mails are kept in a list. */
export async function testApp(): Promise<{ app: App; mails: AccountMail[]; database: TestDatabase }> {
  const database = await testDatabase();
  const mails: AccountMail[] = [];
  files ??= openFileStore(await mkdtemp(join(tmpdir(), "essaim-page-files-")));
  authPool ??= database.pool("auth");
  const identity = createIdentity({
    pool: authPool,
    secret: "the secret of an instance, long enough",
    publicUrl: TEST_ORIGIN,
    trustedProxies: [],
    sendMail: async (mail) => void mails.push(mail),
  });
  const app = {
    database: database.app,
    clock: () => new Date().toISOString(),
    loadPresence,
    wake: () => {},
    vault: testVault,
    identity,
    installers: [],
    files,
    scanner: openScanner(null),
    changes: openChanges(connectionFor(database.admin, TEST_PREFIX, "app", TEST_SECRET), { warn: () => {} }),
    tokens: sealedTokens("the secret of an instance, long enough"),
    settings: { smtpUrl: null, publicUrl: TEST_ORIGIN },
    log: pino({ level: "silent" }),
    findOrganization: (slug: string, userId: SignedIn["userId"]) => findOrganization(database.app, slug, userId),
    cooperativesOf: (userId: SignedIn["userId"]) => cooperativesOf(database.app, userId),
    sourceHref,
    readsSubject,
    documentFields: DOCUMENT_FIELDS,
    personalData: PERSONAL_DATA,
    sealPdf: openSeal("the secret of an instance, long enough"),
    sentence,
    fieldSentence,
    openDoors: {
      application: (slug: string) => openCooperative(database.app, slug),
      network: (slug: string) => openNetwork(database.app, slug),
    },
    seal: sealer("the secret of an instance, long enough"),
  } as unknown as App;
  return { app, mails, database };
}

export type PageRequest = {
  readonly path: string;
  readonly params?: Record<string, string>;
  /** The fields of a form: the request is then a POST. */
  readonly form?: Record<string, string> | [name: string, value: string][] | FormData;
  readonly signedIn?: SignedIn | null;
  readonly browser?: ReturnType<typeof testBrowser>;
  readonly language?: Language;
};

/** The arguments that the framework would give to a loader or an action. */
export function pageArguments(app: App, page: PageRequest) {
  const headers = { origin: TEST_ORIGIN };
  const request = new Request(`${TEST_ORIGIN}${page.path}`, {
    headers,
    ...(page.form === undefined
      ? {}
      : { method: "POST", body: page.form instanceof FormData ? page.form : new URLSearchParams(page.form) }),
  });
  const context = new RouterContextProvider();
  context.set(appContext, app);
  context.set(nonceContext, "");
  context.set(languageContext, page.language ?? "fr");
  context.set(signedInContext, page.signedIn ?? null);
  context.set(visitorContext, (page.browser ?? testBrowser(app.identity, { address: "203.0.113.250" })).visitor());
  return { request, params: page.params ?? {}, context, url: new URL(request.url), pattern: "" };
}

/** What a loader or an action ended with, in the terms of HTTP. */
export type PageAnswer = {
  readonly status: number;
  readonly location: string | null;
  readonly cookies: readonly string[];
  readonly body: unknown;
};

/** Runs a loader or an action; a redirection or a refusal that it throws is an answer like any other. */
export async function answerOf(run: () => unknown): Promise<PageAnswer> {
  let given: unknown;
  try {
    given = await run();
  } catch (thrown) {
    given = thrown;
  }
  if (given instanceof Response) {
    return {
      status: given.status,
      location: given.headers.get("location"),
      cookies: given.headers.getSetCookie(),
      // A file: its text, without the mark of its encoding.
      body: given.body === null ? null : await given.text(),
    };
  }
  if (given instanceof Error) throw given;
  if (typeof given === "object" && given !== null && (given as { type?: string }).type === "DataWithResponseInit") {
    const { data, init } = given as { data: unknown; init: ResponseInit | null };
    const headers = new Headers(init?.headers);
    return { status: init?.status ?? 200, location: null, cookies: headers.getSetCookie(), body: data };
  }
  return { status: 200, location: null, cookies: [], body: given };
}
