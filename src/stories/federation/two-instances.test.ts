/** Two instances, each with its database, its secret and its keys: a cooperative of one sends to a network of the other, over HTTP. */
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { addPerson, recordContract } from "#modules/membership/index.server.ts";
import {
  newKeyPair,
  openConnection,
  prepareConnection,
  reachNetwork,
  sendFigures,
  signText,
} from "#modules/observatory/index.server.ts";
import { type Caller, type Command, execute } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { type Application, openApplication } from "../durability/application.ts";
import { makeDataFolder } from "../harness/folder.ts";
import { createVisitor, type Visitor } from "../harness/visitor.ts";
import { PASSWORD } from "../harness/world-inputs.ts";

const world = inject("world");
const address = `${world.baseUrl}/${world.network.slug}`;
const door = `${world.baseUrl}/api/v1/observatoire/${world.network.slug}`;
let elsewhere: Application;
let caller: Caller;
let team: Visitor;

const accepted = async <Input, Output>(command: Command<Input, Output>, input: unknown) => {
  const result = await execute(elsewhere.app, caller, command, input);
  if (isRefusal(result)) throw new Error(`${command.name}: ${JSON.stringify(result)}`);
  return result;
};

beforeAll(async () => {
  // On this machine the other instance is at a private address: its operator says that it may be called.
  const env = { ESSAIM_PRIVATE_NETWORKS: "yes", ESSAIM_PUBLIC_URL: "https://ailleurs.example" };
  elsewhere = await openApplication(await makeDataFolder(), env);
  caller = elsewhere.caller;
  for (let rank = 0; rank < 6; rank++) {
    const named = { firstName: "Une", lastName: `Personne ${rank}`, email: `personne${rank}@ailleurs.example` };
    const { personId } = await accepted(addPerson, named);
    await accepted(recordContract, { personId, kind: "cape", startsOn: "2025-03-01", endsOn: "2026-02-28" });
  }
  team = createVisitor(world.baseUrl);
  await team.signIn(world.network.logIns.animator, PASSWORD);
}, 120_000);
afterAll(() => elsewhere?.stop());

/** The code that the page of the network shows once. */
async function codeFor(structureId: string): Promise<string> {
  const page = await team.post(`/${world.network.slug}/chiffres/reponses`, { intention: "invite", structureId });
  const code = /[A-Z2-9]{4}(-[A-Z2-9]{4}){3}/.exec(await page.text())?.[0];
  if (code === undefined) throw new Error("the page shows no code");
  return code;
}

async function connect(code: string) {
  const prepared = await accepted(prepareConnection, { code });
  const answer = await reachNetwork(elsewhere.app, address, "adhesion", prepared);
  if ("fault" in answer || answer.status !== 200) return answer;
  await accepted(openConnection, { address, keyId: prepared.keyId, ...JSON.parse(answer.text) });
  return answer;
}

type Sent = { document: string; signature: string; receipt: string | null; fault: string | null };

/** Signs the year and waits until the outbox has done what it could. */
async function send(period: string): Promise<Sent> {
  await accepted(sendFigures, { period });
  for (let waited = 0; waited < 200; waited++) {
    const last = await lastSending();
    if (last.receipt !== null || last.fault !== null) return last;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the document did not leave");
}

async function lastSending(): Promise<Sent> {
  const { organizationId } = caller;
  const rows = await withTenant(elsewhere.app.database, { organizationId, userId: null }, async (tx) => {
    const found = await sql<Sent>`select document, signature, receipt, fault from observatory.sending
      where organization_id = ${organizationId} order by signed_at desc, sequence desc limit 1`.execute(tx);
    return found.rows;
  });
  return rows[0] as Sent;
}

const post = (body: unknown, act = "observation") =>
  fetch(`${door}/${act}`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });

describe("Deux instances se parlent", () => {
  test("un code, deux clés, un document, un accusé ; puis ce qui ne passe pas", async () => {
    const code = await codeFor(world.network.things.A.structureId);
    expect(await connect(code)).toMatchObject({ status: 200 });
    expect(await connect(code)).toMatchObject({ status: 403, text: '{"error":"adhesion.code"}' });
    const sent = await send("2025");
    expect(sent).toMatchObject({ fault: null });
    expect(JSON.parse(sent.receipt ?? "")).toMatchObject({ format: "essaim-receipt", sequence: 1 });

    // The network sees that it answered, and when; not what it said.
    const page = await (await team.get(`/${world.network.slug}/chiffres/reponses`)).text();
    expect(page).toContain("2025");

    const signed = { text: sent.document, signature: sent.signature };
    const replay = await post(signed);
    expect([replay.status, (await replay.json()) as unknown]).toMatchObject([200, { text: sent.receipt }]);
    const tampered = await post({ ...signed, text: sent.document.replaceAll('"6"', '"60"') });
    expect(tampered.status).toBe(403);
    const forged = signText(newKeyPair().privateKey, "essaim-observation", sent.document);
    expect((await post({ ...signed, signature: forged })).status).toBe(403);
    const newer = sent.document.replace(/"version":1\}$/, '"version":7}');
    const version = await post({ ...signed, text: newer });
    expect([version.status, await version.json()]).toEqual([426, { error: "observation.version", versions: [1] }]);
    expect((await post("rien de lisible")).status).toBe(400);
    const nowhere = await fetch(`${world.baseUrl}/api/v1/observatoire/personne/observation`, {
      method: "POST",
      body: JSON.stringify(signed),
    });
    expect(nowhere.status).toBe(404);
    // A cooperative has no such door.
    const coop = await fetch(`${world.baseUrl}/api/v1/observatoire/${world.home}/observation`, {
      method: "POST",
      body: JSON.stringify(signed),
    });
    expect(coop.status).toBe(404);
    expect((await fetch(`${door}/observation`)).status).toBe(404);

    // Closed by the network: the next document is refused, and the sender knows why.
    const adhesionId = /name="adhesionId" value="([^"]+)"/.exec(page)?.[1];
    expect(adhesionId).toBeDefined();
    await team.post(`/${world.network.slug}/chiffres/reponses`, {
      intention: "revoke",
      adhesionId: String(adhesionId),
    });
    expect(await send("2025")).toMatchObject({ fault: "observation.revoked", receipt: null });

    // A new code opens it again, with another key.
    expect(await connect(await codeFor(world.network.things.A.structureId))).toMatchObject({ status: 200 });
    expect(await send("2025")).toMatchObject({ fault: null });
  });

  test("sans le réglage, une adresse de la maison n’est pas appelée", async () => {
    const shy = { ...elsewhere.app, settings: { ...elsewhere.app.settings, privateNetworks: false } };
    expect(await reachNetwork(shy, address, "observation", { text: "{}", signature: "" })).toEqual({
      fault: "private",
    });
  });

  test("un envoi démesuré n’est pas lu jusqu’au bout", async () => {
    // The door answers before it was given everything, and may close before the answer was read.
    const answer = await post("x".repeat(2_000_000)).catch(() => null);
    expect([413, undefined]).toContain(answer?.status);
  });
});
