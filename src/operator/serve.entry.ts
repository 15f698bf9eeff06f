import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serve as listen } from "@hono/node-server";
import type { Logger } from "pino";
import type { ServerBuild } from "react-router";
import { dayIn, monthOf } from "#kernel/day.ts";
import { hasCooperative } from "#modules/membership/index.server.ts";
import { warmPayModel } from "#modules/payroll/index.server.ts";
import { isDatabaseAway } from "#platform/database/away.ts";
import { createServer } from "#platform/http/server.ts";
import type { Settings } from "#platform/settings.ts";
import { DEMO_PASSWORD, SHOWN_LOG_INS } from "../demo/cast.job.ts";
import { createDemonstration, type Demonstration } from "../demo/demonstration.entry.ts";
import { openRuntime, type Runtime } from "../runtime.ts";
import { type DatabaseServer, openDatabaseServer } from "./database.entry.ts";
import { createGate, type Gate } from "./gate.entry.ts";
import { complain, OperatorError, reasonOf, say } from "./say.entry.ts";
import { instanceSecret } from "./secret.entry.ts";

const DRAIN_MS = 10_000;
/** Past this, stopping is given up: what is committed is safe, and the next start adopts the database. */
const STOP_MS = 25_000;

/** The model of social contributions takes a second of the processor to build: after the first page, before the first pay. */
const WARM_MS = 3000;

export type ServeOptions = {
  readonly settings: Settings;
  readonly log: Logger;
  readonly build: ServerBuild;
  readonly clientDirectory: string;
  /** usual: the demonstration when there is no cooperative yet; empty: the first-run page instead. */
  readonly start: "usual" | "demo" | "empty";
};

/**
 * Serves until SIGINT or SIGTERM: takes no new request, answers those received (ten seconds at most), lets the outbox
 * finish what it holds, closes the connections, then stops the embedded database. Resolves when all is closed.
 */
export async function serve({ settings, log, build, clientDirectory, start }: ServeOptions): Promise<void> {
  const stopAsked = nextSignal();
  const database = await openDatabaseServer(settings, log);
  let runtime: Runtime | null = null;
  let http: Server | null = null;
  const gate = createGate(log, settings.dataDirectory);
  const demonstration = createDemonstration();
  try {
    const secret = await instanceSecret(settings);
    http = await openPort(gate, settings);
    const { clock, pace, state: demo } = demonstration;
    const open = () => openRuntime({ settings, server: database, secret, log, clock, demo, pace });
    runtime = await whenDatabaseAnswers(open, stopAsked.asked);
    if (runtime !== null) {
      gate.open(createServer(runtime.app, build, clientDirectory, runtime.ready), runtime.ready);
      say("listening", { url: settings.publicUrl });
      say("stopHint");
      await beginDemonstration(demonstration, runtime, database, secret, start);
      log.info({ url: settings.publicUrl, embedded: database.embedded }, "serving");
      warmSoon(runtime, log);
      await stopAsked.promise;
    }
  } finally {
    await stop(database, runtime, http, gate, demonstration, log);
  }
}

function warmSoon({ app }: Runtime, log: Logger): void {
  const warm = () => {
    try {
      warmPayModel(monthOf(dayIn(app.clock(), "Europe/Paris")));
    } catch (error) {
      log.error({ err: error }, "the model of social contributions could not be made ready");
    }
  };
  setTimeout(warm, WARM_MS).unref();
}

async function stop(
  database: DatabaseServer,
  runtime: Runtime | null,
  http: Server | null,
  gate: Gate,
  demonstration: Demonstration,
  log: Logger,
): Promise<void> {
  const deadline = setTimeout(() => {
    complain("stoppedHard");
    process.exit(1);
  }, STOP_MS);
  deadline.unref();
  if (runtime !== null) say("stopping");
  const closed = new Promise<void>((resolve) => (http === null ? resolve() : http.close(() => resolve())));
  const answered = await gate.drained(DRAIN_MS);
  if (!answered) log.warn("some requests were cut after ten seconds");
  http?.closeAllConnections();
  await closed;
  await demonstration.stop();
  await runtime?.close();
  await database.close();
  clearTimeout(deadline);
  if (runtime !== null) say("stopped");
  log.info("stopped");
}

/** Writes or continues the demonstration where it may be, and tells people how to come in. */
async function beginDemonstration(
  demonstration: Demonstration,
  { app, drainer, ready, close }: Runtime,
  database: DatabaseServer,
  secret: string,
  start: ServeOptions["start"],
): Promise<void> {
  const { settings, log } = app;
  // Who asked for an empty one once keeps it empty until a demonstration is asked for.
  const emptyMark = join(settings.dataDirectory, "empty");
  if (start === "empty") await writeFile(emptyMark, "");
  if (start === "demo") await rm(emptyMark, { force: true });
  const askedEmpty = start !== "demo" && existsSync(emptyMark);
  // Its password is public: only this machine may be asked for it, or an operator who says so.
  const mayBegin = start === "demo" || (start === "usual" && !askedEmpty && isLocal(settings.publicUrl));
  const beginning = await demonstration.begin({
    runtime: { app, drainer, ready, close },
    connection: database.connection("app", secret),
    reader: database.connection("backup", secret),
    log,
    mayBegin,
    onEnd: (seconds) => say("demoDone", { seconds }),
    onFailure: (error) => complain("demoFailed", { reason: reasonOf(error) }),
  });
  if (beginning === "none") {
    if (!(await hasCooperative(app.database))) {
      if (start === "usual" && !askedEmpty) say("demoRefused");
      say("firstRun", { url: `${settings.publicUrl}/premiers-pas` });
    } else if (start === "empty") say("notEmpty");
    return;
  }
  if (start === "empty") say("notEmpty");
  say("demoAccounts", { password: DEMO_PASSWORD });
  for (const { role, email } of SHOWN_LOG_INS) say("demoAccount", { role, email });
  if (beginning === "writing") say("demoWriting");
}

function isLocal(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

/** Both signals ask for the same stop; Ctrl-C in a terminal arrives more than once (npm forwards it too). */
function nextSignal(): { promise: Promise<void>; asked: () => boolean } {
  let asked = false;
  const promise = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        asked = true;
        resolve();
      });
    }
  });
  return { promise, asked: () => asked };
}

function openPort(gate: Gate, settings: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listen(
      {
        fetch: (request, env) => gate.fetch(request, env as Parameters<Gate["fetch"]>[1]),
        port: settings.port,
        hostname: settings.host,
      },
      () => resolve(server as Server),
    );
    server.once("error", (error: NodeJS.ErrnoException) => {
      const port = settings.port;
      if (error.code === "EADDRINUSE") reject(new OperatorError("portTaken", { port }));
      else if (error.code === "EACCES") reject(new OperatorError("portForbidden", { port }));
      else reject(error);
    });
  });
}

/** A database server of one's own may start after us: asked again until it answers. Null when a stop is asked first. */
async function whenDatabaseAnswers<T>(open: () => Promise<T>, asked: () => boolean): Promise<T | null> {
  for (let seconds = 1; !asked(); seconds = Math.min(seconds * 2, 15)) {
    try {
      const opened = await open();
      if (seconds > 1) say("databaseBack");
      return opened;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      complain("databaseAway", { reason: reasonOf(error), seconds });
      for (let waited = 0; waited < seconds * 10 && !asked(); waited++) await sleep(100);
    }
  }
  return null;
}
