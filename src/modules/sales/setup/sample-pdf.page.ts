import { yearOf } from "#kernel/day.ts";
import type { Language } from "#kernel/language.ts";
import type { PrintableDocument } from "#platform/pdf/printable-document.ts";
import { printDocument } from "#platform/pdf/printer.ts";
import { exampleNumber } from "./number-template.ts";
import { en } from "./sample.en.ts";
import { fr } from "./sample.fr.ts";
import type { Chosen } from "./sample-document.ts";

/** The number that a sample carries. */
export function sampleNumber(template: string, today: Chosen["today"], activityCode: string): string {
  return exampleNumber(template, yearOf(today), activityCode, 42n) ?? "";
}

/** A sample as a file that opens in the browser, never kept. */
export async function samplePdf(document: PrintableDocument, language: Language): Promise<Response> {
  const bytes = await printDocument(document);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${(language === "fr" ? fr : en).fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}

/** What stops a sample, in the tab that waits for it. */
export function sampleRefused(sentence: string, status: number): Response {
  return new Response(sentence, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
