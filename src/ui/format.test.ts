import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { parseQuantity, parseUnitPrice } from "#kernel/decimal.ts";
import { toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import * as format from "./format.ts";
import { plural } from "./language.tsx";
import { parseAmount, parseQuantityInput, parseUnitPriceInput } from "./parse.ts";

const centsOf = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map(toCents);
// Only to compare: the browser's own idea of French and English, without its narrow space.
const INTL = {
  fr: new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" }),
  en: new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" }),
};

describe("les montants", () => {
  test.each([
    [0, "0,00 €"],
    [1, "0,01 €"],
    [-5, "−0,05 €"],
    [123456, "1 234,56 €"],
    [-12000, "−120,00 €"],
    [100000000, "1 000 000,00 €"],
    [99999, "999,99 €"],
  ])("%i centimes s'écrit %s", (value, text) => {
    expect(format.eur(toCents(value))).toBe(text.replaceAll(" ", "\u00a0"));
  });

  test("en anglais, le signe puis l'euro puis le nombre", () => {
    expect(format.eur(toCents(123456), "en")).toBe("€1,234.56");
    expect(format.eur(toCents(-12000), "en")).toBe("−€120.00");
  });

  test("le montant négatif se dit aussi avec un mot", () => {
    expect(format.eurWithWord(toCents(-12000))).toBe("−120,00\u00a0€ (négatif)");
    expect(format.eurWithWord(toCents(-12000), "fr", "à découvert")).toBe("−120,00\u00a0€ (à découvert)");
    expect(format.eurWithWord(toCents(12000), "fr", "à découvert")).toBe("120,00\u00a0€");
    expect(format.eurWithWord(toCents(-1), "en")).toBe("−€0.01 (negative)");
  });

  test("une différence porte toujours son signe, sauf zéro", () => {
    expect(format.eurSigned(toCents(100))).toBe("+1,00\u00a0€");
    expect(format.eurSigned(toCents(-100))).toBe("−1,00\u00a0€");
    expect(format.eurSigned(toCents(0))).toBe("0,00\u00a0€");
  });

  test("ce que le navigateur écrirait, sans son espace fine", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(toCents), (amount) => {
        for (const language of ["fr", "en"] as const) {
          const expected = INTL[language]
            .format(Number(amount) / 100)
            .replaceAll("\u202f", "\u00a0")
            .replace(/^-/, "−");
          expect(format.eur(amount, language)).toBe(amount === 0n ? expected.replace("−", "") : expected);
        }
      }),
    );
  });

  test("jamais d'espace fine, jamais de tiret pour un moins, jamais un chiffre perdu", () => {
    fc.assert(
      fc.property(centsOf, (amount) => {
        const text = format.eur(amount);
        expect(text).not.toMatch(/[\u202f -]/);
        expect(BigInt(text.replace(/\D/g, ""))).toBe(amount < 0n ? -amount : amount);
        expect(text.startsWith("−")).toBe(amount < 0n);
      }),
    );
  });

  test("ce qui est écrit se relit, dans les deux langues", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(toCents), (amount) => {
        for (const language of ["fr", "en"] as const) {
          expect(parseAmount(format.eur(amount, language), language)).toBe(amount);
          expect(parseAmount(format.amountText(amount, language), language)).toBe(amount);
        }
      }),
    );
  });

  test.each([
    [0, "0 €", "€0"],
    [35000, "350 €", "€350"],
    [99949, "999 €", "€999"],
    [99950, "1 k€", "€1k"],
    [400000, "4 k€", "€4k"],
    [250000, "2,5 k€", "€2.5k"],
    [-250000, "−2,5 k€", "−€2.5k"],
    [123456789, "1,2 M€", "€1.2m"],
    [99950000, "1 M€", "€1m"],
    [49, "0 €", "€0"],
    [-49, "0 €", "€0"],
  ])("sur un axe, %i centimes devient %s", (value, french, english) => {
    expect(format.eurShort(toCents(value))).toBe(french.replaceAll(" ", "\u00a0"));
    expect(format.eurShort(toCents(value), "en")).toBe(english);
  });
});

