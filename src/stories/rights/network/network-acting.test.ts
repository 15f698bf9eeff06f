/** Every act of a network, by everybody, on what each structure has there: tried for real, then undone. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type CommandHost, execute } from "#platform/command.ts";
import type { Database } from "#platform/database/database.ts";
import { today } from "../../harness/days.ts";
import { administratorOf } from "../../harness/folder.ts";
import { type KnownCommands, openActingHost, readCommands } from "../acting-host.ts";
import { commandOf } from "../acts.ts";
import { together } from "../askers.ts";
import { NETWORK_ACTS } from "./network-acts.ts";
import { NETWORK_ASKERS, NETWORK_KEYS, type NetworkExample, type NetworkKey, networkKindOf } from "./network-cast.ts";

const world = inject("world");
const { network } = world;
let commands: KnownCommands["commands"];
const users = new Map<string, Id<"user">>();
const organizations = new Map<string, OrganizationId>();
const examples = new Map<NetworkKey, NetworkExample>();
let database: Database;
let host: CommandHost;

beforeAll(async () => {
  ({ database, host } = await openActingHost(world.data));
  ({ commands } = await readCommands());
  const client = new pg.Client(await administratorOf(world.data));
  await client.connect();
  const one = async (query: string, values: unknown[]) => (await client.query(query, values)).rows[0]?.found;
  const logIns: Readonly<Record<string, string>> = { ...world.logIns, ...network.logIns };
  for (const asker of NETWORK_ASKERS) {
    users.set(asker, await one('select id as found from auth."user" where email = $1', [logIns[asker]]));
  }
  for (const slug of [network.slug, world.home, world.elsewhere]) {
    const query = "select organization_id as found from membership.organization where slug = $1";
    organizations.set(slug, await one(query, [slug]));
  }
  for (const key of NETWORK_KEYS) {
    const things = network.things[key];
    const version = await one("select version as found from network.structure where id = $1", [things.structureId]);
    examples.set(key, { ...things, personId: network.personId, structureVersion: version });
  }
  await client.end();
}, 120_000);
afterAll(() => database?.destroy());

async function attempt(name: string, asker: string, slug: string, input: unknown) {
  const caller = {
    organizationId: organizations.get(slug) as OrganizationId,
    userId: users.get(asker) as Id<"user">,
  };
  const command = commands.get(commandOf(name));
  if (command === undefined) throw new Error(`no command is called ${commandOf(name)}`);
  const result = await execute(host, caller, command, input, { dryRun: true });
  return isRefusal(result) ? result : null;
}

const LINES = Object.entries(NETWORK_ACTS);

describe("Chaque acte d’un réseau, par chacun, sur ce qui est à chaque structure", () => {
  test("ni trop, ni trop peu", async () => {
    const faults: string[] = [];
    const cases = LINES.flatMap(([name, line]) =>
      NETWORK_ASKERS.flatMap((asker) => NETWORK_KEYS.map((key) => ({ name, line, asker, key }))),
    );
    await together(cases, 6, async ({ name, line, asker, key }) => {
      const refusal = await attempt(
        name,
        asker,
        network.slug,
        line.example(examples.get(key) as NetworkExample, today()),
      );
      const told = `${name} by ${asker} on ${key}: ${refusal === null ? "done" : `${refusal.kind} ${refusal.code}`}`;
      const kind = networkKindOf(asker, key);
      if (kind !== null && line.who.includes(kind)) {
        const good =
          line.answer === "done"
            ? refusal === null
            : ["conflict", "invalid", "missing"].includes(refusal?.kind ?? "") && refusal?.code !== "input.invalid";
        if (!good) faults.push(told);
      } else if (refusal === null || !["forbidden", "missing"].includes(refusal.kind)) faults.push(told);
    });
    expect(faults).toEqual([]);
  });

  test("aucun de ces actes n’est possible dans une coopérative, même pour sa direction", async () => {
    const faults: string[] = [];
    for (const [name, line] of LINES.filter(([, { ofBoth }]) => !ofBoth)) {
      for (const [asker, slug] of [
        ["direction", world.home],
        ["stranger", world.elsewhere],
        ["animator", world.home],
      ] as const) {
        const refusal = await attempt(name, asker, slug, line.example(examples.get("A") as NetworkExample, today()));
        if (refusal === null || !["forbidden", "missing"].includes(refusal.kind)) {
          faults.push(`${name} by ${asker} in ${slug}: ${refusal === null ? "done" : refusal.code}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
