import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { FiscalYearId } from "../fiscal-year/fiscal-year.ts";
import type { LedgerTables } from "../tables.ts";
import {
  type DraftLine,
  type EntryId,
  type EntryRefusal,
  type PostedEntry,
  type Reversal,
  reverseEntry,
} from "./entry.ts";
import { type Posted, type PostingContext, postEntry } from "./post-entry.store.ts";

export type StoredEntry = PostedEntry & {
  readonly fiscalYearId: FiscalYearId;
  /** The entry that reverses it, when there is one. */
  readonly reversedBy: { readonly id: EntryId; readonly number: bigint } | null;
};

/** A posted entry with its lines in order; null when it does not exist. */
export async function findEntry(tx: Tx, organizationId: OrganizationId, id: EntryId): Promise<StoredEntry | null> {
  const ledger = tx.withTables<LedgerTables>();
  const entry = await ledger
    .selectFrom("ledger.entry as e")
    .leftJoin("ledger.entry as r", (join) =>
      join
        .onRef("r.organization_id", "=", "e.organization_id")
        .on("r.source_kind", "=", "ledger.reversal")
        .on("r.source_id", "=", id),
    )
    .selectAll("e")
    .select(["r.id as reversal_id", "r.number as reversal_number"])
    .where("e.organization_id", "=", organizationId)
    .where("e.id", "=", id)
    .where("e.posted", "=", true)
    .executeTakeFirst();
  if (!entry) return null;
  const lines = await ledger
    .selectFrom("ledger.entry_line")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("entry_id", "=", id)
    .orderBy("line_number")
    .execute();
  return {
    id: entry.id,
    fiscalYearId: entry.fiscal_year_id,
    number: entry.number,
    postedOn: entry.posted_on,
    journalCode: entry.journal_code,
    date: entry.entry_date,
    label: entry.label,
    pieceRef: entry.piece_ref,
    pieceDate: entry.piece_date,
    source: { kind: entry.source_kind, id: entry.source_id },
    reversedBy:
      entry.reversal_id === null || entry.reversal_number === null
        ? null
        : { id: entry.reversal_id, number: entry.reversal_number },
    lines: lines.map(toLine),
  };
}

function toLine(row: {
  account: string;
  auxiliary_code: string | null;
  auxiliary_label: string | null;
  activity_id: ActivityId | null;
  label: string;
  debit: bigint;
  credit: bigint;
  due_date: DraftLine["dueDate"] | null;
}): DraftLine {
  const line = {
    account: row.account,
    activityId: row.activity_id,
    label: row.label,
    debit: row.debit as Cents,
    credit: row.credit as Cents,
  };
  const auxiliary =
    row.auxiliary_code === null ? undefined : { code: row.auxiliary_code, label: row.auxiliary_label ?? "" };
  return {
    ...line,
    ...(auxiliary && { auxiliary }),
    ...(row.due_date !== null && { dueDate: row.due_date }),
  };
}

/**
 * Posts the reversal of an entry, on the day given. Refuses an unknown entry, one already reversed, and the à-nouveaux.
 * The source says why; by default "ledger.reversal" of the entry, which can be posted once only.
 */
export async function reverse(
  context: PostingContext,
  entryId: EntryId,
  reversal: Omit<Reversal, "source"> & Partial<Pick<Reversal, "source">>,
): Promise<Posted | EntryRefusal> {
  const entry = await findEntry(context.tx, context.organizationId, entryId);
  if (entry === null) return refuse("missing", "entry.notFound");
  if (entry.source.kind === "ledger.opening") return refuse("conflict", "entry.isOpening");
  if (entry.reversedBy !== null) {
    return refuse("conflict", "entry.alreadyReversed", { number: String(entry.reversedBy.number) });
  }
  return postEntry(
    context,
    reverseEntry(entry, { ...reversal, source: reversal.source ?? { kind: "ledger.reversal", id: entryId } }),
  );
}
