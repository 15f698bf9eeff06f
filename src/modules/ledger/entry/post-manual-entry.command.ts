import type { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { defaultAccounts } from "../account/default-accounts.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { DraftEntry, EntryId } from "./entry.ts";
import { attachFiles } from "./entry-document.store.ts";
import { entryInput } from "./entry-input.ts";
import { balanceByLink } from "./link.ts";
import { postEntry } from "./post-entry.store.ts";

/** The draft that a form's input makes; its source is itself. */
export function manualDraft(input: z.output<typeof entryInput>, sourceId: string): DraftEntry {
  const draft: DraftEntry = {
    journalCode: input.journalCode,
    date: input.date,
    label: input.label,
    pieceRef: input.pieceRef,
    pieceDate: input.pieceDate ?? input.date,
    source: { kind: "ledger.manual", id: sourceId },
    lines: input.lines.map(({ auxiliary, dueDate, label, ...line }) => ({
      ...line,
      label: label || input.label,
      ...(auxiliary && { auxiliary }),
      ...(dueDate && { dueDate }),
    })),
  };
  return input.link ? balanceByLink(draft, { account: defaultAccounts.linkOther }) : draft;
}

/** Posts an entry written by hand, with the reference of its document and the document itself. */
export const postManualEntry = defineCommand({
  name: "ledger.entry.post",
  input: entryInput,
  async run(context, input): Promise<{ entryId: EntryId; number: string } | Refusal> {
    if (!mayKeepBooks(context.actor, "postEntry")) return refuse("forbidden", "entry.forbidden");
    const posted = await postEntry(context, manualDraft(input, context.id()));
    if (isRefusal(posted)) return posted;
    const documents = await attachFiles(context, posted.entryId, input.documents);
    if (isRefusal(documents)) return documents;
    context.audit({
      subjectKind: "ledger.entry",
      subjectId: posted.entryId,
      details: { number: posted.number, pieceRef: input.pieceRef, ...(documents > 0 && { documents }) },
    });
    return { entryId: posted.entryId, number: String(posted.number) };
  },
});
