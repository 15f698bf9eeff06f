/** From the books of a cooperative to the edition of a network: what leaves, what is refused, what adds up. */
import { sql } from "kysely";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "#kernel/canonical-json.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { acceptAdhesion } from "./adhesion/accept-adhesion.command.ts";
import { recomputedSums, sumsOf } from "./adhesion/aggregate.store.ts";
import { cancelInvitation, inviteStructure, revokeAdhesion } from "./adhesion/invite-structure.command.ts";
import { findKey } from "./adhesion/key.store.ts";
import { answerMachine } from "./adhesion/machine-door.server.ts";
import { receiveObservation } from "./adhesion/receive-observation.command.ts";
import { closeConnection, openConnection, prepareConnection } from "./connection/connect.command.ts";
import { findSending, listSendings, standingConnections } from "./connection/connection.store.ts";
import { sendFigures, withholdIndicator } from "./connection/send-figures.command.ts";
import { readObservation } from "./observation/observation.ts";
import { newKeyPair, signText } from "./observation/signature.server.ts";
import {
  addPersons,
  addStructure,
  codeFor,
  connect,
  deliver,
  type House,
  insideOf,
  joined,
  makeHouse,
  ORIGIN,
} from "./observatory.fixture.ts";
import { publishFigures } from "./release/publish-figures.command.ts";
import { cellsOf, standingReleases } from "./release/release.store.ts";

const YEAR = "2025";
let network: House;
let coop: House;

beforeEach(async () => {
  network = await makeHouse("network");
  coop = await makeHouse("cae");
});

const act = <Input, Output>(house: House, command: Command<Input, Output>, input: unknown) =>
  execute(house.tenant.host, house.chief.caller, command, input);
const code = (result: unknown) => (isRefusal(result) ? result.code : "done");
const sendings = ({ tenant: { run, organizationId } }: House) =>
  run(async (tx) => {
    const found = [];
    for (const { id } of await listSendings(tx, organizationId)) found.push(await findSending(tx, organizationId, id));
    return found;
  });
const place = ({ tenant }: House, tx: Parameters<typeof sumsOf>[0]["tx"]) => ({
  tx,
  organizationId: tenant.organizationId,
});
const sums = (house: House) => house.tenant.run((tx) => sumsOf(place(house, tx), YEAR));
const total = async (house: House, indicator: string, circle = "all") =>
  (await sums(house)).find((sum) => sum.indicator === indicator && sum.circle === circle && sum.category === "");
const post = (house: House, body: unknown, act = "observation") =>
  answerMachine(house.tenant.host, `/api/v1/observatoire/${house.tenant.slug}/${act}`, JSON.stringify(body));

async function told(house: House, year = YEAR) {
  expect(code(await act(house, sendFigures, { period: year }))).toBe("done");
  expect(await deliver(house)).toEqual([]);
  const [last] = await sendings(house);
  return last as NonNullable<typeof last>;
}

