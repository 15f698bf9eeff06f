import { type Actor, seesActivity } from "#kernel/actor.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { salesOfQuote } from "#modules/sales/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { type Bid, leadOf, partsIn } from "../bid/bid.ts";
import { mayBook } from "../bid.policy.ts";
import { quoteOfPart } from "../quote/quote-of-part.store.ts";
import { splitsOf } from "./split.store.ts";
import { sharesOf } from "./split.ts";

/** What the lead invoiced, and what of it goes to the others, posted or to post. Null where there is nothing to split. */
export async function splitsToPost(tx: Tx, organizationId: OrganizationId, actor: Actor, bid: Bid) {
  const lead = leadOf(bid);
  if (bid.status !== "won" || bid.billing !== "lead" || !lead?.activityId) return null;
  const quoteId = await quoteOfPart(tx, organizationId, lead.id);
  const sales = quoteId === null ? [] : await salesOfQuote(tx, organizationId, quoteId);
  const posted = await splitsOf(tx, organizationId, bid.id);
  const activityId = lead.activityId;
  const parts = partsIn(bid);
  const books = mayBook(actor, bid) === null;
  return {
    mayBook: books,
    // An entry opens for whoever reads one of its activities, each its own lines.
    mayOpen: books || parts.some((part) => part.activityId !== null && seesActivity(actor, part.activityId)),
    sales: sales.map((sale) => ({
      ...{ ...sale, invoiceId: sale.invoiceId as string },
      shares: sharesOf(sale.net, parts, activityId).map((share) => ({
        id: share.activityId as string,
        name: parts.find((part) => part.activityId === share.activityId)?.forWhom ?? "",
        amount: share.amount,
      })),
      entryId: (posted.find((split) => split.invoiceId === sale.invoiceId)?.entryId ?? null) as string | null,
    })),
  };
}
