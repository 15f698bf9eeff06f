import type { Actor } from "#kernel/actor.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { type Bid, partsIn } from "../bid/bid.ts";
import { mayActFor } from "../bid.policy.ts";
import { quotesOfParts } from "./quote-of-part.store.ts";

/** The quote of each part that one acts for, made or to make; none before the bid leaves, none in a network. */
export async function quotesOf(tx: Tx, organizationId: OrganizationId, actor: Actor, bid: Bid) {
  if (bid.status !== "submitted" && bid.status !== "won") return [];
  const parts = partsIn(bid).filter(
    (part) => part.activityId !== null && (bid.billing === "each" || part.lead) && mayActFor(actor, bid, part) === null,
  );
  const ids = parts.map(({ id }) => id);
  const made = await quotesOfParts(tx, organizationId, ids);
  return parts.map(({ id, forWhom: name }) => ({ partId: id as string, name, quoteId: made.get(id) ?? null }));
}
