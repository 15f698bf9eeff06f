import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { reconcile, undoReconciliation } from "./reconcile.store.ts";
import type { ReconciliationId } from "./reconciliation.ts";

/** Gives chosen lines a common letter. */
export const reconcileLines = defineCommand({
  name: "ledger.lines.reconcile",
  input: z.object({
    lines: z
      .array(
        z.object({
          entryId: idText<"entry">(),
          lineNumber: z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(1, "field.other"),
        }),
      )
      .max(1000, "field.tooLarge"),
  }),
  async run(context, { lines }): Promise<{ reconciliationId: ReconciliationId; letter: string } | Refusal> {
    if (!mayKeepBooks(context.actor, "reconcile")) return refuse("forbidden", "reconciliation.forbidden");
    const done = await reconcile(context, lines);
    if (isRefusal(done)) return done;
    context.audit({
      subjectKind: "ledger.reconciliation",
      subjectId: done.reconciliationId,
      details: { letter: done.letter, lines: lines.length },
    });
    return done;
  },
});

/** Takes a letter back from its lines. */
export const undoLettering = defineCommand({
  name: "ledger.reconciliation.undo",
  input: z.object({ reconciliationId: idText<"reconciliation">() }),
  async run(context, { reconciliationId }): Promise<{ letter: string } | Refusal> {
    if (!mayKeepBooks(context.actor, "reconcile")) return refuse("forbidden", "reconciliation.forbidden");
    const undone = await undoReconciliation(context, reconciliationId);
    if (isRefusal(undone)) return undone;
    context.audit({
      subjectKind: "ledger.reconciliation",
      subjectId: reconciliationId,
      details: { ...undone, undone: true },
    });
    return undone;
  },
});
