/** Le label et la coopération de la démonstration se jouent par les vraies commandes, d’un bout à l’autre. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { certificatesOn } from "#modules/label/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import { rateCooperation } from "./grid.job.ts";
import { workInGroups } from "./groups.job.ts";
import { earnLabel } from "./label.job.ts";
import { GUESTS, NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { agreeObjectives } from "./objectives.job.ts";
import { FOUNDER } from "./people.ts";
import { trainTogether } from "./training.job.ts";

it("un label obtenu, un autre en cours, un pôle apprécié deux fois, des groupes au travail", async () => {
  const tenant = await freshTenant({ house: "network", now: "2026-01-05T09:00:00.000Z" });
  const { organizationId } = tenant;
  const people = new Map<string, TestPerson>();
  const structures = new Map<string, string>();
  const know = async (key: string) => {
    const id = tenant.newId<"structure">();
    structures.set(key, id);
    await tenant.run((tx) =>
      sql`insert into network.structure (organization_id, id, kind, name, created_at)
        values (${organizationId}, ${id}, 'cae', ${key}, now())`.execute(tx),
    );
  };
  const speak = async (key: string, structure: string) => {
    const person = await tenant.person();
    people.set(key, person);
    if (!structures.has(structure)) await know(structure);
    await tenant.run((tx) =>
      sql`insert into network.seat (organization_id, id, person_id, structure_id, starts_on, recorded_at)
        values (${organizationId}, ${tenant.newId()}, ${person.personId}, ${structures.get(structure)}, '2026-01-01', now())`.execute(
        tx,
      ),
    );
  };
  people.set(NETWORK_TEAM.director.key, await tenant.person({ roles: ["direction"] }));
  people.set(NETWORK_TEAM.facilitator.key, await tenant.person({ roles: ["facilitator"] }));
  for (const [key, , , structure] of GUESTS) await speak(key, structure);
  await speak(FOUNDER.key, "etabli");
  await speak("marion", "toits-communs");
  for (const key of ["etape", "couveuse", "insertion", "fonds"]) await know(key);

  const network = {
    organizationId,
    run: async (key: string, by: string, at: string, command: never, input: unknown) => {
      tenant.setNow(at);
      const answer: unknown = await execute(tenant.host, (people.get(by) as TestPerson).caller, command, input);
      if (typeof answer === "object" && answer !== null && "refused" in answer) {
        throw new Error(`${key}: ${JSON.stringify(answer)}`);
      }
      return answer as never;
    },
    read: tenant.run,
  };
  const stage = {
    ...{ network, now: "2026-11-27T15:00:00.000Z" },
    structure: (key: string) => structures.get(key) ?? "",
    person: (key: string) => people.get(key)?.personId,
  } as unknown as NetworkStage;
  await earnLabel(stage);
  await rateCooperation(stage);
  await workInGroups(stage);
  await trainTogether(stage);
  await agreeObjectives(stage);

  const certificates = await tenant.run((tx) => certificatesOn(tx, organizationId, "2026-11-27" as never));
  expect(certificates).toMatchObject([{ structureName: "etabli", number: "2026-0001" }]);
  const { rows } = await tenant.run((tx) =>
    sql<{
      status: string;
    }>`select status from grid.round where organization_id = ${organizationId} order by opened_at`.execute(tx),
  );
  expect(rows).toEqual([{ status: "closed" }, { status: "comparing" }]);
  const work = await tenant.run(async (tx) => {
    const { rows } = await sql<{ name: string; n: number }>`
      select 'groups' as name, count(*)::int as n from workgroup.workgroup union all
      select 'effects', count(*)::int from objectives.effect union all
      select 'trainings', count(*)::int from training.share union all
      select 'uptakes', count(*)::int from workgroup.uptake union all
      select 'agreed', count(*)::int from workgroup.encounter where state = 'agreed' order by 1`.execute(tx);
    return rows;
  });
  expect(work).toEqual([
    { name: "agreed", n: 1 },
    { name: "effects", n: 5 },
    { name: "groups", n: 2 },
    { name: "trainings", n: 3 },
    { name: "uptakes", n: 4 },
  ]);
});
