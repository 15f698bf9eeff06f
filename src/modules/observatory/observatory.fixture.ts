/** A network, its structures and cooperatives that send to it, for tests: through the same commands and doors as people. */
import { sql } from "kysely";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { inviteStructure } from "./adhesion/invite-structure.command.ts";
import { answerMachine } from "./adhesion/machine-door.server.ts";
import { openConnection, prepareConnection } from "./connection/connect.command.ts";
import { deliverFigures } from "./connection/deliver-figures.job.ts";
import { type Outside, reachNetwork } from "./connection/reach-network.server.ts";

export const NOW = "2026-03-02T09:00:00.000Z";
export const ORIGIN = "https://essaim.example";

export type House = { readonly tenant: TestTenant; readonly chief: TestPerson };

export async function makeHouse(house: "cae" | "network"): Promise<House> {
  const tenant = await freshTenant({ now: NOW, house });
  return { tenant, chief: await tenant.person({ roles: ["direction"] }) };
}

/** What reaches networks of this same instance. */
export function insideOf({ tenant }: House): Outside & TestTenant["host"] {
  return {
    ...tenant.host,
    settings: { publicUrl: ORIGIN, privateNetworks: false },
    answerMachine: (path, body) => answerMachine(tenant.host, path, body),
  };
}

export async function addStructure(
  { tenant }: House,
  facts: { name: string; department?: string; trades?: string[]; kind?: string } = { name: "Une CAE" },
): Promise<Id<"structure">> {
  const id = tenant.newId<"structure">();
  await tenant.run((tx) =>
    sql`insert into network.structure (organization_id, id, kind, name, department, trades, created_at)
      values (${tenant.organizationId}, ${id}, ${facts.kind ?? "cae"}, ${facts.name}, ${facts.department ?? "29"},
        ${facts.trades ?? []}, ${NOW})`.execute(tx),
  );
  return id;
}

export async function codeFor({ tenant, chief }: House, structureId: Id<"structure">): Promise<string> {
  const given = await execute(tenant.host, chief.caller, inviteStructure, { structureId });
  if (isRefusal(given)) throw new Error(given.code);
  return given.code;
}

/** Types the address and the code, as the page does. */
export async function connect(cooperative: House, network: House, code: string) {
  const { tenant, chief } = cooperative;
  const prepared = await execute(tenant.host, chief.caller, prepareConnection, { code });
  if (isRefusal(prepared)) throw new Error(prepared.code);
  const address = `${ORIGIN}/${network.tenant.slug}`;
  const answer = await reachNetwork(insideOf(cooperative), address, "adhesion", prepared);
  if ("fault" in answer || answer.status !== 200) return answer;
  const opened = await execute(tenant.host, chief.caller, openConnection, {
    ...{ address, keyId: prepared.keyId },
    ...(JSON.parse(answer.text) as { text: string; signature: string }),
  });
  if (isRefusal(opened)) throw new Error(opened.code);
  return answer;
}

export async function joined(cooperative: House, network: House, name: string, department = "29") {
  const structureId = await addStructure(network, { name, department });
  const answer = await connect(cooperative, network, await codeFor(network, structureId));
  if ("fault" in answer || answer.status !== 200) throw new Error(JSON.stringify(answer));
  return structureId;
}

/** Plays what waits in the outbox of a cooperative; gives back what failed. */
export async function deliver(cooperative: House, outside: Outside = insideOf(cooperative)): Promise<string[]> {
  const { tenant } = cooperative;
  const { rows } = await tenant.run((tx) =>
    sql<OutboxEvent>`select organization_id as "organizationId", id, event, payload, attempts from platform.outbox
      where organization_id = ${tenant.organizationId} and event = 'observatory.sending.signed.v1' order by at, id`.execute(
      tx,
    ),
  );
  const failures: string[] = [];
  for (const event of rows) {
    await deliverFigures({ ...tenant.host, ...outside }, event).catch((error: Error) => failures.push(error.message));
  }
  return failures;
}

/** So many persons under contract since a day, with what their file says. */
export async function addPersons(
  { tenant }: House,
  count: number,
  facts: Readonly<Record<string, string>> = {},
  startsOn = "2025-02-01",
): Promise<void> {
  for (let rank = 0; rank < count; rank++) {
    const { personId } = await tenant.person();
    const all = { contract: "cape", ...facts };
    for (const [dimension, value] of Object.entries(all)) {
      await tenant.run((tx) =>
        sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
          values (${tenant.organizationId}, ${tenant.newId()}, ${personId}, ${dimension}, ${startsOn},
            ${JSON.stringify(value)}::jsonb, ${NOW})`.execute(tx),
      );
    }
  }
}
