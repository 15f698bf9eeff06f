import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { findEntry } from "./entry.store.ts";
import type { EntryId } from "./entry.ts";
import { attachFiles } from "./entry-document.store.ts";
import { documentIds } from "./entry-input.ts";

/** Adds documents to an entry that is posted already. The entry keeps its number, its seal and its lines. */
export const addDocument = defineCommand({
  name: "ledger.entry.addDocument",
  input: z.object({ entryId: idText<"entry">(), documents: documentIds().min(1, "entryDocument.none") }),
  async run(context, { entryId, documents }): Promise<{ entryId: EntryId } | Refusal> {
    if (!mayKeepBooks(context.actor, "attachDocument")) return refuse("forbidden", "entry.forbidden");
    const entry = await findEntry(context.tx, context.organizationId, entryId);
    if (entry === null) return refuse("missing", "entry.notFound");
    const added = await attachFiles(context, entry.id, documents);
    if (isRefusal(added)) return added;
    if (added === 0) return refuse("conflict", "entryDocument.already", {}, "files");
    context.audit({ subjectKind: "ledger.entry", subjectId: entry.id, details: { documents: added } });
    return { entryId: entry.id };
  },
});
