import { redirect } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { may } from "../invoice/invoice.policy.ts";
import { findInvoice } from "../invoice/invoice.store.ts";
import type { Route } from "./+types/payment.page";
import { findPayment } from "./payment.store.ts";

/** A payment has no page of its own: it is read on the page of its invoice. */
export async function loader(args: Route.LoaderArgs) {
  const href = await readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const paymentId = parseId<"payment">(args.params.paymentId);
    const payment = paymentId === null ? null : await findPayment(tx, organizationId, paymentId);
    const invoice = payment === null ? null : await findInvoice(tx, organizationId, payment.invoice_id);
    if (invoice === null || may(actor, "read", invoice)) return refuse("missing", "payment.missing");
    return `/${slug}/factures/${invoice.id}`;
  });
  return redirect(href);
}
