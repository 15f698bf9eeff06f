import { describe, expect, test } from "vitest";
import { type AccountUse, accountProblem, chartOf, checkAccount } from "./account.ts";
import { planAccounts, readAccountFile } from "./account-file.ts";
import { defaultAccounts } from "./default-accounts.ts";
import { pcg2025 } from "./pcg-2025.ts";

describe("le plan comptable par défaut", () => {
  const chart = chartOf(pcg2025);

  test("a plus de 250 comptes utilisables, chacun une fois, tous acceptés par nos propres règles", () => {
    expect(pcg2025.filter((account) => account.status === "usable").length).toBeGreaterThanOrEqual(250);
    expect(chart.size).toBe(pcg2025.length);
    expect(pcg2025.map(checkAccount).filter((refusal) => refusal !== null)).toEqual([]);
  });

  test("a tous les comptes que la loi et l'argent d'une CAE demandent (law.md §7, money.md)", () => {
    const named =
      "1011 1012 1013 1061 1063 1068 109 110 119 120 129 142 1424 1521 164 401 408 411 4117 416 418 4191 421 4282 4286 4382 4386 " +
      "431 437 4421 44551 44562 44566 44571 44587 455 4562 4563 4567 457 467 471 487 511 512 530 580 604 611 6132 616 622 6251 6256 " +
      "6257 6262 627 6311 641 6411 6412 6414 645 6458 647 658 691 695 701 704 706 707 708 709 758";
    expect(named.split(" ").filter((number) => accountProblem(chart, number) !== null)).toEqual([]);
  });

  test("n'a plus de transferts de charges (79 supprimé par ANC 2022-06)", () => {
    expect(pcg2025.filter((account) => account.number.startsWith("79"))).toEqual([]);
  });

  test("porte chaque compte par défaut", () => {
    expect(Object.values(defaultAccounts).filter((number) => accountProblem(chart, number) !== null)).toEqual([]);
  });
});

describe("un compte", () => {
  const cases: [string, string, string, string][] = [
    ["de deux chiffres", "41", "Clients", "account.numberForm"],
    ["de lettres", "ABC", "Clients", "account.numberForm"],
    ["de classe 9", "901", "Analytique", "account.numberForm"],
    ["d'un groupe inconnu", "791", "Transferts de charges", "account.notInPcg"],
    ["sans libellé", "411", " ", "account.labelMissing"],
    ["au libellé trop long", "411", "x".repeat(121), "account.labelTooLong"],
    ["au libellé avec guillemet", "411", 'Clients "France"', "account.labelCharacters"],
    ["au libellé avec tabulation", "411", "Clients\tFrance", "account.labelCharacters"],
  ];
  test.each(cases)("%s est refusé", (_, number, label, code) => {
    expect(checkAccount({ number, label, status: "usable" })?.code).toBe(code);
  });

  test("auxiliaire en lettres après trois chiffres est accepté", () => {
    expect(checkAccount({ number: "411DUPONT", label: "Dupont", status: "usable" })).toBeNull();
  });
});

const NO_USE = { used: new Set<string>(), needed: new Set<string>() };
const plan = (text: string, use: AccountUse = NO_USE) => planAccounts(readAccountFile(text), chartOf(pcg2025), use);
const codes = (text: string, use?: AccountUse) =>
  plan(text, use).flatMap(({ line, refusal }) => (refusal ? [[line, refusal.code]] : []));

describe("un fichier de comptes", () => {
  test("accepte tabulations, BOM et autres noms de colonnes", () => {
    expect(readAccountFile("\uFEFFCompteNum\tCompteLib\n411000\tClients\n")).toEqual([
      { line: 2, number: "411000", label: "Clients", status: null, refusal: null },
    ]);
  });

  test("nomme chaque ligne fautive, telle que le tableur la compte", () => {
    const text = "compte;libellé;état\n411;Clients;\n\n41X;Non;\n411;Encore;\n;vide;\n706;;\n512;Banque;fermé\n";
    expect(codes(text)).toEqual([
      [4, "account.numberForm"],
      [5, "account.twice"],
      [6, "account.numberForm"],
      [7, "account.labelMissing"],
      [8, "account.stateUnknown"],
    ]);
  });

  test("sans en-tête ou sans ligne le dit", () => {
    expect(codes("411;Clients")).toEqual([[1, "account.fileHeader"]]);
    expect(codes("compte;libellé\n")).toEqual([[1, "account.fileEmpty"]]);
    expect(codes("")).toEqual([[1, "account.fileHeader"]]);
  });

  test("sans colonne d'état, un compte bloqué le reste ; avec elle, il change", () => {
    const chart = chartOf([{ number: "5121", label: "Banque", status: "blocked" }]);
    const state = (text: string) => planAccounts(readAccountFile(text), chart, NO_USE)[0]?.account.status;
    expect(state("compte;libellé\n5121;Banque fermée\n")).toBe("blocked");
    expect(state("compte;libellé;état\n5121;Banque fermée;\n")).toBe("blocked");
    expect(state("compte;libellé;état\n5121;Banque fermée;Utilisable\n")).toBe("usable");
  });

  test("un compte mouvementé ne devient pas un titre, un compte que les actes écrivent ne se bloque pas au passage", () => {
    const use = { used: new Set(["471"]), needed: new Set(["411"]) };
    const text = "compte;libellé;état\n471;Attente;titre\n411;Clients;bloqué\n472;Attente;titre\n471;x;bloqué\n";
    expect(codes(text, use)).toEqual([
      [2, "account.usedHeading"],
      [3, "account.needed"],
      [5, "account.twice"],
    ]);
  });
});
