/** Who is told what of a document, within the act: the people of its activity, and those who review it. */

import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { entrepreneursOf, supportOf } from "#modules/membership/index.server.ts";
import { notify, settleNotices } from "#modules/notification/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import { findCustomer } from "../customer/customer.store.ts";
import type { CustomerId } from "../customer/customer.ts";
import { SALES_STAFF } from "../staff.ts";
import { INVOICE_SENT, INVOICE_TO_CORRECT, QUOTE_SENT_FOR_YOU, QUOTE_TO_CORRECT, TO_REVIEW } from "../topics.ts";

export type ToldDocument = {
  readonly kind: "invoice" | "quote";
  readonly id: string;
  readonly activityId: ActivityId;
  readonly customerId: CustomerId;
  readonly number: string | null;
};

export const subjectOf = ({ kind, id }: Pick<ToldDocument, "kind" | "id">) => ({ kind: `sales.${kind}`, id });

export const pathOf = ({ kind, id }: Pick<ToldDocument, "kind" | "id">) =>
  `${kind === "invoice" ? "factures" : "devis"}/${id}`;

async function customerName(context: CommandContext, { customerId }: ToldDocument): Promise<string> {
  return (await findCustomer(context.tx, context.organizationId, customerId))?.name ?? "";
}

/** What follows from an act on a draft: a correction is asked for or answered, a document waits to be reviewed. */
export async function tellMove(
  context: CommandContext,
  document: ToldDocument,
  action: string,
  comment = "",
): Promise<void> {
  const { tx, organizationId, now } = context;
  if (action === "return") {
    await notify(context, {
      to: await entrepreneursOf(tx, organizationId, document.activityId, now),
      topic: document.kind === "invoice" ? INVOICE_TO_CORRECT : QUOTE_TO_CORRECT,
      subject: subjectOf(document),
      path: pathOf(document),
      facts: { customer: await customerName(context, document), comment },
    });
    return;
  }
  await settleCorrection(context, document);
  if (action !== "submit") return;
  await notify(context, {
    to: await supportOf(tx, organizationId, document.activityId, SALES_STAFF, now),
    topic: TO_REVIEW,
    // One counter for each reviewer, however many documents wait.
    subject: { kind: "sales.review", id: organizationId },
    path: "a-relire",
  });
}

/** The correction that was asked for is made, or is no more to make. */
export function settleCorrection(
  context: Pick<CommandContext, "tx" | "now"> & { readonly organizationId: OrganizationId },
  document: Pick<ToldDocument, "kind" | "id">,
): Promise<void> {
  return settleNotices(context, subjectOf(document), [INVOICE_TO_CORRECT, QUOTE_TO_CORRECT]);
}

/** The cooperative sent a document in somebody's place. */
export async function tellSent(context: CommandContext, document: ToldDocument): Promise<void> {
  await notify(context, {
    to: await entrepreneursOf(context.tx, context.organizationId, document.activityId, context.now),
    topic: document.kind === "invoice" ? INVOICE_SENT : QUOTE_SENT_FOR_YOU,
    subject: subjectOf(document),
    path: pathOf(document),
    facts: { number: document.number ?? "", customer: await customerName(context, document) },
  });
}

export const mailSubject = (id: string) => ({ kind: "platform.mail", id });

/** A message that could not be delivered is tried again: nothing to do meanwhile. */
export const settleMail = (context: CommandContext, id: string) => settleNotices(context, mailSubject(id));
