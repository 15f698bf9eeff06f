import { describe, expect, it } from "vitest";
import { decodeText } from "#kernel/text-file.ts";
import { en } from "./customer.en.ts";
import { fr } from "./customer.fr.ts";
import { readCustomerFile } from "./customer-file.ts";
import { guessColumns, MAX_IMPORT_LINES, planImport } from "./customer-import.ts";

const read = (text: string) => {
  const file = readCustomerFile(text);
  if (typeof file === "string") throw new Error(file);
  return file;
};

describe("Un fichier de clients", () => {
  it("se lit quel que soit le séparateur, et dans les deux encodages des tableurs", () => {
    for (const separator of [";", ",", "\t"]) {
      const file = read(
        `${["Raison sociale", "SIRET"].join(separator)}\r\n${["Crèche", "73282932000074"].join(separator)}`,
      );
      expect(file.headings).toEqual(["Raison sociale", "SIRET"]);
      expect(file.rows).toEqual([["Crèche", "73282932000074"]]);
    }
    expect(decodeText(new TextEncoder().encode("Crèche"))).toBe("Crèche");
    expect(decodeText(new Uint8Array([0x43, 0x72, 0xe8, 0x63, 0x68, 0x65]))).toBe("Crèche");
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x43, 0, 0xe8, 0]))).toBe("Cè");
    expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4]))).toBeNull();
    expect(decodeText(new Uint8Array([0x41, 0, 0x42, 0]))).toBeNull();
  });

  it("garde un nom entre guillemets avec son point-virgule et son saut de ligne", () => {
    expect(read('Nom;Ville\n"Les Lutins; annexe\nbis";Brest\n').rows).toEqual([["Les Lutins; annexe\nbis", "Brest"]]);
  });

  it("dit pourquoi il n'est pas pris", () => {
    expect(readCustomerFile("")).toBe("noLine");
    expect(readCustomerFile("Nom;Ville\n;\n")).toBe("noLine");
    expect(readCustomerFile(`Nom\n${"A\n".repeat(MAX_IMPORT_LINES + 1)}`)).toBe("tooManyLines");
    expect(readCustomerFile(`Nom\n${"A\n".repeat(MAX_IMPORT_LINES)}`)).toMatchObject({ headings: ["Nom"] });
    expect(readCustomerFile("x".repeat(2_000_001))).toBe("tooLarge");
  });
});

describe("Les colonnes se devinent", () => {
  it("par leur titre, français ou anglais, puis par ce qu'elles contiennent", () => {
    expect(
      guessColumns(
        [
          "Raison sociale",
          "N° SIRET",
          "TVA intracom.",
          "Courriel",
          "Tél.",
          "Adresse",
          "CP",
          "Ville",
          "Délai",
          "Divers",
        ],
        [],
      ),
    ).toEqual(["name", "siret", "vatNumber", "email", "phone", "street", "postalCode", "city", "paymentDays", null]);
    expect(guessColumns(["Customer name", "Address", "Zip", "Town", "E-mail address"], [])).toEqual([
      "name",
      "street",
      "postalCode",
      "city",
      "email",
    ]);
    expect(guessColumns(["Nom", "A", "B"], [["Lutins", "a@b.fr", "29200"]])).toEqual(["name", "email", "postalCode"]);
  });

  it("ne donnent un champ qu'une fois", () => {
    expect(guessColumns(["Nom", "Nom court"], [])).toEqual(["name", null]);
  });
});

describe("Qui a recommandé le client", () => {
  const columns = guessColumns(["Nom", "Type", "Recommandé par"], []);
  const lineOf = (cell: string) => planImport([["Léa", "Particulier", cell]], columns, [])[0];

  it("se lit comme la liste l’écrit, dans les deux langues ; autre chose se refuse plutôt que de se perdre", () => {
    expect(columns).toEqual(["name", "kind", "referredBy"]);
    expect(guessColumns(["Name", "Recommended by"], [])).toEqual(["name", "referredBy"]);
    for (const { referrers } of [fr, en]) {
      expect(lineOf(referrers.activity)?.customer?.referredBy).toBe("activity");
      expect(lineOf(referrers.cooperative.toUpperCase())?.customer?.referredBy).toBe("cooperative");
      for (const nobody of ["", "Personne", referrers.nobody]) expect(lineOf(nobody)?.customer?.referredBy).toBe("");
    }
    expect(lineOf("Jean, de la menuiserie")?.errors).toEqual({ referredBy: "customer.referredBy" });
  });
});

describe("Ligne par ligne", () => {
  const columns = ["name", "siren", "postalCode", "city", "street", "country", "kind"] as const;

  it("dit la ligne du tableur et le champ", () => {
    const plan = planImport(
      [
        ["Crèche Les Lutins", "732 829 320", "29200", "Brest", "1 rue Haute", "France", ""],
        ["", "", "", "", "", "", ""],
        ["Sans numéro", "", "1000", "Bourg", "2 rue Basse", "", ""],
        ["Mme Roux", "", "1000", "Bourg", "2 rue Basse", "", "Particulier"],
        ["Anvers SA", "", "", "", "", "Belgique", ""],
        ["Faux", "123456789", "", "", "", "", ""],
      ],
      columns,
      [],
    );
    expect(plan.map(({ line, name, errors }) => ({ line, name, errors }))).toEqual([
      { line: 2, name: "Crèche Les Lutins", errors: {} },
      { line: 4, name: "Sans numéro", errors: { siret: "customer.sirenMissing" } },
      { line: 5, name: "Mme Roux", errors: {} },
      { line: 6, name: "Anvers SA", errors: {} },
      { line: 7, name: "Faux", errors: { siren: "customer.siren" } },
    ]);
    expect(plan[2]?.customer).toMatchObject({ kind: "individual", postalCode: "01000" });
    expect(plan[3]?.customer).toMatchObject({ country: "BE" });
    const countryOf = (country: string) =>
      planImport([["Mme Roux", "particulier", country]], ["name", "kind", "country"], [])[0];
    expect(countryOf(" tchéquie ")?.customer).toMatchObject({ country: "CZ" });
    expect(countryOf("Austria")?.customer).toMatchObject({ country: "AT" });
    expect(countryOf("XX")?.errors).toEqual({ country: "customer.country" });
    expect(planImport([["Sans numéro"]], ["name"], [], true)[0]?.customer).toMatchObject({ kind: "individual" });
  });

  it("reconnaît un client déjà là, ou deux fois dans le fichier, mais pas deux services d'un même SIREN", () => {
    const rows = [
      ["CRECHE LES LUTINS", "732829320"],
      ["Crèche les Lutins, cuisine", "732829320"],
      ["Crèche les lutins, cuisine", "732829320"],
    ];
    const plan = planImport(rows, ["name", "siren"], [{ name: "Crèche Les Lutins", siren: "732829320" }]);
    expect(plan.map((line) => line.known)).toEqual([true, false, true]);
  });
});
