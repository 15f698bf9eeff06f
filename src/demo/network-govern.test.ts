/** Les membres du réseau de la démonstration et leur assemblée : par les vraies commandes. */

import { sql } from "kysely";
import { expect, it } from "vitest";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import { governNetwork } from "./network-govern.job.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";

it("neuf structures et une personne, en trois collèges pondérés ; une assemblée convoquée, chacun par sa voix", async () => {
  const tenant = await freshTenant({ house: "network", now: "2026-11-27T15:00:00.000Z" });
  const chief = await tenant.person({ roles: ["direction"] });
  const people = new Map<string, TestPerson>();
  const keys = ["helene", "farid", "gael", "malo", NETWORK_TEAM.facilitator.key];
  for (const key of keys) people.set(key, await tenant.person());
  const others = await tenant.person();
  const network = {
    organizationId: tenant.organizationId,
    run: async (_: string, _by: string, at: string, command: never, input: unknown) => {
      tenant.setNow(at);
      const answer: unknown = await execute(tenant.host, chief.caller, command, input);
      if (typeof answer === "object" && answer !== null && "refused" in answer) throw new Error(JSON.stringify(answer));
      return answer;
    },
  };
  await tenant.run((tx) => sql`update membership.organization set legal_form = 'Association loi de 1901'`.execute(tx));
  const person = (key: string) => (people.get(key) ?? others).personId;
  await governNetwork({ network, now: "2026-11-27T15:00:00.000Z", person } as unknown as NetworkStage);
  const { rows } = await tenant.run((tx) =>
    sql<{ status: string; called: number; weights: number }>`
      select a.status, (select count(*)::int from governance.convocation c where c.assembly_id = a.id) as called,
             (select sum(weight)::int from governance.college) as weights from governance.assembly a`.execute(tx),
  );
  expect(rows).toEqual([{ status: "convened", called: 10, weights: 10_000 }]);
});
