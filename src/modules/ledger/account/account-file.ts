/** A chart of accounts as CSV: read with line-by-line errors, written for a spreadsheet. */
import Papa from "papaparse";
import { refuse } from "#kernel/refusal.ts";
import { type Account, type AccountRefusal, type AccountStatus, checkAccount } from "./account.ts";

export type LineError = { readonly line: number; readonly refusal: AccountRefusal };
export type AccountFile = { readonly accounts: readonly Account[]; readonly errors: readonly LineError[] };

const MAX_ACCOUNTS = 10_000;
const STATUS: Readonly<Record<string, AccountStatus>> = { "": "usable", titre: "heading", bloqué: "blocked" };

/** Reads "compte;libellé;état" (or commas, or tabs). The state column may be missing: then every account is usable. */
export function readAccountFile(text: string): AccountFile {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [";", "\t", ",", "|"],
    preview: MAX_ACCOUNTS + 1,
  });
  const [header, ...rows] = parsed.data;
  const names = (header ?? []).map((name) => name.trim().toLowerCase());
  const numberColumn = names.findIndex((name) => ["compte", "numéro", "numero", "comptenum", "number"].includes(name));
  const labelColumn = names.findIndex((name) =>
    ["libellé", "libelle", "intitulé", "intitule", "comptelib", "label"].includes(name),
  );
  const statusColumn = names.findIndex((name) => ["état", "etat", "status"].includes(name));
  if (numberColumn < 0 || labelColumn < 0) {
    return { accounts: [], errors: [{ line: 1, refusal: refuse("invalid", "account.fileHeader") }] };
  }
  if (rows.length === 0)
    return { accounts: [], errors: [{ line: 1, refusal: refuse("invalid", "account.fileEmpty") }] };
  const accounts = new Map<string, Account>();
  const errors: LineError[] = [];
  for (const [index, row] of rows.entries()) {
    const line = index + 2;
    const status = STATUS[(row[statusColumn] ?? "").trim().toLowerCase()] ?? "usable";
    const account: Account = {
      number: (row[numberColumn] ?? "").trim().toUpperCase(),
      label: (row[labelColumn] ?? "").trim(),
      status,
    };
    const refusal = accounts.has(account.number)
      ? refuse("invalid", "account.twice", { account: account.number })
      : checkAccount(account);
    if (refusal) errors.push({ line, refusal });
    else accounts.set(account.number, account);
  }
  return { accounts: [...accounts.values()], errors };
}

/** The chart as CSV with semicolons, as French spreadsheets open it. */
export function writeAccountFile(accounts: readonly Account[]): string {
  const names: Readonly<Record<AccountStatus, string>> = { usable: "", heading: "titre", blocked: "bloqué" };
  return Papa.unparse(
    { fields: ["compte", "libellé", "état"], data: accounts.map((a) => [a.number, a.label, names[a.status]]) },
    { delimiter: ";", newline: "\r\n", escapeFormulae: true },
  );
}
