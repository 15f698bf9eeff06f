import type { Actor } from "#kernel/actor.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { sum } from "#kernel/money.ts";
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
  return {
    mayBook: mayBook(actor, bid) === null,
    sales: sales.map((sale) => ({
      ...{ ...sale, invoiceId: sale.invoiceId as string },
      share: sum(sharesOf(sale.net, partsIn(bid), activityId).map(({ amount }) => amount)),
      entryId: (posted.find((split) => split.invoiceId === sale.invoiceId)?.entryId ?? null) as string | null,
    })),
  };
}
