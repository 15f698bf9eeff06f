import { fill } from "#kernel/language.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { PageBlock, PrintablePages } from "#platform/pdf/printable-pages.ts";
import { PrinterBusy, printPages } from "#platform/pdf/printer.ts";
import { day } from "#ui/format.ts";
import { en as questionEn } from "../question/question.en.ts";
import { fr as questionFr } from "../question/question.fr.ts";
import { mayReadStatistics } from "../question/question.policy.ts";
import type { Route } from "./+types/report-pdf.page";
import { en } from "./report.en.ts";
import { fr } from "./report.fr.ts";
import { readReport } from "./report.store.ts";
import { type ReportPart, reportParts } from "./report-lines.ts";

/** The report on paper, with the definition of each figure. Rendered outside of the transaction. */
export async function loader(args: Route.LoaderArgs) {
  const { search } = new URL(args.request.url);
  const { pages, busy, name } = await readTenant(args, async (reader) => {
    const refusal = mayReadStatistics(reader.actor);
    if (refusal) return refusal;
    const { tx, organizationId, language, today } = reader;
    const words = language === "fr" ? fr : en;
    const report = await readReport(reader, search);
    const organization = await organizationProfile(tx, organizationId);
    const { limited } = language === "fr" ? questionFr : questionEn;
    const reach = report.reach === null ? [] : [paragraph(fill(limited, { count: String(report.reach) }))];
    const pages: PrintablePages = {
      ...{ title: words.title, author: organization.legalName, language, date: today },
      accent: organization.accentColour ?? "#0b5c55",
      header: [],
      footer: [paragraph(`${organization.legalName}, ${fill(words.printed, { date: day(today) })}`)],
      blocks: [
        heading(1, words.title),
        paragraph(organization.legalName),
        ...reach,
        ...reportParts(report, language).flatMap((part) => blocksOf(part, words)),
      ],
    };
    return { pages, busy: words.pdfBusy, name: words.file };
  });
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
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}

function heading(level: number, text: string): PageBlock {
  return { kind: "heading", level, align: "left", inlines: [{ text }] };
}

function paragraph(text: string, bold = false, align: "left" | "right" = "left"): PageBlock {
  return { kind: "paragraph", align, indent: 0, inlines: [{ text, bold }] };
}

/** A title, its definition, and a table: three columns when each line has a definition of its own. */
function blocksOf(
  { title, definition, lines }: ReportPart,
  words: { figure: string; people: string; definition: string },
) {
  const defined = lines.some((line) => line.definition !== "");
  const cell = (text: string, bold = false, align: "left" | "right" = "left") => ({
    span: 1,
    blocks: [paragraph(text, bold, align)],
  });
  const row = (name: string, value: string, meaning: string, bold = false) => [
    cell(name, bold),
    cell(value, bold, "right"),
    ...(defined ? [cell(meaning, bold)] : []),
  ];
  const blocks: PageBlock[] = [
    heading(2, title),
    paragraph(definition),
    {
      kind: "table",
      widths: defined ? [35, 15, 50] : [70, 30],
      head: 1,
      ruled: true,
      rows: [
        row(words.figure, words.people, words.definition, true),
        ...lines.map((line) => row(line.name, line.value, line.definition)),
      ],
    },
  ];
  return blocks;
}
