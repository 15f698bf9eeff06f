import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "#platform/settings.ts";

export function secretPath(settings: Settings): string {
  return join(settings.dataDirectory, "secret");
}

/** The instance's secret, or null when there is none yet. Passwords of database roles and sessions derive from it. */
export async function findSecret(settings: Settings): Promise<string | null> {
  if (process.env.ESSAIM_SECRET) return process.env.ESSAIM_SECRET;
  try {
    return (await readFile(secretPath(settings), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}

/** The instance's secret, made the first time. */
export async function instanceSecret(settings: Settings): Promise<string> {
  const found = await findSecret(settings);
  if (found !== null) return found;
  await mkdir(settings.dataDirectory, { recursive: true });
  const secret = randomBytes(32).toString("hex");
  await writeFile(secretPath(settings), `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}
