// `npm start`: builds when needed, then serves with the demonstration cooperative. `-- --empty` starts with nothing.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { nodeBinary, root } from "./run-node.mjs";

const ORPHAN_CHECK_MS = 1_000;

ensureBuilt();
const args = ["--enable-source-maps", join(root, "build/server/index.js"), "serve", ...process.argv.slice(2)];
const child = spawn(nodeBinary(), args, {
  cwd: root,
  stdio: "inherit",
  env: { NODE_ENV: "production", ...process.env },
});
// Ctrl-C reaches the server too: it drains, stops its database, then ends; we end with it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

// A supervisor that stops npm stops the shell between npm and us, and nobody tells us: our parent is then another one.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  child.kill("SIGTERM");
}, ORPHAN_CHECK_MS);
