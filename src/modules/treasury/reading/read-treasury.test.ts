import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cents, negate, parseDecimal, sum, toCents, toDecimalString } from "#kernel/money.ts";
import { readTreasury } from "./read-treasury.ts";
import { type TreasurySetting, treasurySetting } from "./treasury-setting.ts";

const setting = treasurySetting({ buildingTrades: false });
const building = treasurySetting({ buildingTrades: true });

/** Balances from moves "account debit|credit": +100.00 is a debit. */
function balances(...moves: [string, string][]): Map<string, Cents> {
  const map = new Map<string, Cents>();
  for (const [account, text] of moves) {
    map.set(account, sum([map.get(account) ?? toCents(0), parseDecimal(text) ?? toCents(0)]));
  }
  return map;
}

function read(of: TreasurySetting, map: Map<string, Cents>) {
  const { lines, reference, future, result, profitAndLoss } = readTreasury(of, map);
  const named = Object.fromEntries(lines.map((line) => [line.key, toDecimalString(line.amount)]));
  return {
    ...named,
    reference: toDecimalString(reference),
    future: toDecimalString(future),
    result: toDecimalString(result),
    profitAndLoss: toDecimalString(profitAndLoss),
  };
}

const invoice: [string, string][] = [
  ["411", "1200.00"],
  ["706", "-1000.00"],
  ["44588", "-200.00"],
];
const payment: [string, string][] = [
  ["512", "1200.00"],
  ["411", "-1200.00"],
  ["44588", "200.00"],
  ["44571", "-200.00"],
];

describe("la trésorerie d'une activité", () => {
  test("une facture de service impayée de 1 000 + 200 ne doit pas −200", () => {
    expect(read(setting, balances(...invoice))).toMatchObject({
      taxes: "0.00",
      reference: "0.00",
      customers: "1000.00",
      future: "1000.00",
      result: "1000.00",
      profitAndLoss: "1000.00",
    });
  });

  test("payée, la TVA est due et le reste se dépense", () => {
    expect(read(setting, balances(...invoice, ...payment))).toMatchObject({
      cash: "1200.00",
      taxes: "-200.00",
      reference: "1000.00",
      future: "1000.00",
    });
  });

  test("la contribution passe par 580 et réduit l'argent de l'activité", () => {
    const map = balances(...invoice, ...payment, ["6586", "115.00"], ["5801", "-115.00"]);
    expect(read(setting, map)).toMatchObject({ cash: "1085.00", reference: "885.00", result: "885.00" });
  });

  test("une paie due : les cotisations réduisent la référence, le salaire net l'avenir", () => {
    const map = balances(["641", "2000.00"], ["645", "500.00"], ["421", "-1500.00"], ["431", "-1000.00"]);
    expect(read(setting, map)).toMatchObject({
      taxes: "-1000.00",
      reference: "-1000.00",
      salaries: "-1500.00",
      future: "-2500.00",
    });
  });

  test("une avance au personnel (425) attend sur sa propre ligne", () => {
    expect(read(setting, balances(["425", "100.00"], ["512", "-100.00"]))).toMatchObject({
      reference: "-100.00",
      otherClass4: "100.00",
      result: "0.00",
    });
  });

  test("les notes de dépenses ne touchent que l'avenir", () => {
    expect(read(setting, balances(["6251", "50.00"], ["467", "-50.00"]))).toMatchObject({
      reference: "0.00",
      expenseClaims: "-50.00",
      result: "-50.00",
    });
  });

  test("l'achat d'une machine sort de l'argent sans changer le résultat", () => {
    expect(read(setting, balances(["2154", "3000.00"], ["512", "-3000.00"]))).toMatchObject({
      reference: "-3000.00",
      balanceSheet: "3000.00",
      result: "0.00",
    });
  });

  test("bâtiment : un acompte au fournisseur ne gonfle pas la trésorerie", () => {
    const map = balances(["4091", "300.00"], ["512", "-300.00"]);
    expect(read(setting, map)).toMatchObject({ suppliers: "300.00", reference: "0.00" });
    expect(read(building, map)).toMatchObject({
      suppliers: "0.00",
      reference: "-300.00",
      supplierDeposits: "300.00",
    });
  });

  test("bâtiment : retenue de garantie, client en litige et matériel à part", () => {
    const map = balances(["4117", "50.00"], ["416", "70.00"], ["2154", "10.00"], ["411", "30.00"], ["704", "-160.00"]);
    expect(read(building, map)).toMatchObject({
      retention: "50.00",
      disputedCustomers: "70.00",
      fixedAssets: "10.00",
      customers: "30.00",
      result: "160.00",
    });
  });

  test("la ligne la plus précise l'emporte, où qu'elle soit placée", () => {
    const of = (key: string, prefix: string) => ({
      key,
      label: null,
      section: "reference" as const,
      accounts: { include: [prefix], exclude: [] },
    });
    const map = balances(["5121", "10.00"], ["706", "-10.00"]);
    for (const lines of [
      [of("livret", "5121"), of("argent", "5")],
      [of("argent", "5"), of("livret", "5121")],
    ]) {
      expect(read({ lines }, map)).toMatchObject({ livret: "10.00", argent: "0.00" });
    }
  });

  test("chaque ligne donne ses comptes, triés", () => {
    const map = balances(["512", "10.00"], ["5112", "5.00"], ["530", "0.00"], ["706", "-15.00"]);
    expect(readTreasury(setting, map).lines[0]?.accounts).toEqual([
      { account: "5112", amount: 500n },
      { account: "512", amount: 1000n },
    ]);
  });

  test("les engagements hors bilan (classe 8) restent dehors", () => {
    expect(read(setting, balances(["801", "500.00"], ["809", "-500.00"]))).toMatchObject({ result: "0.00" });
  });
});

