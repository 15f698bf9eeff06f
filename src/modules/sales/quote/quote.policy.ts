/** Who may do what to a quote: the server refuses with the sentence that the button's tooltip shows. */

import { type Actor, hasRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { SALES_STAFF } from "../staff.ts";
import { type QuoteAction, type QuoteRefusal, type QuoteStatus, quoteTransitions } from "./quote.ts";

/** `status` is that of the day (`statusOn`). */
export type QuoteSubject = { readonly activityId: ActivityId; readonly status: QuoteStatus };

const notAllowed: QuoteRefusal = refuse("forbidden", "quote.notAllowed");

/**
 * Null when the actor may. Somebody who may not even see the activity is told that the quote does not exist.
 * The cooperative's staff validate; an entrepreneur validates alone only with the right given to them.
 */
export function mayQuote(
  actor: Actor,
  action: QuoteAction | "read" | "create",
  subject: QuoteSubject,
): QuoteRefusal | null {
  const { activityId, status } = subject;
  if (!seesActivity(actor, activityId)) return refuse("missing", "quote.missing");
  if (action === "read") return null;
  const rights = actor.own.get(activityId);
  const staff = hasRole(actor, SALES_STAFF, activityId);
  if (action === "create") return rights || staff ? null : notAllowed;
  if (!rights && !staff) return notAllowed;
  if (next(quoteTransitions, status, action) === null) {
    const frozen = ["validated", "sent", "accepted", "declined", "expired"].includes(status);
    return frozen && ["edit", "submit", "validate", "delete"].includes(action)
      ? refuse("conflict", "quote.validatedAlready")
      : refuse("conflict", "quote.wrongState");
  }
  switch (action) {
    case "edit":
      return staff || status !== "submitted" ? null : notAllowed;
    case "submit":
    case "takeBack":
    case "delete":
    case "send":
    case "accept":
    case "decline":
    case "duplicate":
    case "invoice":
      return null;
    case "return":
      return staff ? null : notAllowed;
    case "validate":
      return staff || rights?.selfValidatesQuotes ? null : notAllowed;
    case "expire":
      // Time alone does it.
      return notAllowed;
  }
}
