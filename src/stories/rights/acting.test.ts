/** Every act, by everybody, on the things of everybody: tried for real in a transaction that is then undone. */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { grantWaiver } from "#modules/contribution/waiver/grant-waiver.command.ts";
import { recordContract } from "#modules/membership/contract/record-contract.command.ts";
import { type Caller, type Command, type CommandHost, execute } from "#platform/command.ts";
import type { Database } from "#platform/database/database.ts";
import { today } from "../harness/days.ts";
import { administratorOf } from "../harness/folder.ts";
import { ROLES, type RoleName } from "../harness/world.ts";
import type { ActLine, Things } from "./act-line.ts";
import { type KnownCommands, openActingHost, readCommands } from "./acting-host.ts";
import { ACTS, BEFORE_ANYBODY, commandOf, OF_NOBODY } from "./acts.ts";
import { type ActivityKey, kindsOf, reaches, sees } from "./cast.ts";
import { NETWORK_ACTS } from "./network/network-acts.ts";

const world = inject("world");
const KEYS: readonly ActivityKey[] = ["A", "B", "C", "D", "E"];

let database: Database;
let host: CommandHost;
const users = new Map<RoleName, Id<"user">>();
const organizations = new Map<string, OrganizationId>();
const things = new Map<ActivityKey, Things>();
let commands: KnownCommands["commands"];
let publicNames: KnownCommands["publicNames"];

beforeAll(async () => {
  ({ database, host } = await openActingHost(world.data));
  await readWorld();
  ({ commands, publicNames } = await readCommands());
}, 120_000);
afterAll(() => database?.destroy());

/** Who everybody is, and what else the two cooperatives have: a contract and a waiver are made for this. */
async function readWorld(): Promise<void> {
  const client = new pg.Client(await administratorOf(world.data));
  await client.connect();
  const one = async (query: string, values: unknown[] = []) =>
    (await client.query(query, values)).rows[0]?.id as string;
  for (const role of ROLES)
    users.set(role, (await one('select id from auth."user" where email = $1', [world.logIns[role]])) as Id<"user">);
  for (const slug of [world.home, world.elsewhere]) {
    organizations.set(
      slug,
      (await one("select organization_id as id from membership.organization where slug = $1", [
        slug,
      ])) as OrganizationId,
    );
  }
  for (const key of KEYS) {
    const activity = world.activities[key];
    const organizationId = organizations.get(activity.slug);
    const chief = callerOf(key === "C" ? "stranger" : "direction", activity.slug);
    const made = async (command: Command<unknown, unknown>, input: unknown) => {
      const result = await execute(host, chief, command, input);
      if (isRefusal(result)) throw new Error(`${command.name}: ${JSON.stringify(result)}`);
      return result as Record<string, string>;
    };
    const { contractId } = await made(recordContract as Command<unknown, unknown>, {
      ...{ personId: activity.personId, kind: "cape", startsOn: "2024-01-01", endsOn: "2024-12-31" },
    });
    const { waiverId } = await made(grantWaiver as Command<unknown, unknown>, {
      ...{ activityId: activity.activityId, target: "everything", from: "2024-01", until: "2024-01" },
      ...{ reason: "Maladie", decidedBy: "AG", decidedOn: "2024-01-01" },
    });
    const found = (query: string) => one(query, [organizationId]);
    things.set(key, {
      ...activity,
      activityVersion: Number(
        await one("select version as id from membership.activity where id = $1", [activity.activityId]),
      ),
      contractId: String(contractId),
      waiverId: String(waiverId),
      fiscalYearId: String(world.fiscalYears[activity.slug]),
      siteId: await found("select id from membership.site where organization_id = $1 limit 1"),
      grantId: await found(
        "select id from membership.role_grant where organization_id = $1 and role = 'direction' and revoked_at is null limit 1",
      ),
    });
  }
  await client.end();
}

function callerOf(role: RoleName, slug: string): Caller {
  return { organizationId: organizations.get(slug) as OrganizationId, userId: users.get(role) as Id<"user"> };
}

/** The act, undone whatever it answers: null when it would be done. */
async function attempt(name: string, role: RoleName, slug: string, input: unknown): Promise<Refusal | null> {
  const command = commands.get(commandOf(name)) as Command<unknown, unknown>;
  const result = await execute(host, callerOf(role, slug), command, input, { dryRun: true });
  return isRefusal(result) ? result : null;
}

const told = (refusal: Refusal | null) => (refusal === null ? "done" : `${refusal.kind} ${refusal.code}`);

