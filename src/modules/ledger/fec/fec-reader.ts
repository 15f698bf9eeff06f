/** Reads another program's FEC: separator, column order, Debit/Credit or Montant/Sens, amounts and days. */
import { type Day, parseDay } from "#kernel/day.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { analyticColumns, type FecColumn, fecColumns } from "./fec-line.ts";

export type FecSeparator = "\t" | "|" | ";" | ",";
export type FecForm = "debit-credit" | "amount-sense";

/** How the first line says the file is made. */
export type FecLayout = {
  readonly separator: FecSeparator;
  readonly form: FecForm;
  /** The columns as the file names them, in its order. */
  readonly names: readonly string[];
  /** Where each known column is; Montant takes the place of Debit and Sens that of Credit. */
  readonly index: Readonly<Record<FecColumn | (typeof analyticColumns)[number], number>>;
  /** False when the first line holds no column name: it is then data already. */
  readonly named: boolean;
  readonly missing: readonly string[];
  /** Every value stands between quotation marks, as spreadsheets export. */
  readonly quoted: boolean;
};

const SEPARATORS: readonly FecSeparator[] = ["\t", "|", ";", ","];

/** Reads the first line. Column names are found whatever their case; the order of the law is assumed when there are none. */
export function readLayout(firstLine: string): FecLayout {
  const separator = SEPARATORS.reduce((best, candidate) =>
    firstLine.split(candidate).length > firstLine.split(best).length ? candidate : best,
  );
  const written = firstLine.split(separator).map((name) => name.trim());
  const quoted = written.length > 1 && written.every((name) => /^".*"$/.test(name));
  const names = quoted ? written.map((name) => name.slice(1, -1)) : written;
  const lower = names.map((name) => name.toLowerCase());
  const amountSense = lower.includes("montant") && lower.includes("sens");
  const wanted = fecColumns.map((name) => {
    if (amountSense && name === "Debit") return "Montant";
    return amountSense && name === "Credit" ? "Sens" : name;
  });
  const named = wanted.filter((name) => lower.includes(name.toLowerCase())).length >= 6;
  const place = (name: string, position: number) => (named ? lower.indexOf(name.toLowerCase()) : position);
  const index = Object.fromEntries([
    ...fecColumns.map((name, position) => [name, place(wanted[position] ?? name, position)]),
    ...analyticColumns.map((name) => [name, named ? lower.indexOf(name.toLowerCase()) : -1]),
  ]) as FecLayout["index"];
  const missing = named ? wanted.filter((name) => !lower.includes(name.toLowerCase())) : [];
  return { separator, form: amountSense ? "amount-sense" : "debit-credit", names, index, named, missing, quoted };
}

/** The names that the first line must have, for a form. */
export function lawNames(form: FecForm): string[] {
  return fecColumns.map((name) => {
    if (form === "amount-sense" && name === "Debit") return "Montant";
    return form === "amount-sense" && name === "Credit" ? "Sens" : name;
  });
}

/** A year has few days and a file has millions of dates: each is read once. */
const known = new Map<string, Day | null>();

/** "20261231" as a day; null when it is not a real one written in eight digits. */
export function readFecDay(text: string): Day | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size > 4_000) known.clear();
  const day = readDay(text);
  known.set(text.slice(0, 40), day);
  return day;
}

function readDay(text: string): Day | null {
  return /^\d{8}$/.test(text) ? parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : null;
}

/** An amount and what its writing does that the law does not allow. `cents` is null when it cannot be read at all. */
export type FecAmount = { readonly cents: Cents | null; readonly problem: "dot" | "grouping" | "decimals" | null };

const PLAIN = /^([+-]?)(\d{1,15})(?:,(\d*))?([+-]?)$/;

/** Reads "1234,56", with a sign before or after. A dot, spaces or more than two decimals are read but named. */
export function readFecAmount(text: string): FecAmount {
  if (text === "" || text === "0,00" || text === "0") return { cents: ZERO, problem: null };
  let problem: FecAmount["problem"] = null;
  let plain = text;
  if (/[\s\u00a0\u202f]/.test(plain)) {
    problem = "grouping";
    plain = plain.replace(/[\s\u00a0\u202f]/g, "");
  }
  if (plain.includes(".")) {
    problem = plain.includes(",") ? "grouping" : "dot";
    plain = plain.includes(",") ? plain.replaceAll(".", "") : plain.replace(".", ",");
  }
  const match = PLAIN.exec(plain);
  if (!match || (match[1] !== "" && match[4] !== "")) return { cents: null, problem: null };
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  if (fraction.length > 2) return { cents: null, problem: "decimals" };
  const value = BigInt(`${match[2]}${fraction.padEnd(2, "0")}`);
  return { cents: (match[1] === "-" || match[4] === "-" ? -value : value) as Cents, problem };
}

/** The two sides of a Montant/Sens pair: D or +1 is debit, C or -1 is credit. Null for another sense. */
export function sidesOf(amount: Cents, sense: string): { debit: Cents; credit: Cents } | null {
  const side = sense.trim().toUpperCase();
  if (side === "D" || side === "+1" || side === "1" || side === "+") return { debit: amount, credit: ZERO };
  if (side === "C" || side === "-1" || side === "-") return { debit: ZERO, credit: amount };
  return null;
}
