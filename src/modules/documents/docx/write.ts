/** Writes a DOCX from blocks: the templates that come with the house are real files that one opens, adapts and sends back. */
import type { PageAlign, PageBlock, PageInline } from "#platform/pdf/printable-pages.ts";
import { writeArchive } from "./merge.ts";
import { CONTENT_TYPES, DOCUMENT_RELATIONS, NUMBERING, PACKAGE_RELATIONS, STYLES, W } from "./write-parts.ts";

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function run({ text, bold, italic, underline }: PageInline): string {
  const look = `${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}${underline ? '<w:u w:val="single"/>' : ""}`;
  const properties = look === "" ? "" : `<w:rPr>${look}</w:rPr>`;
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${properties}${lines.join("<w:br/>")}</w:r>`;
}

const JC: Readonly<Record<PageAlign, string>> = { left: "left", center: "center", right: "right", justify: "both" };

function paragraph(properties: string, inlines: readonly PageInline[]): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inlines.map(run).join("")}</w:p>`;
}

function block(one: PageBlock): string {
  switch (one.kind) {
    case "heading": {
      const style = one.level === 1 ? "Title" : `Heading${one.level - 1}`;
      return paragraph(`<w:pStyle w:val="${style}"/>`, one.inlines);
    }
    case "paragraph":
      return paragraph(`<w:jc w:val="${JC[one.align]}"/>`, one.inlines);
    case "item":
      return paragraph(
        `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${one.level}"/><w:numId w:val="1"/></w:numPr>`,
        one.inlines,
      );
    case "drawing":
    case "break":
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case "table":
      return table(one);
  }
}

function table({ widths, head, ruled, rows }: Extract<PageBlock, { kind: "table" }>): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => Math.round((9000 * width) / total));
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const lines = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B8C0C8"/>`).join("");
  const written = rows.map((row, index) => {
    const cells = row.map(
      ({ span, blocks }, column) =>
        `<w:tc><w:tcPr><w:tcW w:w="${grid[column] ?? 1000}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}</w:tcPr>${
          blocks.length === 0 ? "<w:p/>" : blocks.map(block).join("")
        }</w:tc>`,
    );
    return `<w:tr>${index < head ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.join("")}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>${ruled ? `<w:tblBorders>${lines}</w:tblBorders>` : ""}</w:tblPr>` +
    `<w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${written.join("")}</w:tbl><w:p/>`
  );
}

export type WrittenDocx = {
  readonly header: readonly PageBlock[];
  readonly footer: readonly PageBlock[];
  readonly blocks: readonly PageBlock[];
};

export function writeDocx({ header, footer, blocks }: WrittenDocx): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
  const inside = (list: readonly PageBlock[]) => (list.length === 0 ? "<w:p/>" : list.map(block).join(""));
  const parts: [string, string][] = [
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", PACKAGE_RELATIONS],
    ["word/_rels/document.xml.rels", DOCUMENT_RELATIONS],
    ["word/styles.xml", STYLES],
    ["word/numbering.xml", NUMBERING],
    ["word/header1.xml", `<w:hdr ${W}>${inside(header)}</w:hdr>`],
    ["word/footer1.xml", `<w:ftr ${W}>${inside(footer)}</w:ftr>`],
    ["word/document.xml", `<w:document ${W}><w:body>${inside(blocks)}${section}</w:body></w:document>`],
  ];
  return writeArchive(new Map(parts.map(([name, text]) => [name, new TextEncoder().encode(xml + text)])));
}
