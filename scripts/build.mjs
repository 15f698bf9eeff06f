// Builds the application when its sources have changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binary, nodeBinary, root } from "./run-node.mjs";

const SOURCES = ["src", "public", "vite.config.ts", "react-router.config.ts", "package-lock.json"];

function fingerprint() {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (!existsSync(path)) return;
    const stats = statSync(path);
    if (stats.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (!/\.test\.tsx?$/.test(path)) hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const source of SOURCES) visit(join(root, source));
  return hash.digest("hex");
}

export function ensureBuilt({ quiet = false } = {}) {
  const mark = join(root, "build", "fingerprint");
  const now = fingerprint();
  if (existsSync(mark) && readFileSync(mark, "utf8") === now && existsSync(join(root, "build/server/index.js"))) return;
  if (!quiet) process.stdout.write("Préparation de l'application (une seule fois)… / Building the application (once)…\n");
  const built = spawnSync(nodeBinary(), [binary("react-router"), "build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout}${built.stderr}`);
    throw new Error("the build failed");
  }
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(mark, now);
}

if (process.argv[1]?.endsWith("build.mjs")) ensureBuilt();
