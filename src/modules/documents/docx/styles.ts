import type { PageAlign } from "#platform/pdf/printable-pages.ts";
import { child, elements, isOn, type Node, said } from "./xml.ts";

/** What a style says of its paragraphs, with what it takes from the one below it. */
export type Style = {
  /** 0: the title of the document; 1 to 6: a heading; null: running text. */
  readonly rank: number | null;
  readonly align: PageAlign | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly numbering: { readonly id: string; readonly level: number } | null;
};

const PLAIN: Style = { rank: null, align: null, bold: false, italic: false, numbering: null };
const DEEPEST = 12;

const ALIGNMENTS: Readonly<Record<string, PageAlign>> = {
  center: "center",
  right: "right",
  end: "right",
  both: "justify",
  distribute: "justify",
  left: "left",
  start: "left",
};

export function alignOf(properties: Node | undefined): PageAlign | null {
  return ALIGNMENTS[said(properties, "w:jc") ?? ""] ?? null;
}

export function numberingOf(properties: Node | undefined): Style["numbering"] {
  const numbered = child(properties, "w:numPr");
  const id = said(numbered, "w:numId");
  return id === undefined ? null : { id, level: Number(said(numbered, "w:ilvl") ?? 0) };
}

/** Word names its own styles in English whatever its language; LibreOffice and hands may not. */
function rankOf(name: string, outline: string | undefined): number | null {
  if (/^(title|titre)$/i.test(name.trim())) return 0;
  const heading = /^(?:heading|titre) ?([1-6])$/i.exec(name.trim());
  if (heading) return Number(heading[1]);
  return outline !== undefined && Number(outline) < 6 ? Number(outline) + 1 : null;
}

/** Reads the styles part: what an identifier of style means. */
export function readStyles(root: Node | null): (id: string | undefined) => Style {
  const byId = new Map<string, Node>();
  let usual: string | undefined;
  for (const style of elements(root ?? undefined, "w:style")) {
    const id = style.attributes["w:styleId"];
    if (id === undefined) continue;
    byId.set(id, style);
    if (style.attributes["w:default"] === "1" && style.attributes["w:type"] === "paragraph") usual = id;
  }
  const resolve = (id: string | undefined, depth: number): Style => {
    const style = id === undefined ? undefined : byId.get(id);
    if (style === undefined || depth > DEEPEST) return PLAIN;
    const below = resolve(said(style, "w:basedOn"), depth + 1);
    const paragraph = child(style, "w:pPr");
    const run = child(style, "w:rPr");
    const rank = rankOf(said(style, "w:name") ?? "", said(paragraph, "w:outlineLvl"));
    return {
      rank: rank ?? below.rank,
      align: alignOf(paragraph) ?? below.align,
      bold: isOn(run, "w:b") ?? below.bold,
      italic: isOn(run, "w:i") ?? below.italic,
      numbering: numberingOf(paragraph) ?? below.numbering,
    };
  };
  return (id) => resolve(id ?? usual, 0);
}
