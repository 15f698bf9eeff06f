import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/invoice-pdf.page";
import { may } from "./invoice.policy.ts";
import { findInvoice } from "./invoice.store.ts";

const WAITS = 20;
const WAIT_MS = 250;

/** The Factur-X of an issued invoice, kept by its content. Rendered right after the issue: waited for a moment. */
export async function loader(args: Route.LoaderArgs) {
  for (let attempt = 0; ; attempt++) {
    const found = await readTenant(args, async ({ tx, actor, organizationId, app, language }) => {
      const invoiceId = parseId<"invoice">(args.params.invoiceId);
      const invoice = invoiceId === null ? null : await findInvoice(tx, organizationId, invoiceId);
      if (invoice === null) return refuse("missing", "invoice.missing");
      const refusal = may(actor, "read", invoice);
      if (refusal) return refusal;
      if (invoice.frozen === null) return refuse("conflict", "payment.notIssued");
      const notReady = app.sentence(refuse("conflict", "invoice.pdfNotReady"), language);
      return { hash: invoice.pdfHash, number: invoice.frozen.number, files: app.files, notReady };
    });
    const bytes = found.hash === null ? null : await found.files.get(found.hash);
    if (bytes !== null) {
      return new Response(new Uint8Array(bytes), {
        headers: {
          "content-type": "application/pdf",
          "content-disposition": `inline; filename="${found.number}.pdf"`,
          "cache-control": "private, max-age=300",
        },
      });
    }
    if (attempt >= WAITS) {
      const headers = { "retry-after": "2", "content-type": "text/plain; charset=utf-8" };
      return new Response(found.notReady, { status: 503, headers });
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
