import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { toCents } from "#kernel/money.ts";
import { type ProposableLine, proposeReconciliations } from "./propose.ts";
import { checkReconciliation } from "./reconciliation.ts";

let rank = 0;
/** A line of 411: `amount` in cents, positive on debit. */
function line(party: string | null, pieceRef: string, amount: number, activity: string | null = "a"): ProposableLine {
  rank += 1;
  return {
    entryId: `e${rank}` as ProposableLine["entryId"],
    lineNumber: 1,
    account: "411",
    auxiliaryCode: party,
    activityId: activity as ProposableLine["activityId"],
    fiscalYearId: "y" as ProposableLine["fiscalYearId"],
    entryNumber: BigInt(rank),
    date: toDay("2026-03-01"),
    debit: toCents(Math.max(amount, 0)),
    credit: toCents(Math.max(-amount, 0)),
    letter: null,
    pieceRef,
  };
}

const said = (lines: readonly ProposableLine[]) =>
  proposeReconciliations(lines).map((proposal) => [proposal.reason, ...proposal.lines.map(({ pieceRef }) => pieceRef)]);

describe("ce qui peut se lettrer", () => {
  test("la même pièce d'abord, puis tout ce qu'un tiers a d'ouvert", () => {
    expect(
      said([
        line("C1", "F1", 12_000),
        line("C1", "F2", 5_000),
        line("C1", "F1", -12_000),
        line("C1", "CHQ", -3_000),
        line("C1", "VIR", -2_000),
      ]),
    ).toEqual([
      ["piece", "F1", "F1"],
      ["all", "F2", "CHQ", "VIR"],
    ]);
  });

  test("un montant rencontré une fois de chaque côté ; deux fois, c'est à une personne de choisir", () => {
    expect(said([line("C1", "F1", 500), line("C1", "F2", 900), line("C1", "V", -900)])).toEqual([["pair", "F2", "V"]]);
    expect(said([line("C1", "F1", 900), line("C1", "F2", 900), line("C1", "V", -900)])).toEqual([]);
  });

  test("ni d'un tiers à l'autre, ni d'une activité à l'autre, ni à un centime près", () => {
    expect(said([line("C1", "F1", 900), line("C2", "F1", -900)])).toEqual([]);
    expect(said([line("C1", "F1", 900, "a"), line("C1", "F1", -900, "b")])).toEqual([]);
    expect(said([line("C1", "F1", 900), line("C1", "F1", -899)])).toEqual([]);
  });

  test("sans tiers, que tout se solde ne dit rien", () => {
    expect(said([line(null, "A", 700), line(null, "B", -300), line(null, "C", -400)])).toEqual([]);
  });

  test("quelles que soient les lignes : chaque proposition passe le contrôle, aucune ligne deux fois", () => {
    const anyLine = fc
      .record({
        party: fc.constantFrom("C1", "C2", null),
        piece: fc.constantFrom("F1", "F2", ""),
        amount: fc.integer({ min: -4, max: 4 }).filter((amount) => amount !== 0),
        activity: fc.constantFrom("a", "b"),
      })
      .map(({ party, piece, amount, activity }) => line(party, piece, amount * 100, activity));
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        const proposals = proposeReconciliations(lines);
        for (const { lines: proposed } of proposals) expect(checkReconciliation(proposed)).toBeNull();
        const all = proposals.flatMap((proposal) => proposal.lines);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
