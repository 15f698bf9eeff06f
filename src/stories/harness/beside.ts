import pino from "pino";
import { openDatabaseServer } from "#operator/database.entry.ts";
import { instanceSecret } from "#operator/secret.entry.ts";
import { readSettings } from "#platform/settings.ts";
import { openRuntime, type Runtime } from "../../runtime.ts";

/** The application without its web side, on the data of a server that runs: what a world or a story needs before people come. */
export async function openBeside(data: string, baseUrl: string): Promise<Runtime> {
  const settings = readSettings({ ESSAIM_DATA: data, ESSAIM_PUBLIC_URL: baseUrl });
  if ("problems" in settings) throw new Error(settings.problems.join("; "));
  const log = pino({ level: "silent" });
  const server = await openDatabaseServer(settings, log, { shared: true });
  const runtime = await openRuntime({ settings, server, secret: await instanceSecret(settings), log });
  return {
    ...runtime,
    async close() {
      await runtime.close();
      await server.close();
    },
  };
}
