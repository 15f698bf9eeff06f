/** Which fields a template asks for, and where: read paragraph by paragraph, however the word processor cut them. Pure. */
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import type { Parts } from "./archive.ts";
import { type Content, readContent } from "./content.ts";
import { fieldName, merge } from "./merge.ts";

/** A field where it stands: the words around it say the place better than a number. */
export type FieldPlace = {
  readonly name: string;
  /** The repeated part that it stands in. */
  readonly within: string | null;
  /** As it was typed. */
  readonly typed: string;
  readonly place: string;
};

export type Fault = { readonly kind: "unclosed" | "unopened" | "loop" | "other"; readonly place: string };

export type Inspection = {
  readonly fields: readonly FieldPlace[];
  /** Repeated parts: {{#activites}}. */
  readonly loops: readonly string[];
  readonly faults: readonly Fault[];
  readonly content: Content;
};

const TAG = /\{\{([^{}]*)\}\}/g;
const AROUND = 36;

function paragraphs(blocks: readonly PageBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === "table") return block.rows.flatMap((row) => row.flatMap((cell) => paragraphs(cell.blocks)));
    return block.kind === "break" || block.kind === "drawing" ? [] : [block.inlines.map(({ text }) => text).join("")];
  });
}

/** "… demeurant {{personne.adresse}}, ci-après…" */
function around(text: string, at: number, length: number): string {
  const start = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + length + AROUND);
  return `${start > 0 ? "…" : ""}${text.slice(start, end).replace(/\s+/g, " ").trim()}${end < text.length ? "…" : ""}`;
}

export function inspect(parts: Parts): Inspection {
  const content = readContent(parts);
  const fields: FieldPlace[] = [];
  const loops: string[] = [];
  const faults: Fault[] = [];
  const open: string[] = [];
  for (const text of [...content.header, ...content.blocks, ...content.footer].flatMap((block) =>
    paragraphs([block]),
  )) {
    for (const match of text.matchAll(TAG)) {
      const place = around(text, match.index, match[0].length);
      const typed = (match[1] ?? "").trim();
      const name = fieldName(typed.replace(/^[#/^]/, ""));
      if (typed.startsWith("#") || typed.startsWith("^")) {
        open.push(name);
        loops.push(name);
      } else if (typed.startsWith("/")) {
        if (open.pop() !== name && name !== "") faults.push({ kind: "loop", place });
      } else if (name !== "") fields.push({ name, within: open.at(-1) ?? null, typed, place });
      else faults.push({ kind: "other", place });
    }
    const left = text.replace(TAG, (whole) => " ".repeat(whole.length));
    const unclosed = left.indexOf("{{");
    const unopened = left.indexOf("}}");
    if (unclosed >= 0) faults.push({ kind: "unclosed", place: around(text, unclosed, 2) });
    if (unopened >= 0) faults.push({ kind: "unopened", place: around(text, unopened, 2) });
  }
  for (const name of open) faults.push({ kind: "loop", place: `{{#${name}}}` });
  if (faults.length === 0) faults.push(...mergeFaults(parts));
  return { fields, loops: [...new Set(loops)], faults, content };
}

/** What only a real filling shows: a repeated part that begins in one cell and ends in another. */
function mergeFaults(parts: Parts): Fault[] {
  const tried = merge(parts, {});
  if (!Array.isArray(tried)) return [];
  return (tried as readonly { tag: string; kind: string }[]).map(({ tag, kind }) => ({
    kind: kind === "loop" ? "loop" : "other",
    place: tag === "" ? "" : `{{${tag}}}`,
  }));
}
