/** A small grid for tests: three levels, after 6 and 12 months, two domains. */
import { type Command, execute } from "#platform/command.ts";
import type { TestPerson, TestTenant } from "#testing/tenant.ts";
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
