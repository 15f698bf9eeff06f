import { z } from "zod";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { optionalDay, optionalId, optionalText, ticked } from "#platform/field.ts";
import { listAccounts, saveAccounts } from "../account/account.store.ts";
import { chartOf } from "../account/account.ts";
import type { EntryId } from "../entry/entry.ts";
import { centsInput } from "../entry/entry-input.ts";
import { postEntry } from "../entry/post-entry.store.ts";
import { listFiscalYears, lockChain } from "../fiscal-year/fiscal-year.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import { checkOpening, type OpeningError, openingImportEntry } from "./opening.ts";

/** Longer texts are cut, and what may not be is told with its line. */
const MAX_CELL = 2_000;

/** What is wrong, line by line; the sentence of the whole says how many. */
export type OpeningLinesRefusal = Refusal<"opening.lines"> & { readonly errors: readonly OpeningError[] };

/**
 * Posts the opening balances of the first fiscal year as its first entry: every line, or nothing and the list of what is
 * wrong. Accounts that the file names are added to the chart. A dry run is the preview.
 */
export const importOpening = defineCommand({
  name: "ledger.opening.import",
  input: z.object({
    rows: z
      .array(
        z.object({
          line: z.number().int(),
          account: optionalText(MAX_CELL),
          accountLabel: optionalText(MAX_CELL),
          activityCode: optionalText(MAX_CELL),
          auxiliaryCode: optionalText(MAX_CELL),
          auxiliaryLabel: optionalText(MAX_CELL),
          label: optionalText(MAX_CELL),
          debit: centsInput(),
          credit: centsInput(),
          dueDate: optionalDay(),
        }),
      )
      .max(100_000, "field.tooLarge"),
    /** What each code of the rows stands for: an activity, or the shared services (null). */
    activities: z.array(z.object({ code: z.string(), id: optionalId<"activity">() })).max(100_000, "field.tooLarge"),
    /** Entries are already posted: the opening takes the next number instead of the first. */
    acceptLate: ticked(),
  }),
  async run(context, { rows, activities, acceptLate }): Promise<{ entryId: EntryId; number: string } | Refusal> {
    const { tx, organizationId } = context;
    if (!mayKeepBooks(context.actor, "importOpening")) return refuse("forbidden", "opening.forbidden");
    const [year] = await listFiscalYears(tx, organizationId);
    if (!year) return refuse("conflict", "opening.noYear");
    if (year.opening === "posted") return refuse("conflict", "entry.openingExists", { year: year.code });
    const byCode = new Map(activities.map(({ code, id }) => [code, id as ActivityId | null]));
    const checked = checkOpening(rows, chartOf(await listAccounts(tx, organizationId)), byCode);
    if (checked.errors.length > 0) {
      const refusal: OpeningLinesRefusal = {
        ...refuse("invalid", "opening.lines", { count: String(checked.errors.length) }),
        errors: checked.errors,
      };
      return refusal;
    }
    const head = await lockChain(tx, organizationId, year.id);
    if (year.opening === "none" && head.lastNumber > 0n && !acceptLate) {
      return refuse("conflict", "opening.late", { count: String(head.lastNumber) }, "acceptLate");
    }
    await saveAccounts(tx, organizationId, checked.newAccounts);
    const posted = await postEntry(context, openingImportEntry(year, checked.lines));
    if (isRefusal(posted)) return posted;
    context.audit({
      subjectKind: "ledger.entry",
      subjectId: posted.entryId,
      details: { opening: year.code, lines: checked.lines.length, accountsAdded: checked.newAccounts.length },
    });
    return { entryId: posted.entryId, number: String(posted.number) };
  },
});
