/** Un effet mesuré dans les livres : qui le voit, qui le déclare, et ce qui se dit quand un autre document le corrige. */
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import {
  acceptAdhesion,
  inviteStructure,
  newKeyPair,
  receiveObservation,
  signText,
} from "#modules/observatory/index.server.ts";
import {
  INDICATORS,
  observationText,
  protect,
  type RawFigure,
  readAnswer,
  textOf,
} from "#modules/observatory/index.ts";
import type { App } from "#platform/app.ts";
import { executePublic, type PublicCommand } from "#platform/public-command.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { beginConvention, signConvention } from "../convention/keep-convention.command.ts";
import { fr } from "../objectives.fr.ts";
import { partyBlocks } from "../report/party-blocks.ts";
import { declareEffect, enterEffect } from "./declare-effect.command.ts";
import { effectsOf } from "./effect.store.ts";
import { type Effect, effectTotal } from "./effect.ts";
import * as page from "./effects.page.tsx";
import { measureEffect } from "./measure-effect.command.ts";
import { standingOf } from "./measured.store.ts";
import { correctedOn, measuredIn } from "./measured.ts";

let app: App;
let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let paul: TestPerson;
let etabli: StructureId;
let varlope: StructureId;
let conventionId: string;

beforeAll(async () => {
  ({ app } = await testApp());
});
afterAll(() => app.changes.close());

const { as, done } = playing(() => network);
const add = async (name: string) =>
  (await done(team, addStructure, { kind: "cae", name, postalCode: "29200", city: "Brest" })).structureId;

beforeEach(async () => {
  network = await freshTenant({ now: "2026-10-01T09:00:00.000Z", house: "network" });
  Object.assign(app, { clock: () => network.host.clock() });
  team = await network.person({ roles: ["facilitator"] });
  [lea, paul] = [await network.person(), await network.person()];
  [etabli, varlope] = [await add("L’Établi"), await add("La Varlope")];
  for (const [who, structureId] of [
    [lea, etabli],
    [paul, varlope],
  ] as const) {
    await done(team, giveSeat, { personId: who.personId, structureId, startsOn: "2026-01-01" });
  }
  const words = { title: "Coopérer", startsOn: "2026-01-01", endsOn: "2028-12-31" };
  const begun = await done(team, beginConvention, { ...words, leadId: etabli, partyIds: [etabli, varlope] });
  conventionId = begun.conventionId;
  await done(team, signConvention, { conventionId, signedOn: "2026-01-15" });
});

async function publicly<O>(command: PublicCommand<unknown, O>, input: unknown): Promise<O> {
  const at = { organizationId: network.organizationId, timeZone: "Europe/Paris" };
  const result = await executePublic(network.host, at as never, command, input as never);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result as O;
}

type Said = Parameters<typeof measuredIn>[0] extends ReadonlyMap<string, infer Value> ? Value : never;
type Told = readonly [number: number, cents: number, group: number];

/** A cooperative that joined: it sends its figures of the effects, others being empty. */
async function joins(structureId: StructureId) {
  const { code } = await done(team, inviteStructure, { structureId });
  const { publicKey, privateKey } = newKeyPair();
  const asked = { format: "essaim-adhesion", versions: [1], code: code.replaceAll("-", ""), publicKey } as const;
  const text = textOf({ ...asked, versions: [1] });
  const signature = signText(privateKey, "essaim-adhesion", text);
  const answer = await publicly(acceptAdhesion as never, { text, signature });
  const adhesion = readAnswer((answer as { text: string }).text)?.adhesion ?? "";
  let sequence = 0;
  return async (effects: Readonly<Record<string, Told>>, signedAt: string, withheld: readonly string[] = []) => {
    sequence += 1;
    network.setNow(signedAt);
    const raw = new Map<string, RawFigure>(
      INDICATORS.map(({ key, base }) => {
        const [number, cents, group] = effects[base] ?? [0, 0, 0];
        const total = { category: "", value: BigInt(key === base ? number : cents), weight: BigInt(group) };
        return [key, { total, cells: [] }];
      }),
    );
    const figures = protect(INDICATORS, raw, new Set(withheld));
    const document = observationText({
      ...{ adhesion, sequence, period: "2026", signedAt: signedAt as never },
      figures: [...figures].map(([key, figure]) => ({ key, version: 1, figure })),
    });
    await publicly(receiveObservation as never, {
      text: document,
      signature: signText(privateKey, "essaim-observation", document),
    });
  };
}

