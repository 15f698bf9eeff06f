import { sql } from "kysely";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase, openPool } from "#platform/database/database.ts";
import { today } from "../harness/days.ts";
import { administratorOf } from "../harness/folder.ts";
import type { Visitor } from "../harness/visitor.ts";
import { signInEverybody, together } from "./askers.ts";
import { canariesOf, leaks } from "./canaries.ts";
import type { Asker } from "./cast.ts";
import { EXPECTATIONS } from "./expectations.ts";
import { formsOf, type PageForm } from "./forms.ts";
import { readRoutes } from "./route-list.ts";

const world = inject("world");
const canaries = canariesOf(world);
const target = world.activities.E;
/** Things of the whole cooperative, that are not E's alone. */
const SHARED = [
  "workshopId",
  "sessionId",
  "cooperativeMeetingId",
  "proposalId",
  "associateId",
  "shareMovementId",
  "assemblyId",
  "motionId",
];
/** Identifiers by which a form tells whose thing it changes. */
const ids = Object.entries(target)
  .filter(([name, value]) => name.endsWith("Id") && typeof value === "string" && !SHARED.includes(name))
  .map(([, value]) => String(value));

type Act = PageForm & { readonly from: Asker; readonly route: string };

let visitors: ReadonlyMap<Asker, Visitor>;
let acts: Act[] = [];

/** Every form that people of E, and those who look after it, find on all their pages. */
async function harvest(): Promise<Act[]> {
  const found = new Map<string, Act>();
  for (const route of readRoutes()) {
    const { thing, query } = EXPECTATIONS[route.path] ?? {};
    if (!route.path.startsWith("/:cooperative")) continue;
    // The public form is everybody's: what it may do is tried by its own story.
    if (EXPECTATIONS[route.path]?.readers === "everybody") continue;
    // A thing in other states has other forms.
    const things =
      thing === "invoiceId" || thing === "draftInvoiceId"
        ? [target.draftInvoiceId, target.submittedInvoiceId, target.invoiceId]
        : thing === "quoteId" || thing === "draftQuoteId"
          ? [target.draftQuoteId, target.quoteId]
          : [thing === undefined ? "" : String(target[thing])];
    for (const from of ["keeper", "direction", "accountant", "administrator"] as const) {
      for (const id of things) {
        const path = route.path.replace(":cooperative", world.home).replace(/:\w+/, id);
        const parameters = `activite=${target.activityId}&client=${target.customerId}&${query?.(world, world.home) ?? ""}`;
        const page = await (visitors.get(from) as Visitor).get(`${path}?${parameters}`);
        if (page.status !== 200 || !page.headers.get("content-type")?.includes("html")) continue;
        for (const form of formsOf(await page.text(), path)) {
          if (!form.action.startsWith(`/${world.home}`)) continue;
          // The question of the page is not part of the act.
          const action = form.action.replace(/\?(?!index\b).*$/, "");
          const act = { action, fields: filled(form.fields), from, route: route.path };
          const { cle: _, version: __, ...said } = act.fields;
          found.set(`${act.action} ${JSON.stringify(said)}`, found.get(`${act.action} ${JSON.stringify(said)}`) ?? act);
        }
      }
    }
  }
  return [...found.values()];
}

/** What was left empty is filled; what names an activity, a customer or a person names those of E. */
function filled(fields: Readonly<Record<string, string>>): Record<string, string> {
  const now = today();
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (/^activit(e|y)(Id)?$/.test(name)) return [name, target.activityId];
      if (/^(customerId|client)$/.test(name)) return [name, target.customerId];
      if (name === "personId") return [name, target.personId];
      if (canaries.some(({ pattern }) => pattern.test(value))) return [name, "Texte"];
      if (value !== "") return [name, value];
      if (/On$|date|jour/i.test(name)) return [name, now];
      if (/mail|recipient/i.test(name)) return [name, "quelqu.un@histoires.example"];
      if (/amount|price|quantity|montant/i.test(name)) return [name, "10"];
      return [name, /Id$|cle$/.test(name) ? value : "Texte"];
    }),
  );
}

const isOfE = (act: Act) => ids.some((id) => act.action.includes(id) || Object.values(act.fields).includes(id));

