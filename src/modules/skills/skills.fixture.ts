/** A small grid for tests: three levels, after 6 and 12 months, two domains. */
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import { pageArguments } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { saveDomain, saveLevels, saveSkill, saveStages, startGrid } from "./grid/change-grid.command.ts";
import { findGrid } from "./grid/grid.store.ts";
import { type GridVersion, skillsOf } from "./grid/grid.ts";

export function acting(tenant: TestTenant) {
  return <Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown) =>
    execute(tenant.host, who.caller, command, input);
}

export const readGrid = (tenant: TestTenant): Promise<GridVersion> =>
  tenant.run((tx) => findGrid(tx, tenant.organizationId)) as Promise<GridVersion>;

/** The identifier of a skill by its name. */
export function idOf(grid: GridVersion, name: string): string {
  const skill = skillsOf(grid).find((one) => one.name === name);
  if (skill === undefined) throw new Error(`no skill ${name}`);
  return skill.id;
}

/** « Prix » (themes: tarifs; 2 then 3), « Trésorerie » (3 after 12 months) in Gestion; « Réseau » in Coopération. */
export async function smallGrid(tenant: TestTenant, chief: TestPerson): Promise<GridVersion> {
  const run = acting(tenant);
  const good = <T>(answer: T) => {
    if (typeof answer === "object" && answer !== null && "refused" in answer) throw new Error(JSON.stringify(answer));
  };
  good(await run(chief, startGrid, { example: "" }));
  const levels = ["Début", "Aide", "Seul"].map((name) => ({ name, description: "" }));
  good(await run(chief, saveLevels, { version: 1, levels }));
  good(await run(chief, saveStages, { version: 2, months: "12, 6" }));
  good(await run(chief, saveDomain, { version: 3, name: "Gestion" }));
  good(await run(chief, saveDomain, { version: 4, name: "Coopération" }));
  const [business, cooperation] = (await readGrid(tenant)).domains;
  const skill = (domainId: unknown, name: string, expected: Record<string, string>, themes = "") => ({
    ...{ domainId, name, expected, themes },
  });
  good(
    await run(chief, saveSkill, { version: 5, ...skill(business?.id, "Prix", { 6: "2", 12: "3" }, "Tarifs, marge") }),
  );
  good(await run(chief, saveSkill, { version: 6, ...skill(business?.id, "Trésorerie", { 12: "3" }) }));
  good(await run(chief, saveSkill, { version: 7, ...skill(cooperation?.id, "Réseau", {}) }));
  return readGrid(tenant);
}

/** A cooperative on 20 November 2026, whose direction wrote the small grid; `as` asks for a page of it. */
export async function skilledTenant(app: App) {
  const tenant = await freshTenant({ now: "2026-11-20T10:00:00.000Z" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  const helene = await tenant.person({ roles: ["direction"] });
  const grid = await smallGrid(tenant, helene);
  const as = (who: TestPerson, path: string, more: Omit<Parameters<typeof pageArguments>[1], "path"> = {}) =>
    pageArguments(app, {
      path: `/${tenant.slug}/${path}`,
      signedIn: who.signedIn,
      ...more,
      params: { cooperative: tenant.slug, ...more.params },
    }) as never;
  return { tenant, helene, grid, run: acting(tenant), as };
}
