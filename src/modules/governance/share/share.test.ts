/** Les parts sociales : chaque mouvement s’ajoute, s’écrit dans les livres, et les deux disent la même chose. Chiffres à la main. */
import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { balancesByAccount } from "#modules/ledger/index.server.ts";
import { recordLeaving } from "../associate/decide.command.ts";
import { freshHouse, type House } from "../governance.fixture.ts";
import { moveShares, reverseMovement } from "./move-shares.command.ts";
import { allMovements } from "./share.store.ts";
import { after, capitalOf, floorOf, MOVES, NO_SHARE, type Position, positionOf, valueMove } from "./share.ts";

let house: House;
beforeEach(async () => {
  house = await freshHouse();
});

const move = (associateId: string, kind: string, value: Record<string, string>, effectOn = "2026-10-05") =>
  house.run(house.chief, moveShares, { associateId, kind, effectOn, ...value });
const refused = (associateId: string, kind: string, value: Record<string, string>, effectOn = "2026-10-05") =>
  house.tried(house.chief, moveShares, { associateId, kind, effectOn, ...value });
/** Credit balances are negative. */
async function books(...accounts: string[]): Promise<bigint[]> {
  const { tenant } = house;
  const until = toDay("2026-11-27");
  const all = await tenant.run((tx) => balancesByAccount(tx, { organizationId: tenant.organizationId, until }));
  return accounts.map((account) => {
    const found = all.find((one) => one.account === account);
    return found === undefined ? 0n : found.debit - found.credit;
  });
}
const allOf = (associateId: string) =>
  house.tenant.run((tx) => allMovements(tx, house.tenant.organizationId, associateId as never));
const position = async (associateId: string): Promise<Position> => positionOf(await allOf(associateId));

