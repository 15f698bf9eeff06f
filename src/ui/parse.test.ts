import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, parseDay, toDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import { parseAmount, parseDayInput, parseQuantityInput, parseUnitPriceInput } from "./parse.ts";

describe("un montant tapé à la va-vite", () => {
  test.each([
    ["45", 4500n],
    ["1234,56", 123456n],
    ["1234.56", 123456n],
    ["1 234,5 €", 123450n],
    ["1\u00a0234,50\u00a0€", 123450n],
    ["1\u202f234,50\u202f€", 123450n],
    ["  12,5  ", 1250n],
    [",5", 50n],
    ["5,", 500n],
    ["0", 0n],
    ["-80", -8000n],
    ["−80,10", -8010n],
    ["- 80", -8000n],
    ["+3", 300n],
    ["1.234,56", 123456n],
    ["1,234.56", 123456n],
    ["1.234.567", 123456700n],
    ["1'234.50", 123450n],
    ["12 345 678,90", 1234567890n],
    ["12€50", 1250n],
    ["12 € 50", 1250n],
    ["€12", 1200n],
    ["-€12", -1200n],
    ["12 eur", 1200n],
    ["12 euros", 1200n],
    ["12,500", 1250n],
    ["3*45", 13500n],
    ["3 x 12,50", 3750n],
    ["2×2×2", 800n],
    ["0x10", 0n],
    [`1${" ".repeat(100)}`, 100n],
    ["1,25*33,50", 4188n],
    ["-2*3", -600n],
    ["3*45 €", 13500n],
    ["007", 700n],
    ["1234567890123,45", 123456789012345n],
  ])("« %s » se lit", (text, cents) => {
    expect(parseAmount(text, "fr")).toBe(cents);
  });

  test.each([
    "",
    " ",
    "€",
    "abc",
    "12 50",
    "1 23",
    "12,345",
    "12.345",
    "1.23.4",
    "1,2,3",
    "1 234 56",
    "12,5,0",
    "--3",
    "3*",
    "*3",
    "3**3",
    "1e5",
    "NaN",
    "Infinity",
    "12%",
    "12$",
    "1/2",
    "1+1",
    "٣",
    "１２",
    "12,5€50",
    "1 234,56 € HT",
    "2*2*2*2*2",
    "9".repeat(30),
    "12345678901234567",
    "1".repeat(200),
    "12\u0000",
    "<script>",
    "'; drop table",
  ])("« %s » ne se devine pas", (text) => {
    expect(parseAmount(text, "fr")).toBeNull();
  });

  test("en anglais, la virgule groupe les milliers ; en français, elle sépare les décimales", () => {
    expect(parseAmount("1,234", "en")).toBe(123400n);
    expect(parseAmount("1,234", "fr")).toBeNull();
    expect(parseAmount("12,5", "en")).toBe(1250n);
    expect(parseAmount("1,234,567.89", "en")).toBe(123456789n);
    expect(parseAmount("1.234", "en")).toBeNull();
  });

  test("n'importe quel texte donne un montant ou rien, sans lever d'erreur ni durer", () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void parseAmount(text, "fr")));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 ,.*x-€\u00a0'"), maxLength: 80 }), (text) => {
        const read = parseAmount(text, "fr");
        expect(read === null || typeof read === "bigint").toBe(true);
      }),
    );
  });

  test("un produit exact est le produit des centimes, au centime près sans nombre à virgule", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 10_000_000 }), (count, cents) => {
        const price = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
        expect(parseAmount(`${count}*${price}`, "fr")).toBe(BigInt(count) * BigInt(cents));
      }),
    );
  });

  test("0,1 × 3 fait 30 centimes, ce que les flottants ratent", () => {
    expect(parseAmount("0,1*3", "fr")).toBe(toCents(30));
    expect(parseAmount("1,005*100", "fr")).toBe(toCents(10050));
    // Half a cent goes away from zero, as on an invoice line.
    expect(parseAmount("0,005*1", "fr")).toBe(toCents(1));
    expect(parseAmount("-0,005*1", "fr")).toBe(toCents(-1));
  });
});

