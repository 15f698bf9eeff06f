/** One line of a Fichier des écritures comptables (LPF art. A47 A-1), and the names of its columns. */
import type { Day } from "#kernel/day.ts";
import type { Cents } from "#kernel/money.ts";

/** The eighteen columns of the law, in their order. */
export const fecColumns = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "CompAuxNum",
  "CompAuxLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "Debit",
  "Credit",
  "EcritureLet",
  "DateLet",
  "ValidDate",
  "Montantdevise",
  "Idevise",
] as const;

export type FecColumn = (typeof fecColumns)[number];

/** Columns 19 and 20, allowed after the eighteen: the activity of each line. */
export const analyticColumns = ["CodeAnalytique", "LibAnalytique"] as const;

export type FecLine = {
  readonly journalCode: string;
  readonly journalLabel: string;
  readonly number: bigint;
  readonly date: Day;
  readonly account: string;
  readonly accountLabel: string;
  readonly auxiliaryCode: string;
  readonly auxiliaryLabel: string;
  readonly pieceRef: string;
  readonly pieceDate: Day;
  readonly label: string;
  readonly debit: Cents;
  readonly credit: Cents;
  /** Reconciliation letter and its day; both or neither. */
  readonly letter: string;
  readonly letteredOn: Day | null;
  readonly postedOn: Day;
  readonly activityCode: string;
  readonly activityLabel: string;
};

/** A day as the file writes it: AAAAMMJJ. */
export function fecDay(day: Day): string {
  return day.replaceAll("-", "");
}

/** Two decimals, a comma, no thousands separator: "1234,56". */
export function fecAmount(amount: Cents): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** "123456789FEC20261231.txt": the SIREN and the closing day of the fiscal year. */
export function fecFileName(siren: string, closing: Day): string {
  return `${siren}FEC${fecDay(closing)}.txt`;
}
