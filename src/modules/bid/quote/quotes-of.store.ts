import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { findQuote } from "#modules/sales/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { type Bid, partsIn } from "../bid/bid.ts";
import { mayActFor } from "../bid.policy.ts";
import { quoteOfPart } from "./quote-of-part.store.ts";

/** The quote of each part that one acts for, made or to make; none before the bid leaves, none in a network. */
export async function quotesOf(tx: Tx, organizationId: OrganizationId, actor: Actor, bid: Bid, today: Day) {
  if (bid.status !== "submitted" && bid.status !== "won") return [];
  const found: { partId: string; name: string; quoteId: string | null }[] = [];
  for (const part of partsIn(bid)) {
    if (part.activityId === null || (bid.billing === "lead" && !part.lead) || mayActFor(actor, bid, part)) continue;
    const quoteId = await quoteOfPart(tx, organizationId, part.id);
    const there = quoteId !== null && (await findQuote(tx, organizationId, quoteId, today)) !== null;
    found.push({ partId: part.id, name: part.forWhom, quoteId: there ? quoteId : null });
  }
  return found;
}
