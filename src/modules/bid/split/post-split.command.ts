import { z } from "zod";
import { sum } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { postEntry } from "#modules/ledger/index.server.ts";
import type { EntryId } from "#modules/ledger/index.ts";
import { salesOfQuote } from "#modules/sales/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { findBid } from "../bid/bid.store.ts";
import { leadOf, partsIn } from "../bid/bid.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayBook } from "../bid.policy.ts";
import { quoteOfPart } from "../quote/quote-of-part.store.ts";
import { insertSplit, splitsOf } from "./split.store.ts";
import { sharesOf, splitEntry } from "./split.ts";

const no = (kind: Refusal["kind"], code: BidRefusalCode) => refuse(kind, code);

/** What the lead invoiced for everybody goes to the activities of the others: once for each invoice, in the books. */
export const postSplit = defineCommand({
  name: "bid.split.post",
  input: z.object({ bidId: idText<"bid">(), invoiceId: idText<"invoice">() }),
  async run(context, { bidId, invoiceId }): Promise<{ entryId: EntryId } | Refusal> {
    const { tx, organizationId, today } = context;
    const bid = await findBid(tx, organizationId, bidId, true);
    if (bid === null) return no("missing", "bid.missing");
    const refusal = mayBook(context.actor, bid);
    if (refusal) return refusal;
    const lead = leadOf(bid);
    if (bid.billing !== "lead" || bid.status !== "won" || lead === undefined || lead.activityId === null) {
      return no("conflict", "bid.noSplit");
    }
    const quoteId = await quoteOfPart(tx, organizationId, lead.id);
    const sales = quoteId === null ? [] : await salesOfQuote(tx, organizationId, quoteId);
    const sale = sales.find((each) => each.invoiceId === invoiceId);
    if (sale === undefined) return no("missing", "bid.notItsInvoice");
    const before = await splitsOf(tx, organizationId, bidId);
    if (before.some((split) => split.invoiceId === invoiceId)) return no("conflict", "bid.splitAlready");
    const shares = sharesOf(sale.net, partsIn(bid), lead.activityId);
    if (shares.length === 0) return no("conflict", "bid.noSplit");
    context.audit({ subjectKind: "bid.bid", subjectId: bidId, details: { invoiceId } });
    await context.writeTrace();
    const { number } = sale;
    const entry = splitEntry({ bidId, label: bid.title, number, date: today, lead: lead.activityId, shares });
    const posted = await postEntry(context, entry);
    if (isRefusal(posted)) return posted;
    const { entryId } = posted;
    await insertSplit(context, bidId, { invoiceId, entryId, amount: sum(shares.map(({ amount }) => amount)) });
    return { entryId };
  },
});
