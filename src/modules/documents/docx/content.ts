/** What a DOCX says, for paper: titles, paragraphs, lists, tables, breaks, head and foot. Pure. */
import type { PageAlign, PageBlock, PageCell, PageInline } from "#platform/pdf/printable-pages.ts";
import type { Parts } from "./archive.ts";
import { readNumbering } from "./numbering.ts";
import { alignOf, numberingOf, readStyles } from "./styles.ts";
import { child, descendants, elements, isOn, type Node, readXml, said, textOf } from "./xml.ts";

/** Things that a word processor draws and that the paper of this house does not: said, never silently lost. */
export type LeftOut = { readonly pictures: number; readonly notes: number; readonly textBoxes: number };

export type Content = {
  readonly header: readonly PageBlock[];
  readonly footer: readonly PageBlock[];
  readonly blocks: readonly PageBlock[];
  readonly leftOut: LeftOut;
};

/** Twentieths of a point in a millimetre. */
const TWENTIETHS = 56.7;
/** Containers that say nothing of their own: their content counts. */
const TRANSPARENT = new Set(["w:sdt", "w:sdtContent", "w:smartTag", "w:ins", "w:customXml", "w:hyperlink", "w:moveTo"]);

function root(parts: Parts, name: string): Node | null {
  const bytes = parts.get(name);
  return bytes === undefined ? null : readXml(bytes);
}

export function readContent(parts: Parts): Content {
  const document = root(parts, "word/document.xml");
  const body = child(document ?? undefined, "w:body");
  if (document === null || body === undefined) return EMPTY;
  const styles = readStyles(root(parts, "word/styles.xml"));
  const numbering = readNumbering(root(parts, "word/numbering.xml"));
  const reading = { styles, numbering };
  const titled = descendants(body, "w:pStyle").some((style) => styles(style.attributes["w:val"]).rank === 0);
  const furniture = (kind: "header" | "footer") => {
    const names = [...parts.keys()].filter((name) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(name)).sort();
    // The fullest one: first and even pages often repeat it or are empty.
    const read = names.map((name) => blocksOf(root(parts, name) ?? undefined, { ...reading, titled: true }));
    return read.map((blocks) => blocks.filter(speaks)).sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? [];
  };
  return {
    header: furniture("header"),
    footer: furniture("footer"),
    blocks: blocksOf(body, { ...reading, titled }),
    leftOut: {
      pictures: descendants(document, "w:drawing").length + descendants(document, "w:pict").length,
      notes: descendants(document, "w:footnoteReference").length + descendants(document, "w:endnoteReference").length,
      textBoxes: descendants(document, "w:txbxContent").length,
    },
  };
}

const EMPTY: Content = { header: [], footer: [], blocks: [], leftOut: { pictures: 0, notes: 0, textBoxes: 0 } };

type Reading = {
  readonly styles: ReturnType<typeof readStyles>;
  readonly numbering: ReturnType<typeof readNumbering>;
  readonly titled: boolean;
};

function speaks(block: PageBlock): boolean {
  return block.kind === "table" || ("inlines" in block && block.inlines.some(({ text }) => text.trim() !== ""));
}

function sizeOf(blocks: readonly PageBlock[]): number {
  return JSON.stringify(blocks).length;
}

function blocksOf(container: Node | undefined, reading: Reading): PageBlock[] {
  return elements(container).flatMap((node): PageBlock[] => {
    if (node.name === "w:p") return paragraph(node, reading);
    if (node.name === "w:tbl") return [table(node, reading)];
    return TRANSPARENT.has(node.name) ? blocksOf(node, reading) : [];
  });
}