describe("Se connecter", () => {
  it("un code ne sert qu’une fois, puis chaque maison connaît la clé de l’autre", async () => {
    const structureId = await addStructure(network, { name: "L’Établi" });
    const given = await codeFor(network, structureId);
    // Typed in small letters, with spaces.
    expect(await connect(coop, network, given.toLowerCase().replaceAll("-", " "))).toMatchObject({ status: 200 });
    const [connection] = await coop.tenant.run((tx) => standingConnections(tx, coop.tenant.organizationId));
    expect(connection).toMatchObject({ structureName: "L’Établi", address: `${ORIGIN}/${network.tenant.slug}` });
    const other = await makeHouse("cae");
    expect(await connect(other, network, given)).toMatchObject({ status: 403, text: '{"error":"adhesion.code"}' });
  });

  it("un code retiré, périmé ou inventé ne sert pas ; une demande mal signée non plus", async () => {
    const structureId = await addStructure(network, { name: "L’Établi" });
    const first = await codeFor(network, structureId);
    // Another code takes the place of the first.
    const second = await codeFor(network, structureId);
    expect(await connect(coop, network, first)).toMatchObject({ status: 403 });
    expect(await connect(coop, network, "AAAA-BBBB-CCCC-DDDD")).toMatchObject({ status: 403 });
    const { rows } = await network.tenant.run((tx) =>
      sql<{ id: string }>`select id from observatory.invitation where cancelled_at is null and used_at is null`.execute(
        tx,
      ),
    );
    expect(code(await act(network, cancelInvitation, { invitationId: rows[0]?.id }))).toBe("done");
    expect(await connect(coop, network, second)).toMatchObject({ status: 403 });
    const third = await codeFor(network, structureId);
    network.tenant.setNow("2026-03-20T09:00:00.000Z");
    coop.tenant.setNow("2026-03-20T09:00:00.000Z");
    expect(await connect(coop, network, third)).toMatchObject({ status: 403 });

    const fourth = await codeFor(network, structureId);
    const prepared = await execute(coop.tenant.host, coop.chief.caller, prepareConnection, { code: fourth });
    if (isRefusal(prepared)) throw new Error(prepared.code);
    const text = prepared.text.replace(/"publicKey":"[^"]*"/, `"publicKey":"${newKeyPair().publicKey}"`);
    expect(await post(network, { text, signature: prepared.signature }, "adhesion")).toMatchObject({ status: 403 });
    expect(acceptAdhesion.name).toBe("observatory.adhesion.accept");
  });

  it("une réponse que le réseau n’a pas signée n’est pas gardée", async () => {
    const key = await execute(coop.tenant.host, coop.chief.caller, prepareConnection, { code: "ABCD-EFGH" });
    if (isRefusal(key)) throw new Error(key.code);
    const { publicKey, privateKey } = newKeyPair();
    const text = canonicalJson({
      ...{ format: "essaim-adhesion-answer", version: 1, network: "Un réseau", structure: "L’Établi", publicKey },
      adhesion: coop.tenant.newId<"adhesion">(),
    });
    const answer = { address: `${ORIGIN}/reseau`, keyId: key.keyId, text };
    const signature = signText(privateKey, "essaim-adhesion-answer", text);
    expect(code(await act(coop, openConnection, { ...answer, signature }))).toBe("done");
    // A signature of another purpose is none.
    const wrong = signText(privateKey, "essaim-receipt", text);
    expect(code(await act(coop, openConnection, { ...answer, signature: wrong }))).toBe("connection.answer");
  });
});

