// `npm start`: builds when needed, then serves with the demonstration cooperative. `-- --empty` starts with nothing.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { nodeBinary, root } from "./run-node.mjs";

ensureBuilt();
const child = spawn(nodeBinary(), [join(root, "build/server/index.js"), "serve", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { NODE_ENV: "production", ...process.env },
});
// Ctrl-C reaches the server too: it drains, stops its database, then ends; we end with it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
