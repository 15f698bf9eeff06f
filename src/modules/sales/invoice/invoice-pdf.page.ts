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
    const found = await readTenant(args, async ({ tx, actor, organizationId, app }) => {
      const invoiceId = parseId<"invoice">(args.params.invoiceId);
      const invoice = invoiceId === null ? null : await findInvoice(tx, organizationId, invoiceId);
      if (invoice === null) return refuse("missing", "invoice.missing");
      const refusal = may(actor, "read", invoice);
      if (refusal) return refusal;
      if (invoice.frozen === null) return refuse("conflict", "payment.notIssued");
      return { hash: invoice.pdfHash, number: invoice.frozen.number, files: app.files };
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
    if (attempt >= WAITS)
      return new Response("Le PDF se prépare encore. Réessayez dans un instant.", {
        status: 503,
        headers: { "retry-after": "2" },
      });
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
