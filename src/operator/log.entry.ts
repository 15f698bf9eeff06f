import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import pino, { type DestinationStream, type Logger, multistream } from "pino";

const MAX_LOG_BYTES = 20 * 1024 * 1024;

/** What waits for room on the disk; lines beyond are lost. */
const MAX_WAITING_BYTES = 1024 * 1024;

const OPTIONS: pino.LoggerOptions = {
  base: { application: "essaim" },
  // What could name a person or open a door never reaches the log.
  redact: ["password", "*.password", "email", "*.email", "token", "*.token", "cookie", "*.cookie"],
  serializers: { err: describeError },
};

/** An error without what it drags along: the driver's hold connections, their keys, and the values of a row. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: string };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack,
    ...cause,
  };
}

/** Structured lines (JSON) go to the standard error when a machine reads, or when ESSAIM_LOG=json asks for it. */
export function wantsJson(environment: Record<string, string | undefined>, terminal: boolean): boolean {
  return environment.ESSAIM_LOG === "json" || !terminal;
}

/**
 * The application's log. In a terminal the lines for people stay readable: JSON goes to data/log/essaim.jsonl
 * (one former file kept), and only warnings appear, in one line each.
 */
export function openLog(dataDirectory: string, environment: Record<string, string | undefined> = process.env): Logger {
  const level = environment.ESSAIM_LOG_LEVEL ?? "info";
  if (wantsJson(environment, process.stdout.isTTY === true)) {
    return pino({ ...OPTIONS, level }, destination(2));
  }
  const file = join(dataDirectory, "log", "essaim.jsonl");
  mkdirSync(join(dataDirectory, "log"), { recursive: true });
  if (existsSync(file) && statSync(file).size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  const streams = multistream([
    { level: level as pino.Level, stream: destination(file) },
    { level: "warn", stream: terminalLines() },
  ]);
  return pino({ ...OPTIONS, level }, streams);
}

/** A full disk, or a reader that went away, costs lines of the log and never the work: pino would throw at its caller. */
function destination(dest: number | string): DestinationStream {
  return pino.destination({ dest, sync: true, mode: 0o600, maxLength: MAX_WAITING_BYTES }).on("error", () => {});
}

/** One short line for a warning or an error; the whole of it is in the file. */
function terminalLines(): DestinationStream {
  return {
    write(line) {
      const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
      process.stderr.write(`  ! ${[msg, err?.message?.split("\n")[0]].filter(Boolean).join(": ")}\n`);
    },
  };
}
