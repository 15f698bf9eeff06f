/** Opening balances as CSV: "compte;libellé du compte;activité;tiers;nom du tiers;libellé;débit;crédit;échéance". */
import Papa from "papaparse";
import { type Day, parseDay } from "#kernel/day.ts";
import { type Cents, parseDecimal, toDecimalString, ZERO } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import { separatorOf } from "#kernel/text-file.ts";
import { fold } from "#ui/fold.ts";
import { MAX_LINES } from "../entry/entry.ts";
import type { OpeningError, OpeningRow } from "./opening.ts";

/** Names that each column may have, in small letters without accents. */
const COLUMNS = {
  /** Written by us when a FEC was read: where each balance first appears in it. */
  line: ["ligne"],
  account: ["compte", "comptenum", "numero de compte", "n° de compte"],
  accountLabel: ["libelle du compte", "comptelib", "intitule", "intitule du compte"],
  activityCode: ["activite", "code activite", "codeanalytique", "analytique", "section"],
  activityLabel: ["nom de l'activite", "libelle de l'activite", "libanalytique"],
  auxiliaryCode: ["tiers", "code tiers", "compauxnum", "auxiliaire"],
  auxiliaryLabel: ["nom du tiers", "compauxlib", "libelle du tiers"],
  label: ["libelle", "ecriturelib"],
  debit: ["debit", "solde debiteur"],
  credit: ["credit", "solde crediteur"],
  dueDate: ["echeance", "date d'echeance"],
} as const;

type Column = keyof typeof COLUMNS;

/** The columns as the example file names them. */
export const HEADINGS = {
  account: "compte",
  accountLabel: "libellé du compte",
  activityCode: "activité",
  auxiliaryCode: "tiers",
  auxiliaryLabel: "nom du tiers",
  label: "libellé",
  debit: "débit",
  credit: "crédit",
  dueDate: "échéance",
} as const;

const plain = (name: string) => fold(name).replaceAll("’", "'").trim();

/** Reads rows and names each line that cannot be read. Amounts as people write them: "1 234,56", "1234.56". */
export function readOpeningFile(text: string): { rows: OpeningRow[]; errors: OpeningError[] } {
  const bare = text.replace(/^\uFEFF/, "");
  const parsed = Papa.parse<string[]>(bare, { delimiter: separatorOf(bare), preview: MAX_LINES + 3 });
  const [header, ...body] = parsed.data;
  const names = (header ?? []).map(plain);
  const place = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, known]) => [
      column,
      names.findIndex((name) => (known as readonly string[]).includes(name)),
    ]),
  ) as Record<Column, number>;
  if (place.account < 0 || place.debit < 0 || place.credit < 0) {
    return { rows: [], errors: [{ line: 1, refusal: refuse("invalid", "opening.header") }] };
  }
  const rows: OpeningRow[] = [];
  const errors: OpeningError[] = [];
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const cell = (column: Column) => (place[column] < 0 ? "" : (cells[place[column]] ?? "").trim());
    const line = Number(/^\d{1,9}$/.exec(cell("line"))?.[0] ?? index + 2);
    const debit = readAmount(cell("debit"));
    const credit = readAmount(cell("credit"));
    const dueDate = readDay(cell("dueDate"));
    const wrong = debit === null ? cell("debit") : credit === null ? cell("credit") : null;
    if (wrong !== null) errors.push({ line, refusal: refuse("invalid", "opening.amount", { value: wrong }) });
    else if (dueDate === undefined) {
      errors.push({ line, refusal: refuse("invalid", "opening.day", { value: cell("dueDate") }) });
    } else {
      rows.push({
        line,
        account: cell("account").toUpperCase(),
        accountLabel: cell("accountLabel"),
        activityCode: cell("activityCode").toUpperCase(),
        activityLabel: cell("activityLabel"),
        auxiliaryCode: cell("auxiliaryCode"),
        auxiliaryLabel: cell("auxiliaryLabel"),
        label: cell("label"),
        debit: debit ?? ZERO,
        credit: credit ?? ZERO,
        dueDate,
      });
    }
  }
  return { rows, errors };
}

/** An amount of a spreadsheet; empty is zero, null is not an amount. */
function readAmount(text: string): Cents | null {
  if (text === "") return ZERO;
  const tight = text.replace(/[\s\u00a0\u202f€]/g, "");
  return parseDecimal(tight.includes(",") ? tight.replaceAll(".", "").replace(",", ".") : tight);
}

/** "31/03/2026" or "2026-03-31"; null when empty, undefined when it is not a day. */
function readDay(text: string): Day | null | undefined {
  if (text === "") return null;
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return parseDay(french ? `${french[3]}-${french[2]}-${french[1]}` : text) ?? undefined;
}

const FIELDS = [
  "account",
  "accountLabel",
  "activityCode",
  "activityLabel",
  "auxiliaryCode",
  "auxiliaryLabel",
  "label",
] as const;

/** Rows as the same file, for a form that carries them from the preview to the import. */
export function writeOpeningFile(rows: readonly OpeningRow[]): string {
  const names = ["line", ...FIELDS, "debit", "credit", "dueDate"] as const;
  return Papa.unparse(
    {
      fields: names.map((name) => COLUMNS[name][0]),
      data: rows.map((row) => [
        row.line,
        ...FIELDS.map((name) => row[name] ?? ""),
        toDecimalString(row.debit),
        toDecimalString(row.credit),
        row.dueDate ?? "",
      ]),
    },
    { delimiter: ";", newline: "\n" },
  );
}
