import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity, parseUnitPrice, type Quantity, type UnitPrice } from "#kernel/decimal.ts";
import { sum, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { DocumentContent, ItemLine } from "./line.ts";
import { computeTotals } from "./totals.ts";

function item(quantity: string, unitPrice: string, rate = 2000): ItemLine {
  return {
    kind: "item",
    name: "Prestation",
    description: "",
    nature: "services",
    quantity: parseQuantity(quantity) as Quantity,
    unit: "C62",
    unitPrice: parseUnitPrice(unitPrice) as UnitPrice,
    discount: null,
    vat: { category: "S", rate: toRate(rate), exemption: null },
    account: "706",
  };
}

function content(mode: "ht" | "ttc", ...lines: ItemLine[]): DocumentContent {
  return { mode, lines, discounts: [] };
}

const figures = (c: DocumentContent) => {
  const totals = computeTotals(c);
  return [totals.net, totals.tax, totals.gross];
};

describe("Exemples chiffrés de la référence « Arithmetic »", () => {
  it("3 × 33,335 HT à 20 % donne 100,01 HT, 20,00 de TVA, 120,01 TTC", () => {
    expect(figures(content("ht", item("3", "33.335")))).toEqual([10001n, 2000n, 12001n]);
  });
  it("en TTC, 220,00 à 20 % donne 183,33 HT et 36,67 de TVA", () => {
    expect(figures(content("ttc", item("1", "220")))).toEqual([18333n, 3667n, 22000n]);
  });
  it("deux lignes de 0,125 HT à 20 % donnent 0,13 + 0,13 = 0,26, TVA 0,05, TTC 0,31", () => {
    const totals = computeTotals(content("ht", item("1", "0.125"), item("1", "0.125")));
    expect(totals.lines.map((line) => line.net)).toEqual([13n, 13n]);
    expect([totals.net, totals.tax, totals.gross]).toEqual([26n, 5n, 31n]);
  });
  it("0,09 TTC à 20 % donne 0,08 + 0,01 : la TVA s'écarte d'un centime de HT × taux, les règles le tolèrent", () => {
    expect(figures(content("ttc", item("1", "0.09")))).toEqual([8n, 1n, 9n]);
  });
});

const rates = fc.constantFrom(2000, 1000, 550, 210, 0).map(toRate);
const anyLine: fc.Arbitrary<ItemLine> = fc
  .record({
    quantity: fc.bigInt(-50_000n, 1_000_000n),
    unitPrice: fc.bigInt(0n, 5_000_000_000n),
    rate: rates,
    discount: fc.option(fc.integer({ min: 0, max: 10_000 }).map(toRate), { nil: null }),
  })
  .map(({ quantity, unitPrice, rate, discount }) => ({
    ...item("1", "1"),
    quantity: quantity as Quantity,
    unitPrice: unitPrice as UnitPrice,
    vat: { category: "S" as const, rate, exemption: null },
    discount: discount === null ? null : { kind: "rate" as const, rate: discount, label: "Remise" },
  }));
const anyContent: fc.Arbitrary<DocumentContent> = fc.record({
  mode: fc.constantFrom("ht" as const, "ttc" as const),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 12 }),
  discounts: fc.array(
    fc.record({
      kind: fc.constant("rate" as const),
      rate: fc.integer({ min: 0, max: 9000 }).map(toRate),
      label: fc.constant("Remise"),
    }),
    { maxLength: 2 },
  ),
});

describe("Propriétés des totaux", () => {
  it("les sommes de la norme EN 16931 tombent juste (BR-CO-10, -13, -14, -15)", () => {
    fc.assert(
      fc.property(anyContent, (document) => {
        const totals = computeTotals(document);
        expect(sum(totals.lines.map((line) => line.net))).toBe(totals.linesNet);
        expect(sum(totals.discountShares.map((share) => share.net))).toBe(totals.discountNet);
        expect(totals.linesNet - totals.discountNet).toBe(totals.net);
        expect(sum(totals.groups.map((group) => group.tax))).toBe(totals.tax);
        expect(totals.net + totals.tax).toBe(totals.gross);
      }),
    );
  });
  it("en TTC, le total TTC est exactement celui qui a été tapé", () => {
    fc.assert(
      fc.property(anyContent, (document) => {
        const totals = computeTotals({ ...document, mode: "ttc" });
        const typed = sum(totals.lines.map((line) => line.amount)) - sum(totals.discountAmounts);
        expect(totals.gross).toBe(typed);
      }),
    );
  });
  it("un avoir reflète sa facture au centime", () => {
    fc.assert(
      fc.property(anyContent, (document) => {
        const mirrored = {
          ...document,
          discounts: [],
          lines: (document.lines as ItemLine[]).map((line) => ({ ...line, quantity: -line.quantity as Quantity })),
        };
        const there = computeTotals({ ...document, discounts: [] });
        const back = computeTotals(mirrored);
        expect([back.net, back.tax, back.gross]).toEqual([-there.net, -there.tax, -there.gross].map(toCents));
        expect(back.lines.map((line) => -line.net)).toEqual(there.lines.map((line) => line.net));
      }),
    );
  });
});
