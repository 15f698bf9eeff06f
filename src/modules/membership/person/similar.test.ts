import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { bySureness, foldName, phoneDigits, similarities, typos } from "./similar.ts";

const one = (
  firstName: string,
  lastName: string,
  more: { email?: string; phone?: string; birthDate?: string } = {},
) => ({
  firstName,
  lastName,
  email: more.email ?? "",
  phone: more.phone ?? "",
  birthDate: more.birthDate === undefined ? null : toDay(more.birthDate),
});

describe("Deux fiches d’une même personne", () => {
  it("les noms se comparent sans accents, sans majuscules, sans traits d’union ni apostrophes", () => {
    expect(foldName("Marie-Anne")).toBe("marieanne");
    expect(foldName("LE BRÏS")).toBe("lebris");
    expect(foldName("Floc’h")).toBe(foldName("floc'h"));
    expect(foldName("Œuvrard")).toBe("oeuvrard");
    expect(similarities(one("Marie-Anne", "Le Bris"), one("marie anne", "LE BRIS"))).toEqual(["sameName"]);
  });

  it("un téléphone s’écrit de plusieurs façons", () => {
    for (const written of ["06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678", "06.12.34.56.78"]) {
      expect(phoneDigits(written)).toBe("612345678");
    }
    expect(phoneDigits("12 34")).toBe("");
  });

  it.each([
    ["prénom et nom échangés", one("Roux", "Samira"), ["swappedNames"]],
    ["une lettre oubliée", one("Samira", "Roux-Legof"), ["closeName"]],
    ["deux lettres échangées", one("Samria", "Roux-Legoff"), ["closeName"]],
    ["la même adresse, un autre nom", one("S.", "R.", { email: "SAMIRA@roux.example " }), ["sameEmail"]],
    ["une autre personne", one("Karim", "Haddad"), []],
    ["la même famille", one("Nadia", "Roux-Legoff"), []],
    ["la même famille, au même téléphone", one("Nadia", "Roux-Legoff", { phone: "+33298000001" }), ["samePhone"]],
    ["le même téléphone, un nom sans rapport", one("Karim", "Haddad", { phone: "+33298000001" }), []],
    ["le même jour de naissance, un nom sans rapport", one("Karim", "Haddad", { birthDate: "1984-02-29" }), []],
    ["le même prénom, né le même jour", one("Samira", "Hamon", { birthDate: "1984-02-29" }), ["sameBirthDate"]],
    ["un nom proche, une autre date de naissance", one("Samira", "Roux-Legof", { birthDate: "1990-01-01" }), []],
  ])("%s", (_, other, reasons) => {
    const samira = one("Samira", "Roux-Legoff", {
      email: "samira@roux.example",
      phone: "02 98 00 00 01",
      birthDate: "1984-02-29",
    });
    const swapped = other.lastName === "Samira" ? one("Samira", "Roux") : samira;
    expect(similarities(swapped, other)).toEqual(reasons);
  });

  it("un nom court ne pardonne aucune faute : Léa n’est pas Léo", () => {
    expect(similarities(one("Léa", "Marchand"), one("Léo", "Marchand"))).toEqual([]);
    expect(similarities(one("Léa", "Marchand"), one("Lea", "Marchant"))).toEqual(["closeName"]);
  });

  it("ce qui est vide ne ressemble à rien", () => {
    expect(similarities(one("", ""), one("", ""))).toEqual([]);
    expect(similarities(one("", "Roux"), one("", "Roux"))).toEqual([]);
  });

  it("la ressemblance ne dépend pas de l’ordre, et chacun se ressemble", () => {
    const name = fc.string({ unit: fc.constantFrom(..."abéïo-’ R"), maxLength: 9 });
    const record = fc.record({
      firstName: name,
      lastName: name,
      email: fc.constantFrom("", "a@b.fr", "A@b.fr", "c@d.fr"),
      phone: fc.constantFrom("", "0612345678", "+33612345678", "0698765432"),
      birthDate: fc.constantFrom(null, toDay("1980-01-01"), toDay("1990-01-01")),
    });
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(similarities(a, b)).toEqual(similarities(b, a));
      }),
    );
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(typos(a, a, 2)).toBe(0);
        expect(typos(a, b, 3)).toBe(typos(b, a, 3));
      }),
    );
  });

  it("le plus sûr vient d’abord", () => {
    const sorted = [
      ["closeName"] as const,
      ["sameEmail"] as const,
      ["sameName", "samePhone"] as const,
      ["sameName"] as const,
    ];
    expect([...sorted].sort(bySureness)).toEqual([
      ["sameEmail"],
      ["sameName", "samePhone"],
      ["sameName"],
      ["closeName"],
    ]);
  });
});
