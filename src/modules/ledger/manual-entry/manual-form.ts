/** The form of an entry written by hand: its texts as typed, how its buttons change it, what they add up to. */
import type { Day } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { amountText } from "#ui/format.ts";
import { parseAmount, parseDayInput } from "#ui/parse.ts";
import { defaultAccounts } from "../account/default-accounts.ts";
import { journalCodes } from "../account/default-journals.ts";

export const LINE_FIELDS = ["account", "activityId", "label", "debit", "credit"] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** One row, as typed. An empty activity is the shared services. */
export type LineForm = Readonly<Record<LineField, string>>;

export type EntryForm = {
  readonly journalCode: string;
  readonly date: string;
  readonly label: string;
  readonly pieceRef: string;
  readonly pieceDate: string;
  readonly link: boolean;
  readonly lines: readonly LineForm[];
};

/** As many rows as the command takes lines; beyond, the text of a hostile form is not read. */
const MOST_ROWS = 500;
const MOST_TEXT = 400;

export const emptyLine: LineForm = { account: "", activityId: "", label: "", debit: "", credit: "" };

export function emptyEntryForm(date: string, journalCode: string = journalCodes.miscellaneous): EntryForm {
  return { journalCode, date, label: "", pieceRef: "", pieceDate: "", link: false, lines: [emptyLine, emptyLine] };
}

/** The accounts that usual documents post to (the cooperative's chart may say otherwise: they stay editable). */
const presets = {
  supplier: {
    journalCode: journalCodes.purchases,
    accounts: ["", defaultAccounts.vatDeductible, defaultAccounts.supplier],
  },
  expense: {
    journalCode: journalCodes.purchases,
    accounts: [defaultAccounts.mileage, "", defaultAccounts.vatDeductible, defaultAccounts.expenseClaim],
  },
  supplierPayment: {
    journalCode: journalCodes.bank,
    accounts: [defaultAccounts.supplier, defaultAccounts.bank],
  },
  payroll: {
    journalCode: journalCodes.payroll,
    accounts: [
      defaultAccounts.wages,
      defaultAccounts.socialCharges,
      defaultAccounts.wagesDue,
      defaultAccounts.taxAtSource,
      defaultAccounts.socialSecurity,
      defaultAccounts.otherSocial,
    ],
  },
  payrollPayment: {
    journalCode: journalCodes.bank,
    accounts: [
      defaultAccounts.wagesDue,
      defaultAccounts.socialSecurity,
      defaultAccounts.otherSocial,
      defaultAccounts.taxAtSource,
      defaultAccounts.bank,
    ],
  },
} as const;

export type Preset = keyof typeof presets;
export const PRESETS = Object.keys(presets) as readonly Preset[];

export function isBlank(line: LineForm): boolean {
  return LINE_FIELDS.every((field) => field === "activityId" || line[field].trim() === "");
}

/**
 * The form after one of its buttons: "line.add", "line.remove.2", "line.balance.3", "preset.payroll". Null when the
 * button sends the form. A preset keeps the rows that hold something.
 */
export function editEntryForm(form: EntryForm, intent: string, language: Language): EntryForm | null {
  const last = form.lines.at(-1);
  const balanced = /^line\.balance(?:\.(\d{1,3}))?$/.exec(intent);
  if (balanced !== null) return balanceRow(form, Number(balanced[1] ?? form.lines.length - 1), language);
  if (intent === "line.add") {
    const added = { ...emptyLine, activityId: last?.activityId ?? "" };
    return { ...form, lines: [...form.lines, added].slice(0, MOST_ROWS) };
  }
  const removed = /^line\.remove\.(\d{1,3})$/.exec(intent)?.[1];
  if (removed !== undefined) return { ...form, lines: form.lines.filter((_, index) => index !== Number(removed)) };
  const preset = PRESETS.find((name) => intent === `preset.${name}`);
  if (preset === undefined) return null;
  const { journalCode, accounts } = presets[preset];
  const activityId = last?.activityId ?? "";
  const added = accounts.map((account) => ({ ...emptyLine, account, activityId }));
  return { ...form, journalCode, lines: [...form.lines.filter((line) => !isBlank(line)), ...added] };
}

/** One row takes what the other rows of its activity are missing; it loses what it said before. */
function balanceRow(form: EntryForm, row: number, language: Language): EntryForm {
  const line = form.lines[row];
  if (line === undefined) return form;
  const others = form.lines.filter((other, index) => index !== row && other.activityId === line.activityId);
  const [total] = runningBalances(others, language);
  const gap = total === undefined ? 0n : total.debit - total.credit;
  const filled = {
    ...line,
    debit: gap < 0n ? amountText(-gap as Cents, language) : "",
    credit: gap > 0n ? amountText(gap as Cents, language) : "",
  };
  return { ...form, lines: form.lines.map((other, index) => (index === row ? filled : other)) };
}

