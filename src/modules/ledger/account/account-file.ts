/** A chart of accounts as a file: read with line-by-line errors, compared with the chart before anything is written. */
import Papa from "papaparse";
import { refuse } from "#kernel/refusal.ts";
import { separatorOf } from "#kernel/text-file.ts";
import { fold } from "#ui/fold.ts";
import {
  type Account,
  type AccountRefusal,
  type AccountStatus,
  type AccountUse,
  type Chart,
  checkAccount,
  checkChange,
} from "./account.ts";

/** An account as a line of a file gives it; its state is null when the file has no such column, or nothing in it. */
type AccountLine = {
  /** As the spreadsheet numbers it: the heading is line 1. */
  readonly line: number;
  readonly number: string;
  readonly label: string;
  readonly status: AccountStatus | null;
  readonly refusal: AccountRefusal | null;
};

/** What an import would do with a line: `before` is null for a new account, `refusal` says why nothing can be done. */
export type PlannedAccount = {
  readonly line: number;
  readonly account: Account;
  readonly before: Account | null;
  readonly refusal: AccountRefusal | null;
};

export const MAX_ACCOUNT_BYTES = 2_000_000;
const MAX_ACCOUNTS = 10_000;

/** Words of the state column, without accents. "Utilisable" or nothing: the account may be posted to. */
const STATUS: Readonly<Record<string, AccountStatus>> = {
  utilisable: "usable",
  usable: "usable",
  titre: "heading",
  heading: "heading",
  bloque: "blocked",
  blocked: "blocked",
};

const COLUMNS = {
  number: ["compte", "numero", "numero de compte", "comptenum", "number", "account"],
  label: ["libelle", "intitule", "comptelib", "label", "title"],
  status: ["etat", "status", "state"],
} as const;

/** Reads "compte;libellé;état" (or commas, or tabs), every line, right or wrong. The state column may be missing. */
export function readAccountFile(text: string): AccountLine[] {
  const plain = text.replace(/^\uFEFF/, "");
  const parsed = Papa.parse<string[]>(plain, { delimiter: separatorOf(plain), preview: MAX_ACCOUNTS + 2 });
  const [header, ...rows] = parsed.data;
  const names = (header ?? []).map((name) => fold(name).trim());
  const place = (column: keyof typeof COLUMNS) =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  const [numberAt, labelAt, statusAt] = [place("number"), place("label"), place("status")];
  const whole = (refusal: AccountRefusal): AccountLine[] => [{ line: 1, number: "", label: "", status: null, refusal }];
  if (numberAt < 0 || labelAt < 0) return whole(refuse("invalid", "account.fileHeader"));
  const lines = rows.flatMap((row, index): AccountLine[] => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const written = statusAt < 0 ? "" : (row[statusAt] ?? "").trim();
    const status = STATUS[fold(written)] ?? null;
    const refusal = written === "" || status !== null ? null : refuse("invalid", "account.stateUnknown", { written });
    // Our own files disarm what a spreadsheet would run as a formula: the mark is not part of the label.
    const label = (row[labelAt] ?? "").trim().replace(/^'(?=[=+\-@])/, "");
    return [{ line: index + 2, number: (row[numberAt] ?? "").trim().toUpperCase(), label, status, refusal }];
  });
  if (lines.length === 0) return whole(refuse("invalid", "account.fileEmpty"));
  return lines.length > MAX_ACCOUNTS ? whole(refuse("invalid", "account.fileLong")) : lines;
}

/** What each line would do to the chart. Without a state of its own, an account keeps the one it has. */
export function planAccounts(lines: readonly AccountLine[], chart: Chart, use: AccountUse): PlannedAccount[] {
  const seen = new Map<string, number>();
  return lines.map(({ line, number, label, status, refusal }) => {
    const before = chart.get(number) ?? null;
    const account: Account = { number, label, status: status ?? before?.status ?? "usable" };
    const twice = seen.get(number);
    seen.set(number, twice ?? line);
    return {
      line,
      account,
      before,
      refusal:
        refusal ??
        checkAccount(account) ??
        (twice === undefined
          ? checkChange(before, account, use)
          : refuse("invalid", "account.twice", { account: number, line: String(twice) })),
    };
  });
}

/** True when a line brings nothing new. */
export function isUnchanged({ account, before }: PlannedAccount): boolean {
  return before !== null && before.label === account.label && before.status === account.status;
}
