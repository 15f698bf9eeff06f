/** La consultation de la démonstration se joue par les vraies commandes, de l’appel à la feuille de route. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import { consultTogether } from "./consult-together.job.ts";
import { ADOPTIONS, ANSWERS, ATTENDEES, COMMITTEE, LANDSCAPE, POSITIONS } from "./consultation-plan.ts";
import { NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";

it("deux tours, un événement, une feuille de route, et une consultation en cours", async () => {
  const tenant = await freshTenant({ house: "network", now: "2026-01-05T09:00:00.000Z" });
  const { organizationId } = tenant;
  const people = new Map<string, TestPerson>();
  const structures = new Map<string, string>();
  const run = async (_: string, by: string, at: string, command: never, input: unknown) => {
    tenant.setNow(at);
    const answer = await execute(tenant.host, (people.get(by) as TestPerson).caller, command, input);
    if (typeof answer === "object" && answer !== null && "refused" in answer) throw new Error(JSON.stringify(answer));
    return answer as never;
  };
  const chief = NETWORK_TEAM.director.key;
  people.set(chief, await tenant.person({ roles: ["direction"] }));
  for (const [key, by] of ANSWERS) {
    const words = { kind: "cae", name: key, postalCode: "29200", city: "Brest" };
    const added = await run("", chief, "2026-01-05T09:00:00.000Z", addStructure as never, words);
    structures.set(key, (added as { structureId: string }).structureId);
    if (by === null) continue;
    const person = await tenant.person();
    people.set(by, person);
    const seat = { personId: person.personId, structureId: structures.get(key), startsOn: "2026-01-05" };
    await run("", chief, "2026-01-05T09:00:00.000Z", giveSeat as never, seat);
  }
  for (const key of new Set(POSITIONS.map(([network]) => network))) {
    const words = { kind: "network", name: key };
    const added = await run("", chief, "2026-01-05T09:00:00.000Z", addStructure as never, words);
    structures.set(key, (added as { structureId: string }).structureId);
  }
  const stage = {
    network: { organizationId, run, read: tenant.run },
    now: "2026-11-27T15:00:00.000Z",
    structure: (key: string) => structures.get(key) ?? "",
    person: (key: string) => people.get(key)?.personId,
  } as unknown as NetworkStage;
  const { consultationId } = await consultTogether(stage);
  const count = (query: ReturnType<typeof sql<{ n: number }>>) =>
    tenant.run(async (tx) => (await query.execute(tx)).rows[0]?.n);
  const own = sql`organization_id = ${organizationId}`;
  const counts = [
    sql<{
      n: number;
    }>`select count(*)::int n from consultation.phase where ${own} and consultation_id = ${consultationId} and status = 'closed'`,
    sql<{ n: number }>`select count(*)::int n from consultation.answer where ${own}`,
    sql<{ n: number }>`select count(*)::int n from consultation.gathering where ${own}`,
    sql<{ n: number }>`select count(*)::int n from consultation.attendee where ${own} and seen_at is not null`,
    sql<{ n: number }>`select count(*)::int n from consultation.committee_seat where ${own}`,
    sql<{ n: number }>`select count(*)::int n from consultation.adoption where ${own}`,
    sql<{ n: number }>`select count(*)::int n from consultation.landscape_line where ${own}`,
    sql<{ n: number }>`select count(*)::int n from consultation.position where ${own}`,
  ];
  const both = ANSWERS.filter(([, , places]) => places[1] !== undefined).length;
  expect(await Promise.all(counts.map(count))).toEqual([
    ...[2, ANSWERS.length + both + 3, 3, ATTENDEES.length, COMMITTEE.length, ADOPTIONS.length],
    ...[LANDSCAPE.length, POSITIONS.length],
  ]);
});
