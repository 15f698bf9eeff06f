import pino, { type Logger } from "pino";
import { openDatabaseServer } from "#operator/database.entry.ts";
import { instanceSecret } from "#operator/secret.entry.ts";
import type { Caller } from "#platform/command.ts";
import { readSettings } from "#platform/settings.ts";
import { openRuntime, type Runtime } from "../../runtime.ts";
import { founder, openCooperative } from "./cooperative.ts";

export type Application = Runtime & {
  /** The founder of its one cooperative. */
  readonly caller: Caller;
  /** Closes the connections, then stops the embedded database. */
  stop(): Promise<void>;
};

/** The whole application without its web side, on the data of a folder. */
export async function openApplication(
  folder: string,
  environment: Record<string, string | undefined> = {},
  log: Logger = pino({ level: "silent" }),
): Promise<Application> {
  const settings = readSettings({ ...environment, ESSAIM_DATA: folder });
  if ("problems" in settings) throw new Error(settings.problems.join("; "));
  const server = await openDatabaseServer(settings, log);
  const runtime = await openRuntime({ settings, server, secret: await instanceSecret(settings), log });
  const caller = (await founder(runtime.app)) ?? (await openCooperative(runtime.app));
  return {
    ...runtime,
    caller,
    async stop() {
      await runtime.close();
      await server.close();
    },
  };
}