describe("quantités et prix unitaires", () => {
  test.each([
    ["1,5", 15000n],
    ["1 200", 12000000n],
    ["3*4", 120000n],
    ["0,3333", 3333n],
    ["1h30", 15000n],
    ["1 h 45", 17500n],
    ["2h", 20000n],
    ["-1", -10000n],
  ])("quantité « %s »", (text, expected) => {
    expect(parseQuantityInput(text, "fr")).toBe(expected);
  });
  test.each(["0,33333", "1h20", "1h75", "x", ""])("quantité « %s » refusée", (text) => {
    expect(parseQuantityInput(text, "fr")).toBeNull();
  });
  test.each([
    ["33,335", 33335000n],
    ["80 €", 80000000n],
    ["0,000001", 1n],
    ["1 234,5", 1234500000n],
  ])("prix « %s »", (text, expected) => {
    expect(parseUnitPriceInput(text, "fr")).toBe(expected);
  });
  test.each(["0,0000001", "€", "a"])("prix « %s » refusé", (text) => {
    expect(parseUnitPriceInput(text, "fr")).toBeNull();
  });
});

describe("un jour tapé à la va-vite", () => {
  const today = toDay("2026-11-22");
  test.each([
    ["15/3", "2026-03-15"],
    ["15/03/2026", "2026-03-15"],
    ["1503", "2026-03-15"],
    ["150327", "2027-03-15"],
    ["15032027", "2027-03-15"],
    ["15.03.26", "2026-03-15"],
    ["15-3-26", "2026-03-15"],
    ["15 3 2026", "2026-03-15"],
    ["15 / 3", "2026-03-15"],
    ["auj", "2026-11-22"],
    ["Aujourd'hui", "2026-11-22"],
    ["aujourd’hui", "2026-11-22"],
    ["hier", "2026-11-21"],
    ["demain", "2026-11-23"],
    ["après-demain", "2026-11-24"],
    ["avant-hier", "2026-11-20"],
    ["today", "2026-11-22"],
    ["tomorrow", "2026-11-23"],
    ["yesterday", "2026-11-21"],
    ["2026-03-15", "2026-03-15"],
    ["2026-3-5", "2026-03-05"],
    ["15 mars", "2026-03-15"],
    ["1er août 2027", "2027-08-01"],
    ["lundi 16 mars 2026", "2026-03-16"],
    ["3 févr. 26", "2026-02-03"],
    ["14 sept", "2026-09-14"],
    ["14th March 2026", "2026-03-14"],
    ["14/07/85", "1985-07-14"],
    ["14/07/46", "2046-07-14"],
    ["14/07/47", "1947-07-14"],
    ["29/02/28", "2028-02-29"],
  ])("« %s » est le %s", (text, expected) => {
    expect(parseDayInput(text, today)).toBe(expected);
  });

  test.each([
    "",
    "15",
    "3/15/2026",
    "31/4",
    "29/02/2026",
    "0/1",
    "32/1",
    "15/13",
    "3213",
    "ju 4",
    "4 ju",
    "4 jui",
    "2026",
    "15/3/202",
    "15/3/20266",
    "n'importe",
    "15//3",
    "2026-02-30",
    "9".repeat(100),
  ])("« %s » n'est pas un jour", (text) => {
    expect(parseDayInput(text, today)).toBeNull();
  });

  test("l'ISO, la forme courte et la forme à points disent le même jour", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (count) => {
        const value = addDays(today, count);
        const [year = "", month = "", date = ""] = value.split("-");
        expect(parseDayInput(value, today)).toBe(value);
        expect(parseDayInput(`${date}/${month}/${year}`, today)).toBe(value);
        expect(parseDayInput(`${date}${month}${year}`, today)).toBe(value);
        expect(parseDayInput(`${Number(date)}.${Number(month)}.${year}`, today)).toBe(value);
      }),
    );
  });

  test("n'importe quel texte donne un vrai jour ou rien", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789/.- ermasj"), maxLength: 14 }), (text) => {
        const read = parseDayInput(text, today);
        if (read !== null) expect(parseDay(read)).toBe(read);
      }),
    );
  });
});
