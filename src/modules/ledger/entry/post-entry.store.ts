/** Posting: one call that writes, checks, numbers and seals an entry in the caller's transaction. */

import { sql } from "kysely";
import { type Facts, onDay } from "#kernel/fact.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import type { CommandContext } from "#platform/command.ts";
import { checkShape, type DraftEntry, type EntryId, type EntryRefusal, MAX_TEXT } from "./entry.ts";

/** What posting needs of a command's context. */
export type PostingContext = Pick<CommandContext, "organizationId" | "tx" | "now" | "today" | "dryRun" | "id"> & {
  readonly actor: { readonly personId: Id<"person"> | null };
};

/** The number is the FEC's EcritureNum; 0 in a dry run, which takes none. */
export type Posted = { readonly entryId: EntryId; readonly number: bigint };

/**
 * Posts an entry: refuses what does not balance (in total and per activity), unknown or blocked accounts, a date
 * without an open period. Takes the lock of the fiscal year's chain, held until the commit: call it as late as possible.
 * After a refusal the transaction may be unusable: return the refusal, so that it is rolled back.
 */
export async function postEntry(context: PostingContext, draft: DraftEntry): Promise<Posted | EntryRefusal> {
  const prepared = preparePosting(draft);
  if (isRefusal(prepared)) return prepared;
  const { entry, lines } = prepared;
  const entryId = context.id<"entry">();
  try {
    const { rows } = await sql<{ number: bigint | null; refusal: EntryRefusal["code"] | null; fact: string | null }>`
      select * from ledger.post_entry(${context.organizationId}, ${entryId}, ${entry.journalCode}, ${entry.date},
        ${entry.label}, ${entry.pieceRef}, ${entry.pieceDate}, ${entry.source.kind}, ${entry.source.id},
        ${context.today}, ${context.now}, ${context.actor.personId}, ${lines}::jsonb, ${context.dryRun})`.execute(
      context.tx,
    );
    const answer = rows[0];
    if (answer?.refusal) return refusePosting(answer.refusal, entry, answer.fact ?? "");
    return { entryId, number: answer?.number ?? 0n };
  } catch (error) {
    const known = refusePostingError(error, entry);
    if (known) return known;
    throw error;
  }
}

/** An entry ready for `ledger.post_entry`: cleaned, checked, its lines as JSON. */
export type PreparedPosting = { readonly entry: DraftEntry; readonly lines: string };

/** For a module whose own SQL posts in the same call (issuing an invoice under its series' lock). */
export function preparePosting(draft: DraftEntry): PreparedPosting | EntryRefusal {
  const entry = cleaned(draft);
  const refusal = checkShape(entry);
  if (refusal) return refusal;
  const lines = JSON.stringify(
    entry.lines.map((line, index) => ({
      n: index + 1,
      activity: line.activityId,
      account: line.account,
      code: line.auxiliary?.code,
      name: line.auxiliary?.label,
      label: line.label,
      debit: String(line.debit),
      credit: String(line.credit),
      due: line.dueDate,
    })),
  );
  return { entry, lines };
}

/** Texts as the books and the FEC carry them: no control character, quote or bar, trimmed, cut to what a column holds. */
function cleaned(draft: DraftEntry): DraftEntry {
  const text = (value: string, max = MAX_TEXT) =>
    value
      .replace(/\p{Cc}+/gu, " ")
      .replaceAll('"', "'")
      .replaceAll("|", "/")
      .trim()
      .slice(0, max)
      .trimEnd();
  const label = text(draft.label);
  return {
    ...draft,
    label,
    pieceRef: text(draft.pieceRef, 100),
    lines: draft.lines.map((line) => {
      const auxiliary = line.auxiliary && { code: text(line.auxiliary.code, 40), label: text(line.auxiliary.label) };
      const own = { ...line, label: text(line.label) || label };
      return auxiliary?.code
        ? { ...own, auxiliary: { ...auxiliary, label: auxiliary.label || auxiliary.code } }
        : omit(own);
    }),
  };
}

function omit<Line extends { auxiliary?: unknown }>(line: Line): Omit<Line, "auxiliary"> {
  const { auxiliary: _, ...rest } = line;
  return rest;
}

/** The sentence of what `ledger.post_entry` answered. */
export function refusePosting(code: EntryRefusal["code"], entry: DraftEntry, fact: string): EntryRefusal {
  const facts: Facts = { date: onDay(entry.date), account: fact, journal: entry.journalCode };
  const at = entry.lines.findIndex((line) => line.account === fact);
  switch (code) {
    case "entry.noFiscalYear":
    case "entry.periodLocked":
    case "entry.periodClosed":
      return refuse("conflict", code, facts, "date");
    case "entry.journalUnknown":
      return refuse("missing", code, facts, "journalCode");
    default:
      return refuse("missing", code, facts, at < 0 ? undefined : `lines.${at}.account`);
  }
}

/** What the database's own guards say, when they speak before we do. */
export function refusePostingError(error: unknown, entry: DraftEntry): EntryRefusal | null {
  const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string };
  switch (code) {
    case "LE003":
      return refusePosting("entry.accountBlocked", entry, detail ?? "");
    case "LE004":
      return refusePosting("entry.periodLocked", entry, "");
    case "LE005":
      return refusePosting("entry.periodClosed", entry, "");
    case "LE006":
      return refusePosting("entry.noFiscalYear", entry, "");
    case "LE008":
      return refuse("conflict", "entry.openingExists", { year: entry.date.slice(0, 4) });
    case "LE009":
      return refuse("missing", "entry.activityUnknown");
    case "23505":
      return constraint === "entry_reversal" ? refuse("conflict", "entry.reversedMeanwhile") : null;
    default:
      return null;
  }
}
