/** Les coopératives qu’un réseau fait connaître, par leur SIREN : à l’adhésion, puis à chaque envoi. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "#kernel/canonical-json.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { cooperativesKnown, keepCooperatives } from "./adhesion/known-cooperative.store.ts";
import { readAnswer, readReceipt } from "./adhesion/protocol.ts";
import { closeConnection } from "./connection/connect.command.ts";
import { standingConnections } from "./connection/connection.store.ts";
import { sendFigures } from "./connection/send-figures.command.ts";
import { addStructure, deliver, type House, joined, makeHouse } from "./observatory.fixture.ts";

let network: House;
let coop: House;

beforeEach(async () => {
  network = await makeHouse("network");
  coop = await makeHouse("cae");
});

const list = (structureId: string, siren: string, listed: boolean) =>
  network.tenant.run((tx) =>
    sql`update network.structure set siren = ${siren}, listed = ${listed} where id = ${structureId}`.execute(tx),
  );
const known = ({ tenant }: House) =>
  tenant.run((tx) => cooperativesKnown({ tx, organizationId: tenant.organizationId }));
async function send() {
  const done = await execute(coop.tenant.host, coop.chief.caller, sendFigures, { period: "2025" });
  if (isRefusal(done)) throw new Error(done.code);
  expect(await deliver(coop)).toEqual([]);
}
const connectionOf = async () => {
  const [connection] = await coop.tenant.run((tx) => standingConnections(tx, coop.tenant.organizationId));
  if (connection === undefined) throw new Error("not connected");
  return connection;
};

describe("Ce qu’un réseau dit de son annuaire", () => {
  it("les SIREN des CAE de l’annuaire public, et eux seuls ; gardés chez la coopérative tant qu’elle est connectée", async () => {
    await list(await addStructure(network, { name: "L’Autre Rive" }), "100000017", true);
    await list(await addStructure(network, { name: "Discrète" }), "200000024", false);
    await list(await addStructure(network, { name: "Métropole", kind: "authority" }), "300000031", true);
    await joined(coop, network, "L’Établi");
    expect(await known(coop)).toEqual(["100000017"]);
    // Another one joins the directory: said with the receipt of the next document. One that leaves is forgotten.
    const newer = await addStructure(network, { name: "Toits communs" });
    await list(newer, "400000048", true);
    await send();
    expect(await known(coop)).toEqual(["100000017", "400000048"]);
    await list(newer, "400000048", false);
    await send();
    expect(await known(coop)).toEqual(["100000017"]);
    const { id } = await connectionOf();
    const closed = await execute(coop.tenant.host, coop.chief.caller, closeConnection, { connectionId: id });
    expect(isRefusal(closed)).toBe(false);
    expect(await known(coop)).toEqual([]);
  });

  it("jamais elle-même, et rien chez une autre coopérative", async () => {
    const own = await joined(coop, network, "L’Établi");
    const { rows } = await coop.tenant.run((tx) =>
      sql<{ siren: string }>`select siren from membership.organization`.execute(tx),
    );
    await list(own, rows[0]?.siren ?? "", true);
    await send();
    expect(await known(coop)).toEqual([]);
    expect(await known(await makeHouse("cae"))).toEqual([]);
  });
});

describe("Deux versions du programme", () => {
  const key = "k".repeat(60);
  const answer = {
    ...{ format: "essaim-adhesion-answer", version: 1, adhesion: "019cadc6-9a80-7973-91b4-a9b4179ce1fc" },
    ...{ network: "Faisceau", structure: "L’Établi", publicKey: key },
  };
  const receipt = {
    ...{ format: "essaim-receipt", version: 1, adhesion: answer.adhesion, sequence: 1, hash: "a".repeat(64) },
    receivedAt: "2026-03-02T09:00:00.000Z",
  };

  it("un réseau plus ancien n’en dit rien, et ce qu’il avait dit reste ; une liste illisible est comme tue", async () => {
    expect(readAnswer(canonicalJson(answer))).toEqual(answer);
    expect(readReceipt(canonicalJson(receipt))).toEqual(receipt);
    expect(readAnswer(canonicalJson({ ...answer, cooperatives: ["100000017"] }))?.cooperatives).toEqual(["100000017"]);
    for (const cooperatives of ["tous", ["12"], [12], { siren: "100000017" }]) {
      expect(readReceipt(canonicalJson({ ...receipt, cooperatives }))).toMatchObject({ sequence: 1 });
      expect(readReceipt(canonicalJson({ ...receipt, cooperatives }))?.cooperatives).toBeUndefined();
    }
    await joined(coop, network, "L’Établi");
    const { id } = await connectionOf();
    const keep = (said: readonly string[] | undefined) =>
      coop.tenant.run((tx) =>
        keepCooperatives(
          { tx, organizationId: coop.tenant.organizationId, now: "2026-03-02T09:00:00.000Z" as never },
          id,
          said,
        ),
      );
    await keep(["100000017"]);
    await keep(undefined);
    expect(await known(coop)).toEqual(["100000017"]);
    await keep([]);
    expect(await known(coop)).toEqual([]);
  });

  it("ce que le réseau ajoute ne change rien pour qui lit l’ancien accusé : le reste y est, signé", async () => {
    await list(await addStructure(network, { name: "L’Autre Rive" }), "100000017", true);
    await joined(coop, network, "L’Établi");
    await send();
    const { rows } = await coop.tenant.run((tx) =>
      sql<{ receipt: string }>`select receipt from observatory.sending`.execute(tx),
    );
    const { cooperatives, ...before } = JSON.parse(rows[0]?.receipt ?? "{}");
    expect(cooperatives).toEqual(["100000017"]);
    expect(Object.keys(before).sort()).toEqual(Object.keys(receipt).sort());
  });
});