const place = (tx: Parameters<typeof effectsOf>[0]) => ({ tx, organizationId: network.organizationId });
const standing = (...ids: StructureId[]) => network.run((tx) => standingOf(place(tx), ids, 2026));
const effects = () => network.run((tx) => effectsOf(tx, network.organizationId, conventionId as never));
const documentOf = async (structureId: StructureId) => (await standing(structureId))[0]?.documentId ?? network.newId();
const measure = async (who: TestPerson, structureId: StructureId, kind: string, documentId?: string) =>
  as(who, measureEffect, {
    ...{ conventionId, structureId, kind, year: "2026" },
    documentId: documentId ?? (await documentOf(structureId)),
  });

/** What the page gives to somebody, as it travels to their browser. */
async function seenBy(who: TestPerson) {
  const params = { cooperative: network.slug, conventionId };
  const path = `/${network.slug}/conventions-d-objectifs/${conventionId}/effets?annee=2026`;
  const signedIn = { userId: who.caller.userId, name: "Quelqu’un", email: "quelquun@exemple.fr" };
  const answer = await answerOf(() =>
    page.loader(pageArguments(app, { path, params, signedIn: signedIn as never }) as never),
  );
  expect(answer.status).toBe(200);
  const text = JSON.stringify(answer.body, (_, value) => (typeof value === "bigint" ? String(value) : value));
  return { ...(answer.body as Awaited<ReturnType<typeof page.loader>>), text };
}

describe("Ce qu’un document dit d’un effet", () => {
  it("le nombre et le montant ensemble ; sinon pourquoi pas", () => {
    const sent = (value: bigint) => ({ state: "sent" as const, total: { value } });
    const figures = new Map<string, Said>([
      ["jointQuotes", sent(7n)],
      ["jointQuotesAmount", sent(1_234_567n)],
      ["invoicesBetween", sent(3n)],
      ["invoicesBetweenAmount", { state: "withheld" }],
      ["referrals", { state: "tooFew" }],
    ]);
    expect(measuredIn(figures)).toEqual([
      { kind: "jointQuotes", number: 7, amount: 1_234_567n },
      { kind: "internalInvoices", why: "withheld" },
      { kind: "referrals", why: "tooFew" },
      { kind: "sharedCustomers", why: "unknown" },
    ]);
    figures.set("invoicesBetweenAmount", sent(-1n));
    expect(measuredIn(figures)[1]).toEqual({ kind: "internalInvoices", why: "unknown" });
  });
});

