import { z } from "zod";
import type { ActivityId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { id } from "../input.ts";
import { findInvoice } from "../invoice/invoice.store.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import { findQuote } from "../quote/quote.store.ts";
import type { QuoteId } from "../quote/quote.ts";
import { closeLinks, ensureLink } from "./document-link.store.ts";
import type { LinkedKind, LinkId, LinkRefusal } from "./document-link.ts";
import { mayLink } from "./link.policy.ts";

const input = z.object({ kind: z.enum(["quote", "invoice"]), documentId: id<"document">() });

/** Whose document it is; a draft has no page. */
async function linkable(
  context: CommandContext,
  kind: LinkedKind,
  documentId: string,
): Promise<{ activityId: ActivityId } | LinkRefusal> {
  const { tx, organizationId, today, actor } = context;
  const document =
    kind === "quote"
      ? await findQuote(tx, organizationId, documentId as QuoteId, today, true)
      : await findInvoice(tx, organizationId, documentId as InvoiceId, true);
  if (document === null) return refuse("missing", "link.documentMissing");
  const refusal = mayLink(actor, document.activityId);
  if (refusal) return refusal;
  return document.frozen === null ? refuse("conflict", "link.draft") : document;
}

/** Opens the customer's page of a document, to give its address by other means than our message. */
export const openLink = defineCommand({
  name: "sales.link.open",
  input,
  async run(context, { kind, documentId }): Promise<{ linkId: LinkId } | Refusal> {
    const document = await linkable(context, kind, documentId);
    if (isRefusal(document)) return document;
    const linkId = await ensureLink(context, kind, documentId);
    context.audit({ subjectKind: `sales.${kind}`, subjectId: documentId, details: { linkId } });
    return { linkId };
  },
});

/** The address that was given opens nothing any more. */
export const closeLink = defineCommand({
  name: "sales.link.close",
  input,
  async run(context, { kind, documentId }): Promise<{ documentId: string } | Refusal> {
    const document = await linkable(context, kind, documentId);
    if (isRefusal(document)) return document;
    if (!(await closeLinks(context, kind, documentId))) return refuse("conflict", "link.closedAlready");
    context.audit({ subjectKind: `sales.${kind}`, subjectId: documentId });
    return { documentId };
  },
});
