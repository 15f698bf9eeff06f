import { appContext } from "#platform/http/context.ts";
import { findInvoice } from "../invoice/invoice.store.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import { quotePdf } from "../quote/quote.store.ts";
import type { Route } from "./+types/client-pdf.page";
import { CLIENT_HEADERS, readAsClient } from "./client-door.store.ts";
import { fr } from "./link.fr.ts";

/** The PDF of the document that the address opens, kept by its content. */
export async function loader(args: Route.LoaderArgs) {
  const found = await readAsClient(args, async ({ tx, organizationId, link }) => {
    if (link.kind === "quote") return quotePdf(tx, organizationId, link.documentId);
    const invoice = await findInvoice(tx, organizationId, link.documentId as InvoiceId);
    return invoice?.frozen == null ? null : { number: invoice.frozen.number, hash: invoice.pdfHash };
  });
  const bytes = found.hash === null ? null : await args.context.get(appContext).files.get(found.hash);
  if (bytes === null) {
    const headers = { ...CLIENT_HEADERS, "retry-after": "5", "content-type": "text/plain; charset=utf-8" };
    return new Response(fr.pdfSoon, { status: 503, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...CLIENT_HEADERS,
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${found.number}.pdf"`,
    },
  });
}