function paragraph(node: Node, { styles, numbering, titled }: Reading): PageBlock[] {
  const properties = child(node, "w:pPr");
  const style = styles(said(properties, "w:pStyle"));
  const align: PageAlign = alignOf(properties) ?? style.align ?? "left";
  const pieces = inlinesOf(node, { bold: style.rank === null && style.bold, italic: style.italic });
  const before: PageBlock[] = isOn(properties, "w:pageBreakBefore") ? [{ kind: "break" }] : [];
  const numbered = numberingOf(properties) ?? style.numbering;
  const label = numbered === null || numbered.id === "0" ? null : numbering(numbered.id, numbered.level);
  // A break of page in the middle of a paragraph cuts it in two.
  const parts: PageInline[][] = [[]];
  for (const piece of pieces) {
    if (piece === PAGE) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  const blocks = parts.flatMap((inlines, index): PageBlock[] => {
    const cut: PageBlock[] = index === 0 ? [] : [{ kind: "break" }];
    if (parts.length > 1 && inlines.every(({ text }) => text.trim() === "")) return cut;
    return [...cut, one(inlines, index === 0 ? label : null)];
  });
  function one(inlines: PageInline[], mark: string | null): PageBlock {
    if (style.rank !== null && inlines.length > 0) {
      const level = style.rank === 0 ? 1 : style.rank + (titled ? 1 : 0);
      return { kind: "heading", level, align, inlines: mark === null ? inlines : [{ text: `${mark} ` }, ...inlines] };
    }
    if (mark !== null) return { kind: "item", label: mark, level: numbered?.level ?? 0, inlines };
    const indent = child(properties, "w:ind")?.attributes;
    const left = Number(indent?.["w:left"] ?? indent?.["w:start"] ?? 0);
    return { kind: "paragraph", align, indent: Math.max(0, Math.min(80, Math.round(left / TWENTIETHS))), inlines };
  }
  return [...before, ...blocks];
}

const PAGE: PageInline = { text: "\f" };
type Weight = { readonly bold: boolean; readonly italic: boolean };

/** The runs of a paragraph; neighbours that look alike are one. */
function inlinesOf(paragraphNode: Node, weight: Weight): PageInline[] {
  const found: PageInline[] = [];
  // A field of the page's number: our foot says it already.
  let hidden = 0;
  let counting = false;
  const add = (inline: PageInline) => {
    const last = found.at(-1);
    const same = last && last !== PAGE && inline !== PAGE;
    if (same && last.bold === inline.bold && last.italic === inline.italic && last.underline === inline.underline) {
      found[found.length - 1] = { ...last, text: last.text + inline.text };
    } else if (inline.text !== "") found.push(inline);
  };
  const walk = (node: Node): void => {
    for (const inner of elements(node)) {
      if (inner.name === "w:r") run(inner);
      else if (inner.name === "w:fldSimple" && /\b(PAGE|NUMPAGES)\b/.test(inner.attributes["w:instr"] ?? "")) continue;
      else if (TRANSPARENT.has(inner.name) || inner.name === "w:fldSimple") walk(inner);
    }
  };
  const run = (node: Node): void => {
    const properties = child(node, "w:rPr");
    if (isOn(properties, "w:vanish")) return;
    const look = {
      bold: isOn(properties, "w:b") ?? weight.bold,
      italic: isOn(properties, "w:i") ?? weight.italic,
      underline: !["none", undefined].includes(said(properties, "w:u")),
    };
    for (const part of elements(node)) {
      if (part.name === "w:fldChar") {
        const kind = part.attributes["w:fldCharType"];
        if (kind === "begin") hidden += 1;
        else if (kind === "separate") hidden -= counting ? 0 : 1;
        else if (kind === "end") {
          hidden = counting ? hidden - 1 : hidden;
          counting = false;
        }
      } else if (part.name === "w:instrText") counting ||= /\b(PAGE|NUMPAGES)\b/.test(textOf(part));
      else if (hidden > 0) continue;
      else if (part.name === "w:br" && part.attributes["w:type"] === "page") add(PAGE);
      else add({ text: written(part), ...look });
    }
  };
  walk(paragraphNode);
  return found;
}

function written(part: Node): string {
  switch (part.name) {
    case "w:t":
      return textOf(part);
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:tab":
      return "    ";
    case "w:noBreakHyphen":
      return "‑";
    default:
      return "";
  }
}

function table(node: Node, reading: Reading): PageBlock {
  const rows = elements(node, "w:tr");
  const grid = elements(child(node, "w:tblGrid"), "w:gridCol").map((column) => Number(column.attributes["w:w"] ?? 1));
  const cells = rows.map((row) =>
    elements(row, "w:tc").map(
      (cell): PageCell => ({
        span: Number(said(child(cell, "w:tcPr"), "w:gridSpan") ?? 1),
        blocks: blocksOf(cell, reading),
      }),
    ),
  );
  const across = Math.max(1, ...cells.map((row) => row.reduce((sum, { span }) => sum + span, 0)));
  const heads = rows.findIndex((row) => !isOn(child(row, "w:trPr"), "w:tblHeader"));
  const properties = child(node, "w:tblPr");
  return {
    kind: "table",
    widths: grid.length === across ? grid.map((width) => Math.max(1, width)) : Array.from({ length: across }, () => 1),
    head: Math.max(0, heads),
    ruled: child(properties, "w:tblBorders") !== undefined || /grid|grille/i.test(said(properties, "w:tblStyle") ?? ""),
    rows: cells.filter((row) => row.length > 0),
  };
}
