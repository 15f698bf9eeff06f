import { describe, expect, test } from "vitest";
import { found, GOOD, HEADER, mutate, validate } from "./fec-example.ts";
import type { FecRule } from "./fec-report.ts";

describe("chaque règle nomme sa ligne", () => {
  const mutants: [FecRule, string[], [FecRule, number][]][] = [
    ["headerNames", [HEADER.replace("CompteNum", "comptenum"), ...GOOD.slice(1)], [["headerNames", 1]]],
    ["headerMissing", GOOD.slice(1), [["headerMissing", 1]]],
    ["headerColumn", [HEADER.replace("ValidDate", "Valid"), ...GOOD.slice(1)], [["headerColumn", 1]]],
    ["separator", GOOD.map((line) => line.replaceAll("|", ";")), [["separator", 1]]],
    ["emptyLine", [...GOOD.slice(0, 4), "", ...GOOD.slice(4)], [["emptyLine", 5]]],
    ["trailingSeparator", GOOD.map((line, i) => (i === 3 ? `${line}|` : line)), [["trailingSeparator", 4]]],
    ["columns", GOOD.map((line, i) => (i === 3 ? line.slice(0, -1) : line)), [["columns", 4]]],
    ["textCharacter", mutate(4, 11, 'Facture "F1"'), [["textCharacter", 4]]],
    ["textCharacter", mutate(4, 11, "Facture\tF1"), [["textCharacter", 4]]],
    ["date", mutate(4, 10, "2026-03-10"), [["date", 4]]],
    ["date", mutate(4, 10, "20260231"), [["date", 4]]],
    ["date", mutate(4, 15, "02042026"), [["date", 4]]],
    [
      "dateOutside",
      GOOD.map((line) => line.replaceAll("20260505", "20270105")),
      [
        ["dateOutside", 9],
        ["dateOutside", 10],
      ],
    ],
    ["validBeforeEntry", mutate(10, 16, "20260504"), [["validBeforeEntry", 10]]],
    ["validInFuture", mutate(10, 16, "20270202"), [["validInFuture", 10]]],
    ["validOrder", GOOD.map((line) => line.replace("20260311||", "20260601||")), [["validOrder", 7]]],
    ["account", mutate(9, 5, "60"), [["account", 9]]],
    ["account", mutate(9, 5, "991"), [["account", 9]]],
    ["accountLabel", mutate(7, 6, "Banque postale"), [["accountLabel", 7]]],
    ["journalLabel", mutate(5, 2, "Vente"), [["journalLabel", 5]]],
    ["auxiliaryLabel", mutate(8, 8, "Martine"), [["auxiliaryLabel", 8]]],
    ["auxiliaryHalf", mutate(10, 8, ""), [["auxiliaryHalf", 10]]],
    [
      "auxiliaryAccount",
      mutate(9, 7, "X1").map((l, i) => (i === 8 ? l.replace("X1||", "X1|Xavier|") : l)),
      [["auxiliaryAccount", 9]],
    ],
    ["amount", mutate(9, 13, "zéro"), [["amount", 9]]],
    ["amountDot", mutate(9, 12, "50.05"), [["amountDot", 9]]],
    ["amountGrouping", mutate(2, 12, "1 000,00"), [["amountGrouping", 2]]],
    ["amountGrouping", mutate(2, 12, "1.000,00"), [["amountGrouping", 2]]],
    [
      "amountNone",
      [...GOOD, "AC|Achats|4|20260505|401|Fournisseurs|F9|Scierie|12/05|20260504|Bois|0,00|0,00|||20260505||"],
      [["amountNone", 11]],
    ],
    [
      "amountBoth",
      mutate(9, 13, "1,00").map((l, i) => (i === 9 ? l.replace("|0,00|50,05|", "|1,00|50,05|") : l)),
      [
        ["amountBoth", 9],
        ["amountBoth", 10],
      ],
    ],
    ["currencyHalf", mutate(9, 18, ""), [["currencyHalf", 9]]],
    ["currencyHalf", mutate(10, 18, "USD"), [["currencyHalf", 10]]],
    ["currency", mutate(9, 18, "dollar"), [["currency", 9]]],
    [
      "entryMixed",
      mutate(8, 4, "20260403"),
      [
        ["validBeforeEntry", 8],
        ["entryMixed", 8],
        ["journalDayUnbalanced", 7],
        ["journalDayUnbalanced", 8],
      ],
    ],
    ["sequenceGap", GOOD.map((line) => line.replace(/^(AC\|Achats)\|4/, "$1|6")), [["sequenceGap", 9]]],
    [
      "sequenceOrder",
      [...GOOD.slice(0, 6), ...GOOD.slice(8), ...GOOD.slice(6, 8)],
      [
        ["sequenceOrder", 9],
        ["validOrder", 9],
      ],
    ],
    [
      "openingFirst",
      [HEADER, ...GOOD.slice(3), ...GOOD.slice(1, 3)],
      [
        ["openingFirst", 9],
        ["sequenceOrder", 9],
      ],
    ],
    ["centralisation", mutate(9, 11, "Centralisation mai"), [["centralisation", 9]]],
    ["letterWithoutDate", mutate(8, 15, ""), [["letterWithoutDate", 8]]],
    ["dateWithoutLetter", mutate(10, 15, "20260601"), [["dateWithoutLetter", 10]]],
    [
      "letterUnbalanced",
      mutate(8, 14, "B"),
      [
        ["letterUnbalanced", 4],
        ["letterUnbalanced", 8],
      ],
    ],
    [
      "sequenceForm",
      mutate(9, 3, "quatre").map((l, i) => (i === 9 ? l.replace("AC|Achats|4", "AC|Achats|quatre") : l)),
      [["sequenceForm", 9]],
    ],
  ];
  test.each(mutants)("%s", async (rule, lines, expected) => {
    const faults = found(await validate(lines));
    const sorted = (list: [FecRule, number][]) => list.map((fault) => fault.join(" ")).sort();
    expect(sorted(faults)).toEqual(sorted(expected));
    expect(faults.map(([name]) => name)).toContain(rule);
  });

  test.each([1, 2, 3, 4, 5, 6, 9, 10, 11, 16])("required, colonne %i", async (column) => {
    const report = await validate(mutate(4, column, ""));
    const fault = report.faults.find(({ rule }) => rule === "required");
    expect(fault).toEqual({ rule: "required", line: 4, facts: { column: HEADER.split("|")[column - 1] } });
    expect(report.counts.get("required")).toBe(1);
  });

  test("un numéro qui manque dans un journal numéroté à part", async () => {
    const lines = (number: number) =>
      GOOD.slice(3, 6).map((line) => line.replace("|2|", `|${number}|`).replace("|A|20260402|", "|||"));
    const report = await validate([...GOOD.slice(0, 3), ...lines(1), ...lines(2), ...lines(4)]);
    expect(found(report)).toEqual([["sequenceGap", 10]]);
    expect(report.faults[0]?.facts).toEqual({ scope: "journal", journal: "VE", from: "2", to: "4" });
  });

  test("déséquilibre : l'écriture, son jour et le fichier", async () => {
    const report = await validate(mutate(9, 12, "50,06"));
    expect(found(report)).toEqual([
      ["fileUnbalanced", 0],
      ["entryUnbalanced", 9],
      ["journalDayUnbalanced", 9],
    ]);
    expect(report.faults[1]?.facts).toEqual({ journal: "AC", number: "4", gap: { money: "1" } });
  });

  test("plus de deux décimales ne s'arrondissent pas en silence", async () => {
    expect((await validate(mutate(9, 12, "50,051"))).counts.get("amountDecimals")).toBe(1);
  });

  test("un sens inconnu", async () => {
    const lines = GOOD.map((text, index) => {
      const fields = text.split("|");
      fields.splice(11, 2, ...(index === 0 ? ["Montant", "Sens"] : ["1,00", index === 8 ? "X" : "D"]));
      return fields.join("|");
    });
    expect(found(await validate(lines))).toContainEqual(["sense", 9]);
  });

  test("les comptes 6 et 7 soldés par le 12", async () => {
    const closing = [
      "OD|Divers|5|20261231|706|Prestations|||CL|20261231|Solde|1000,00|0,00|||20261231||",
      "OD|Divers|5|20261231|606|Fournitures|||CL|20261231|Solde|0,00|50,05|||20261231||",
      "OD|Divers|5|20261231|120|Résultat|||CL|20261231|Solde|0,00|949,95|||20261231||",
    ];
    expect(found(await validate([...GOOD, ...closing]))).toEqual([["closingEntry", 11]]);
  });

  test("les lignes d'une écriture éloignées dans le fichier s'équilibrent ensemble", async () => {
    const report = await validate(
      [HEADER, ...GOOD.slice(1, 9), ...GOOD.slice(9)].toSpliced(8, 1).toSpliced(4, 0, GOOD[8] ?? ""),
    );
    expect(report.counts.has("entryUnbalanced")).toBe(false);
  });

  test("une date bien avant une clôture connue par le nom seul", async () => {
    const report = await validate(GOOD, { fileName: "123456789FEC20270630.txt" });
    expect(report.counts.get("dateEarly")).toBe(9);
  });
});
