/** What a validation found: faults by line and rule, totals, balances by account. */

import type { Day } from "#kernel/day.ts";
import type { Facts } from "#kernel/fact.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import type { fr } from "./fec.fr.ts";
import type { TextEncoding } from "./fec-bytes.ts";
import type { FecForm, FecSeparator } from "./fec-reader.ts";

export type FecRule = keyof typeof fr.rules;
export type FecSeverity = keyof typeof fr.severities;

export type Fault = {
  readonly rule: FecRule;
  /** Line in the file, 1 = the header; 0 = the file as a whole. */
  readonly line: number;
  readonly facts: Facts;
};

/** Rules that a correct file may break for a reason; all the others are errors. */
const WARNINGS: ReadonlySet<FecRule> = new Set<FecRule>([
  "bom",
  "emptyLine",
  "dateEarly",
  "validOrder",
  "auxiliaryAccount",
  "auxiliaryHalf",
  "accountLabel",
  "journalLabel",
  "auxiliaryLabel",
  "sequenceForm",
  "sequenceOrder",
  "centralisation",
  "textCharacter",
  "letterUnbalanced",
]);

export function severityOf(rule: FecRule): FecSeverity {
  return WARNINGS.has(rule) ? "warning" : "error";
}

/** Faults kept for each rule; beyond, they are only counted. */
export const MAX_FAULTS_PER_RULE = 100;

export type AccountTotals = {
  readonly label: string;
  debit: Cents;
  credit: Cents;
  /** The part that comes from the à-nouveaux. */
  openingDebit: Cents;
  openingCredit: Cents;
};

export type JournalTotals = { readonly label: string; lines: number; debit: Cents; credit: Cents };

export type FecReport = {
  readonly faults: Fault[];
  /** All the faults of each rule, those not kept included. */
  readonly counts: Map<FecRule, number>;
  encoding: TextEncoding;
  bom: boolean;
  separator: FecSeparator;
  form: FecForm;
  /** Names of the columns after the eighteen. */
  extraColumns: readonly string[];
  lines: number;
  entries: number;
  debit: Cents;
  credit: Cents;
  firstDate: Day | null;
  lastDate: Day | null;
  readonly journals: Map<string, JournalTotals>;
  readonly accounts: Map<string, AccountTotals>;
};

export function newReport(): FecReport {
  return {
    faults: [],
    counts: new Map(),
    encoding: "ASCII",
    bom: false,
    separator: "\t",
    form: "debit-credit",
    extraColumns: [],
    lines: 0,
    entries: 0,
    debit: ZERO,
    credit: ZERO,
    firstDate: null,
    lastDate: null,
    journals: new Map(),
    accounts: new Map(),
  };
}

export function addFault(report: FecReport, rule: FecRule, line: number, facts: Facts = {}): void {
  const count = (report.counts.get(rule) ?? 0) + 1;
  report.counts.set(rule, count);
  if (count <= MAX_FAULTS_PER_RULE) report.faults.push({ rule, line, facts });
}

/** How many faults of a severity, those not kept included. */
export function countOf(report: FecReport, severity: FecSeverity): number {
  let total = 0;
  for (const [rule, count] of report.counts) if (severityOf(rule) === severity) total += count;
  return total;
}
