import { describe, expect, test } from "vitest";
import { accountProblem, chartOf, checkAccount } from "./account.ts";
import { readAccountFile, writeAccountFile } from "./account-file.ts";
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

describe("un fichier de comptes", () => {
  test("se lit tel qu'il s'écrit", () => {
    expect(readAccountFile(writeAccountFile(pcg2025))).toEqual({ accounts: pcg2025, errors: [] });
  });

  test("accepte tabulations, BOM et autres noms de colonnes", () => {
    expect(readAccountFile("\uFEFFCompteNum\tCompteLib\n411000\tClients\n")).toEqual({
      accounts: [{ number: "411000", label: "Clients", status: "usable" }],
      errors: [],
    });
  });

  test("nomme chaque ligne fautive", () => {
    const { accounts, errors } = readAccountFile("compte;libellé\n411;Clients\n41X;Non\n411;Encore\n;vide\n706;\n");
    expect(accounts.map((account) => account.number)).toEqual(["411"]);
    expect(errors.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      [3, "account.numberForm"],
      [4, "account.twice"],
      [5, "account.numberForm"],
      [6, "account.labelMissing"],
    ]);
  });

  test("sans en-tête ou sans ligne le dit", () => {
    expect(readAccountFile("411;Clients").errors[0]?.refusal.code).toBe("account.fileHeader");
    expect(readAccountFile("compte;libellé\n").errors[0]?.refusal.code).toBe("account.fileEmpty");
    expect(readAccountFile("").errors[0]?.refusal.code).toBe("account.fileHeader");
  });
});
