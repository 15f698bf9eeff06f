import { fileURLToPath } from "node:url";
import * as build from "virtual:react-router/server-build";
import type { ServerBuild } from "react-router";
import { runCli } from "./cli.ts";

/** One server bundle: it serves, and it is the operator's command line. */
await runCli(
  process.argv.slice(2),
  build as unknown as ServerBuild,
  fileURLToPath(new URL("../client", import.meta.url)),
);