describe("Envoyer", () => {
  it("les chiffres viennent des livres et des parcours, et arrivent signés", async () => {
    await joined(coop, network, "L’Établi");
    await addPersons(coop, 7, { sex: "woman", zone: "qpv" });
    await addPersons(coop, 6, { sex: "man", contract: "cesa" });
    // Too few to be told apart, and somebody of whom nothing is noted.
    await addPersons(coop, 2, { sex: "other", zone: "zfrr" });
    await addPersons(coop, 1);
    const sent = await told(coop);
    expect(sent.receipt).not.toBeNull();
    const said = readObservation(sent.document);
    if ("fault" in said) throw new Error(said.fault);
    const figure = (key: string) => said.figures.find((one) => one.key === key)?.figure;
    const cell = (category: string, value: bigint) => ({ category, value, weight: value });
    expect(figure("present")).toEqual({ state: "sent", total: cell("", 16n), cells: [] });
    expect(figure("women")).toEqual({
      state: "sent",
      total: cell("", 16n),
      cells: [cell("woman", 7n), cell("notWoman", 8n), cell("pooled", 1n)],
    });
    expect(figure("contract")).toMatchObject({ cells: [cell("cesa", 6n), cell("cape", 10n)] });
    // Two in a zone are not told, nor found by taking the others away.
    expect(figure("zone")).toMatchObject({ cells: [cell("qpv", 7n), cell("pooled", 9n)] });
    expect(figure("exits")).toEqual({ state: "sent", total: cell("", 0n), cells: [] });
    expect(await total(network, "present")).toMatchObject({ answers: 1, value: 16n });
    expect(await total(network, "present", "region:53")).toMatchObject({ value: 16n });
    expect(await total(network, "present", "size:1")).toMatchObject({ value: 16n });
  });

  it("le chiffre d’affaires est le compte 70 des activités, sans subvention ni vente interne", async () => {
    await addPersons(coop, 1);
    const { tenant } = coop;
    const lines: [string, bigint, bigint, string, boolean][] = [];
    for (let rank = 0; rank < 5; rank++) {
      const activity = await tenant.activity();
      lines.push(
        ["706", 0n, 100_010n, activity, false],
        ["709", 10n, 0n, activity, false],
        ["741", 0n, 50_000n, activity, false],
        ["6587", 0n, 70_000n, activity, false],
      );
    }
    const admin = new pg.Client(tenant.database.admin);
    await admin.connect();
    await admin.query("set session_replication_role = replica");
    for (const [index, [account, debit, credit, activity]] of lines.entries()) {
      await admin.query(
        `insert into ledger.entry_line (organization_id, entry_id, line_number, entry_date, opening, activity_id, account, label, debit, credit)
          values ($1, $2, $3, '2025-06-01', false, $4, $5, 'x', $6, $7)`,
        [tenant.organizationId, tenant.newId(), index + 1, activity, account, String(debit), String(credit)],
      );
    }
    await admin.end();
    await joined(coop, network, "L’Établi");
    await told(coop);
    // 5 × (1 000,10 − 0,10) €.
    expect(await total(network, "turnover")).toMatchObject({ value: 500_000n, weight: 5n });
    expect(await total(network, "enseignes")).toMatchObject({ value: 5n });
  });

  it("ce que la direction garde ne part pas ; l’année à venir non plus ; sans connexion rien ne part", async () => {
    await addPersons(coop, 6, { sex: "woman" });
    expect(code(await act(coop, sendFigures, { period: YEAR }))).toBe("sending.nobody");
    await joined(coop, network, "L’Établi");
    const kept = { period: YEAR, indicator: "women", withheld: "oui" };
    expect(code(await act(coop, withholdIndicator, kept))).toBe("done");
    await told(coop);
    expect(await total(network, "women")).toBeUndefined();
    expect(await total(network, "present")).toMatchObject({ value: 6n });
    expect(code(await act(coop, withholdIndicator, { ...kept, withheld: "non" }))).toBe("done");
    await told(coop);
    expect(await total(network, "women")).toMatchObject({ value: 6n, answers: 1 });
    expect(code(await act(coop, sendFigures, { period: "2027" }))).toBe("sending.future");
    const other = await coop.tenant.person({ roles: ["accountant"] });
    expect(code(await execute(coop.tenant.host, other.caller, sendFigures, { period: YEAR }))).toBe(
      "observatory.notDirection",
    );
  });

  it("un réseau qui ne répond pas est appelé de nouveau ; la connexion fermée n’envoie plus", async () => {
    await joined(coop, network, "L’Établi");
    await addPersons(coop, 5);
    expect(code(await act(coop, sendFigures, { period: YEAR }))).toBe("done");
    const away = { ...insideOf(coop), answerMachine: async () => ({ status: 503, body: "" }) };
    expect(await deliver(coop, away)).toHaveLength(1);
    expect((await sendings(coop))[0]).toMatchObject({ fault: "unreachable", receipt: null });
    // Words of a network that come with a passing failure, and a page of something on the way: it is tried again too.
    for (const answer of [
      { status: 503, body: '{"error":"observation.revoked"}' },
      { status: 404, body: "<h1>Not found</h1>" },
    ]) {
      expect(await deliver(coop, { ...insideOf(coop), answerMachine: async () => answer })).toHaveLength(1);
      expect((await sendings(coop))[0]).toMatchObject({ fault: "unreachable", receipt: null });
    }
    expect(await deliver(coop)).toEqual([]);
    expect((await sendings(coop))[0]).toMatchObject({ fault: null });
    expect(await total(network, "present")).toMatchObject({ value: 5n });
    const [connection] = await coop.tenant.run((tx) => standingConnections(tx, coop.tenant.organizationId));
    expect(code(await act(coop, closeConnection, { connectionId: connection?.id }))).toBe("done");
    expect(code(await act(coop, sendFigures, { period: YEAR }))).toBe("sending.nobody");
  });

  it("un accusé d’une autre clé n’est pas un accusé", async () => {
    await joined(coop, network, "L’Établi");
    expect(code(await act(coop, sendFigures, { period: YEAR }))).toBe("done");
    const inside = insideOf(coop);
    const forger = {
      ...inside,
      async answerMachine(path: string, body: string) {
        const { text } = JSON.parse((await inside.answerMachine(path, body)).body) as { text: string };
        return {
          status: 200,
          body: JSON.stringify({ text, signature: signText(newKeyPair().privateKey, "essaim-receipt", text) }),
        };
      },
    };
    await deliver(coop, forger);
    expect((await sendings(coop))[0]).toMatchObject({ fault: "receipt", receipt: null });
  });
});

