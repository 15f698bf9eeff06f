import { mkdir, stat, statfs } from "node:fs/promises";
import { resolve } from "node:path";
import nodemailer from "nodemailer";
import type { Logger } from "pino";
import { type Connection, openPool } from "#platform/database/database.ts";
import { readMigrations } from "#platform/database/migrate.ts";
import { assertBoundRole } from "#platform/database/roles.ts";
import { openS3Store, probeStore } from "#platform/files/s3-store.ts";
import { openScanner, scannerVersion } from "#platform/files/scanner.ts";
import type { Settings } from "#platform/settings.ts";
import { appliedMigrations } from "./catalogue.entry.ts";
import { dataKeysPath, findDataKeys, keysInUse } from "./data-keys.entry.ts";
import { asAdministrator, type DatabaseServer, openDatabaseServer } from "./database.entry.ts";
import type { fr } from "./operator.fr.ts";
import { checkSentences, type Facts, reasonOf, sentencesOf } from "./say.entry.ts";
import { findSecret, secretPath } from "./secret.entry.ts";
import { sizeText } from "./size.ts";

/** good: nothing to do; warning: works, but look; bad: will not work, or is not safe. */
export type CheckLevel = "good" | "warning" | "bad";
export type CheckLine = {
  readonly level: CheckLevel;
  readonly word: keyof typeof fr.check;
  readonly facts: Facts;
};

const GIGABYTE = 1024 ** 3;
const SECRET_MINIMUM = 32;
const OLDEST_SERVER = 150_000;

const good = (word: CheckLine["word"], facts: Facts = {}): CheckLine => ({ level: "good", word, facts });
const warning = (word: CheckLine["word"], facts: Facts = {}): CheckLine => ({ level: "warning", word, facts });
const bad = (word: CheckLine["word"], facts: Facts = {}): CheckLine => ({ level: "bad", word, facts });

/** Looks at what serving needs, changes nothing but what starting would (the embedded server, the data folder). */
export async function checkConfiguration(settings: Settings, log: Logger): Promise<CheckLine[]> {
  return [
    checkAddress(settings),
    ...(await checkDisk(settings)),
    await checkSecret(settings),
    await checkDataKeys(settings),
    ...(await checkDatabase(settings, log)),
    await checkFiles(settings),
    await checkScanner(settings),
    await checkMail(settings),
  ];
}

/** Prints the lines; the exit code is 1 when one is bad. */
export function printChecks(lines: readonly CheckLine[]): number {
  const levels = { good: "checkGood", warning: "checkWarning", bad: "checkBad" } as const;
  for (const { level, word, facts } of lines) {
    const head = sentencesOf(levels[level]);
    const body = checkSentences(word, facts);
    const mark = { good: "✓", warning: "·", bad: "✗" }[level];
    process.stdout.write(`${mark} ${head.fr} : ${body.fr}\n    ${head.en}: ${body.en}\n`);
  }
  return lines.some((line) => line.level === "bad") ? 1 : 0;
}

function checkAddress({ publicUrl }: Settings): CheckLine {
  const { protocol, hostname } = new URL(publicUrl);
  const local = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  return protocol === "https:" || local
    ? good("publicUrl", { url: publicUrl })
    : bad("publicUrlPlain", { url: publicUrl });
}

async function checkDisk(settings: Settings): Promise<CheckLine[]> {
  const path = resolve(settings.dataDirectory);
  await mkdir(path, { recursive: true });
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  const facts = { free: sizeText(free) };
  return [good("data", { path }), free < GIGABYTE ? warning("diskLow", facts) : good("disk", facts)];
}

async function checkSecret(settings: Settings): Promise<CheckLine> {
  const secret = await findSecret(settings);
  if (secret === null) return warning("secretMissing");
  if (secret.length < SECRET_MINIMUM) return bad("secretShort");
  if (process.env.ESSAIM_SECRET) return good("secret", { path: "ESSAIM_SECRET" });
  const path = secretPath(settings);
  const { mode } = await stat(path);
  return (mode & 0o077) === 0 ? good("secret", { path }) : bad("secretOpen", { path });
}

async function checkDataKeys(settings: Settings): Promise<CheckLine> {
  try {
    const keys = findDataKeys(settings);
    const [current] = keys;
    if (current === undefined) return warning("dataKeysNone");
    const facts = { count: keys.length, key: current.id };
    if (process.env.ESSAIM_DATA_KEYS) return good("dataKeys", { path: "ESSAIM_DATA_KEYS", ...facts });
    const path = dataKeysPath(settings);
    const { mode } = await stat(path);
    return (mode & 0o077) === 0 ? good("dataKeys", { path, ...facts }) : bad("dataKeysOpen", { path });
  } catch (error) {
    return bad("dataKeysBad", { reason: reasonOf(error) });
  }
}

