import { beforeAll, describe, expect, inject, test } from "vitest";
import { productFiles, withoutComments } from "#testing/catalogue/source.ts";
import type { Visitor } from "../harness/visitor.ts";
import type { PlacedActivity } from "../harness/world.ts";
import { PARAMETERS } from "./address-parameters.ts";
import { signInEverybody, together } from "./askers.ts";
import { canariesOf, leaks, slugOfAddress } from "./canaries.ts";
import { ACTIVITY_KEYS, type ActivityKey, ASKERS, type Asker, kindsOf, reaches, sees } from "./cast.ts";
import type { Expectation } from "./expectation.ts";
import { EXPECTATIONS } from "./expectations.ts";
import { NETWORK_EXPECTATIONS } from "./network/network-expectations.ts";
import { type LeafRoute, readRoutes } from "./route-list.ts";

const world = inject("world");
const routes = readRoutes();
const canaries = canariesOf(world);
/** Some pages are of both kinds of house. */
const ofNetworkOnly = (path: string) => !NETWORK_EXPECTATIONS[path]?.ofBoth;
const WIDTH = 6;
let visitors: ReadonlyMap<Asker, Visitor>;

beforeAll(async () => {
  visitors = await signInEverybody(world);
});

/** One address of a route: in a cooperative or outside, naming a thing of some activity or nothing. */
type Address = { route: LeafRoute; expectation: Expectation; path: string; slug: string; thingOf: ActivityKey | null };

function addressesOf(route: LeafRoute, expectation: Expectation): Address[] {
  const fill = (slug: string, thing: string) =>
    route.path
      .replace(":cooperative", slug)
      .replace(/:(token|colour|code)/, "0b5c55")
      .replace(/:\w+/, thing);
  if (!route.path.startsWith("/:cooperative")) {
    return [{ route, expectation, path: fill("", ""), slug: "", thingOf: null }];
  }
  const slugs = [world.home, world.elsewhere];
  const { thing } = expectation;
  if (thing === undefined) {
    return slugs.map((slug) => ({ route, expectation, path: fill(slug, ""), slug, thingOf: null }));
  }
  return slugs.flatMap((slug) =>
    ACTIVITY_KEYS.map((thingOf) => ({
      route,
      expectation,
      path: fill(slug, String(world.activities[thingOf][thing])),
      slug,
      thingOf,
    })),
  );
}

const addresses = routes.flatMap((route) => {
  const expectation = EXPECTATIONS[route.path];
  return expectation === undefined ? [] : addressesOf(route, expectation);
});

/** The statuses that this asker may get there. */
function expected({ expectation, slug, thingOf }: Address, asker: Asker): readonly number[] {
  const { readers, status = 200, also = [], ownOnly } = expectation;
  if (readers === "everybody") return [status, ...also];
  if (asker === "anonymous") return [302];
  if (readers === "signedIn") return [status];
  const kinds = kindsOf(asker, slug, world);
  // Somebody from elsewhere is told what the address of no cooperative is told.
  if (kinds.length === 0) return [404];
  // What is shared is refused before it is looked for.
  if (expectation.shared && !readers.some((kind) => kinds.includes(kind))) return [403, 404];
  if (thingOf !== null && (world.activities[thingOf].slug !== slug || !(expectation.shared || reaches(asker, thingOf))))
    return [404];
  if (ownOnly && kinds.every((kind) => kind === "entrepreneur") && asker !== `entrepreneur${thingOf}`) return [404];
  return readers.some((kind) => kinds.includes(kind)) ? [status, ...also] : [403, 404];
}

async function bodyOf(response: Response): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  return /pdf|spreadsheet|octet/.test(type) ? "" : response.text();
}

