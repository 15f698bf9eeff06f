import { beforeAll, describe, expect, inject, test } from "vitest";
import { createVisitor, type Visitor } from "../../harness/visitor.ts";
import { PASSWORD } from "../../harness/world-inputs.ts";
import { together } from "../askers.ts";
import { canariesOf } from "../canaries.ts";
import { readRoutes } from "../route-list.ts";
import { NETWORK_ASKERS, NETWORK_KEYS, type NetworkAsker, type NetworkKey, networkKindOf } from "./network-cast.ts";
import { NETWORK_EXPECTATIONS } from "./network-expectations.ts";

const world = inject("world");
const { network } = world;
const routes = readRoutes().filter(({ path }) => NETWORK_EXPECTATIONS[path] !== undefined);
/** Words and amounts of the cooperatives: none of them is a network's to know. */
const secrets = canariesOf(world);
const visitors = new Map<NetworkAsker | "anonymous", Visitor>();

beforeAll(async () => {
  const logIns: Readonly<Record<string, string>> = { ...world.logIns, ...network.logIns };
  visitors.set("anonymous", createVisitor(world.baseUrl));
  for (const asker of NETWORK_ASKERS) {
    const visitor = createVisitor(world.baseUrl);
    await visitor.signIn(String(logIns[asker]), PASSWORD);
    visitors.set(asker, visitor);
  }
}, 60_000);

type Case = { readonly path: string; readonly id: string; readonly route: string; readonly key: NetworkKey };

function casesIn(slug: string): Case[] {
  return routes.flatMap(({ path: route, id }) => {
    const { thing, query } = NETWORK_EXPECTATIONS[route] ?? {};
    return NETWORK_KEYS.map((key) => {
      const things = network.things[key];
      // A parameter bears the name of what it identifies, or the list says what it is.
      const named = (name: string) => String(thing === undefined ? things[name as keyof typeof things] : things[thing]);
      const path = route.replace(":cooperative", slug).replace(/:(\w+)/g, (_, name: string) => named(name));
      return { path: query === undefined ? path : `${path}?${query}`, id, route, key };
    });
  });
}

function wanted({ route, key }: Case, asker: NetworkAsker | "anonymous"): readonly number[] {
  const { readers, status = 200, also = [] } = NETWORK_EXPECTATIONS[route] ?? { readers: [] };
  if (readers === "everybody") return [status, ...also];
  if (asker === "anonymous") return [302];
  const kind = networkKindOf(asker, key);
  if (kind === null) return [404];
  return readers.includes(kind) ? [status, ...also] : [403, 404];
}

/** The same loader alone: no layout of the address stands before it. */
const alone = ({ path, id }: Case) => {
  const [address = "", query = ""] = path.split("?");
  return `${address}.data?${query}&_routes=${encodeURIComponent(id)}`;
};

describe("Ce que chacun lit dans un réseau", () => {
  test("chaque page, pour chacun, avec ce qui est à chaque structure ; rien d’une coopérative n’y passe", async () => {
    const faults: string[] = [];
    const askers = ["anonymous", ...NETWORK_ASKERS] as const;
    const cases = casesIn(network.slug).flatMap((one) => askers.map((asker) => ({ one, asker })));
    await together(cases, 6, async ({ one, asker }) => {
      const visitor = visitors.get(asker) as Visitor;
      const expected = wanted(one, asker);
      const page = await visitor.get(one.path);
      const where = `${asker} ${one.path} (${one.route}, ${one.key})`;
      if (!expected.includes(page.status)) faults.push(`${where}: ${page.status} instead of ${expected.join(" or ")}`);
      const data = await visitor.get(alone(one));
      const refused = !expected.includes(200) && !expected.includes(302);
      if (data.status >= 500 || (refused && data.status === 200)) faults.push(`${where} .data: ${data.status}`);
      const body = /text|json|html|csv|xml/.test(page.headers.get("content-type") ?? "") ? await page.text() : "";
      const told = `${body}${await data.text()}`;
      for (const { name, pattern } of secrets) if (pattern.test(told)) faults.push(`${where}: tells ${name}`);
    });
    expect(faults).toEqual([]);
    expect(cases.length).toBeGreaterThan(50);
  });

  test("une coopérative n’a aucune de ces pages, pour personne", async () => {
    const faults: string[] = [];
    const cases = [world.home, world.elsewhere].flatMap((slug) =>
      casesIn(slug)
        .filter(({ route }) => !NETWORK_EXPECTATIONS[route]?.ofBoth)
        .flatMap((one) => NETWORK_ASKERS.map((asker) => ({ one, asker }))),
    );
    await together(cases, 6, async ({ one, asker }) => {
      const visitor = visitors.get(asker) as Visitor;
      for (const path of [one.path, alone(one)]) {
        const { status } = await visitor.get(path);
        if (![403, 404].includes(status)) faults.push(`${asker} ${path}: ${status}`);
      }
    });
    expect(faults).toEqual([]);
  });

  test("l’équipe d’un réseau n’est personne dans une coopérative", async () => {
    const faults: string[] = [];
    for (const asker of ["networkChief", "animator"] as const) {
      for (const slug of [world.home, world.elsewhere]) {
        for (const page of ["", "/personnes", "/factures", "/annuaire", "/compta"]) {
          const { status } = await (visitors.get(asker) as Visitor).get(`/${slug}${page}`);
          if (status !== 404) faults.push(`${asker} /${slug}${page}: ${status}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
