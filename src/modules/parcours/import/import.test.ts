import * as xlsx from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { guessColumns, IMPORT_COLUMNS, readCell, readLines } from "./import.ts";
import { readSheet, refusedCsv, sheetText } from "./import-file.ts";

const TODAY = toDay("2026-03-02");

describe("Un tableau de personnes", () => {
  it("devine les colonnes par leur titre, sans accents ni casse, chaque chose une fois", () => {
    const headings = [
      "NOM",
      "Prénom",
      "Courriel",
      "Tél. portable",
      "Date de naissance",
      "Niveau d’études",
      "CP",
      "Ville",
      "Prénom",
    ];
    expect(guessColumns(headings)).toEqual([
      ...["lastName", "firstName", "email", "phone", "birth_date", "study_level", "postal_code", "city", null],
    ]);
    const more = [
      "Contrat",
      "Début du contrat",
      "Fin CAPE",
      "Situation à l’entrée",
      "Statut social",
      "Orienté par",
      "Code ROME",
      "",
    ];
    expect(guessColumns(more)).toEqual([
      ...[
        "contractKind",
        "contractStartsOn",
        "contractEndsOn",
        "situation_entry",
        "situation",
        "prescriber",
        "rome",
        null,
      ],
    ]);
    // Health and the social security number have no column here.
    expect(IMPORT_COLUMNS.filter((column) => /nir|rqth|disab|restriction/i.test(column))).toEqual([]);
  });

  it("lit un choix par son mot français ou anglais, un jour comme on l’écrit, un code postal sans son zéro", () => {
    expect(readCell("situation", "bénéficiaire du rsa", TODAY)).toBe("rsa");
    expect(readCell("prescriber", "Word of mouth", TODAY)).toBe("word_of_mouth");
    expect(readCell("sex", "Mme", TODAY)).toBe("woman");
    expect(readCell("sex", "peut-être", TODAY)).toBe("peut-être");
    expect(readCell("birth_date", "14/07/1985", TODAY)).toBe("1985-07-14");
    expect(readCell("postal_code", "1000", TODAY)).toBe("01000");
    expect(readCell("contractKind", " CAPE ", TODAY)).toBe("cape");
  });

  it("une ligne vide ne compte pas, une cellule vide ne dit rien", () => {
    expect(
      readLines(
        [
          ["", " "],
          ["Samira", ""],
        ],
        ["firstName", "lastName"],
        TODAY,
      ),
    ).toEqual([{ line: 3, cells: { firstName: "Samira" } }]);
  });

  it("un classeur se lit comme un CSV, ses jours compris ; autre chose est refusé", () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ["Nom", "Naissance"],
      ["Roux", { t: "n", v: 31_174, z: "m/d/yy" } as xlsx.CellObject],
    ]);
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, "Feuille");
    const read = sheetText(new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer));
    if ("problem" in read) throw new Error(read.problem);
    expect(readSheet(read.text)).toEqual({ headings: ["Nom", "Naissance"], rows: [["Roux", "1985-05-07"]] });
    expect(sheetText(new Uint8Array([0x50, 0x4b, 3, 4, 0]))).toEqual({ problem: "notSheet" });
    expect(sheetText(new Uint8Array())).toEqual({ problem: "missing" });
    expect(readSheet("Nom;Prénom\n\n")).toBe("noLine");
  });

  it("les lignes refusées reviennent comme elles étaient, avec leurs raisons, sans formule qui s’exécute", () => {
    const sheet = { headings: ["Nom"], rows: [["Roux"], ["=1+1"]] };
    // Corrected and sent again, a telephone is what it was.
    expect(readSheet("Tél\r\n'+33 6 12 34 56 78\r\n")).toMatchObject({ rows: [["+33 6 12 34 56 78"]] });
    expect(refusedCsv(sheet, [{ line: 3, reasons: ["Trop court."] }], "À corriger")).toBe(
      `\ufeffNom;À corriger\r\n"'=1+1";Trop court.\r\n`,
    );
  });
});
