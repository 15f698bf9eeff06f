import { describe, expect, test } from "vitest";
import { parseDecimal, sum, toCents } from "#kernel/money.ts";
import { readTreasury } from "../reading/read-treasury.ts";
import { treasurySetting } from "../reading/treasury-setting.ts";
import { availableToPay } from "./available.ts";

const euros = (text: string) => parseDecimal(text) ?? toCents(0);

// 3 000 encaissés HT, 1 200 TTC à encaisser.
const reading = readTreasury(
  treasurySetting({ buildingTrades: false }),
  new Map([
    ["512", euros("3600.00")],
    ["44571", euros("-600.00")],
    ["411", euros("1200.00")],
    ["44588", euros("-200.00")],
    ["706", euros("-4000.00")],
  ]),
);
const notInLedger = { contribution: euros("345.00"), provisions: euros("120.00"), reserve: euros("500.00") };

describe("ce qui peut être payé", () => {
  test("référence − contribution − provisions − réserve", () => {
    const { lines, amount } = availableToPay(reading, notInLedger, { countsUncollected: false });
    expect(amount).toBe(euros("2035.00"));
    expect(lines.map((line) => line.key)).toEqual(["reference", "contribution", "provisions", "reserve"]);
    expect(sum(lines.map((line) => line.amount))).toBe(amount);
  });

  test("les factures à encaisser ne comptent que si la coopérative le décide", () => {
    expect(availableToPay(reading, notInLedger, { countsUncollected: true }).amount).toBe(euros("3035.00"));
  });

  test("une activité à découvert le reste", () => {
    const empty = readTreasury(treasurySetting({ buildingTrades: false }), new Map());
    expect(availableToPay(empty, notInLedger, { countsUncollected: false }).amount).toBe(euros("-965.00"));
  });

  test("les lignes à zéro se taisent, sauf la référence", () => {
    const none = { contribution: toCents(0), provisions: toCents(0), reserve: toCents(0) };
    const { lines } = availableToPay(reading, none, { countsUncollected: false });
    expect(lines).toEqual([{ key: "reference", amount: euros("3000.00") }]);
  });
});
