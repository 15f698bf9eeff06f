import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { requiredText, ticked } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { listJournals, saveJournals } from "./account.store.ts";
import { checkJournal } from "./account.ts";

/** Adds a journal, or gives one another name. Its code stays: entries carry it. */
export const saveJournal = defineCommand({
  name: "ledger.journal.save",
  input: z.object({
    code: requiredText(8).toUpperCase(),
    label: requiredText(80),
    /** True for a new journal: an existing code is then refused. */
    create: ticked(),
  }),
  async run(context, { create, ...journal }): Promise<{ code: string } | Refusal> {
    const { tx, organizationId } = context;
    if (!mayKeepBooks(context.actor, "editChart")) return refuse("forbidden", "account.forbidden");
    const refusal = checkJournal(journal);
    if (refusal) return refusal;
    const before = (await listJournals(tx, organizationId)).find(({ code }) => code === journal.code) ?? null;
    if (create && before) return refuse("conflict", "journal.exists", { journal: journal.code }, "code");
    if (!create && !before) return refuse("missing", "journal.unknown", { journal: journal.code }, "code");
    await saveJournals(tx, organizationId, [journal]);
    context.audit({ subjectKind: "ledger.journal", subjectId: journal.code, details: { before, after: journal } });
    return { code: journal.code };
  },
});
