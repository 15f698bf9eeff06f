// The right Node comes with `npm ci` (the npm package "node"): every script runs on it, whatever the machine has.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export function nodeBinary() {
  const ours = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(ours) ? ours : process.execPath;
}

export function binary(name) {
  return join(root, "node_modules", ".bin", name);
}