describe("Recevoir", () => {
  async function ready() {
    await joined(coop, network, "L’Établi");
    await addPersons(coop, 9, { sex: "woman" });
    const { document: text, signature } = await told(coop);
    return { text, signature };
  }

  it("le même document encore : le même accusé, et rien ne change", async () => {
    const signed = await ready();
    const before = await sums(network);
    const again = await post(network, signed);
    expect(again.status).toBe(200);
    expect(await post(network, signed)).toEqual(again);
    expect(await sums(network)).toEqual(before);
    expect(receiveObservation.name).toBe("observatory.observation.receive");
  });

  it("un octet changé, une autre clé, un autre document du même numéro : refusés", async () => {
    const { text, signature } = await ready();
    const before = await sums(network);
    expect(await post(network, { text: text.replace('"9"', '"8"'), signature })).toMatchObject({ status: 403 });
    const forged = signText(newKeyPair().privateKey, "essaim-observation", text);
    expect(await post(network, { text, signature: forged })).toMatchObject({ status: 403 });
    const key = await coop.tenant.run(async (tx) => {
      return findKey({ tx, organizationId: coop.tenant.organizationId, vault: coop.tenant.host.vault }, null);
    });
    const other = text.replaceAll('"9"', '"8"');
    const replay = await post(network, { text: other, signature: key?.sign("essaim-observation", other) });
    expect(replay).toEqual({ status: 409, body: '{"error":"observation.replayed"}' });
    const newer = text.replace(/"version":1\}$/, '"version":2}');
    const answer = await post(network, { text: newer, signature: key?.sign("essaim-observation", newer) });
    expect(answer).toEqual({ status: 426, body: '{"error":"observation.version","versions":[1]}' });
    const ahead = text.replace(/"signedAt":"2026/, '"signedAt":"2027').replace('"sequence":1', '"sequence":2');
    expect(await post(network, { text: ahead, signature: key?.sign("essaim-observation", ahead) })).toEqual({
      status: 422,
      body: '{"error":"observation.ahead"}',
    });
    // Four persons are never told, whoever signs.
    const small = text.replaceAll('"9"', '"4"').replace('"sequence":1', '"sequence":2');
    expect(await post(network, { text: small, signature: key?.sign("essaim-observation", small) })).toEqual({
      status: 422,
      body: '{"error":"observation.unprotected"}',
    });
    expect(await post(network, { text: "{}", signature })).toMatchObject({ status: 422 });
    expect(await post(network, "rien")).toMatchObject({ status: 400 });
    expect(
      await post({ ...network, tenant: { ...network.tenant, slug: "personne" } }, { text, signature }),
    ).toMatchObject({
      status: 404,
    });
    expect(await sums(network)).toEqual(before);
  });

  it("après la fermeture, rien de neuf n’est reçu ; ce qui l’était reste", async () => {
    await ready();
    const { rows } = await network.tenant.run((tx) =>
      sql<{
        id: string;
      }>`select id from observatory.adhesion where organization_id = ${network.tenant.organizationId}`.execute(tx),
    );
    expect(code(await act(network, revokeAdhesion, { adhesionId: rows[0]?.id }))).toBe("done");
    expect(code(await act(coop, sendFigures, { period: YEAR }))).toBe("done");
    await deliver(coop);
    expect((await sendings(coop))[0]).toMatchObject({ fault: "observation.revoked", receipt: null });
    expect(await total(network, "present")).toMatchObject({ value: 9n });
  });

  it("un document qui en remplace un autre le retire des sommes ; un plus ancien arrivé tard ne change rien", async () => {
    await ready();
    await addPersons(coop, 20, { sex: "man" });
    expect(code(await act(coop, sendFigures, { period: YEAR }))).toBe("done");
    await addPersons(coop, 10, { sex: "man" });
    expect(code(await act(coop, sendFigures, { period: YEAR }))).toBe("done");
    const [third, second] = await sendings(coop);
    const body = (sending: typeof third) => ({ text: sending?.document, signature: sending?.signature });
    expect(await post(network, body(third))).toMatchObject({ status: 200 });
    expect(await post(network, body(second))).toMatchObject({ status: 200 });
    expect(await total(network, "present")).toMatchObject({ answers: 1, value: 39n });
    expect(await total(network, "present", "size:1")).toBeUndefined();
    expect(await total(network, "present", "size:2")).toMatchObject({ value: 39n });
    const again = await network.tenant.run((tx) => recomputedSums(place(network, tx), YEAR));
    expect(await sums(network)).toEqual(again);
  });
});

