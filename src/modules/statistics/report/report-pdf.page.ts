import { fill } from "#kernel/language.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type Paper, printed } from "#platform/http/printed-pages.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { heading, paragraph, table } from "#platform/pdf/page-blocks.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
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
  const { paper, file } = await readTenant(args, async (reader) => {
    const refusal = mayReadStatistics(reader.actor);
    if (refusal) return refusal;
    const { tx, organizationId, language, today } = reader;
    const words = language === "fr" ? fr : en;
    const report = await readReport(reader, search);
    const organization = await organizationProfile(tx, organizationId);
    const { limited } = language === "fr" ? questionFr : questionEn;
    const reach = report.reach === null ? [] : [paragraph(fill(limited, { count: String(report.reach) }))];
    const paper: Paper = {
      ...{ title: words.title, author: organization.legalName, language, date: today },
      accent: organization.accentColour,
      footer: `${organization.legalName}, ${fill(words.printed, { date: day(today) })}`,
      blocks: [
        heading(words.title),
        paragraph(organization.legalName),
        ...reach,
        ...reportParts(report, language).flatMap((part) => blocksOf(part, words)),
      ],
    };
    return { paper, file: words.file };
  });
  return printed(paper, file);
}

/** A title, its definition, and a table: three columns when each line has a definition of its own. */
function blocksOf(
  { title, definition, lines }: ReportPart,
  words: { figure: string; people: string; definition: string },
): PageBlock[] {
  const defined = lines.some((line) => line.definition !== "");
  return [
    heading(title, 2),
    paragraph(definition),
    table(
      [
        { heading: words.figure, width: defined ? 35 : 70 },
        { heading: words.people, width: defined ? 15 : 30, align: "right" },
        ...(defined ? [{ heading: words.definition, width: 50 }] : []),
      ],
      lines.map((line) => [line.name, line.value, ...(defined ? [line.definition] : [])]),
    ),
  ];
}