describe("les taux, quantités et prix", () => {
  test.each([
    [2000, "20 %", "20%"],
    [550, "5,5 %", "5.5%"],
    [1125, "11,25 %", "11.25%"],
    [0, "0 %", "0%"],
    [10000, "100 %", "100%"],
    [-210, "−2,1 %", "−2.1%"],
  ])("%i dix-millièmes : %s", (value, french, english) => {
    expect(format.percent(toRate(value))).toBe(french.replace(" ", "\u00a0"));
    expect(format.percent(toRate(value), "en")).toBe(english);
  });

  test("une quantité sans zéros inutiles, un prix avec au moins deux décimales", () => {
    expect(format.quantity(parseQuantity("1.50") ?? never())).toBe("1,5");
    expect(format.quantity(parseQuantity("1200") ?? never())).toBe("1\u00a0200");
    expect(format.unitPrice(parseUnitPrice("33.335") ?? never())).toBe("33,335\u00a0€");
    expect(format.unitPrice(parseUnitPrice("80") ?? never())).toBe("80,00\u00a0€");
    expect(format.unitPrice(parseUnitPrice("-80") ?? never(), "en")).toBe("−€80.00");
  });

  test("ce qui est écrit se relit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (value) => {
        expect(parseQuantityInput(format.quantity(value as never), "fr")).toBe(value);
        expect(parseUnitPriceInput(format.unitPrice(value as never), "fr")).toBe(value);
      }),
    );
  });
});

describe("les jours", () => {
  const today = toDay("2026-11-22");
  test("en chiffres, en lettres, avec le jour de la semaine", () => {
    expect(format.day(toDay("2026-03-15"))).toBe("15/03/2026");
    expect(format.longDay(toDay("2026-03-16"))).toBe("lundi 16 mars 2026");
    expect(format.longDay(toDay("2026-03-01"))).toBe("dimanche 1er mars 2026");
    expect(format.longDay(toDay("2026-03-01"), "en")).toBe("Sunday 1 March 2026");
    expect(format.mediumDay(toDay("2026-08-09"))).toBe("9 août 2026");
    expect(format.month("2026-12" as never)).toBe("décembre 2026");
    expect(format.shortMonth("2026-12" as never)).toBe("déc.");
  });

  test.each([
    ["2026-11-22", "aujourd’hui", "today"],
    ["2026-11-21", "hier", "yesterday"],
    ["2026-11-23", "demain", "tomorrow"],
    ["2026-11-20", "il y a 2 jours", "2 days ago"],
    ["2026-11-25", "dans 3 jours", "in 3 days"],
    ["2023-02-26", "il y a 1\u00a0365 jours", "1,365 days ago"],
  ])("%s est %s", (value, french, english) => {
    expect(format.relativeDay(toDay(value), today)).toBe(french);
    expect(format.relativeDay(toDay(value), today, "en")).toBe(english);
  });

  test("le jour de la semaine est celui du navigateur, toute l'année", () => {
    const names = new Intl.DateTimeFormat("fr-FR", { weekday: "long", timeZone: "UTC" });
    fc.assert(
      fc.property(fc.integer({ min: -25000, max: 80000 }), (count) => {
        const value = new Date(count * 86_400_000).toISOString().slice(0, 10);
        expect(format.weekday(toDay(value))).toBe(names.format(new Date(`${value}T12:00:00Z`)));
      }),
    );
  });

  test("les durées", () => {
    expect(format.duration(90)).toBe("1\u00a0h\u00a030");
    expect(format.duration(45)).toBe("45\u00a0min");
    expect(format.duration(120)).toBe("2\u00a0h");
    expect(format.duration(65)).toBe("1\u00a0h\u00a005");
  });
});

test("le pluriel suit chaque langue : zéro est singulier en français, pluriel en anglais", () => {
  expect(plural("fr", 0, "{count} facture", "{count} factures")).toBe("0 facture");
  expect(plural("fr", 1, "{count} facture", "{count} factures")).toBe("1 facture");
  expect(plural("fr", 2, "{count} facture", "{count} factures")).toBe("2 factures");
  expect(plural("en", 0, "{count} invoice", "{count} invoices")).toBe("0 invoices");
  // In French CLDR a whole million is "many": « 1000000 de factures »; our plain plural must be taken.
  expect(plural("fr", 1_000_000, "{count} facture", "{count} factures")).toBe("1000000 factures");
});

function never(): never {
  throw new Error("unreachable");
}
