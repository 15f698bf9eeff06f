import { resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { ServerBuild } from "react-router";
import { dayIn } from "./kernel/day.ts";
import { backUp } from "./operator/backup.entry.ts";
import { checkConfiguration, printChecks } from "./operator/check.entry.ts";
import {
  COOPERATIVE_OPTIONS,
  createCooperativeFromTerminal,
  missingOptions,
} from "./operator/create-cooperative.entry.ts";
import { dataKeysPath, rotateKeys } from "./operator/data-keys.entry.ts";
import { loginPrefixOf, openDatabaseServer, prepareDatabase } from "./operator/database.entry.ts";
import { exportFec } from "./operator/export-fec.entry.ts";
import { knownFault } from "./operator/known-fault.ts";
import { openLog } from "./operator/log.entry.ts";
import { withDatabase } from "./operator/open-application.entry.ts";
import { restore } from "./operator/restore.entry.ts";
import { complain, OperatorError, reasonOf, say } from "./operator/say.entry.ts";
import { instanceSecret, secretPath } from "./operator/secret.entry.ts";
import { serve } from "./operator/serve.entry.ts";
import { sizeText } from "./operator/size.ts";
import { verifyEveryLedger } from "./operator/verify.entry.ts";
import { systemClock } from "./platform/clock.ts";
import { EmbeddedError } from "./platform/database/embedded/embedded-error.ts";
import { openFiles } from "./platform/files/open-files.ts";
import { readSettings, type Settings } from "./platform/settings.ts";

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** The operator's command line, and `serve`. Exits with 0, or with 1 after a French and an English sentence. */
export async function runCli(args: readonly string[], build: ServerBuild, clientDirectory: string): Promise<void> {
  const [command = "help", ...rest] = args;
  try {
    process.exitCode = await run(command, rest, build, clientDirectory);
  } catch (error) {
    const fault = knownFault(error);
    if (error instanceof OperatorError || error instanceof EmbeddedError) process.stderr.write(`${error.message}\n`);
    else if (fault !== null) complain(fault.key, fault.facts);
    else complain("unexpected", { reason: (error as Error).stack ?? reasonOf(error) });
    process.exitCode = 1;
  }
}

async function run(
  command: string,
  rest: readonly string[],
  build: ServerBuild,
  clientDirectory: string,
): Promise<number> {
  switch (command) {
    case "help":
    case "--help":
    case "-h":
      say("help");
      return 0;
    case "serve": {
      const { values } = parse(rest, { empty: { type: "boolean" }, demo: { type: "boolean" } });
      const settings = settingsOfEnvironment();
      const start = values.empty ? "empty" : values.demo ? "demo" : "usual";
      await serve({ settings, log: openLog(settings.dataDirectory), build, clientDirectory, start });
      return 0;
    }
    case "create-cooperative":
    case "create-network": {
      const house = command === "create-network" ? "network" : "cae";
      const options = Object.fromEntries(
        Object.keys(COOPERATIVE_OPTIONS).map((name) => [name, { type: "string" as const }]),
      );
      const { values } = parse(rest, options);
      const missing = missingOptions(values, house);
      if (missing.length > 0) throw new OperatorError("missingOption", { option: missing.join(" ") });
      const settings = settingsOfEnvironment();
      return createCooperativeFromTerminal(settings, openLog(settings.dataDirectory), values, house);
    }
    case "migrate":
      return runMigrate();
    case "backup":
      return runBackup(fileOf(rest, "FILE"));
    case "restore":
      return runRestore(fileOf(rest, "FILE"));
    case "verify": {
      const settings = settingsOfEnvironment();
      return withDatabase(settings, openLog(settings.dataDirectory), verifyEveryLedger);
    }
    case "export-fec": {
      const text = { type: "string" as const };
      const { values } = parse(rest, { cooperative: text, year: text, out: text });
      const { cooperative: slug, year, out } = values;
      if (typeof slug !== "string" || typeof year !== "string" || typeof out !== "string") {
        throw new OperatorError("missingOption", { option: "--cooperative --year --out" });
      }
      const settings = settingsOfEnvironment();
      const today = dayIn(systemClock(), "Europe/Paris");
      return withDatabase(settings, openLog(settings.dataDirectory), (database) =>
        exportFec(database, { slug, year, out: resolve(out), today }),
      );
    }
    case "rotate-keys": {
      const settings = settingsOfEnvironment();
      return withDatabase(settings, openLog(settings.dataDirectory), (database) =>
        rotateKeys(settings, database, new Date()),
      );
    }
    case "check": {
      const settings = settingsOfEnvironment();
      return printChecks(await checkConfiguration(settings, openLog(settings.dataDirectory)));
    }
    default:
      throw new OperatorError("unknownCommand", { command });
  }
}

async function runMigrate(): Promise<number> {
  const settings = settingsOfEnvironment();
  const log = openLog(settings.dataDirectory);
  const server = await openDatabaseServer(settings, log, { shared: true });
  try {
    const applied = await prepareDatabase(server.admin, await instanceSecret(settings), log);
    if (applied.length > 0) say("migrated", { count: applied.length });
    else say("migratedNone");
    return 0;
  } finally {
    await server.close();
  }
}

async function runBackup(file: string): Promise<number> {
  const settings = settingsOfEnvironment();
  return withDatabase(settings, openLog(settings.dataDirectory), async ({ server, reader }) => {
    const files = openFiles(settings);
    const report = await backUp(server.admin, reader, files, file, new Date());
    say("backupDone", {
      file,
      size: sizeText(report.bytes),
      tables: Object.keys(report.tables).length,
      rows: Object.values(report.tables).reduce((total, table) => total + table.rows, 0),
      files: report.files.count,
    });
    say("backupSecret", { path: resolve(secretPath(settings)) });
    say("backupDataKeys", { path: resolve(dataKeysPath(settings)) });
    if (report.files.missing.length === 0) return 0;
    complain("backupMissing", { count: report.files.missing.length });
    return 1;
  });
}

async function runRestore(file: string): Promise<number> {
  const settings = settingsOfEnvironment();
  const server = await openDatabaseServer(settings, openLog(settings.dataDirectory));
  try {
    const files = openFiles(settings);
    const secret = await instanceSecret(settings);
    const manifest = await restore(server.admin, files, file, {
      loginPrefix: loginPrefixOf(server.admin.database),
      secret,
    });
    say("restoreDone", {
      tables: Object.keys(manifest.tables).length,
      rows: Object.values(manifest.tables).reduce((total, table) => total + table.rows, 0),
      files: manifest.files.count,
    });
    return 0;
  } finally {
    await server.close();
  }
}

function settingsOfEnvironment(): Settings {
  const settings = readSettings(process.env);
  if ("problems" in settings) throw new OperatorError("settingsWrong", { problem: settings.problems.join("; ") });
  return settings;
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new OperatorError("wrongOption", { reason: reasonOf(error) });
  }
}

/** The file named on the command line, found from where the command was typed. */
function fileOf(args: readonly string[], name: string): string {
  const [file] = parse(args, {}).positionals;
  if (file === undefined) throw new OperatorError("missingOption", { option: name });
  return resolve(process.env.ESSAIM_FROM ?? ".", file);
}