describe("Le chiffre d’une CAE", () => {
  it("se montre à qui parle pour elle, à personne d’autre tant qu’il n’est pas déclaré", async () => {
    const send = await joins(varlope);
    await send({ referrals: [6, 4_715_311, 6], jointQuotes: [2, 9_191_919, 2] }, "2026-10-02T09:00:00.000Z");
    const mine = await seenBy(paul);
    expect(mine.measured).toMatchObject([
      {
        party: { structureId: varlope },
        standing: {
          on: "2026-10-02",
          measured: [
            { kind: "jointQuotes", why: "tooFew" },
            { kind: "internalInvoices", number: 0, amount: 0n },
            { kind: "referrals", number: 6, amount: 4_715_311n },
            { kind: "sharedCustomers", number: 0, amount: 0n },
          ],
        },
      },
    ]);
    // Too few: not even in the document.
    expect(mine.text).not.toContain("9191919");
    // The team reads the convention and sees no figure; neither does another party, which sent nothing.
    expect((await seenBy(team)).measured).toEqual([]);
    expect((await seenBy(lea)).measured).toMatchObject([{ party: { structureId: etabli }, standing: null }]);
    for (const who of [team, lea]) expect((await seenBy(who)).text).not.toContain("4715311");
    await done(paul, measureEffect, {
      ...{ conventionId, structureId: varlope, kind: "referrals", year: "2026" },
      documentId: await documentOf(varlope),
    });
    for (const who of [team, lea]) expect((await seenBy(who)).text).toContain("4715311");
  });

  it("se déclare en un geste, tel que le document le dit, par ses propres représentants et une seule fois", async () => {
    expect(await measure(paul, varlope, "referrals")).toMatchObject({ code: "convention.documentReplaced" });
    const send = await joins(varlope);
    const told = { referrals: [6, 471_550, 6], jointQuotes: [2, 100, 2] } as const;
    await send(told, "2026-10-02T09:00:00.000Z", ["sharedCustomersAmount"]);
    const first = await documentOf(varlope);
    expect(await measure(team, varlope, "referrals")).toMatchObject({ code: "convention.notYourParty" });
    expect(await measure(lea, varlope, "referrals")).toMatchObject({ code: "convention.notYourParty" });
    expect(await measure(lea, etabli, "referrals", first)).toMatchObject({ code: "convention.documentReplaced" });
    expect(await measure(paul, varlope, "jointQuotes")).toMatchObject({ code: "convention.notMeasured" });
    expect(await measure(paul, varlope, "sharedCustomers")).toMatchObject({ code: "convention.notMeasured" });
    for (let clicks = 0; clicks < 2; clicks++) {
      expect(isRefusal(await measure(paul, varlope, "referrals"))).toBe(false);
    }
    const rows = await network.run((tx) => sql`select 1 from objectives.effect`.execute(tx));
    expect(rows.rows).toHaveLength(1);
    await done(lea, declareEffect, {
      ...{
        conventionId,
        structureId: etabli,
        year: "2026",
        kind: "referrals",
        number: "2",
        amount: "300",
        source: "Carnet",
      },
    });
    const all = await effects();
    const own = { number: 6, amount: 471_550n, source: "", documentId: first, documentOn: "2026-10-02" };
    expect(all.find(({ structureId }) => structureId === varlope)).toMatchObject(own);
    expect(all.find(({ structureId }) => structureId === etabli)).toMatchObject({ documentId: null, documentOn: null });
    expect(effectTotal(all, "referrals", 2026)).toEqual({
      ...{ number: 8, amount: 501_550n, parties: 2, measured: 1, entered: 0 },
    });
    // What the page showed, once another document has come.
    await send(told, "2026-10-03T09:00:00.000Z");
    expect(await measure(paul, varlope, "referrals", first)).toMatchObject({ code: "convention.documentReplaced" });
    // The base holds it too: a document of somebody else, or of another year, measures nothing.
    const cheat = (change: string) =>
      network.run((tx) =>
        sql`insert into objectives.effect select organization_id, ${network.newId()}, convention_id,
              ${change === "party" ? sql`${etabli}` : sql`structure_id`}, year + ${change === "year" ? 1 : 0}, kind, 99, 0, '',
              recorded_at, recorded_by, document_id, document_on
            from objectives.effect where document_id is not null`.execute(tx),
      );
    await expect(cheat("party")).rejects.toThrow("document of its own party");
    await expect(cheat("year")).rejects.toThrow("document of its own party");
  });

  it("saisi par l’équipe, cela se dit dans la page de tous et dans le rapport ; la partie le voit et le remplace", async () => {
    const toldBy = "Paul Prigent, gérant";
    const told = { conventionId, structureId: varlope, year: "2026", kind: "referrals", number: "4", amount: "120,50" };
    await done(team, enterEffect, { ...told, toldBy, source: "Par téléphone" });
    for (const who of [team, lea, paul]) expect((await seenBy(who)).effects).toMatchObject([{ number: 4, toldBy }]);
    // Declaring is offered to whoever speaks for the party, entering to the team alone.
    const offered = async (who: TestPerson) => {
      const { seated, others } = await seenBy(who);
      return [seated, others].map((parties) => new Set(parties.map(({ structureId }) => structureId)));
    };
    expect(await offered(paul)).toEqual([new Set([varlope]), new Set()]);
    expect(await offered(lea)).toEqual([new Set([etabli]), new Set()]);
    expect(await offered(team)).toEqual([new Set(), new Set([etabli, varlope])]);
    const printed = async () => JSON.stringify(partyBlocks(fr, "fr", await effects(), []));
    expect(await printed()).toContain("Saisi par l’équipe du réseau, dit par Paul Prigent, gérant : Par téléphone");
    // Its document says it after all: in one act, the figure is the party's.
    const send = await joins(varlope);
    await send({ referrals: [6, 471_550, 6] }, "2026-10-02T09:00:00.000Z");
    expect(isRefusal(await measure(paul, varlope, "referrals"))).toBe(false);
    expect(await effects()).toMatchObject([{ number: 6, amount: 471_550n, toldBy: null }]);
    expect(await printed()).not.toContain("Saisi par l’équipe");
    const cheat = network.run((tx) =>
      sql`insert into objectives.effect select organization_id, ${network.newId()}, convention_id, structure_id, year,
            'jointQuotes', 99, 0, '', recorded_at, recorded_by, document_id, document_on, 'Paul'
          from objectives.effect where document_id is not null`.execute(tx),
    );
    await expect(cheat).rejects.toThrow("effect_measured_by_its_party");
  });

  it("corrigé par un document suivant, cela se dit à tous, sans le nouveau chiffre ; à ses représentants avec", async () => {
    const send = await joins(varlope);
    await send({ referrals: [6, 471_550, 6] }, "2026-10-02T09:00:00.000Z");
    expect(isRefusal(await measure(paul, varlope, "referrals"))).toBe(false);
    const corrections = async () => {
      const [documents, all] = [await standing(etabli, varlope), await effects()];
      return all.map((effect) => correctedOn(effect, documents));
    };
    expect(await corrections()).toEqual([null]);
    // Sent again with the same figure: nothing to say.
    await send({ referrals: [6, 471_550, 6], jointQuotes: [5, 10, 5] }, "2026-10-03T09:00:00.000Z");
    expect(await corrections()).toEqual([null]);
    await send({ referrals: [7, 8_383_838, 7] }, "2026-10-04T09:00:00.000Z");
    expect(await corrections()).toEqual(["2026-10-04"]);
    const [others, own] = [await seenBy(team), await seenBy(paul)];
    expect(others.effects).toMatchObject([{ number: 6, correctedOn: "2026-10-04" }]);
    expect(others.text).not.toContain("8383838");
    expect(own.measured[0]?.standing?.measured[2]).toMatchObject({ number: 7, amount: 8_383_838n });
    const printed = JSON.stringify(partyBlocks(fr, "fr", await effects(), await standing(varlope)));
    expect(printed).toContain("document de l’observatoire du 02/10/2026. Corrigé par le document du 04/10/2026");
    expect(printed).not.toContain("83 838");
    // No longer told at all: said too. Declared again: settled.
    await send({ referrals: [2, 99, 2] }, "2026-10-05T09:00:00.000Z");
    expect(await corrections()).toEqual(["2026-10-05"]);
    await send({ referrals: [8, 1_000, 8] }, "2026-10-06T09:00:00.000Z");
    expect(isRefusal(await measure(paul, varlope, "referrals"))).toBe(false);
    expect(await corrections()).toEqual([null]);
    const byHand: Effect = {
      ...((await effects())[0] as Effect),
      documentId: null,
      documentOn: null,
      source: "Carnet",
    };
    expect(correctedOn(byHand, await standing(varlope))).toBeNull();
    expect(JSON.stringify(partyBlocks(fr, "fr", [byHand], []))).toContain("Déclaré à la main : Carnet");
  });
});