describe("Ce que chacun peut lire", () => {
  test("chaque route est dans la liste, et la liste ne nomme que des routes", () => {
    const listed = [...Object.keys(EXPECTATIONS), ...Object.keys(NETWORK_EXPECTATIONS).filter(ofNetworkOnly)];
    expect(routes.map((route) => route.path).sort()).toEqual(listed.sort());
  });

  test("chaque nom lu dans une adresse est dans la liste", () => {
    const reads = /(?:arameters|earchParams|asked|params|query)\.(?:get|has|getAll)\("([a-z]+)"/g;
    const used = productFiles()
      .filter(({ path }) => /^src\/(modules|shell|ui|demo)\//.test(path))
      .flatMap(({ text }) => [...withoutComments(text).matchAll(reads)].map((match) => match[1] as string));
    expect([...new Set(used)].filter((name) => PARAMETERS[name] === undefined)).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });

  test("chaque page, pour chacun, avec les identifiants de chacun : ni trop, ni trop peu, et rien d'autrui", async () => {
    const faults: string[] = [];
    const found = new Map<string, Set<Asker>>();
    const cases = addresses.flatMap((address) => ASKERS.map((asker) => ({ address, asker })));
    await together(cases, WIDTH, async ({ address, asker }) => {
      const visitor = visitors.get(asker) as Visitor;
      const { path, slug, route } = address;
      const where = `${asker} ${path} (${route.path}, ${address.thingOf ?? "-"})`;
      const query = address.expectation.query?.(world, slug) ?? "";
      const page = await visitor.get(`${path}?${query}`);
      const wanted = expected(address, asker);
      if (!wanted.includes(page.status)) faults.push(`${where}: ${page.status} instead of ${wanted.join(" or ")}`);
      if (asker === "anonymous" && page.status === 302 && slug !== "") {
        const target = page.headers.get("location") ?? "";
        if (!target.startsWith("/connexion") && target !== `/${slug}`) faults.push(`${where}: led to ${target}`);
      }
      const text = await bodyOf(page);
      for (const name of leaks(canaries, asker, slug, text)) faults.push(`${where}: tells ${name}`);
      for (const { name, pattern } of canaries) {
        if (pattern.test(text)) found.set(name, (found.get(name) ?? new Set()).add(asker));
      }

      // The same loader alone: no layout of the address stands before it.
      const data = await visitor.get(
        `${path === "/" ? "/_root" : path}.data?${query}&_routes=${encodeURIComponent(route.id)}`,
      );
      const told = await bodyOf(data);
      for (const name of leaks(canaries, asker, slug, told)) faults.push(`${where} .data: tells ${name}`);
      if (data.status >= 500) faults.push(`${where} .data: ${data.status}`);
      const refused = !wanted.includes(200) && !wanted.includes(302);
      if (refused && data.status === 200 && !address.expectation.empty)
        faults.push(`${where} .data: 200 instead of ${wanted.join(" or ")}`);
    });
    expect(faults).toEqual([]);
    // A word that nobody may find would prove nothing.
    for (const { name, readers } of canaries) {
      const seen = [...(found.get(name) ?? [])];
      expect([name, seen.length > 0]).toEqual([name, true]);
      const those = ASKERS.filter((asker) => [world.home, world.elsewhere].some((slug) => readers(asker, slug)));
      expect([name, those.filter((asker) => !seen.includes(asker))]).toEqual([name, []]);
    }
  });

  test("chaque page, avec ce qu'un curieux écrirait dans l'adresse ou dans ses cookies : rien d'autrui", async () => {
    const faults: string[] = [];
    const curious = [
      "entrepreneurA",
      "both",
      "scoped",
      "follower",
      "entrepreneurB",
      "stranger",
    ] as const satisfies readonly Asker[];
    const cases = addresses
      .filter(({ slug, thingOf }) => slug !== "" && (thingOf === null || thingOf === "A"))
      .flatMap((address) =>
        curious.flatMap((asker) =>
          ACTIVITY_KEYS.filter((key) => !sees(asker, key)).map((key) => ({ address, asker, key })),
        ),
      )
      .filter(({ address, asker }) => kindsOf(asker, address.slug, world).length > 0);
    await together(cases, WIDTH, async ({ address, asker, key }) => {
      const other: PlacedActivity = world.activities[key];
      const visitor = visitors.get(asker) as Visitor;
      const query = new URLSearchParams(Object.entries(PARAMETERS).map(([name, value]) => [name, value(other)]));
      const session = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const cookie = `${session}; activite=${other.activityId}`;
      for (const suffix of [`?${query}`, `.data?${query}&_routes=${encodeURIComponent(address.route.id)}`]) {
        const response = await visitor.get(`${address.path}${suffix}`, { cookie });
        const where = `${asker} ${address.route.path}${suffix.slice(0, 6)} with ${key}`;
        if (response.status >= 500) faults.push(`${where}: ${response.status}`);
        for (const name of leaks(canaries, asker, address.slug, await bodyOf(response))) {
          faults.push(`${where}: tells ${name}`);
        }
      }
    });
    expect(faults).toEqual([]);
    expect(cases.length).toBeGreaterThan(300);
  });

  test("la recherche ne trouve que ce que chacun peut lire", async () => {
    const faults: string[] = [];
    const questions = ["Client", "Chantier", "Article", "Dominique", "compagnie", "F2026", "D2026", "Virement"];
    const cases = ASKERS.flatMap((asker) =>
      [world.home, world.elsewhere].flatMap((slug) => questions.map((q) => ({ asker, slug, q }))),
    );
    let hits = 0;
    await together(cases, WIDTH, async ({ asker, slug, q }) => {
      const visitor = visitors.get(asker) as Visitor;
      const answer = await visitor.get(`/${slug}/recherche.data?q=${q}&_routes=modules%2Fdesk%2Fsearch%2Fsearch.page`);
      const text = await answer.text();
      if (text.includes("Aronde")) hits += 1;
      for (const name of leaks(canaries, asker, slug, text)) faults.push(`${asker} ${slug} « ${q} »: tells ${name}`);
    });
    expect(faults).toEqual([]);
    expect(hits).toBeGreaterThan(20);
  });

  test("l'exercice d'une autre coopérative ne s'exporte pas d'ici", async () => {
    for (const asker of ["direction", "both", "stranger"] as const) {
      for (const [from, of] of [
        [world.home, world.elsewhere],
        [world.elsewhere, world.home],
      ] as const) {
        const visitor = visitors.get(asker) as Visitor;
        const answer = await visitor.get(`/${from}/compta/fec/telecharger?exercice=${world.fiscalYears[of]}`);
        expect([asker, from, [403, 404].includes(answer.status)]).toEqual([asker, from, true]);
      }
    }
  });

  test("une adresse mal écrite n'est qu'une page qui n'existe pas", async () => {
    const visitor = visitors.get("direction") as Visitor;
    const strange = ["x", "0".repeat(300), "%00", "..%2f..", "'%20or%201=1--", "01a2059d-b642-74a5-a841-4b51ce4b952c"];
    const faults: string[] = [];
    for (const { path } of routes.filter((route) => EXPECTATIONS[route.path]?.thing !== undefined)) {
      for (const thing of strange) {
        const address = path.replace(":cooperative", world.home).replace(/:\w+/, thing);
        const { status } = await visitor.get(address);
        if (status !== 404) faults.push(`${address}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
    expect(slugOfAddress(`/${world.home}/factures.data`, world)).toBe(world.home);
  });
});
