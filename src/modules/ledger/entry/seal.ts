/**
 * The seal of an entry: SHA-256 of its canonical text, chained to the seal before it in the same fiscal year.
 * The database seals with the same text (ledger.seal_text); this file recomputes it from outside of SQL.
 */
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { FiscalYearId } from "../fiscal-year/fiscal-year.ts";
import type { PostedEntry } from "./entry.ts";

/** SHA-256 of a UTF-8 text, as 64 hexadecimal digits. Handed in, so that this file stays pure. */
export type Sha256 = (text: string) => string;

/** What the first entry of a fiscal year is chained to. */
export const FIRST_PREVIOUS = "0".repeat(64);

export type SealedEntry = PostedEntry & {
  readonly organizationId: OrganizationId;
  readonly fiscalYearId: FiscalYearId;
  /** Rank of validation in the fiscal year: 1, 2, 3… It differs from the number only around the à-nouveaux. */
  readonly position: bigint;
  readonly hash: string;
};

/** The text that is hashed: sorted keys, amounts in cents as text, absent things as null. */
export function sealText(entry: Omit<SealedEntry, "hash">, previous: string): string {
  const body: Json = {
    date: entry.date,
    fiscalYearId: entry.fiscalYearId,
    id: entry.id,
    journalCode: entry.journalCode,
    label: entry.label,
    lines: entry.lines.map((line) => ({
      account: line.account,
      activityId: line.activityId,
      auxiliaryCode: line.auxiliary?.code ?? null,
      auxiliaryLabel: line.auxiliary?.label ?? null,
      credit: line.credit,
      debit: line.debit,
      dueDate: line.dueDate ?? null,
      label: line.label,
    })),
    organizationId: entry.organizationId,
    pieceDate: entry.pieceDate,
    pieceRef: entry.pieceRef,
    source: { id: entry.source.id, kind: entry.source.kind },
  };
  return canonicalJson({
    entry: body,
    number: entry.number,
    position: entry.position,
    postedOn: entry.postedOn,
    previous,
  });
}

export function seal(entry: Omit<SealedEntry, "hash">, previous: string, sha256: Sha256): string {
  return sha256(sealText(entry, previous));
}

/** The end of a chain, after which the next entry comes. */
export type ChainEnd = { readonly position: bigint; readonly hash: string };
export const CHAIN_START: ChainEnd = { position: 0n, hash: FIRST_PREVIOUS };

/** The first link that does not hold: the rank is not the next one, or the content does not give the seal. */
export type BrokenLink = {
  readonly number: bigint;
  readonly position: bigint;
  readonly reason: "rank" | "seal";
};

/**
 * Follows a chain in the order of validation, from its start or from the end of an earlier part.
 * Returns the new end, or the first broken link.
 */
export function verify(
  entries: Iterable<SealedEntry>,
  sha256: Sha256,
  start: ChainEnd = CHAIN_START,
): ChainEnd | BrokenLink {
  let end = start;
  for (const entry of entries) {
    if (entry.position !== end.position + 1n) {
      return { number: entry.number, position: entry.position, reason: "rank" };
    }
    if (seal(entry, end.hash, sha256) !== entry.hash) {
      return { number: entry.number, position: entry.position, reason: "seal" };
    }
    end = { position: entry.position, hash: entry.hash };
  }
  return end;
}

export function isBroken(result: ChainEnd | BrokenLink): result is BrokenLink {
  return "reason" in result;
}