describe("Publier", () => {
  it("deux personnes qui publient en même temps : une édition, et la seconde n’a rien de neuf", async () => {
    for (const [rank, house] of [coop, await makeHouse("cae"), await makeHouse("cae")].entries()) {
      await joined(house, network, `CAE ${rank}`);
      await addPersons(house, 6);
      await told(house);
    }
    const publish = async () => code(await act(network, publishFigures, { period: YEAR }));
    expect((await Promise.all([publish(), publish()])).sort()).toEqual(["done", "release.nothingNew"]);
  });

  it("à partir de trois CAE, une édition qui ne change plus ; la suivante ne fait reconnaître personne", async () => {
    const houses = [coop, await makeHouse("cae"), await makeHouse("cae"), await makeHouse("cae")];
    for (const [rank, house] of houses.entries()) {
      await joined(house, network, `CAE ${rank}`, rank === 3 ? "75" : "29");
      await addPersons(house, 6 + rank, { sex: rank % 2 === 0 ? "woman" : "man" });
    }
    const publish = () => act(network, publishFigures, { period: YEAR });
    await told(houses[0] as House);
    await told(houses[1] as House);
    expect(code(await publish())).toBe("release.tooFew");
    await told(houses[2] as House);
    expect(code(await publish())).toBe("done");
    expect(code(await publish())).toBe("release.nothingNew");
    // One more: taking the first edition from the second would tell it.
    await told(houses[3] as House);
    expect(code(await publish())).toBe("release.tooFew");
    const shown = await network.tenant.run(async (tx) => {
      const [release] = await standingReleases(place(network, tx));
      return { release, cells: await cellsOf(place(network, tx), release === undefined ? [] : [release.id], null) };
    });
    expect(shown.release).toMatchObject({ rank: 1, answered: 3, expected: 4 });
    const cell = (circle: string, indicator: string, category = "") =>
      shown.cells.find((one) => one.circle === circle && one.indicator === indicator && one.category === category);
    expect(cell("all", "present")?.value).toBe(21n);
    expect(cell("all", "women", "woman")?.value).toBe(14n);
    expect(cell("region:53", "present")?.value).toBe(21n);
    const member = await network.tenant.person();
    expect(code(await execute(network.tenant.host, member.caller, publishFigures, { period: YEAR }))).toBe(
      "observatory.notStaff",
    );
    // In a cooperative there is no such act.
    expect(code(await act(coop, publishFigures, { period: YEAR }))).toBe("observatory.notNetwork");
    expect(code(await act(coop, inviteStructure, { structureId: coop.tenant.newId() }))).toBe("observatory.notNetwork");
  });
});
