import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { Quantity, UnitPrice } from "#kernel/decimal.ts";
import { toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { drawable } from "./font-coverage.ts";
import {
  formatAmount,
  formatDay,
  formatIban,
  formatQuantity,
  formatRate,
  formatSiren,
  formatUnitPrice,
} from "./printable-format.ts";
import { breakable } from "./printable-text.ts";
import { contrastWithWhite, parse, readableColour } from "./readable-colour.ts";
import { drawableCharacters } from "./typst.ts";

describe("les nombres imprimés", () => {
  test.each([
    [123456n, "1\u00a0234,56\u00a0€", "€1,234.56"],
    [-5n, "\u22120,05\u00a0€", "\u2212€0.05"],
    [0n, "0,00\u00a0€", "€0.00"],
    [123456789012n, "1\u00a0234\u00a0567\u00a0890,12\u00a0€", "€1,234,567,890.12"],
    [99999n, "999,99\u00a0€", "€999.99"],
  ])("%s centimes", (amount, french, english) => {
    expect([formatAmount(toCents(amount), "fr"), formatAmount(toCents(amount), "en")]).toEqual([french, english]);
  });

  test("prix unitaires, quantités, taux, dates, IBAN, SIRET", () => {
    expect(formatUnitPrice(33_335_000n as UnitPrice, "fr")).toBe("33,335\u00a0€");
    expect(formatUnitPrice(1_000_000_000n as UnitPrice, "fr")).toBe("1\u00a0000,00\u00a0€");
    expect(formatQuantity(125_000n as Quantity, "fr")).toBe("12,5");
    expect(formatQuantity(-20_000n as Quantity, "en")).toBe("\u22122");
    expect([2000, 550, 210, 0].map((rate) => formatRate(toRate(rate), "fr"))).toEqual([
      "20\u00a0%",
      "5,5\u00a0%",
      "2,1\u00a0%",
      "0\u00a0%",
    ]);
    expect(formatDay(toDay("2026-12-01"), "fr")).toBe("1er\u00a0décembre\u00a02026");
    expect(formatDay(toDay("2026-12-01"), "en")).toBe("1\u00a0December\u00a02026");
    expect(formatIban("fr76 30006000011234567890189")).toBe(
      "FR76 3000 6000 0112 3456 7890 189".replaceAll(" ", "\u00a0"),
    );
    expect(formatSiren("73282932000074")).toBe("732 829 320 00074".replaceAll(" ", "\u00a0"));
    expect(formatSiren("abc")).toBe("abc");
  });
});

describe("les textes imprimés", () => {
  test("seul un mot trop long reçoit des coupures, et rien n’est perdu", () => {
    expect(breakable("Un texte ordinaire, bien-pensant.")).toBe("Un texte ordinaire, bien-pensant.");
    expect(breakable("a".repeat(40))).toBe(`${"a".repeat(16)}\u200b${"a".repeat(16)}\u200b${"a".repeat(8)}`);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => breakable(text).replaceAll("\u200b", "") === text.replaceAll("\u200b", ""),
      ),
    );
  });

  test("ce que les polices savent dessiner reste, le reste devient ?", () => {
    const coverage = drawableCharacters();
    expect(drawable("Œuvre à 12 € — Nguyễn, Ω, Ж, m², −5\u00a0%", coverage)).toBe(
      "Œuvre à 12 € — Nguyễn, Ω, Ж, m², −5\u00a0%",
    );
    expect(drawable("e\u0301 😀 漢 \u0007x\r\ny\tz", coverage)).toBe("é  ? x\ny z");
    // A flag, a skin, a family: little pictures leave nothing behind them.
    expect(drawable("Douche 🛁🇫🇷👍🏽👨‍👩‍👧", coverage)).toBe("Douche ");
  });
});

describe("les couleurs de l’activité", () => {
  test("restent lisibles en blanc sur couleur et en couleur sur blanc (4,5 pour 1)", () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    fc.assert(fc.property(hex, (colour) => contrastWithWhite(parse(readableColour(colour)) ?? [255, 255, 255]) >= 4.5));
    expect(readableColour("#000000")).toBe("#000000");
    expect(readableColour("rouge")).toBe(readableColour("#1f5fa8"));
  });

  test("le contraste est celui des exemples de WCAG", () => {
    expect(contrastWithWhite([0, 0, 0])).toBeCloseTo(21, 5);
    expect(contrastWithWhite([119, 119, 119])).toBeCloseTo(4.48, 2);
  });
});
