import { describe, expect, it } from "vitest";
import { parseBic, parseFrenchVatNumber, parseIban, parseSiren, parseSiret, vatNumberOf } from "./legal-number.ts";

describe("Les numéros d'une entreprise", () => {
  it("un SIREN a une clé, et se tape avec ou sans espaces", () => {
    expect(parseSiren("732 829 320")).toBe("732829320");
    expect(parseSiren("732 829 321")).toBeNull();
    expect(parseSiren("73282932")).toBeNull();
    expect(parseSiren("73282932O")).toBeNull();
  });

  it("un SIRET aussi", () => {
    expect(parseSiret("732 829 320 00074")).toBe("73282932000074");
    expect(parseSiret("73282932000075")).toBeNull();
  });

  // La règle publiée par l'INSEE pour La Poste: la somme des chiffres est un multiple de 5.
  it.each(["35600000000048", "35600000049837", "35600000000123", "35600000012120"])("celui de La Poste %s", (siret) => {
    expect(parseSiret(siret)).toBe(siret);
  });

  it("et pas n'importe quel numéro qui commence comme La Poste", () => {
    expect(parseSiret("35600000049836")).toBeNull();
  });

  // Exemple de la Commission européenne et numéros publics: 404 833 048 → FR83, 303 265 045 → FR40, 732 829 320 → FR44.
  it.each([
    ["404833048", "FR83404833048"],
    ["303265045", "FR40303265045"],
    ["732829320", "FR44732829320"],
  ])("le numéro de TVA se déduit du SIREN %s", (siren, vat) => {
    expect(vatNumberOf(siren)).toBe(vat);
    expect(parseFrenchVatNumber(` ${vat.slice(0, 4)} ${vat.slice(4)}`)).toBe(vat);
  });

  it("refuse une TVA dont la clé ou le SIREN ne tiennent pas", () => {
    expect(parseFrenchVatNumber("FR41303265045")).toBeNull();
    expect(parseFrenchVatNumber("FR44732829321")).toBeNull();
    expect(parseFrenchVatNumber("DE136695976")).toBeNull();
  });

  it("un IBAN et un BIC", () => {
    expect(parseIban("fr76 3000 6000 0112 3456 7890 189")).toBe("FR7630006000011234567890189");
    expect(parseIban("FR7630006000011234567890188")).toBeNull();
    expect(parseBic("agrifrpp882")).toBe("AGRIFRPP882");
    expect(parseBic("AGRI")).toBeNull();
  });
});
