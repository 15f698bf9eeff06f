/** What a program may propose to letter; a person decides. */

import type { ReconciliationRefusal } from "./reconciliation.ts";
import { checkReconciliation, type OpenLine } from "./reconciliation.ts";

export type ProposableLine = OpenLine & { readonly pieceRef: string };

/** all: everything the third party has open; piece: one document; pair: one debit and one credit of the same amount. */
export type ProposalReason = "all" | "piece" | "pair";
export type Proposal<Line extends ProposableLine = ProposableLine> = {
  readonly reason: ProposalReason;
  readonly lines: readonly Line[];
};

/**
 * Open lines of an account that settle one another to the cent for one third party: first those of one document, then
 * everything that is open, then a debit and a credit of an amount met once on each side. No line is in two proposals,
 * and each proposal passes the check of a lettrage.
 */
export function proposeReconciliations<Line extends ProposableLine>(lines: readonly Line[]): Proposal<Line>[] {
  const proposals: Proposal<Line>[] = [];
  for (const ofParty of groups(lines, (line) => `${line.account} ${line.auxiliaryCode ?? ""}`)) {
    let left = ofParty;
    const take = (reason: ProposalReason, candidates: readonly Line[]) => {
      const refusal: ReconciliationRefusal | null = checkReconciliation(candidates);
      if (refusal !== null) return;
      proposals.push({ reason, lines: candidates });
      left = left.filter((line) => !candidates.includes(line));
    };
    for (const ofPiece of groups(left, (line) => line.pieceRef)) {
      if (ofPiece[0]?.pieceRef !== "") take("piece", ofPiece);
    }
    // Without a third party (a bank, a VAT account), that everything comes to zero says nothing.
    if (left[0]?.auxiliaryCode) take("all", left);
    for (const sameAmount of groups(left, (line) => `${line.activityId} ${amountOf(line)}`)) {
      if (sameAmount.length === 2) take("pair", sameAmount);
    }
  }
  return proposals;
}

function amountOf({ debit, credit }: ProposableLine): bigint {
  const amount = debit - credit;
  return amount < 0n ? -amount : amount;
}

function groups<Line>(lines: readonly Line[], keyOf: (line: Line) => string): Line[][] {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = found.get(key);
    if (group === undefined) found.set(key, [line]);
    else group.push(line);
  }
  return [...found.values()];
}