/** Whether this role may do the act there on the things of that activity. */
function may(line: ActLine, role: RoleName, slug: string, key: ActivityKey): boolean {
  if (world.activities[key].slug !== slug) return false;
  if (line.reach === "activity" && !reaches(role, key)) return false;
  const kinds = kindsOf(role, slug, world);
  const own = role === `entrepreneur${key}` || (role === "keeper" && key === "E");
  if (line.ownOnly && !own && kinds.every((kind) => kind === "entrepreneur")) return false;
  return kinds.some((kind) => line.who.includes(kind));
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

describe("Chaque acte, par chacun, sur les choses de chacun", () => {
  test("chaque commande est dans la liste, et la liste ne nomme que des commandes", () => {
    expect(commands.size).toBeGreaterThan(70);
    expect([...commands.keys(), ...BEFORE_ANYBODY].sort()).toEqual(
      [...new Set([...Object.keys(ACTS), ...Object.keys(NETWORK_ACTS)].map(commandOf)), ...BEFORE_ANYBODY].sort(),
    );
  });

  test("les actes sans compte sont ceux de la liste, et aucun autre", () => {
    expect([...publicNames].sort()).toEqual([...OF_NOBODY].sort());
  });

  test("ni trop, ni trop peu : qui peut le fait, les autres sont refusés, sans apprendre ce qui ne se voit pas", async () => {
    const faults: string[] = [];
    const cases = Object.entries(ACTS).flatMap(([name, line]) =>
      ROLES.flatMap((role) =>
        [world.home, world.elsewhere].flatMap((slug) => KEYS.map((key) => ({ name, line, role, slug, key }))),
      ),
    );
    await inTurns(cases, async ({ name, line, role, slug, key }) => {
      const refusal = await attempt(name, role, slug, line.example(things.get(key) as Things, today()));
      const where = `${name} by ${role} in ${slug} on ${key}: ${told(refusal)}`;
      if (may(line, role, slug, key)) {
        const good =
          line.answer === "done" ? refusal === null : ["conflict", "invalid", "missing"].includes(refusal?.kind ?? "");
        const self = refusal?.code === "person.self";
        if (!self && (!good || refusal?.code === "input.invalid")) faults.push(where);
        return;
      }
      // An act on nothing but the whole cooperative has no thing of somebody else's.
      const foreign =
        JSON.stringify(line.example(things.get("A") as Things, today())) !==
        JSON.stringify(line.example(things.get("C") as Things, today()));
      if (!foreign && kindsOf(role, slug, world).some((kind) => line.who.includes(kind))) return;
      if (refusal === null) faults.push(where);
      else if (!sees(role, key) && foreign && !["missing", "forbidden", "invalid"].includes(refusal.kind))
        faults.push(where);
    });
    expect(faults).toEqual([]);
    expect(cases.length).toBeGreaterThan(7_000);
  }, 900_000);

  test("ce qui est à soi et ce qui est à un autre ne se mêlent pas dans un même acte", async () => {
    const faults: string[] = [];
    const names = Object.keys(things.get("A") as Things).filter((name) => /Id$/.test(name));
    const cases = Object.entries(ACTS).flatMap(([name, line]) =>
      ROLES.flatMap((role) =>
        KEYS.filter((key) => may(line, role, world.activities[key].slug, key)).flatMap((key) =>
          KEYS.flatMap((other) => names.map((thing) => ({ name, line, role, key, other, thing }))),
        ),
      ),
    );
    let tried = 0;
    await inTurns(cases, async ({ name, line, role, key, other, thing }) => {
      const [ours, theirs] = [things.get(key) as Things, things.get(other) as Things];
      const said = (of: Things) => JSON.stringify(line.example(of, today()));
      const mixed = { ...ours, [thing]: theirs[thing as keyof Things] } as Things;
      if (said(mixed) === said(ours) || said(mixed) === said(theirs)) return;
      // Within one's reach, a person of one activity may join another, and have a role on any place of the house.
      const together = theirs.fiscalYearId === ours.fiscalYearId && sees(role, other);
      if (together && /^(membership\.|parcours\.candidate\.attach$)/.test(commandOf(name))) return;
      tried += 1;
      const refusal = await attempt(name, role, world.activities[key].slug, line.example(mixed, today()));
      if (refusal === null) faults.push(`${name} by ${role} on ${key} with the ${thing} of ${other}`);
    });
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  }, 900_000);
});
