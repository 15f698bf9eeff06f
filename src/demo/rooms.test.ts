/** La salle de la démonstration se joue par les vraies commandes, d’un bout à l’autre. */
import { expect, it } from "vitest";
import { boardOf, findRoom } from "#modules/room/index.server.ts";
import { execute } from "#platform/command.ts";
import { executePublic } from "#platform/public-command.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import { GUESTS, NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { CARDS, OPINIONS, ROOM_GUESTS } from "./room-plan.ts";
import { holdRooms } from "./rooms.job.ts";

it("deux salles : l’une fermée avec son sondage, l’autre ouverte", async () => {
  const tenant = await freshTenant({ house: "network" });
  const { organizationId } = tenant;
  const people = new Map<string, TestPerson>();
  for (const [key] of GUESTS) people.set(key, await tenant.person());
  people.set(NETWORK_TEAM.facilitator.key, await tenant.person({ roles: ["facilitator"] }));
  const rooms: string[] = [];
  const accept = (answer: unknown) => {
    if (typeof answer === "object" && answer !== null && "refused" in answer) throw new Error(JSON.stringify(answer));
    if (typeof answer === "object" && answer !== null && "code" in answer) rooms.push(String(Object.values(answer)[0]));
    return answer as never;
  };
  const network = {
    organizationId,
    run: async (_: string, by: string, at: string, command: never, input: unknown) => {
      tenant.setNow(at);
      return accept(await execute(tenant.host, (people.get(by) as TestPerson).caller, command, input));
    },
    publicly: async (_: string, at: string, command: never, input: unknown) => {
      tenant.setNow(at);
      return accept(await executePublic(tenant.host, { organizationId, timeZone: "Europe/Paris" }, command, input));
    },
    read: tenant.run,
  };
  await holdRooms({ network, now: "2026-11-27T15:00:00.000Z" } as unknown as NetworkStage);
  const boards = await tenant.run((tx) =>
    Promise.all(
      rooms.map(async (id) => {
        const room = await findRoom(tx, organizationId, id as never);
        return room === null ? null : boardOf(tx, organizationId, room);
      }),
    ),
  );
  const [held, open] = boards;
  const people0 = GUESTS.length + 1 + ROOM_GUESTS.length;
  expect(OPINIONS).toHaveLength(people0);
  expect(held).toMatchObject({ closed: true, participants: people0, polls: [{ status: "closed", answered: people0 }] });
  expect(held?.cards).toHaveLength(CARDS.length - 2);
  expect(open).toMatchObject({ closed: false, cards: [] });
});
