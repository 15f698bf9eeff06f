import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { recordFile } from "#platform/files/file-store.ts";
import type { OutboxEvent, OutboxHandler } from "#platform/outbox/drain.ts";
import type { PrintableBrand } from "#platform/pdf/printable-document.ts";
import { printDocument } from "#platform/pdf/printer.ts";
import { loadLogo } from "./document/logo.store.ts";
import { writeCii } from "./facturx/cii-writer.ts";
import type { FrozenInvoice } from "./invoice/frozen-invoice.ts";
import { findInvoice, setPdf } from "./invoice/invoice.store.ts";
import type { InvoiceId } from "./invoice/invoice.ts";
import { printableInvoice } from "./invoice/invoice-print.ts";
import { tradeDocument } from "./invoice/invoice-trade.ts";
import { INVOICE_ISSUED } from "./invoice/issue-invoice.command.ts";
import { PAYMENT_RECORDED } from "./payment/record-payment.command.ts";
import { renderQuote } from "./quote/render-quote.job.ts";
import { QUOTE_VALIDATED } from "./quote/validate-quote.command.ts";
import { tellIssued, tellPayment, tellQuoteValidated } from "./tell-people.job.ts";

/** What sales does after a commit: the Factur-X of an issued invoice, rendered from its frozen words. */
export function salesEffects(app: App): [string, OutboxHandler[]][] {
  return [
    [INVOICE_ISSUED, [(event) => renderInvoice(app, event), (event) => tellIssued(app, event)]],
    [QUOTE_VALIDATED, [(event) => renderQuote(app, event), (event) => tellQuoteValidated(app, event)]],
    [PAYMENT_RECORDED, [(event) => tellPayment(app, event)]],
  ];
}

/** Idempotent: the same words give the same bytes, kept under the name of their content. */
async function renderInvoice(app: App, event: OutboxEvent): Promise<void> {
  const scope = { organizationId: event.organizationId, userId: null };
  const invoiceId = event.payload.invoiceId as InvoiceId;
  const { frozen, logo } = await withTenant(app.database, scope, async (tx) => {
    const invoice = await findInvoice(tx, event.organizationId, invoiceId);
    if (invoice?.frozen == null) throw new Error(`invoice ${invoiceId} is not issued`);
    return {
      frozen: invoice.frozen,
      logo: await loadLogo(tx, app.files, event.organizationId, invoice.frozen.seller.logoHash),
    };
  });
  const bytes = await renderFacturx(frozen, logo);
  const hash = await app.files.put(bytes);
  await withTenant(app.database, scope, async (tx) => {
    const file = { hash, mediaType: "application/pdf", name: `${frozen.number}.pdf`, size: bytes.byteLength };
    await recordFile(tx, event.organizationId, file, app.clock());
    await setPdf(tx, event.organizationId, invoiceId, hash);
  });
}

/** The PDF/A-3 with its XML embedded. */
export function renderFacturx(frozen: FrozenInvoice, logo?: PrintableBrand["logo"]): Promise<Uint8Array> {
  return printDocument(printableInvoice(frozen, writeCii(tradeDocument(frozen)), logo));
}
