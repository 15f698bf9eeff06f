/** What the register and assemblies print: the blocks of a paper, and its answer. */
import type { Day } from "#kernel/day.ts";
import type { PageBlock, PrintablePages } from "#platform/pdf/printable-pages.ts";
import { PrinterBusy, printPages } from "#platform/pdf/printer.ts";

export const title = (text: string, level = 1): PageBlock => ({
  kind: "heading",
  level,
  align: "left",
  inlines: [{ text }],
});
export const paragraph = (text: string): PageBlock => ({
  ...{ kind: "paragraph", align: "left", indent: 0 },
  inlines: [{ text }],
});

type Paper = {
  readonly title: string;
  readonly author: string;
  readonly accent: string | null;
  readonly language: "fr" | "en";
  readonly today: Day;
  readonly footer: string;
  readonly blocks: readonly PageBlock[];
};

/** Prints outside of any transaction; 503 while too many wait. */
export async function printed(paper: Paper, file: string, busy: string): Promise<Response> {
  const { title: name, author, accent, language, today, footer, blocks } = paper;
  const pages: PrintablePages = {
    ...{ title: name, author, language, date: today, accent: accent ?? "#0b5c55", header: [], blocks },
    footer: [paragraph(footer)],
  };
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
      "content-disposition": `inline; filename="${file}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
