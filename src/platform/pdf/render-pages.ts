import { setImmediate } from "node:timers/promises";
import { completeMetadata } from "./archive-metadata.ts";
import { drawable } from "./font-coverage.ts";
import type { PageBlock, PrintablePages } from "./printable-pages.ts";
import { readableColour } from "./readable-colour.ts";
import { compilePdf, drawableCharacters } from "./typst.ts";
import { PAGES_TEMPLATE } from "./typst-pages.ts";

const ATTACHED = "attached.pdf";

/** Prints running text: PDF/A-3a and PDF/UA-1, tagged, fonts inside, the same bytes for the same text. */
export async function renderPages(pages: PrintablePages): Promise<Uint8Array> {
  await setImmediate();
  const coverage = drawableCharacters();
  const { attachment, trail, ...texts } = pages;
  const shown = {
    ...texts,
    accent: readableColour(pages.accent),
    date: pages.date.split("-").map(Number),
    header: pages.header.map(complete),
    footer: pages.footer.map(complete),
    blocks: pages.blocks.map(complete),
    trail:
      trail === undefined
        ? null
        : {
            ...trail,
            check: trail.check ?? null,
            signers: trail.signers.map((signer) => ({ ...signer, drawing: signer.drawing ?? null })),
          },
    attachment:
      attachment === undefined
        ? null
        : { name: attachment.name, description: attachment.description, path: `/${ATTACHED}` },
  };
  const data = JSON.stringify(shown, (_, value) => (typeof value === "string" ? drawable(value, coverage) : value));
  const file = attachment === undefined ? undefined : { path: ATTACHED, bytes: attachment.bytes };
  return completeMetadata(compilePdf(data, file, PAGES_TEMPLATE), false);
}

/** Typst wants each field there. */
function complete(block: PageBlock): unknown {
  if (block.kind === "break" || block.kind === "drawing") return block;
  if (block.kind === "table") {
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(complete) })));
    return { ...block, rows };
  }
  const inlines = block.inlines.map(({ text, bold = false, italic = false, underline = false }) => ({
    text,
    bold,
    italic,
    underline,
  }));
  return { ...block, inlines };
}
