import { chmod, chown, cp, lstat, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findAccount, ownAccount } from "./account.ts";
import { findNative } from "./binaries.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { run } from "./run.ts";
import { makeDatabase, makeFolder, open, query, startOwner } from "./testing.ts";

const LONG = 60_000;
const root = ownAccount().uid === 0;

/** A copy of the package as `npm ci --ignore-scripts` leaves it: without its links. */
async function copyPackage(parent: string): Promise<string> {
  const native = findNative();
  await mkdir(join(parent, "package"));
  await cp(join(native, "..", "package.json"), join(parent, "package", "package.json"));
  // Hard links: nothing below writes into a file of the package.
  const linked = await run("cp", ["-al", native, join(parent, "package", "native")]);
  if (linked.code !== 0)
    await cp(native, join(parent, "package", "native"), { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")) as { target: string }[];
  expect(links.length).toBeGreaterThan(5);
  for (const { target } of links) await rm(join(parent, "package", target));
  return join(parent, "package", "native");
}

const language = { LANG: undefined, LC_ALL: undefined, LC_CTYPE: undefined };

describe("Quelle que soit la langue du terminal", () => {
  for (const [name, env] of [
    ["LANG=C", { LANG: "C" }],
    ["LANG absent", {}],
    ["une langue que la machine n'a pas", { LC_ALL: "br_FR.UTF-8" }],
    // Not a language, but of the terminal too: PostgreSQL would obey each of them.
    ["des variables pour un autre serveur", { PGDATA: "/nowhere", PGPORT: "1", PGHOST: "/nowhere" }],
  ] as const) {
    test(`la base est en UTF-8 avec ${name}`, { timeout: LONG }, async () => {
      const owner = startOwner(join(await makeFolder(), "data"), { env: { ...process.env, ...language, ...env } });
      expect(await owner.says("ready")).toMatchObject({ encoding: "UTF8", datlocale: "C.UTF-8", datctype: "C.UTF-8" });
    });
  }
});

describe("Les programmes du paquet", () => {
  test("démarrent même quand npm n'a pas créé leurs liens", { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const native = await copyPackage(folder);
    const { server, events } = await open(join(folder, "data"), { native });
    expect(events[0]).toMatchObject({ name: "embedded.binaries-linked" });
    expect((await lstat(join(native, "lib", "libpq.so.5"))).isSymbolicLink()).toBe(true);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test.runIf(root)("sont copiés une fois quand le compte ne peut pas les atteindre", { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const closed = join(folder, "closed");
    await mkdir(closed, { mode: 0o700 });
    const native = await copyPackage(closed);
    const first = await open(join(folder, "data"), { native });
    expect(first.events.map((event) => event.name)).toContain("embedded.binaries-copied");
    expect(await query(first.server, "select 1 as one")).toEqual([{ one: 1 }]);
    await first.server.stop();
    const second = await open(join(folder, "data"), { native });
    expect(second.events.map((event) => event.name)).toEqual(["embedded.started"]);
  });

  test("absents ou cassés, ils sont nommés par une phrase", { timeout: LONG }, async () => {
    expect(() => findNative("sunos-sparc")).toThrow("DATABASE_URL");
    const folder = await makeFolder();
    await mkdir(join(folder, "package", "native", "bin"), { recursive: true });
    await writeFile(join(folder, "package", "package.json"), '{ "version": "0.0.0" }');
    await writeFile(join(folder, "package", "native", "bin", "postgres"), "#!/bin/sh\necho GLIBC manque >&2\nexit 1\n");
    await chmod(join(folder, "package", "native", "bin", "postgres"), 0o755);
    const refusal = await open(join(folder, "data"), { native: join(folder, "package", "native") }).catch(
      (error: unknown) => error,
    );
    expect((refusal as EmbeddedError).code).toBe("embedded.binaries-broken");
    expect((refusal as EmbeddedError).message).toContain("GLIBC manque");
  });

  test("une création qui échoue ne laisse pas de base à moitié faite", { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const native = await copyPackage(folder);
    await rm(join(native, "share", "postgresql", "system_views.sql"));
    const refusal = await open(join(folder, "data"), { native }).catch((error: unknown) => error);
    expect((refusal as EmbeddedError).code).toBe("embedded.create-failed");
    expect((refusal as EmbeddedError).message).toContain("system_views.sql");
    const { server } = await open(join(folder, "data"));
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe.runIf(root)("Lancé par root", () => {
  test("le serveur tourne sous un compte ordinaire, à qui appartient le dossier", { timeout: LONG }, async () => {
    const { server } = await open(await makeDatabase());
    const { uid } = await stat(`/proc/${server.pid}`);
    expect(uid).toBeGreaterThan(0);
    expect((await stat(server.directory)).uid).toBe(uid);
    expect((await stat(join(server.directory, "cluster"))).uid).toBe(uid);
  });

  test("dans un dossier fermé, il met les données ailleurs et le dit", { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const home = join(folder, "root");
    await mkdir(home, { mode: 0o700 });
    const fallbackRoot = join(folder, "var");
    const first = await open(join(home, "essaim", "data"), { fallbackRoot });
    expect(dirname(first.server.directory)).toBe(fallbackRoot);
    expect(first.events).toContainEqual({
      name: "embedded.moved",
      facts: { asked: join(home, "essaim", "data"), directory: first.server.directory, account: expect.any(String) },
    });
    expect(await readFile(join(home, "essaim", "data", "location.txt"), "utf8")).toBe(`${first.server.directory}\n`);
    await query(first.server, "create table note as select 'gardée' as text");
    await first.server.stop();

    const second = await open(join(home, "essaim", "data"), { fallbackRoot });
    expect(await query(second.server, "select text from note")).toEqual([{ text: "gardée" }]);
    await second.server.stop();

    // Moved since: neither an empty database in silence, nor another installation's data.
    await rename(join(home, "essaim"), join(home, "essaim-2"));
    const refusal = await open(join(home, "essaim-2", "data"), { fallbackRoot }).catch((error: unknown) => error);
    expect((refusal as EmbeddedError).code).toBe("embedded.data-elsewhere");
    expect((refusal as EmbeddedError).message).toContain(first.server.directory);
  });

  test("des données existantes qu'il ne peut plus atteindre ne sont pas remplacées par une base vide", {
    timeout: LONG,
  }, async () => {
    const folder = await makeFolder();
    const { server } = await open(join(folder, "open", "data"));
    await server.stop();
    await chmod(join(folder, "open"), 0o700);
    const refusal = await open(join(folder, "open", "data"), { fallbackRoot: join(folder, "var") }).catch(
      (error: unknown) => error,
    );
    expect((refusal as EmbeddedError).code).toBe("embedded.not-passable");
    await chmod(join(folder, "open"), 0o755);
  });

  test("un compte ordinaire ouvre le sien, et reprend plus tard sous root le même propriétaire", {
    timeout: LONG,
  }, async () => {
    const nobody = await findAccount("nobody");
    if (!nobody) throw new Error("this machine has no account nobody");
    const folder = await makeFolder();
    const own = join(folder, "own");
    await mkdir(own);
    await chown(own, nobody.uid, nobody.gid);
    const owner = startOwner(join(own, "data"), { uid: nobody.uid, gid: nobody.gid });
    const { pid } = await owner.says("ready");
    expect((await stat(`/proc/${pid}`)).uid).toBe(nobody.uid);
    process.kill(owner.process.pid ?? 0, "SIGINT");
    expect(await owner.ended).toBe(0);

    const { server } = await open(join(own, "data"));
    expect((await stat(`/proc/${server.pid}`)).uid).toBe(nobody.uid);
  });

  test("des données venues d'une autre machine gardent leur propriétaire, même sans nom ici", {
    timeout: LONG,
  }, async () => {
    const directory = await makeDatabase();
    expect((await run("chown", ["-R", "54321:54321", directory])).code).toBe(0);
    const { server } = await open(directory);
    expect((await stat(`/proc/${server.pid}`)).uid).toBe(54321);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("un compte ordinaire n'ouvre pas le dossier d'un autre, et apprend de qui il est", {
    timeout: LONG,
  }, async () => {
    const nobody = await findAccount("nobody");
    if (!nobody) throw new Error("this machine has no account nobody");
    const { server } = await open(await makeDatabase());
    const name = (await findAccount(String((await stat(server.directory)).uid)))?.name;
    await server.stop();
    const owner = startOwner(server.directory, { uid: nobody.uid, gid: nobody.gid });
    const { message, refused } = await owner.says("refused");
    expect(refused).toBe("embedded.not-yours");
    expect(message).toContain(`appartient au compte ${name}.`);
  });
});

test("un dossier de prise préparé par un autre compte n'est jamais employé", { timeout: LONG }, async () => {
  if (!root) return;
  const directory = join(await makeFolder(), "data");
  await mkdir(join(directory, "socket"), { recursive: true });
  const refusal = await open(directory).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(EmbeddedError);
  expect((refusal as EmbeddedError).code).toBe("embedded.socket-taken");
});