/** A key that the database needs and that is not here: a backup restored without its keys. */
export async function checkKeysInUse(settings: Pick<Settings, "dataDirectory">, reader: Connection) {
  const here = new Set(findDataKeys(settings).map(({ id }) => id));
  return (await keysInUse(reader)).filter(({ key }) => !here.has(key)).map((away) => bad("dataKeysAway", away));
}

async function checkDatabase(settings: Settings, log: Logger): Promise<CheckLine[]> {
  let server: DatabaseServer;
  try {
    server = await openDatabaseServer(settings, log, { shared: true });
  } catch (error) {
    return [bad("databaseAway", { reason: reasonOf(error) })];
  }
  try {
    const lines = await asAdministrator(server.admin, async (client): Promise<CheckLine[]> => {
      const { rows } = await client.query<{ version: string; number: string }>(
        "select current_setting('server_version') as version, current_setting('server_version_num') as number",
      );
      const version = rows[0]?.version ?? "";
      const place = server.embedded ? checkSentences("databaseEmbedded") : server.admin.host;
      const first =
        Number(rows[0]?.number) < OLDEST_SERVER
          ? bad("databaseOld", { version })
          : good("database", { version, place });
      const ours = await readMigrations(resolve("migrations"));
      const applied = new Map((await appliedMigrations(client)).map(({ name, checksum }) => [name, checksum]));
      const changed = ours.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
      if (changed) return [first, bad("migrationsChanged", { name: changed.name })];
      const missing = ours.filter(({ name }) => !applied.has(name)).length;
      return [
        first,
        missing > 0 ? warning("migrationsMissing", { count: missing }) : good("migrations", { count: ours.length }),
      ];
    });
    const upToDate = lines.every(({ word }) => word !== "migrationsMissing" && word !== "migrationsChanged");
    return [...lines, ...(await checkRole(settings, server, upToDate))];
  } catch (error) {
    return [bad("databaseAway", { reason: reasonOf(error) })];
  } finally {
    await server.close();
  }
}

/** The role that serves, when the instance has a secret to open it with. */
async function checkRole(settings: Settings, server: DatabaseServer, upToDate: boolean): Promise<CheckLine[]> {
  const secret = await findSecret(settings);
  if (secret === null) return [];
  const connection = server.connection("app", secret);
  const pool = openPool(connection, 1);
  try {
    await assertBoundRole(pool);
    const away = upToDate ? await checkKeysInUse(settings, server.connection("backup", secret)) : [];
    return [good("roleBound", { role: connection.user }), ...away];
  } catch (error) {
    return [bad("roleUnbound", { reason: reasonOf(error) })];
  } finally {
    await pool.end();
  }
}

/** Whether files are kept where the settings say: a small one is written to the bucket, and read again. */
export async function checkFiles(settings: Pick<Settings, "s3" | "dataDirectory">): Promise<CheckLine> {
  const { s3, dataDirectory } = settings;
  if (s3 === null) return good("filesOnDisk", { path: resolve(dataDirectory, "files") });
  try {
    await probeStore(openS3Store(s3, { tryMs: 10_000 }));
  } catch (error) {
    return bad("filesBucketBad", { bucket: s3.bucket, reason: reasonOf(error) });
  }
  const { protocol, hostname } = new URL(s3.endpoint);
  const facts = { bucket: s3.bucket, endpoint: s3.endpoint };
  const inside = hostname === "localhost" || hostname.startsWith("127.");
  return protocol === "https:" || inside ? good("filesInBucket", facts) : warning("filesBucketPlain", facts);
}

/** Whether the antivirus answers, and knows the file that all of them are tried with (eicar.org). */
export async function checkScanner({ clamd }: Pick<Settings, "clamd">): Promise<CheckLine> {
  if (clamd === null) return warning("scannerNone");
  try {
    const version = await scannerVersion(clamd);
    const trial = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
    const verdict = await openScanner(clamd).scan([new TextEncoder().encode(trial)]);
    const away = clamd.whenAway === "accept" ? checkSentences("scannerAccepts") : checkSentences("scannerRefuses");
    return typeof verdict === "object" ? good("scanner", { version, away }) : bad("scannerBlind", { version });
  } catch (error) {
    return bad("scannerBad", { address: clamd.address, reason: reasonOf(error) });
  }
}

async function checkMail({ smtpUrl }: Settings): Promise<CheckLine> {
  if (smtpUrl === null) return warning("smtpNone");
  const transport = nodemailer.createTransport(smtpUrl);
  try {
    await transport.verify();
    return good("smtp");
  } catch (error) {
    return bad("smtpBad", { reason: reasonOf(error) });
  } finally {
    transport.close();
  }
}
