import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import {
  type Application,
  candidateTransitions,
  differences,
  isOpen,
  mergedApplication,
  STATUSES,
} from "./candidate.ts";

const nobody: Application = {
  ...{
    firstName: "Nolwenn",
    lastName: "Le Goff",
    email: "n@exemple.example",
    phone: "",
    birthDate: null,
    postalCode: "",
  },
  ...{ city: "", trade: "", project: "", situation: "", prescriber: "", heard: "", availability: "", message: "" },
};

describe("Les états d’une candidature", () => {
  it("ce qui est terminé ne se rouvre que par un acte qui le dit ; devenue personne, plus rien ne change", () => {
    expect(STATUSES.filter((status) => !isOpen(status))).toEqual(["refused", "abandoned", "converted"]);
    expect(Object.keys(candidateTransitions.converted)).toEqual([]);
    expect(Object.keys(candidateTransitions.refused)).toEqual(["reopen"]);
  });

  it("une personne se crée d’une candidature acceptée seulement ; se rattache de tout état ouvert", () => {
    expect(STATUSES.filter((status) => candidateTransitions[status].convert)).toEqual(["accepted"]);
    expect(STATUSES.filter((status) => candidateTransitions[status].attach)).toEqual(STATUSES.filter(isOpen));
  });
});

describe("Deux fiches réunies", () => {
  const known = { ...nobody, city: "Brest", birthDate: toDay("1984-02-29") };
  const other = { ...nobody, lastName: "LE GOFF", city: "Morlaix", phone: "0612345678", project: "Vélos" };

  it("ce qui manque vient de l’autre, ce qui diffère reste à la première, et se retrouve à côté", () => {
    expect(differences(known, other)).toEqual(["city"]);
    expect(mergedApplication(known, other)).toEqual({
      application: { ...known, phone: "0612345678", project: "Vélos" },
      left: { city: "Morlaix" },
    });
  });

  it("un champ choisi vient de l’autre, et c’est le sien qui reste à côté ; un choix vide ne vide rien", () => {
    const { application, left } = mergedApplication(known, other, ["city", "birthDate"]);
    expect([application.city, left]).toEqual(["Morlaix", { city: "Brest" }]);
    expect(application.birthDate).toBe("1984-02-29");
  });

  it("rien ne se perd : chaque valeur est gardée ou laissée à côté", () => {
    for (const chosen of [[], ["city"] as const, ["phone", "project"] as const]) {
      const { application, left } = mergedApplication(known, other, [...chosen]);
      const told = new Set(
        [...Object.values(application), ...Object.values(left)].map((value) => String(value).toLowerCase()),
      );
      for (const value of [...Object.values(known), ...Object.values(other)]) {
        if (value !== null && value !== "") expect(told).toContain(String(value).toLowerCase());
      }
    }
  });
});
