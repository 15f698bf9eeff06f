/**
 * Between two houses there are two roads: a document that one signed and the other received, and an agreement that gives a
 * dated access. Everything in the database and in the code that could be another one is listed here by name.
 */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEPARTMENTS_IN_ORDER, networkEn, networkFr, REGION_CODES, regionOf } from "#modules/network/index.ts";
import { INDICATORS } from "#modules/observatory/index.ts";
import { definitionOf, dimensionEnglish, dimensionFrench } from "#modules/parcours/index.ts";
import { en as observatoryEn } from "../../modules/observatory/observatory.en.ts";
import { fr as observatoryFr } from "../../modules/observatory/observatory.fr.ts";
import { testDatabase } from "../test-database.ts";
import { filesOf, productFiles, withoutComments } from "./source.ts";

let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client((await testDatabase()).admin);
  await admin.connect();
});
afterAll(() => admin.end());

const names = async (query: string) => (await admin.query<{ name: string }>(query)).rows.map(({ name }) => name);

/** Views for whoever counts: with the rights of who asks. */
const PUBLISHED = [
  "accompanied",
  "accompaniment",
  "affiliation",
  "cooperative",
  "entry",
  "exit",
  "house",
  "invoice_between",
  "joint_quote",
  "period",
  "present",
  "referral",
  "seat",
  "shared_customer",
  "site",
  "structure",
  "turnover",
].map((name) => `published.${name}`);

/**
 * Product files that open a transaction of a house that no session chose: an effect of that very house, or somebody who came
 * by one of its doors without an account. None of them names a second house.
 */
const OPENED = /\b(withTenant|executePublic)\(/;

describe("Aucun autre chemin entre deux maisons", () => {
  it("les vues publiées lisent avec les droits de qui demande, et il n’y en a pas d’autres", async () => {
    const views = await names(`select n.nspname || '.' || c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`);
    expect(views.filter((name) => name.startsWith("published."))).toEqual(PUBLISHED);
    const bound = await names(`select n.nspname || '.' || c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and n.nspname = 'published' and c.reloptions @> array['security_invoker=true'] order by 1`);
    expect(bound).toEqual(PUBLISHED);
  });

  it("une vue ne montre d’une maison que ce que cette maison montre : aucune ligne sans elle", async () => {
    await admin.query("begin");
    await admin.query("set local role essaim_app");
    for (const view of PUBLISHED.filter((name) => name !== "published.period")) {
      const { rows } = await admin.query(`select * from ${view} limit 1`);
      expect([view, rows]).toEqual([view, []]);
    }
    await admin.query("rollback");
  });

  it("un nom, une adresse, une naissance ne sont dans aucune vue publiée", async () => {
    const columns = await names(`select distinct column_name as name from information_schema.columns
      where table_schema = 'published' order by 1`);
    expect(columns.filter((name) => /first|last_name|email|phone|birth|street|iban/.test(name))).toEqual([]);
  });

  it("seul l’observatoire lit les vues publiées, et il ne lit rien d’autre", () => {
    const readers = productFiles().filter(({ text }) => /\b(from|join) published\./.test(withoutComments(text)));
    expect(readers.filter(({ path }) => !path.startsWith("src/modules/observatory/")).map(({ path }) => path)).toEqual(
      [],
    );
    const schemas = filesOf("src/modules/observatory/**/*.ts").flatMap(({ path, text }) =>
      /\.(test|fixture)\.ts$/.test(path)
        ? []
        : [...withoutComments(text).matchAll(/\b(?:from|join|into|update) ([a-z]+)\.[a-z_]+/g)].map(
            (match) => match[1],
          ),
    );
    expect([...new Set(schemas)].sort()).toEqual(["observatory", "published"]);
  });

  it("un module n’ouvre que la maison de son effet ou de sa porte", () => {
    const opening = productFiles().filter(
      ({ path, text }) => path.startsWith("src/modules/") && OPENED.test(withoutComments(text)),
    );
    expect(opening.length).toBeGreaterThan(10);
    // The door of signed documents opens the network that the address names, and hands it a text.
    const twice = opening.filter(({ text }) => {
      const organizations = new Set(
        [...withoutComments(text).matchAll(/organizationId: (?!OrganizationId|string)([\w.]+)/g)].map(
          (match) => match[1],
        ),
      );
      return organizations.size > 1;
    });
    expect(twice.map(({ path }) => path)).toEqual([]);
    const doors = productFiles().filter(
      ({ path, text }) => path.startsWith("src/modules/") && /\bexecutePublic\(/.test(withoutComments(text)),
    );
    expect(doors.map(({ path }) => path)).toEqual([
      "src/modules/observatory/adhesion/machine-door.server.ts",
      // Somebody in the room of a network, by the code of that room.
      "src/modules/room/participant/door.store.ts",
    ]);
  });

  it("l’observatoire compte les valeurs des fiches, et les nomme comme elles ; les métiers sont ceux de l’annuaire", () => {
    const counted = (key: string) => [...(INDICATORS.find((one) => one.key === key)?.categories ?? [])].sort();
    const sides = [
      { own: observatoryFr, choices: dimensionFrench.choices, network: networkFr },
      { own: observatoryEn, choices: dimensionEnglish.choices, network: networkEn },
    ];
    for (const [key, dimension] of [
      ["contract", "contract"],
      ["zone", "zone"],
      ["entries", "prescriber"],
      ["exits", "exit"],
      ["trade", "trade_domain"],
    ] as const) {
      // Somebody who comes back does not leave.
      const noted = (definitionOf(dimension).choices ?? []).filter((value) => value !== "returned").sort();
      expect([key, counted(key)]).toEqual([key, noted]);
    }
    for (const { own, choices, network } of sides) {
      expect(own.categories).toMatchObject(choices.prescriber);
      const { returned: _, ...exits } = choices.exit;
      expect(own.categories).toMatchObject(exits);
      expect(own.categories).toMatchObject(choices.trade_domain);
      expect(own.trades).toEqual(network.trades);
    }
  });

  it("les régions de l’observatoire sont celles de l’annuaire", async () => {
    expect(Object.keys(observatoryFr.regions).sort()).toEqual([...REGION_CODES].sort());
    const [definition = ""] = await names("select pg_get_viewdef('published.structure'::regclass) as name");
    for (const { code } of DEPARTMENTS_IN_ORDER) {
      const branch = definition.split("WHEN").find((part) => part.split("THEN")[0]?.includes(`'${code}'`));
      expect([code, /THEN '(\w+)'/.exec(branch ?? "")?.[1]]).toEqual([code, regionOf(code)]);
    }
  });
});
