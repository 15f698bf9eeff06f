import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nirKey, nirText, parseNir } from "./nir.ts";

/** Specimens published by others: the health insurance's card, python-stdnum (Corsica, born abroad), the encyclopaedia. */
const PUBLISHED = [
  "2 55 08 14 168 025 38",
  "2 69 05 49 588 157 80",
  "1 84 12 76 451 089 46",
  "2 95 10 99 126 111 93",
  "2 53 07 2A 073 004 43",
  "2 53 07 2B 073 004 70",
];

describe("Le numéro de sécurité sociale", () => {
  it("accepte les numéros publiés, et les écrit comme sur la carte", () => {
    for (const number of PUBLISHED) {
      const parsed = parseNir(number.replaceAll(" ", "").toLowerCase());
      if (typeof parsed === "string") throw new Error(`${number}: ${parsed}`);
      expect([nirText(parsed), parsed.kind]).toEqual([number, "final"]);
    }
  });

  it("refuse une clé fausse, une clé absente, une forme impossible", () => {
    expect(parseNir("2 55 08 14 168 025 39")).toBe("sensitive.nirKey");
    // The same digits in the other half of Corsica have another key.
    expect(parseNir("2 53 07 2A 073 004 70")).toBe("sensitive.nirKey");
    expect(parseNir("2 55 08 14 168 025")).toBe("sensitive.nirKeyMissing");
    for (const shape of ["", "2 55", "5 55 08 14 168 025 38", "2 55 13 14 168 025 38", "2 55 08 00 168 025 38"]) {
      expect([shape, parseNir(shape)]).toEqual([shape, "sensitive.nirShape"]);
    }
    expect(parseNir("2 55 08 2C 168 025 38")).toBe("sensitive.nirShape");
    expect(parseNir("2 55 08 14 168 000 38")).toBe("sensitive.nirShape");
  });

  it("prend un numéro provisoire pour ce qu’il est, avec ou sans clé", () => {
    expect(parseNir("8 95 10 99 126 111")).toEqual({ digits: "8951099126111", key: "", kind: "waiting" });
    expect(parseNir(`7951099126111${nirKey("7951099126111")}`)).toMatchObject({ kind: "waiting" });
    expect(parseNir("7951099126111 00")).toBe("sensitive.nirKey");
    expect(nirText({ digits: "8951099126111", key: "" })).toBe("8 95 10 99 126 111");
  });

  it("un chiffre changé est toujours vu", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PUBLISHED), fc.nat(14), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const text = number.replaceAll(" ", "");
        const digit = text[place] ?? "";
        fc.pre(/\d/.test(digit));
        const other = `${text.slice(0, place)}${(Number(digit) + more) % 10}${text.slice(place + 1)}`;
        // 2A and 2B are read as one: the 2 before the letter is no digit of its own.
        expect(typeof parseNir(other)).toBe("string");
      }),
    );
  });
});
