import type { ServerBuild } from "react-router";
import { openLog } from "./operator/log.entry.ts";
import { complain, OperatorError, reasonOf, say } from "./operator/say.entry.ts";
import { serve } from "./operator/serve.entry.ts";
import { EmbeddedError } from "./platform/database/embedded/embedded-error.ts";
import { readSettings, type Settings } from "./platform/settings.ts";

/** The operator's command line, and `serve`. Exits with 0, or with 1 after a French and an English sentence. */
export async function runCli(args: readonly string[], build: ServerBuild, clientDirectory: string): Promise<void> {
  const [command = "help", ...rest] = args;
  try {
    process.exitCode = await run(command, rest, build, clientDirectory);
  } catch (error) {
    if (error instanceof OperatorError || error instanceof EmbeddedError) process.stderr.write(`${error.message}\n`);
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
      const settings = settingsOfEnvironment();
      await serve({ settings, log: openLog(settings.dataDirectory), build, clientDirectory });
      return 0;
    }
    default:
      throw new OperatorError("unknownCommand", { command });
  }
}

function settingsOfEnvironment(): Settings {
  const settings = readSettings(process.env);
  if ("problems" in settings) throw new OperatorError("settingsWrong", { problem: settings.problems.join("; ") });
  return settings;
}
