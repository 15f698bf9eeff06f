/**
 * Every page there is, before the eyes of somebody who may open it: light and dark, wide, on a phone, at 320 points with
 * the spacing that WCAG 1.4.12 lets people choose. A new page is walked as soon as its route exists.
 */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { accessibilityFaults, closeChromium, openScreen, overflow } from "../chromium.ts";
import { createVisitor } from "../harness/visitor.ts";
import type { RoleName } from "../harness/world.ts";
import { PASSWORD } from "../harness/world-inputs.ts";
import { EXPECTATIONS } from "../rights/expectations.ts";
import { NETWORK_EXPECTATIONS } from "../rights/network/network-expectations.ts";
import { type LeafRoute, readRoutes } from "../rights/route-list.ts";

const world = inject("world");

/** Who looks: the first of these that may. Each has another menu. */
const VIEWERS = ["entrepreneurA", "accountant", "direction", "payroll"] as const satisfies readonly RoleName[];
type Viewer = (typeof VIEWERS)[number] | "networkChief" | "nobody";
const KIND = {
  entrepreneurA: "entrepreneur",
  accountant: "accountant",
  direction: "direction",
  payroll: "payroll",
} as const;

/** What a page may weigh before it answers to the hand, in KB of compressed script. */
const BUDGET = { entrepreneur: 150, staff: 190 };

const LOOKS = [
  { name: "clair, 1280", width: 1280, dark: false },
  { name: "sombre, 390", width: 390, dark: true },
] as const;

type Screen = { readonly route: LeafRoute; readonly viewer: Viewer; readonly path: string };

const screens: Screen[] = readRoutes()
  .filter(({ file }) => file.endsWith(".page.tsx"))
  .flatMap((route): Screen[] => {
    const expectation = EXPECTATIONS[route.path];
    if (expectation === undefined || (expectation.status ?? 200) !== 200) return [];
    const { readers, thing, query } = expectation;
    const thingId = thing === undefined ? "" : String(world.activities.A[thing]);
    const search = query === undefined ? "" : `?${query(world, world.home)}`;
    const path = route.path.replace(":cooperative", world.home).replace(/:\w+/, thingId) + search;
    if (readers === "everybody") return [{ route, viewer: "nobody", path }];
    const viewer = VIEWERS.find((one) => readers === "signedIn" || readers.includes(KIND[one]));
    return viewer === undefined ? [] : [{ route, viewer, path }];
  });

type Opened = { page: Page; context: BrowserContext; finish: () => Promise<void> };
/** The pages of the network, before whoever directs it. */
const networkScreens: Screen[] = readRoutes()
  .filter(({ file, path }) => file.endsWith(".page.tsx") && NETWORK_EXPECTATIONS[path] !== undefined)
  .flatMap((route): Screen[] => {
    const { readers, thing, query, status = 200 } = NETWORK_EXPECTATIONS[route.path] ?? { readers: [] };
    if (status !== 200 || (readers !== "everybody" && !readers.includes("chief"))) return [];
    const things = world.network.things.A;
    const named = (name: string) => String(thing === undefined ? things[name as keyof typeof things] : things[thing]);
    const path = route.path
      .replace(":cooperative", world.network.slug)
      .replace(/:(\w+)/g, (_, name: string) => named(name));
    const viewer = readers === "everybody" ? "nobody" : "networkChief";
    return [{ route, viewer, path: query === undefined ? path : `${path}?${query}` }];
  });

const opened = new Map<string, Opened>();
type Cookie = { readonly name: string; readonly value: string; readonly url: string };
const sessions = new Map<Viewer, Promise<Cookie[]>>();

/** Signed in once for all screens. */
async function signedIn(viewer: Exclude<Viewer, "nobody">): Promise<Cookie[]> {
  const visitor = createVisitor(world.baseUrl);
  const { network, logIns } = world;
  await visitor.signIn(viewer === "networkChief" ? network.logIns.networkChief : logIns[viewer], PASSWORD);
  return [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.baseUrl }));
}

async function screenOf(viewer: Viewer, width: number, dark: boolean): Promise<Page> {
  const key = `${viewer} ${width} ${dark}`;
  const known = opened.get(key);
  if (known !== undefined) return known.page;
  const screen = await openScreen({ width, dark, baseURL: world.baseUrl });
  if (viewer !== "nobody") {
    const session = sessions.get(viewer) ?? signedIn(viewer);
    sessions.set(viewer, session);
    await screen.context.addCookies(await session);
  }
  opened.set(key, screen);
  return screen.page;
}

const sizes = new Map<string, Promise<number>>();

/** What a script weighs on its way to a browser of today. */
async function weightOf(name: string): Promise<number> {
  const answer = await fetch(`${world.baseUrl}${name}`, { method: "HEAD", headers: { "accept-encoding": "br" } });
  expect(answer.headers.get("content-encoding"), name).toBe("br");
  return Number(answer.headers.get("content-length"));
}

/** What says where the scripts of the next pages are: names, and nothing fetched. */
const NEXT_PAGES = /window\.__reactRouterManifest = [^;]*;/;

/** KB of script, as they travel, that the first view of a page asks for. */
async function firstScript(html: string): Promise<number> {
  const asked = html.replace(NEXT_PAGES, "");
  expect(asked.length).toBeLessThan(html.length);
  const names = new Set([...asked.matchAll(/\/assets\/[\w.-]+\.js/g)].map(([name]) => name));
  let total = 0;
  for (const name of names) {
    const size = sizes.get(name) ?? weightOf(name);
    sizes.set(name, size);
    total += await size;
  }
  return total / 1024;
}

beforeAll(() => {
  expect(screens.length).toBeGreaterThan(50);
});

afterAll(async () => {
  for (const { finish } of opened.values()) await finish();
  await closeChromium();
});

describe.each([...screens, ...networkScreens])("$path, vu par $viewer", ({ viewer, path }) => {
  it.each(LOOKS)("$name : s’affiche, rien ne déborde, axe ne trouve rien", async ({ width, dark }) => {
    const page = await screenOf(viewer, width, dark);
    const answer = await page.goto(path, { waitUntil: "load" });
    expect(answer?.status()).toBe(200);
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("320 points, texte espacé : rien ne déborde ; un seul titre ; un premier chargement léger", async () => {
    const page = await screenOf(viewer, 320, false);
    const answer = await page.goto(path, { waitUntil: "load" });
    const spaced =
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }";
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, spaced);
    expect(await overflow(page)).toBe(0);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.title()).toMatch(/Essaim/);
    const weight = await firstScript((await answer?.text()) ?? "");
    expect(weight).toBeLessThan(viewer === "entrepreneurA" || viewer === "nobody" ? BUDGET.entrepreneur : BUDGET.staff);
  });
});