/** A new form that says what an entry said, for the document that comes again each month. */
export function formFromEntry(
  entry: {
    readonly journalCode: string;
    readonly label: string;
    readonly lines: readonly {
      readonly account: string;
      readonly activityId: string | null;
      readonly label: string;
      readonly debit: Cents;
      readonly credit: Cents;
    }[];
  },
  date: string,
  language: Language,
): EntryForm {
  const text = (amount: Cents) => (amount === 0n ? "" : amountText(amount, language));
  return {
    ...emptyEntryForm(date, entry.journalCode),
    label: entry.label,
    lines: entry.lines.slice(0, MOST_ROWS).map((line) => ({
      account: line.account,
      activityId: line.activityId ?? "",
      label: line.label === entry.label ? "" : line.label,
      debit: text(line.debit),
      credit: text(line.credit),
    })),
  };
}

/** The form as it was posted: fields `journalCode`, `date`… and `lines.0.account`, `lines.0.debit`… */
export function readEntryForm(posted: FormData): EntryForm {
  const text = (name: string) => {
    const value = posted.get(name);
    return typeof value === "string" ? value.slice(0, MOST_TEXT) : "";
  };
  const lines: LineForm[] = [];
  for (let index = 0; index < MOST_ROWS && posted.has(`lines.${index}.account`); index += 1) {
    lines.push({
      account: text(`lines.${index}.account`),
      activityId: text(`lines.${index}.activityId`),
      label: text(`lines.${index}.label`),
      debit: text(`lines.${index}.debit`),
      credit: text(`lines.${index}.credit`),
    });
  }
  return {
    journalCode: text("journalCode"),
    date: text("date"),
    label: text("label"),
    pieceRef: text("pieceRef"),
    pieceDate: text("pieceDate"),
    link: posted.has("link"),
    lines,
  };
}

/** "401 Fournisseurs", "401 000" or "401": the number. */
export function accountNumber(typed: string): string {
  return typed
    .trim()
    .replace(/\s+[^\d\s].*$/, "")
    .replace(/\s/g, "");
}

/** What the command takes, and the row of the form that each line comes from: blank rows are left out. */
export function entryInputOf(form: EntryForm, today: Day, language: Language) {
  const rows = form.lines.flatMap((line, index) => (isBlank(line) ? [] : [index]));
  const cents = (text: string) => (text.trim() === "" ? "0" : (parseAmount(text, language)?.toString() ?? text));
  const date = (text: string) => parseDayInput(text, today) ?? text.trim();
  return {
    rows,
    input: {
      journalCode: form.journalCode,
      date: date(form.date),
      label: form.label,
      pieceRef: form.pieceRef,
      pieceDate: date(form.pieceDate),
      link: form.link,
      lines: rows.map((row) => {
        const line = form.lines[row] ?? emptyLine;
        return {
          account: accountNumber(line.account),
          activityId: line.activityId,
          label: line.label,
          debit: cents(line.debit),
          credit: cents(line.credit),
        };
      }),
    },
  };
}

/** The name of a field of the command in the form: "lines.1.debit" is the row that the second line comes from. */
export function fieldInForm(name: string, rows: readonly number[]): string {
  return name.replace(/^lines\.(\d+)\./, (whole, line) => {
    const row = rows[Number(line)];
    return row === undefined ? whole : `lines.${row}.`;
  });
}

export type RunningBalance = { readonly activityId: string; readonly debit: Cents; readonly credit: Cents };

/** Debit and credit of each activity ("" = shared services), in the order met; what cannot be read counts for nothing. */
export function runningBalances(lines: readonly LineForm[], language: Language): RunningBalance[] {
  const totals = new Map<string, RunningBalance>();
  for (const line of lines) {
    const debit = parseAmount(line.debit, language) ?? ZERO;
    const credit = parseAmount(line.credit, language) ?? ZERO;
    if (debit === 0n && credit === 0n) continue;
    const before = totals.get(line.activityId);
    totals.set(line.activityId, {
      activityId: line.activityId,
      debit: ((before?.debit ?? 0n) + debit) as Cents,
      credit: ((before?.credit ?? 0n) + credit) as Cents,
    });
  }
  return [...totals.values()];
}
