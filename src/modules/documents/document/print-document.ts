/** From a filled DOCX to the words of its paper. Pure. */
import type { Day } from "#kernel/day.ts";
import type { PrintablePages } from "#platform/pdf/printable-pages.ts";
import { readContent } from "../docx/content.ts";
import { openDocx } from "../docx/safety.ts";

export type PaperOf = {
  readonly title: string;
  readonly author: string;
  readonly accent: string;
  readonly date: Day;
};

/** Throws on bytes that the house would not have accepted: a defect, they were checked when they came. */
export function pagesOf(docx: Uint8Array, { title, author, accent, date }: PaperOf): PrintablePages {
  const parts = openDocx(docx);
  if (typeof parts === "string") throw new Error(`the document made is not one: ${parts}`);
  const { header, footer, blocks } = readContent(parts);
  return { title, author, language: "fr", date, accent, header, footer, blocks };
}
