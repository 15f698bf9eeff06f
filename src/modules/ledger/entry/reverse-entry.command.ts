import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, optionalText } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { findEntry, reverse } from "./entry.store.ts";
import type { EntryId } from "./entry.ts";

/** Reverses an entry written by hand. An entry that comes from a document is reversed by cancelling the document. */
export const reverseManualEntry = defineCommand({
  name: "ledger.entry.reverse",
  input: z.object({
    entryId: idText<"entry">(),
    date: dayText(),
    /** Empty: « Annulation : » and the label of the entry. */
    label: optionalText(200),
  }),
  async run(context, { entryId, date, label }): Promise<{ entryId: EntryId; number: string } | Refusal> {
    if (!mayKeepBooks(context.actor, "reverseEntry")) return refuse("forbidden", "entry.forbidden");
    const entry = await findEntry(context.tx, context.organizationId, entryId);
    if (entry === null) return refuse("missing", "entry.notFound");
    if (entry.source.kind !== "ledger.manual" && entry.source.kind !== "ledger.reversal") {
      return refuse("conflict", entry.source.kind === "ledger.opening" ? "entry.isOpening" : "entry.notManual");
    }
    const posted = await reverse(context, entryId, {
      date,
      label: label || `Annulation : ${entry.label}`,
      pieceRef: entry.pieceRef,
      pieceDate: entry.pieceDate,
    });
    if (isRefusal(posted)) return posted;
    context.audit({
      subjectKind: "ledger.entry",
      subjectId: entryId,
      details: { reversedBy: posted.entryId, number: posted.number },
    });
    return { entryId: posted.entryId, number: String(posted.number) };
  },
});
