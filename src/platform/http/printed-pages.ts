import { paragraph } from "../pdf/page-blocks.ts";
import { en } from "../pdf/printable.en.ts";
import { fr } from "../pdf/printable.fr.ts";
import type { PrintablePages } from "../pdf/printable-pages.ts";
import { PrinterBusy, printPages } from "../pdf/printer.ts";

/** Running text that somebody asked for, with one line at the foot of each page. */
export type Paper = Omit<PrintablePages, "header" | "footer"> & { readonly footer: string };

/** Prints it for the one who asked, outside of any transaction; when too many wait, says when to come back. */
export async function printed(paper: Paper, file: string): Promise<Response> {
  const footer = paper.footer === "" ? [] : [paragraph(paper.footer)];
  const bytes = await printPages({ ...paper, header: [], footer }).catch((error: unknown) => {
    if (error instanceof PrinterBusy) return null;
    throw error;
  });
  if (bytes === null) {
    const headers = { "retry-after": "2", "content-type": "text/plain; charset=utf-8" };
    return new Response((paper.language === "fr" ? fr : en).busy, { status: 503, headers });
  }
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${file}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
