import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { findAccount, ownAccount } from "./account.ts";
import { AlreadyRunning } from "./embedded-error.ts";
import { isAlive } from "./postmaster.ts";
import { killAll, makeDatabase, makeFolder, open, processesOf, query, startOwner } from "./testing.ts";

const LONG = 60_000;

describe("Un seul Essaim à la fois sur un dossier", () => {
  test("un second démarrage est refusé par une phrase, dans un autre processus", { timeout: LONG }, async () => {
    const directory = await makeDatabase();
    const owner = startOwner(directory);
    await owner.says("ready");
    const refusal = await open(directory).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AlreadyRunning);
    expect((refusal as AlreadyRunning).sentences.fr).toContain(
      `Essaim est déjà ouvert sur le dossier ${directory} (processus ${owner.process.pid}).`,
    );
    expect((refusal as AlreadyRunning).sentences.en).toContain("Essaim is already open");
  });

  test("un second démarrage est refusé dans le même processus, puis accepté après l'arrêt", {
    timeout: LONG,
  }, async () => {
    const directory = await makeDatabase();
    const { server } = await open(directory);
    await expect(open(directory)).rejects.toThrow(AlreadyRunning);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    await expect(open(directory)).resolves.toBeDefined();
  });

  test("de deux démarrages simultanés sur un dossier neuf, un seul gagne", { timeout: LONG }, async () => {
    const directory = join(await makeFolder(), "data");
    const owners = [startOwner(directory), startOwner(directory), startOwner(directory)];
    const outcomes = await Promise.all(
      owners.map((owner) =>
        owner.says("ready").then(
          () => "ready",
          () => owner.says("refused").then((fact) => fact.refused),
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(["embedded.already-running", "embedded.already-running", "ready"]);
  });
});

describe("Quand Essaim est tué (kill -9)", () => {
  test("son serveur orphelin est repris au démarrage suivant, avec ses données", { timeout: LONG }, async () => {
    const directory = await makeDatabase();
    const owner = startOwner(directory);
    const { pid } = await owner.says("ready");
    owner.process.kill("SIGKILL");
    await owner.ended;
    const { server, events } = await open(directory);
    expect(server.adopted).toBe(true);
    expect(server.pid).toBe(pid);
    expect(events.map((event) => event.name)).toEqual(["embedded.adopted"]);
    await query(server, "create table note as select 'gardée' as text");
    await server.stop();
    expect(await processesOf(server.directory)).toEqual([]);
    const again = await open(directory);
    expect(again.server.adopted).toBe(false);
    expect(await query(again.server, "select text from note")).toEqual([{ text: "gardée" }]);
  });

  test("un orphelin d'autres réglages est remplacé, pas repris", { timeout: LONG }, async () => {
    const directory = await makeDatabase();
    const owner = startOwner(directory);
    const { pid } = await owner.says("ready");
    owner.process.kill("SIGKILL");
    await owner.ended;
    const { server, events } = await open(directory, { settings: { max_connections: "23" } });
    expect(events.map((event) => event.name)).toEqual(["embedded.replaced", "embedded.started"]);
    expect(server.adopted).toBe(false);
    expect(server.pid).not.toBe(pid);
    expect(await query(server, "show max_connections")).toEqual([{ max_connections: "23" }]);
  });

  test("la fin d'un serveur repris est annoncée aussi", { timeout: LONG }, async () => {
    const directory = await makeDatabase();
    const owner = startOwner(directory);
    await owner.says("ready");
    owner.process.kill("SIGKILL");
    await owner.ended;
    const exited = Promise.withResolvers<void>();
    const { server } = await open(directory, { onExit: () => exited.resolve() });
    expect(server.adopted).toBe(true);
    await killAll(server.directory);
    await exited.promise;
  });

  test("pendant la création, il ne reste rien d'à moitié fait", { timeout: LONG }, async () => {
    const directory = join(await makeFolder(), "data");
    const owner = startOwner(directory);
    const drafts = async (): Promise<string[]> =>
      (await readdir(directory).catch(() => [])).filter((name) => name.startsWith("cluster.making-"));
    while (!(await stat(join(directory, (await drafts())[0] ?? "", "PG_VERSION")).catch(() => null))) await sleep(2);
    owner.process.kill("SIGKILL");
    await owner.ended;
    await expect(stat(join(directory, "cluster"))).rejects.toThrow("ENOENT");
    const { server, events } = await open(directory);
    expect(events.map((event) => event.name)).toContain("embedded.created");
    expect(await drafts()).toEqual([]);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("un numéro de processus repris par un autre programme n'empêche pas de démarrer", {
    timeout: LONG,
  }, async () => {
    const directory = await makeDatabase();
    const { server } = await open(directory);
    await server.stop();
    // The stranger runs under the server's account: PostgreSQL would take it for a server of these data.
    const account = ownAccount().uid === 0 ? await findAccount(String((await stat(server.directory)).uid)) : null;
    const stranger = spawn("sleep", ["60"], account ? { uid: account.uid, gid: account.gid, cwd: "/" } : { cwd: "/" });
    try {
      const text = `${stranger.pid}\n${directory}/cluster\n1795382437\n5432\n${server.socketDirectory}\n\n\nready\n`;
      await writeFile(join(directory, "cluster", "postmaster.pid"), text);
      await writeFile(join(server.socketDirectory, ".s.PGSQL.5432.lock"), text);
      const again = await open(directory);
      expect(again.events.map((event) => event.name)).toEqual(["embedded.stale-file-removed", "embedded.started"]);
      expect(await readFile(join(directory, "cluster", "postmaster.pid"), "utf8")).toContain(`${again.server.pid}\n`);
    } finally {
      stranger.kill("SIGKILL");
    }
  });

  test("un serveur mort que le système garde en mémoire n'empêche pas de démarrer", { timeout: LONG }, async () => {
    const directory = await makeDatabase();
    const { server } = await open(directory);
    await server.stop();
    // A parent that never collects its child, as the first process of many containers: the child ends after the exec.
    const account = ownAccount().uid === 0 ? await findAccount(String((await stat(server.directory)).uid)) : null;
    const options = account ? { uid: account.uid, gid: account.gid, cwd: "/" } : { cwd: "/" };
    const parent = spawn("/bin/sh", ["-c", "sleep 0.3 & echo $!; exec sleep 60"], options);
    try {
      const [said] = await once(parent.stdout, "data");
      const dead = Number(String(said));
      while (await isAlive(dead)) await sleep(10);
      expect(() => process.kill(dead, 0)).not.toThrow();
      const text = `${dead}\n${directory}/cluster\n1795382437\n5432\n${server.socketDirectory}\n\n\nready\n`;
      await writeFile(join(directory, "cluster", "postmaster.pid"), text);
      const again = await open(directory);
      expect(again.events.map((event) => event.name)).toEqual(["embedded.stale-file-removed", "embedded.started"]);
    } finally {
      parent.kill("SIGKILL");
    }
  });
});

describe("Ctrl-C dans le terminal", () => {
  test("atteint Essaim seul : il finit son travail sur la base, puis l'arrête", { timeout: LONG }, async () => {
    const directory = await makeDatabase();
    const owner = startOwner(directory);
    await owner.says("ready");
    // A terminal sends it to the whole foreground group.
    process.kill(-(owner.process.pid ?? 0), "SIGINT");
    expect(await owner.says("drained")).toEqual({ drained: true });
    expect(await owner.ended).toBe(0);
    expect(await processesOf(directory)).toEqual([]);
  });
});
