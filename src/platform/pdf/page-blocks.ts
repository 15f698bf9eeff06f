/** The blocks of a paper of running text. */
import type { PageAlign, PageBlock } from "./printable-pages.ts";

type Manner = { readonly bold?: boolean; readonly align?: PageAlign };

/** 1 is the title of the document. */
export function heading(text: string, level = 1, align: PageAlign = "left"): PageBlock {
  return { kind: "heading", level, align, inlines: [{ text }] };
}

export function paragraph(text: string, { bold = false, align = "left" }: Manner = {}): PageBlock {
  return { kind: "paragraph", align, indent: 0, inlines: [{ text, bold }] };
}

/** Columns by their headings and their share of the width; those of figures stand at the right. */
export function table(
  columns: readonly { readonly heading: string; readonly width: number; readonly align?: PageAlign }[],
  rows: readonly (readonly string[])[],
): PageBlock {
  const row = (cells: readonly string[], bold = false) =>
    cells.map((text, rank) => ({
      span: 1,
      blocks: [paragraph(text, { bold, align: columns[rank]?.align ?? "left" })],
    }));
  const headings = row(
    columns.map((column) => column.heading),
    true,
  );
  const widths = columns.map(({ width }) => width);
  return { kind: "table", widths, head: 1, ruled: true, rows: [headings, ...rows.map((cells) => row(cells))] };
}
