/** Une convention de trois ans, de ses parties à son rapport : cibles, avenant, tranches, actions, effets. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import { playing } from "#testing/playing.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { actionsOf } from "./action/action.store.ts";
import { isLate, stateOf } from "./action/action.ts";
import { planJointAction, tellJointAction } from "./action/carry-action.command.ts";
import { conventionsFor } from "./convention/convention.store.ts";
import { yearsOf, yearToShow } from "./convention/convention.ts";
import {
  amendConvention,
  beginConvention,
  describeConvention,
  signConvention,
} from "./convention/keep-convention.command.ts";
import { declareEffect, enterEffect } from "./effect/declare-effect.command.ts";
import { effectsOf } from "./effect/effect.store.ts";
import { effectTotal } from "./effect/effect.ts";
import { tranchesOf } from "./funding/funding.store.ts";
import { sharesOf, totalOf } from "./funding/funding.ts";
import { planTranche, receiveTranche } from "./funding/plan-funding.command.ts";
import { addIndicator, addObjective, changeTargets, recordResult } from "./target/set-target.command.ts";
import { objectivesOf, resultsOf } from "./target/target.store.ts";
import { resultOf, targetOf } from "./target/target.ts";

const NOW = "2026-10-01T09:00:00.000Z";
let network: TestTenant;
let team: TestPerson;
let lea: TestPerson;
let paul: TestPerson;
let outside: TestPerson;
let etabli: StructureId;
let varlope: StructureId;
let metropole: StructureId;

const { as, done } = playing(() => network);
const add = async (name: string) =>
  (await done(team, addStructure, { kind: "cae", name, postalCode: "29200", city: "Brest" })).structureId;

beforeEach(async () => {
  network = await freshTenant({ now: NOW, house: "network" });
  team = await network.person({ roles: ["facilitator"] });
  [lea, paul, outside] = [await network.person(), await network.person(), await network.person()];
  [etabli, varlope, metropole] = [await add("L’Établi"), await add("La Varlope"), await add("Métropole")];
  const elsewhere = await add("Ailleurs");
  for (const [who, structureId] of [
    [lea, etabli],
    [paul, varlope],
    [outside, elsewhere],
  ] as const) {
    await done(team, giveSeat, { personId: who.personId, structureId, startsOn: "2026-01-01" });
  }
});

const words = () => ({
  ...{ title: "Coopérer en métropole", reference: "CPO 2026", startsOn: "2026-01-01", endsOn: "2028-12-31" },
  ...{ leadId: etabli, partyIds: [etabli, varlope, metropole] },
});
const begun = async () => (await done(team, beginConvention, words())).conventionId;
const signed = async () => {
  const conventionId = await begun();
  await done(team, signConvention, { conventionId, signedOn: "2026-01-15" });
  return conventionId;
};
const read: TestTenant["run"] = (work) => network.run(work);

describe("La convention", () => {
  it("se commence par l’équipe, se lit par ses parties, n’existe pas pour les autres", async () => {
    expect(await as(lea, beginConvention, words())).toMatchObject({ code: "network.notStaff" });
    const wrong = async (more: Record<string, unknown>) => as(team, beginConvention, { ...words(), ...more });
    expect(await wrong({ endsOn: "2025-12-31" })).toMatchObject({ code: "convention.endsBefore" });
    expect(await wrong({ endsOn: "2036-01-01" })).toMatchObject({ code: "convention.tooLong" });
    expect(await wrong({ partyIds: [etabli, etabli] })).toMatchObject({ code: "convention.fewParties" });
    expect(await wrong({ partyIds: [varlope, metropole] })).toMatchObject({ code: "convention.leadNoParty" });
    expect(await wrong({ partyIds: [etabli, network.newId()] })).toMatchObject({ code: "convention.partyMissing" });
    const conventionId = await begun();
    const seenBy = (who: TestPerson) => {
      const actor = { personId: who.personId, organizationId: network.organizationId, house: "network", grants: [] };
      return read((tx) => conventionsFor(tx, actor as never, "2026-10-01" as never));
    };
    expect(await seenBy(lea)).toMatchObject([{ id: conventionId }]);
    expect(await seenBy(outside)).toEqual([]);
    const change = { ...words(), conventionId, version: "1" };
    expect(await as(paul, describeConvention, change)).toMatchObject({ code: "convention.notLead" });
    expect(await as(outside, describeConvention, change)).toMatchObject({ code: "convention.missing" });
    await done(lea, describeConvention, { ...change, title: "Autre titre" });
    expect(await as(lea, describeConvention, change)).toMatchObject({ code: "convention.changedMeanwhile" });
  });

  it("signée, ses parties et ses dates ne changent plus, même par la base ; un avenant se date après", async () => {
    const conventionId = await begun();
    expect(await as(team, signConvention, { conventionId, signedOn: "2026-10-02" })).toMatchObject({
      code: "convention.signedLater",
    });
    expect(
      await as(lea, amendConvention, { conventionId, agreedOn: "2026-09-01", body: "Un an de plus." }),
    ).toMatchObject({
      code: "convention.notSigned",
    });
    await done(lea, signConvention, { conventionId, signedOn: "2026-01-15" });
    expect(await as(lea, signConvention, { conventionId, signedOn: "2026-01-15" })).toMatchObject({
      code: "convention.signed",
    });
    expect(await as(lea, describeConvention, { ...words(), conventionId, version: "2" })).toMatchObject({
      code: "convention.signed",
    });
    for (const act of [
      sql`update objectives.convention set title = 'Autre'`,
      sql`delete from objectives.party`,
      sql`insert into objectives.party (organization_id, convention_id, structure_id)
        select organization_id, ${conventionId}, id from network.structure where name = 'Ailleurs'`,
    ]) {
      await expect(read((tx) => act.execute(tx))).rejects.toThrow(/amendment only|do not change/);
    }
    const amend = (agreedOn: string) => as(lea, amendConvention, { conventionId, agreedOn, body: "La cible monte." });
    expect(await amend("2026-01-14")).toMatchObject({ code: "convention.amendmentDay" });
    expect(await amend("2026-10-02")).toMatchObject({ code: "convention.amendmentDay" });
    expect(await amend("2026-06-01")).toEqual({ number: 1 });
    expect(await amend("2026-05-31")).toMatchObject({ code: "convention.amendmentDay" });
    expect(await amend("2026-06-01")).toEqual({ number: 2 });
  });

  it("les années sont celles des dates ; celle qui se montre est l’actuelle, ou la plus proche", () => {
    const years = yearsOf({ startsOn: "2026-07-01", endsOn: "2028-06-30" } as never);
    expect(years).toEqual([2026, 2027, 2028]);
    expect([
      yearToShow(years, "2028", "2026-10-01" as never),
      yearToShow(years, "1999", "2031-01-01" as never),
    ]).toEqual([2028, 2028]);
    expect(yearToShow(years, null, "2020-01-01" as never)).toBe(2026);
  });
});

describe("Les objectifs", () => {
  it("une cible change par un avenant qui la nomme ; les anciennes restent, le dernier résultat compte", async () => {
    const conventionId = await begun();
    const { objectiveId } = await done(lea, addObjective, { conventionId, title: "Accueillir ensemble" });
    const targets = { "2026": "40", "2027": "60,5", "2028": "" };
    const { indicatorId } = await done(lea, addIndicator, {
      ...{ conventionId, objectiveId, label: "Personnes accueillies", unit: "personnes", targets },
    });
    const result = { conventionId, indicatorId, year: "2026", done: "38", note: "Registre d’accueil" };
    expect(await as(paul, recordResult, result)).toMatchObject({ code: "convention.notSigned" });
    expect(await as(lea, changeTargets, { conventionId, indicatorId, targets })).toMatchObject({
      code: "convention.notSigned",
    });
    await done(lea, signConvention, { conventionId, signedOn: "2026-01-15" });
    const change = (input: Record<string, unknown>) => as(lea, changeTargets, { conventionId, indicatorId, ...input });
    expect(await change({ targets: { "2027": "70" } })).toMatchObject({ code: "convention.amendmentNeeded" });
    expect(await as(lea, addObjective, { conventionId, title: "Autre" })).toMatchObject({
      code: "convention.amendmentNeeded",
    });
    await done(lea, amendConvention, { conventionId, agreedOn: "2026-06-01", body: "La cible monte." });
    expect(await change({ targets: { "2027": "60,5" }, amendment: "1" })).toMatchObject({
      code: "convention.sameTargets",
    });
    await done(lea, changeTargets, { conventionId, indicatorId, targets: { "2027": "70" }, amendment: "1" });
    expect(await change({ targets: { "2027": "80" }, amendment: "1" })).toMatchObject({
      code: "convention.amendedAlready",
    });
    expect(await as(paul, recordResult, { ...result, year: "2030" })).toMatchObject({ code: "convention.yearOutside" });
    expect(await as(paul, recordResult, { ...result, done: "beaucoup" })).toMatchObject({
      fields: { done: "field.quantity" },
    });
    expect(await as(outside, recordResult, result)).toMatchObject({ code: "convention.missing" });
    await done(paul, recordResult, result);
    network.setNow("2026-10-02T09:00:00.000Z");
    await done(lea, recordResult, { ...result, done: "41" });
    const [objective] = await read((tx) => objectivesOf(tx, network.organizationId, conventionId));
    const [indicator] = objective?.indicators ?? [];
    if (indicator === undefined) throw new Error("no indicator");
    expect([2026, 2027, 2028].map((year) => targetOf(indicator, year)?.planned ?? null)).toEqual([4000n, 7000n, null]);
    expect(indicator.targets).toHaveLength(3);
    expect(resultOf(indicator, 2026)).toMatchObject({ done: 4100n });
    expect(await read((tx) => resultsOf(tx, network.organizationId, indicatorId))).toHaveLength(2);
    await expect(read((tx) => sql`update objectives.target set planned = 1`.execute(tx))).rejects.toThrow(
      /permission denied|never edited/,
    );
  });
});

describe("Le financement", () => {
  it("une tranche se répartit au centime ; ce qui manque est dit, et la base y veille", async () => {
    const conventionId = await signed();
    await done(lea, amendConvention, { conventionId, agreedOn: "2026-02-01", body: "Une tranche." });
    const plan = (shares: Record<string, string>, amount = "10 000,00") =>
      as(lea, planTranche, {
        ...{ conventionId, label: "Première tranche", funderId: metropole, amount, dueOn: "2026-03-01", shares },
        amendment: "1",
      });
    expect(await plan({ [etabli]: "6000", [varlope]: "3 999,99" })).toMatchObject({
      ...{ code: "convention.sharesShort", facts: { left: { money: "1" } } },
    });
    expect(await plan({ [etabli]: "6000", [varlope]: "4000,01" })).toMatchObject({ code: "convention.sharesOver" });
    expect(await plan({}, "")).toMatchObject({ code: "convention.amount" });
    const planned = await plan({ [etabli]: "6000", [varlope]: "4000" });
    if (isRefusal(planned)) throw new Error(planned.code);
    const receive = { conventionId, trancheId: planned.trancheId, receivedOn: "2026-03-05" };
    expect(await as(paul, receiveTranche, receive)).toMatchObject({ code: "convention.notLead" });
    expect(await as(lea, receiveTranche, { ...receive, receivedOn: "2026-12-01" })).toMatchObject({
      code: "convention.receivedLater",
    });
    await done(lea, receiveTranche, receive);
    expect(await as(lea, receiveTranche, receive)).toMatchObject({ code: "convention.received" });
    const tranches = await read((tx) => tranchesOf(tx, network.organizationId, conventionId));
    expect(totalOf(tranches)).toEqual({ planned: 1_000_000n, received: 1_000_000n });
    expect(sharesOf(tranches, varlope)).toEqual({ planned: 400_000n, received: 400_000n });
    await expect(
      read((tx) =>
        sql`insert into objectives.tranche select organization_id, ${network.newId()}, convention_id, label, funder_id,
            amount + 1, due_on, null, amendment, recorded_at, party_ids, shares from objectives.tranche`.execute(tx),
      ),
    ).rejects.toThrow("tranche_is_shared");
  });
});

describe("Les actions et les effets", () => {
  it("une action commune dit où elle en est, preuve à l’appui ; abandonnée, elle ne reprend pas", async () => {
    const conventionId = await signed();
    const plan = { conventionId, title: "Un salon commun", carrierId: varlope, plannedOn: "2026-09-30" };
    const { actionId } = await done(lea, planJointAction, plan);
    expect(await as(lea, planJointAction, { ...plan, carrierId: network.newId() })).toMatchObject({
      code: "convention.partyMissing",
    });
    const action = async () => (await read((tx) => actionsOf(tx, network.organizationId, conventionId)))[0];
    expect(isLate((await action()) as never, "2026-09-30" as never)).toBe(false);
    expect(isLate((await action()) as never, "2026-10-01" as never)).toBe(true);
    const tell = { conventionId, actionId, state: "done", note: "Tenu à Brest.", link: "https://exemple.fr/bilan" };
    expect(await as(paul, tellJointAction, { ...tell, link: "bilan" })).toMatchObject({
      fields: { link: "field.website" },
    });
    await done(paul, tellJointAction, tell);
    expect(stateOf((await action()) as never)).toBe("done");
    network.setNow("2026-10-02T09:00:00.000Z");
    await done(lea, tellJointAction, { ...tell, state: "dropped", note: "Annulé finalement.", link: "" });
    expect(await as(lea, tellJointAction, tell)).toMatchObject({ code: "convention.actionDropped" });
    expect((await action())?.steps).toHaveLength(2);
  });

  it("chaque partie déclare les siens, jamais ceux d’une autre ; le dernier compte", async () => {
    const conventionId = await signed();
    const effect = { conventionId, structureId: varlope, year: "2026", kind: "internalInvoices", number: "4" };
    expect(await as(lea, declareEffect, { ...effect, amount: "100" })).toMatchObject({
      code: "convention.notYourParty",
    });
    expect(await as(paul, declareEffect, { ...effect, number: "-1" })).toMatchObject({
      fields: { number: "field.number" },
    });
    await done(paul, declareEffect, { ...effect, amount: "1 200,50", source: "Journal des ventes" });
    network.setNow("2026-10-02T09:00:00.000Z");
    await done(paul, declareEffect, { ...effect, number: "5", amount: "1500" });
    await done(lea, declareEffect, { ...effect, structureId: etabli, number: "2", amount: "300" });
    const effects = await read((tx) => effectsOf(tx, network.organizationId, conventionId));
    expect(effectTotal(effects, "internalInvoices", 2026)).toEqual({
      number: 7,
      amount: 180_000n,
      ...{ parties: 2, measured: 0, entered: 0 },
    });
    const none = { number: 0, amount: 0n, parties: 0, measured: 0, entered: 0 };
    expect(effectTotal(effects, "referrals", 2026)).toEqual(none);
  });

  it("l’équipe n’en déclare aucun : elle saisit ce qu’une partie lui a dit, en disant qui, et la partie le corrige", async () => {
    const conventionId = await signed();
    const effect = { conventionId, structureId: varlope, year: "2026", kind: "referrals", number: "6", amount: "300" };
    const toldBy = "Paul Prigent, gérant";
    const latest = async () => (await read((tx) => effectsOf(tx, network.organizationId, conventionId)))[0];
    expect(await as(team, declareEffect, effect)).toMatchObject({ code: "convention.notYourParty" });
    expect(await as(team, enterEffect, effect)).toMatchObject({ fields: { toldBy: "field.required" } });
    expect(await as(team, enterEffect, { ...effect, toldBy: " " })).toMatchObject({
      fields: { toldBy: "field.required" },
    });
    // Nobody else enters, not even the lead partner, nor the party itself: it declares.
    for (const who of [lea, paul]) {
      expect(await as(who, enterEffect, { ...effect, toldBy })).toMatchObject({ code: "network.notStaff" });
    }
    expect(await as(outside, enterEffect, { ...effect, toldBy })).toMatchObject({ code: "convention.missing" });
    const elsewhere = await add("Sans convention");
    expect(await as(team, enterEffect, { ...effect, structureId: elsewhere, toldBy })).toMatchObject({
      code: "convention.partyMissing",
    });
    expect(await as(team, enterEffect, { ...effect, year: "2031", toldBy })).toMatchObject({
      code: "convention.yearOutside",
    });
    await done(team, enterEffect, { ...effect, toldBy });
    network.setNow("2026-10-02T09:00:00.000Z");
    await done(team, enterEffect, { ...effect, number: "7", toldBy });
    expect(await latest()).toMatchObject({ number: 7, amount: 30_000n, toldBy });
    const totals = async () =>
      effectTotal(await read((tx) => effectsOf(tx, network.organizationId, conventionId)), "referrals", 2026);
    expect(await totals()).toEqual({ number: 7, amount: 30_000n, parties: 0, measured: 0, entered: 1 });

    network.setNow("2026-10-03T09:00:00.000Z");
    await done(paul, declareEffect, { ...effect, number: "8", source: "Carnet" });
    expect(await latest()).toMatchObject({ number: 8, toldBy: null });
    expect(await totals()).toEqual({ number: 8, amount: 30_000n, parties: 1, measured: 0, entered: 0 });
    // What the party declared is its own: the team changes it no more.
    network.setNow("2026-10-04T09:00:00.000Z");
    expect(await as(team, enterEffect, { ...effect, toldBy })).toMatchObject({ code: "convention.declaredByParty" });
    await done(team, enterEffect, { ...effect, year: "2027", toldBy });

    // The base holds it too: declared by somebody without a seat that day, or typed over what its party declared.
    const copy = (by: TestPerson, voice: string | null, kind: string) =>
      read((tx) =>
        sql`insert into objectives.effect (organization_id, id, convention_id, structure_id, year, kind, number, amount, source,
              told_by, recorded_at, recorded_by)
            values (${network.organizationId}, ${network.newId()}, ${conventionId}, ${varlope}, 2026, ${kind}, 99, 0, '',
              ${voice}, '2026-10-04T09:00:00Z', ${by.personId})`.execute(tx),
      );
    for (const who of [team, lea]) {
      await expect(copy(who, null, "jointQuotes")).rejects.toThrow("declared by its own party");
    }
    await expect(copy(team, "Paul", "referrals")).rejects.toThrow("changed by that party alone");
    await expect(copy(team, "", "jointQuotes")).rejects.toThrow("told_by");
  });
});
