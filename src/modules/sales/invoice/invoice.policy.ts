/** Who may do what to an invoice: the server refuses with the sentence that the button's tooltip shows. */

import { type Actor, hasRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { SALES_STAFF } from "../staff.ts";
import { type InvoiceAction, type InvoiceRefusal, type InvoiceStatus, invoiceTransitions } from "./invoice.ts";

export type InvoiceSubject = { readonly activityId: ActivityId; readonly status: InvoiceStatus };

const notAllowed: InvoiceRefusal = refuse("forbidden", "invoice.notAllowed");

/**
 * Null when the actor may. Somebody who may not even see the activity is told that the invoice does not exist.
 * The cooperative's staff validate; an entrepreneur issues alone only with the right given to them.
 */
export function may(
  actor: Actor,
  action: InvoiceAction | "read" | "create",
  subject: InvoiceSubject,
): InvoiceRefusal | null {
  const { activityId, status } = subject;
  if (!seesActivity(actor, activityId)) return refuse("missing", "invoice.missing");
  if (action === "read") return null;
  const rights = actor.own.get(activityId);
  const staff = hasRole(actor, SALES_STAFF, activityId);
  const books = hasRole(actor, ["accountant", "direction", "administrator"], activityId);
  if (action === "create") return rights || staff ? null : notAllowed;
  if (next(invoiceTransitions, status, action) === null) {
    return status === "issued" ? refuse("conflict", "invoice.issuedAlready") : refuse("conflict", "invoice.wrongState");
  }
  switch (action) {
    case "edit":
      return staff || (rights && status !== "submitted") ? null : notAllowed;
    case "submit":
    case "takeBack":
    case "delete":
    case "send":
    case "credit":
      return staff || rights ? null : notAllowed;
    case "return":
      return staff ? null : notAllowed;
    case "issue":
      return staff || rights?.selfValidatesInvoices ? null : notAllowed;
    case "pay":
      return books || rights?.recordsPayments ? null : notAllowed;
  }
}
