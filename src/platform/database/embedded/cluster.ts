import { chmod, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Account, ownAccount } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { EmbeddedError, type EmbeddedLog } from "./embedded-error.ts";
import { changeOwner, exists, syncFolder, writeWhole } from "./files.ts";
import type { Place } from "./place.ts";
import { run } from "./run.ts";
import { authenticationText, configurationText, identityText, SUPERUSER } from "./settings.ts";

const DRAFT = "cluster.making-";

/**
 * Makes the data folder when there is none: initdb works in a sibling folder, renamed when whole, so that an
 * interrupted one leaves nothing that looks like a database. `durable` waits for the disk.
 * Throws on data of another major version: they are never touched.
 */
export async function ensureCluster(
  place: Place,
  account: Account,
  binaries: Binaries,
  durable: boolean,
  log: EmbeddedLog,
): Promise<void> {
  // Under the owner lock nobody else is making one: what is there was interrupted. What cannot go now goes next time.
  for (const name of await readdir(place.directory)) {
    if (name.startsWith(DRAFT)) await removeDraft(join(place.directory, name));
  }
  if (await exists(place.cluster)) return refuseOtherVersion(place, binaries);
  const began = performance.now();
  const draft = await mkdtemp(join(place.directory, DRAFT));
  await changeOwner(draft, account);
  const characters = await initialise(draft, account, binaries, durable, place);
  await chmod(draft, 0o700);
  await rename(draft, place.cluster);
  if (durable) await syncFolder(place.directory);
  if (characters === "C") log({ name: "embedded.accents-ignored", facts: {} });
  const milliseconds = Math.round(performance.now() - began);
  log({ name: "embedded.created", facts: { directory: place.cluster, characters, milliseconds } });
}

async function removeDraft(draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
}

async function refuseOtherVersion(place: Place, binaries: Binaries): Promise<void> {
  const found = (await readFile(join(place.cluster, "PG_VERSION"), "utf8").catch(() => "?")).trim();
  if (found === String(binaries.major)) return;
  throw new EmbeddedError("embedded.other-version", { directory: place.cluster, found, expected: binaries.major });
}

/**
 * Order and letter case come from PostgreSQL itself (builtin C.UTF-8): the same on every machine, and no upgrade of a
 * system library can corrupt an index. Sort what people read with `collate "fr-x-icu"`.
 * The system's character classes still serve pg_trgm, which drops every accented letter when they are "C"
 * (measured: the trigrams of « été » were those of « t »); so the first UTF-8 locale that the machine has.
 */
const CHARACTERS = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "fr_FR.UTF-8", "C"];

async function initialise(
  draft: string,
  account: Account,
  binaries: Binaries,
  durable: boolean,
  place: Place,
): Promise<string> {
  const options = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--auth-local=peer",
    "--auth-host=reject",
    "--data-checksums",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  for (const characters of CHARACTERS) {
    const { code, output } = await run(binaries.initdb, [...options, `--lc-ctype=${characters}`], account);
    if (code === 0) return characters;
    if (output.includes("invalid locale") && characters !== "C") continue;
    await removeDraft(draft);
    throw new EmbeddedError("embedded.create-failed", { directory: place.directory, output: lastLines(output) });
  }
  throw new Error("unreachable: the last of the locales is C");
}

/** The end of a program's output, short enough for a sentence. */
export function lastLines(output: string, count = 4): string {
  return output.trim().split("\n").slice(-count).join(" ").slice(-600);
}

/**
 * Writes the server's configuration, which belongs to Essaim. Says whether it differs from what was there, that is,
 * from what a server already running has read.
 */
export async function writeConfiguration(
  place: Place,
  account: Account,
  socketDirectory: string,
  settings: Readonly<Record<string, string>>,
): Promise<boolean> {
  // Root is named even when it does not run Essaim today: it may open the socket's folder anyway, to repair.
  const accounts = [account.name, ownAccount().name, "root"];
  const texts = [
    ["postgresql.conf", configurationText(socketDirectory, settings)],
    ["pg_hba.conf", authenticationText()],
    ["pg_ident.conf", identityText(accounts)],
  ] as const;
  let changed = false;
  for (const [name, text] of texts) changed = (await writeWhole(join(place.cluster, name), text, account)) || changed;
  return changed;
}
