import type { PrintablePages } from "#platform/pdf/printable-pages.ts";
import { PrinterBusy, printPages } from "#platform/pdf/printer.ts";

/** A document printed for the one who asked, outside of any transaction; when the printer is busy, when to come back. */
export async function pdfAnswer(pages: PrintablePages, name: string, busy: string): Promise<Response> {
  const bytes = await printPages(pages).catch((error: unknown) => {
    if (error instanceof PrinterBusy) return null;
    throw error;
  });
  if (bytes === null) {
    const headers = { "retry-after": "2", "content-type": "text/plain; charset=utf-8" };
    return new Response(busy, { status: 503, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