describe("Les parts d’une personne", () => {
  it("souscrites, libérées, retenues sur la paie, rendues, remboursées en deux fois : au centime, dans les livres aussi", async () => {
    const [samira, ana] = [await house.member(), await house.member()];
    // 50 parts de 20 € = 1 000 €, et 10 parts = 200 €.
    await move(samira.associateId, "subscribe", { shares: "50" });
    await move(ana.associateId, "subscribe", { shares: "10" });
    expect(await books("1012", "1013", "4562")).toEqual([-120_000n, 0n, 120_000n]);
    await move(samira.associateId, "pay", { amount: "600,00" });
    await move(samira.associateId, "withhold", { amount: "400" });
    await move(ana.associateId, "pay", { amount: "50" });
    // Versé : 600 + 400 + 50 = 1 050 € ; il reste 150 € à libérer par Ana.
    expect(await books("1012", "1013", "4562", "512", "421")).toEqual([-15_000n, -105_000n, 15_000n, 65_000n, 40_000n]);
    // 20 parts rendues = 400 € ; remboursées 150 €, puis 100 €.
    await move(samira.associateId, "redeem", { shares: "20" }, "2026-10-20");
    await move(samira.associateId, "refund", { amount: "150" }, "2026-10-21");
    await move(samira.associateId, "refund", { amount: "100" }, "2026-10-22");
    expect(await position(samira.associateId)).toEqual({
      ...{ shares: 30, subscribed: 60_000n, paid: 60_000n, unpaid: 0n, toRefund: 15_000n, refunded: 25_000n },
    });
    expect(await books("1012", "1013", "4562", "4567", "512")).toEqual([
      -15_000n,
      -65_000n,
      15_000n,
      -15_000n,
      40_000n,
    ]);
    const capital = [await position(samira.associateId), await position(ana.associateId)];
    const [called = 0n, paid = 0n] = await books("1012", "1013");
    expect(capital.reduce((sum, one) => sum + one.subscribed, 0n)).toBe(-(called + paid));
  });

  it("retenues sur la paie d’une activité : chaque activité reste équilibrée par son compte de liaison", async () => {
    const { person, associateId } = await house.member();
    const activityId = await house.tenant.activity();
    await move(associateId, "subscribe", { shares: "5" });
    const withheld = { amount: "100", activityId };
    expect(await refused(associateId, "withhold", withheld)).toMatchObject({
      code: "share.activity",
      field: "activityId",
    });
    await house.tenant.run((tx) =>
      sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on)
        values (${house.tenant.organizationId}, ${activityId}, ${person.personId}, '2025-01-01')`.execute(tx),
    );
    await move(associateId, "withhold", withheld);
    const { rows } = await house.tenant.run((tx) =>
      sql<{
        account: string;
        own: boolean;
        net: bigint;
      }>`select account, activity_id is not null as own, debit - credit as net
        from ledger.entry_line where account in ('421', '5808') order by account, own`.execute(tx),
    );
    expect(rows.map(({ account, own, net }) => [account, own, net])).toEqual([
      ["421", true, 10_000n],
      ["5808", false, 10_000n],
      ["5808", true, -10_000n],
    ]);
  });

  it("qui part rend tout : ce qui n’était pas libéré s’annule et ne se rembourse pas", async () => {
    const [samira, ana] = [await house.member(), await house.member()];
    await move(ana.associateId, "subscribe", { shares: "100" });
    await move(samira.associateId, "subscribe", { shares: "10" });
    await move(samira.associateId, "pay", { amount: "50" });
    expect(await refused(samira.associateId, "redeem", { shares: "4" })).toMatchObject({ code: "share.unpaid" });
    const leaving = { associateId: samira.associateId, kind: "leave", effectOn: "2026-10-06" };
    await house.run(house.chief, recordLeaving, leaving);
    await move(samira.associateId, "redeem", { shares: "10" }, "2026-10-06");
    expect(await position(samira.associateId)).toMatchObject({
      shares: 0,
      subscribed: 0n,
      unpaid: 0n,
      toRefund: 5_000n,
    });
    expect(await books("1012", "1013", "4562", "4567")).toEqual([-200_000n, 0n, 200_000n, -5_000n]);
    expect(await refused(samira.associateId, "subscribe", { shares: "1" }, "2026-10-07")).toMatchObject({
      code: "share.notMember",
    });
  });

  it("chaque refus a sa phrase au bon endroit", async () => {
    const { person, associateId } = await house.member();
    await move(associateId, "subscribe", { shares: "10" });
    const no = async (kind: string, value: Record<string, string>, day?: string) =>
      refused(associateId, kind, value, day);
    expect(await no("subscribe", {})).toMatchObject({ code: "share.none", field: "shares" });
    expect(await no("pay", {})).toMatchObject({ code: "share.noAmount", field: "amount" });
    expect(await no("pay", { amount: "deux cents" })).toMatchObject({ fields: { amount: "share.noAmount" } });
    expect(await no("pay", { amount: "200,01" })).toMatchObject({ code: "share.paidTooMuch" });
    expect(await no("redeem", { shares: "11" })).toMatchObject({ code: "share.notSoMany" });
    expect(await no("refund", { amount: "1" })).toMatchObject({ code: "share.refundTooMuch" });
    expect(await no("pay", { amount: "1" }, "2026-11-28")).toMatchObject({ code: "share.future" });
    expect(await no("pay", { amount: "1" }, "2026-10-04")).toMatchObject({ code: "share.before" });
    // Le quart du plus haut capital, et le minimum des statuts (30 €) : tout rendre est trop.
    expect(await no("redeem", { shares: "10" })).toMatchObject({ code: "share.floor" });
    expect(
      await house.tried(person, moveShares, { associateId, kind: "pay", effectOn: "2026-10-05", amount: "1" }),
    ).toMatchObject({
      code: "governance.notAllowed",
    });
    const unknown = house.tenant.newId<"associate">();
    expect(await refused(unknown, "pay", { amount: "1" })).toMatchObject({ code: "associate.missing" });
  });

  it("un mouvement enregistré par erreur s’annule par son contraire, sauf si un suivant repose sur lui ; les lignes restent", async () => {
    const { associateId } = await house.member();
    const subscribed = await move(associateId, "subscribe", { shares: "10" });
    const paid = await move(associateId, "pay", { amount: "200" });
    const undo = (movementId: string) => house.tried(house.chief, reverseMovement, { movementId });
    expect(await undo(subscribed.movementId)).toMatchObject({ code: "share.needed" });
    expect(await undo(house.tenant.newId())).toMatchObject({ code: "share.missing" });
    expect(await undo(paid.movementId)).toHaveProperty("movementId");
    expect(await undo(paid.movementId)).toMatchObject({ code: "share.reversedAlready" });
    expect(await position(associateId)).toMatchObject({ paid: 0n, unpaid: 20_000n });
    // The right movement then takes its true day, before that of the correction.
    expect(await refused(associateId, "pay", { amount: "150" }, "2026-10-06")).toHaveProperty("movementId");
    expect(await books("1012", "1013", "4562", "512")).toEqual([-5_000n, -15_000n, 5_000n, 15_000n]);
    const [, again] = (await allOf(associateId)).filter(({ kind }) => kind === "pay");
    expect(await undo(again?.id ?? "")).toHaveProperty("movementId");
    expect(await books("1012", "1013", "4562", "512")).toEqual([-20_000n, 0n, 20_000n, 0n]);
    for (const statement of [
      sql`update governance.share_movement set amount = 1`,
      sql`delete from governance.share_movement`,
    ]) {
      await expect(house.tenant.run((tx) => statement.execute(tx))).rejects.toThrow();
    }
  });
});

describe("Le calcul", () => {
  it("le plancher est le quart du plus haut capital, arrondi au centime au-dessus, ou le minimum des statuts", () => {
    expect(floorOf(toCents(100_001), toCents(3_000))).toBe(25_001n);
    expect(floorOf(toCents(100_000), toCents(30_000))).toBe(30_000n);
  });

  it("aucune suite de mouvements acceptés ne descend sous zéro, et rien ne se perd", () => {
    const asked = fc.record({
      kind: fc.constantFrom(...MOVES),
      shares: fc.integer({ min: 0, max: 30 }),
      amount: fc.bigInt({ min: 0n, max: 60_000n }).map((value) => value as Cents),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (moves) => {
        let position = NO_SHARE;
        let [inflow, outflow, lost] = [0n, 0n, 0n];
        for (const one of moves) {
          const capital = { now: position.subscribed, floor: toCents(0) };
          const move = valueMove(one, position, toCents(2_000), capital);
          if (isRefusal(move)) continue;
          position = after(position, move);
          if (move.kind === "pay" || move.kind === "withhold") inflow += move.amount;
          if (move.kind === "refund") outflow += move.amount;
          if (move.kind === "redeem") lost += move.unpaid;
          const values = [position.subscribed, position.paid, position.unpaid, position.toRefund];
          expect(values.every((value) => value >= 0n) && position.shares >= 0).toBe(true);
          expect(position.subscribed).toBe(BigInt(position.shares) * 2_000n);
        }
        expect(inflow - outflow).toBe(position.paid + position.toRefund);
        expect(lost >= 0n).toBe(true);
      }),
    );
  });

  it("le capital suit les souscriptions et les parts rendues, sans ce qui fut annulé", () => {
    const row = (id: string, kind: string, amount: number, reverses: string | null = null) =>
      ({ id, kind, amount: toCents(amount), reverses, shares: 1, unpaid: 0n }) as never;
    const rows = [
      row("a", "subscribe", 900),
      row("b", "subscribe", 500),
      row("c", "reverse", 500, "b"),
      row("d", "redeem", 300),
    ];
    expect(capitalOf(rows)).toEqual({ now: 600n, highest: 900n });
  });
});