describe("propriétés", () => {
  const account = fc
    .tuple(fc.constantFrom(..."1234567"), fc.stringMatching(/^[0-9]{2,4}$/))
    .map(([first, rest]) => first + rest);
  const activity = fc
    .array(fc.tuple(account, fc.bigInt({ min: -10_000_000n, max: 10_000_000n })), { maxLength: 60 })
    .chain((moves) => account.map((last) => ({ moves, last })))
    .map(({ moves, last }) => {
      const map = new Map<string, Cents>();
      const post = (number: string, amount: Cents) => map.set(number, sum([map.get(number) ?? toCents(0), amount]));
      for (const [number, amount] of moves) post(number, toCents(amount));
      post(last, negate(sum(map.values())));
      return map;
    });
  const anySetting = fc
    .array(
      fc.record({
        section: fc.constantFrom("reference" as const, "future" as const, "otherClass4" as const),
        include: fc.array(fc.stringMatching(/^[1-5][0-9]{0,3}$/), { minLength: 1, maxLength: 4 }),
        exclude: fc.array(fc.stringMatching(/^[1-5][0-9]{0,3}$/), { maxLength: 3 }),
      }),
      { maxLength: 8 },
    )
    .map(
      (lines): TreasurySetting => ({
        lines: lines.map(({ section, ...accounts }, index) => ({
          key: `line-${index}`,
          label: null,
          section,
          accounts,
        })),
      }),
    );

  test("pour toute activité équilibrée et tout réglage, le total est classe 7 − classe 6", () => {
    fc.assert(
      fc.property(activity, fc.oneof(fc.constant(setting), fc.constant(building), anySetting), (map, of) => {
        let expected = 0n;
        for (const [number, amount] of map) if (number >= "6" && number < "8") expected -= amount;
        const reading = readTreasury(of, map);
        expect(reading.result).toBe(expected);
        expect(reading.profitAndLoss).toBe(expected);
      }),
    );
  });

  test("chaque compte de bilan est compté une fois et une seule", () => {
    fc.assert(
      fc.property(activity, anySetting, (map, of) => {
        const counted = readTreasury(of, map).lines.flatMap((line) => line.accounts.map((item) => item.account));
        const expected = [...map].filter(([number, amount]) => number < "6" && amount !== 0n).map(([number]) => number);
        expect(counted.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
