/** Who reads a joint bid, who leads it, who books its split. Pure. */
import { type Actor, hasGeneralRole, hasRole, type SupportRole, seesActivity } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff } from "#modules/network/index.server.ts";
import { SALES_STAFF } from "#modules/sales/index.server.ts";
import type { Bid, Part } from "./bid/bid.ts";
import { leadOf, partsIn } from "./bid/bid.ts";
import type { BidRefusalCode } from "./bid.fr.ts";

type Refused = Refusal<BidRefusalCode> | null;
type Shown = Pick<Bid, "parts">;
const BOOKS: readonly SupportRole[] = ["accountant", "direction", "administrator"];

const missing = () => refuse("missing", "bid.missing" satisfies BidRefusalCode);
const notAllowed = () => refuse("forbidden", "bid.notAllowed" satisfies BidRefusalCode);

/** Everybody of a house may begin one, who has something to sell there: an activity of theirs or that they follow. */
export function mayOpen(actor: Actor): Refused {
  if (actor.house === "network" || actor.own.size > 0) return null;
  return actor.grants.some(({ role }) => SALES_STAFF.includes(role)) ? null : notAllowed();
}

/** A part that was won in a network is quoted in a cooperative, by those who sell there. */
export function mayTake(actor: Actor): Refused {
  return actor.house === "cae" ? mayOpen(actor) : missing();
}

/** Those invited, who declined excepted; in a cooperative, whoever reaches an activity of it; a network's team. */
export function mayRead(actor: Actor, bid: Shown): Refused {
  const concerned = partsIn(bid).some(
    ({ personId, activityId }) =>
      personId === actor.personId || (activityId !== null && seesActivity(actor, activityId)),
  );
  return concerned || isStaff(actor) ? null : missing();
}

/** What is done for everybody: those of the lead's activity, who support it; in a network, the lead and the team. */
export function mayLead(actor: Actor, bid: Shown): Refused {
  const refusal = mayRead(actor, bid);
  if (refusal) return refusal;
  const lead = leadOf(bid);
  if (lead === undefined) return missing();
  return actsFor(actor, lead) || isStaff(actor) ? null : refuse("forbidden", "bid.notLead");
}

/** One's own part: agreeing to it, making its quote. */
export function mayActFor(actor: Actor, bid: Shown, part: Part): Refused {
  return mayRead(actor, bid) ?? (actsFor(actor, part) ? null : notAllowed());
}

function actsFor(actor: Actor, { personId, activityId }: Part): boolean {
  if (personId === actor.personId) return true;
  return activityId !== null && (actor.own.has(activityId) || hasRole(actor, SALES_STAFF, activityId));
}

/** The books are those who keep them for the whole cooperative. */
export function mayBook(actor: Actor, bid: Shown): Refused {
  if (actor.house !== "cae") return missing();
  return mayRead(actor, bid) ?? (hasGeneralRole(actor, BOOKS) ? null : refuse("forbidden", "bid.notBooks"));
}
