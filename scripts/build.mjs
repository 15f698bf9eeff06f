// Builds the application when its sources have changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { binary, nodeBinary, root } from "./run-node.mjs";

const SOURCES = ["src", "public", "vite.config.ts", "react-router.config.ts", "package.json", "package-lock.json"];
const NEXT = "build/next";
const WEEK_MS = 7 * 86_400_000;

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
  if (!quiet)
    process.stdout.write("Préparation de l'application (une seule fois)…\nBuilding the application (once)…\n");
  const built = spawnSync(nodeBinary(), [binary("react-router"), "build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", ESSAIM_BUILD: NEXT },
  });
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout}${built.stderr}`);
    throw new Error("the build failed");
  }
  compressAssets();
  putInPlace();
  writeFileSync(mark, now);
}

/** Scripts and styles are compressed once, as far as it goes: a sixth less to carry than what a server does on the fly. */
function compressAssets() {
  const folder = join(root, NEXT, "client/assets");
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css)$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/** A server of the former version may be running: its files stay for a week, the new ones come beside (names carry a hash). */
function putInPlace() {
  const next = join(root, NEXT);
  const current = join(root, "build");
  for (const folder of ["client", "server"]) {
    mkdirSync(join(current, folder), { recursive: true });
    const assets = join(current, folder, "assets");
    const kept = new Set(existsSync(join(next, folder, "assets")) ? readdirSync(join(next, folder, "assets")) : []);
    for (const name of existsSync(assets) ? readdirSync(assets) : []) {
      const path = join(assets, name);
      if (!kept.has(name) && Date.now() - statSync(path).mtimeMs > WEEK_MS) rmSync(path);
    }
    for (const name of readdirSync(join(next, folder))) {
      if (name === "index.js") continue;
      cpSync(join(next, folder, name), join(current, folder, name), { recursive: true });
    }
  }
  renameSync(join(next, "server/index.js"), join(current, "server/index.js"));
  rmSync(next, { recursive: true });
}

if (process.argv[1]?.endsWith("build.mjs")) ensureBuilt();
