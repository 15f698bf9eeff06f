/** SQL of the end of an issue: number, entry and frozen document in one call. */

import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day } from "#kernel/day.ts";
import type { Cents } from "#kernel/money.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { type PreparedPosting, refusePosting, refusePostingError } from "#modules/ledger/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { FrozenInvoice } from "./frozen-invoice.ts";
import type { InvoiceId } from "./invoice.ts";

/** What the end of an issue needs, all decided: "{number}" stands for the number in the entry's texts. */
export type IssueToFinish = {
  readonly invoiceId: InvoiceId;
  readonly seriesKey: string;
  readonly parts: { readonly prefix: string; readonly width: number; readonly suffix: string };
  readonly frozen: Omit<FrozenInvoice, "number">;
  readonly due: Cents;
  readonly posting: PreparedPosting;
};

/**
 * Number, entry and frozen document in one call, under the locks of the series and of the chain until the commit.
 * `lastDate` later than the issue date, or a number of more than 20 characters: nothing was posted, roll back.
 */
export async function finishIssue(
  context: CommandContext,
  issue: IssueToFinish,
): Promise<{ readonly number: string; readonly lastDate: Day; readonly entryId: string } | Refusal> {
  const { entry, lines } = issue.posting;
  const { prefix, width, suffix } = issue.parts;
  const entryId = context.id<"entry">();
  type Answer = {
    number: string;
    last_date: Day;
    refusal: Parameters<typeof refusePosting>[0] | null;
    fact: string | null;
  };
  try {
    const { rows } = await sql<Answer>`
      select * from sales.issue_document(${context.organizationId}, ${issue.invoiceId}, ${issue.seriesKey}, ${prefix},
        ${width}, ${suffix}, ${issue.frozen.issueDate}, ${issue.frozen.dueDate}, ${entryId}, ${entry.journalCode},
        ${entry.label}, ${entry.source.kind}, ${context.today}, ${context.now}, ${context.actor.personId}, ${lines}::jsonb,
        ${canonicalJson(issue.frozen as unknown as Json)}::jsonb, ${issue.due}, ${context.dryRun})`.execute(context.tx);
    const answer = rows[0] as Answer;
    if (answer.refusal) return refusePosting(answer.refusal, entry, answer.fact ?? "");
    return { number: answer.number, lastDate: answer.last_date, entryId };
  } catch (error) {
    const known = refusePostingError(error, entry);
    if (known) return known;
    throw error;
  }
}
