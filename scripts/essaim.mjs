#!/usr/bin/env node
// The operator's command line: `npm run essaim -- help`. One bundle serves and commands.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { nodeBinary, root } from "./run-node.mjs";

ensureBuilt({ quiet: true });
const child = spawn(
  nodeBinary(),
  ["--enable-source-maps", join(root, "build/server/index.js"), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    // Files named on the command line are read from where the command was typed.
    env: { NODE_ENV: "production", ...process.env, ESSAIM_FROM: process.env.INIT_CWD ?? process.cwd() },
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