/** A fingerprint of the rows of every table of the cooperatives. */
async function fingerprints(): Promise<Record<string, string>> {
  const pool = openPool(await administratorOf(world.data), 1);
  const database = openDatabase(pool);
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
     where c.relkind = 'r' order by 1`.execute(database);
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql
      .raw<{ print: string }>(
        `select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print from ${name} t`,
      )
      .execute(database);
    prints[name] = rows[0]?.print ?? "";
  }
  await database.destroy();
  return prints;
}

async function send(asker: Asker, act: Act, slug = world.home): Promise<{ status: number; body: string; to: string }> {
  const path = act.action.replace(`/${world.home}`, `/${slug}`);
  const fields = { ...act.fields, ...("cle" in act.fields ? { cle: crypto.randomUUID() } : {}) };
  const answer = await (visitors.get(asker) as Visitor).post(path, fields);
  return { status: answer.status, body: await answer.text(), to: answer.headers.get("location") ?? "" };
}

beforeAll(async () => {
  visitors = await signInEverybody(world);
  acts = await harvest();
});

describe("Ce que chacun peut faire", () => {
  test("les formulaires de toute la maison sont là", () => {
    expect(new Set(acts.filter(isOfE).map((act) => act.route)).size).toBeGreaterThan(12);
    expect(acts.length).toBeGreaterThan(60);
  });

  test("les formulaires d'une activité, renvoyés par d'autres, ici ou depuis une autre coopérative : refusés, rien ne change", async () => {
    const before = await fingerprints();
    const faults: string[] = [];
    const cases = acts.filter(isOfE).flatMap((act) => [
      ...(
        ["anonymous", "entrepreneurA", "entrepreneurB", "both", "scoped", "follower", "stranger", "delegate"] as const
      ).map((asker) => ({
        act,
        asker: asker as Asker,
        slug: world.home,
      })),
      ...(["stranger", "both"] as const).map((asker) => ({ act, asker: asker as Asker, slug: world.elsewhere })),
    ]);
    await together(cases, 6, async ({ act, asker, slug }) => {
      const { status, body, to } = await send(asker, act, slug);
      const where = `${asker} ${slug} ${act.route} ${act.fields.intention ?? act.fields.intent ?? ""} (${act.from})`;
      if (asker === "anonymous") {
        if (status !== 302 || !to.startsWith("/connexion")) faults.push(`${where}: ${status} ${to}`);
      } else if (![200, 403, 404, 409, 422].includes(status)) {
        faults.push(`${where}: ${status} ${to}`);
      }
      for (const name of leaks(canaries, asker, slug, body)) faults.push(`${where}: tells ${name}`);
    });
    const after = await fingerprints();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("les formulaires de la direction et de la comptabilité, renvoyés par qui n'en est pas : refusés, rien ne change", async () => {
    const before = await fingerprints();
    const faults: string[] = [];
    // What everybody chooses for themself (views, display) has its form on reserved pages too.
    const own = [`/${world.home}/vues`, `/${world.home}/affichage`];
    const reserved = acts.filter(
      (act) =>
        !isOfE(act) && !own.includes(act.action) && !EXPECTATIONS[act.route]?.readers.includes("entrepreneur" as never),
    );
    expect(new Set(reserved.map((act) => act.route)).size).toBeGreaterThan(7);
    const cases = reserved.flatMap((act) =>
      (["anonymous", "entrepreneurA", "entrepreneurB", "stranger", "delegate"] as const).map((asker) => ({
        act,
        asker,
      })),
    );
    await together(cases, 6, async ({ act, asker }) => {
      const { status, to } = await send(asker, act);
      const refused =
        asker === "anonymous" ? status === 302 && to.startsWith("/connexion") : [403, 404, 409, 422].includes(status);
      if (!refused) faults.push(`${asker} ${act.route} ${JSON.stringify(act.fields).slice(0, 80)}: ${status} ${to}`);
    });
    const after = await fingerprints();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("les mêmes formulaires marchent pour ceux à qui ils sont", async () => {
    const before = await fingerprints();
    let done = 0;
    const routes = new Set<string>();
    // Who has E keeps their own reach, or the other tries of these files would not know whom they try.
    // Nor is what others try ended or finished meanwhile.
    const once = ["grant", "revoke", "finish", "move"];
    for (const act of acts.filter((each) => isOfE(each) && !once.includes(each.fields.intention ?? ""))) {
      const { status } = await send(act.from, act);
      expect([act.route, act.fields.intention, status < 500]).toEqual([act.route, act.fields.intention, true]);
      if (status !== 302) continue;
      done += 1;
      routes.add(act.route);
    }
    const after = await fingerprints();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).toEqual(
      expect.arrayContaining(["sales.invoice", "sales.quote", "sales.customer", "sales.product"]),
    );
    expect([done > 12, routes.size > 6, done, [...routes]]).toEqual([true, true, done, [...routes]]);
  });
});
