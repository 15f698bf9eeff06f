import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { PageBlock, PrintablePages } from "#platform/pdf/printable-pages.ts";
import { PrinterBusy, printPages } from "#platform/pdf/printer.ts";
import { day, mediumDay } from "#ui/format.ts";
import { en } from "../grid.en.ts";
import { fr, type GridRefusalCode } from "../grid.fr.ts";
import { indicatorsOf } from "../model/model.store.ts";
import { objectivesIn } from "../model/model.ts";
import { loadRound } from "../project/load.store.ts";
import { planOf } from "../project/project.store.ts";
import type { Route } from "./+types/report.page";
import { agreedOf, ratersOf } from "./round.store.ts";
import { hundredths, meanOf } from "./round.ts";

/** What a round agreed, with its reasons and the plan, on paper. */
export async function loader(args: Route.LoaderArgs) {
  const { pages, busy, name } = await readTenant(args, async (reader) => {
    const { tx, organizationId, language, today } = reader;
    const loaded = await loadRound(reader, parseId<"gridRound">(args.params.gridRoundId));
    if ("refused" in loaded) return loaded;
    const { round, project } = loaded;
    if (round.status === "rating") return refuse("missing", "round.notCompared" satisfies GridRefusalCode);
    const words = language === "fr" ? fr : en;
    const network = await organizationProfile(tx, organizationId);
    const structures = await listStructures(tx, organizationId, { on: today });
    const partners = structures.filter(({ id }) => project.partnerIds.includes(id)).map((one) => one.name);
    const raters = await ratersOf(tx, organizationId, round.id);
    const agreed = new Map((await agreedOf(tx, organizationId, round.id)).map((one) => [one.code, one]));
    const model = fill(words.version, { name: round.modelName, number: String(round.modelNumber) });
    const title = fill(words.report.title, { project: project.name });
    const plan = await planOf(tx, organizationId, project.id);
    const pages: PrintablePages = {
      ...{ title, author: network.legalName, language, date: today },
      accent: network.accentColour ?? "#0b5c55",
      header: [],
      footer: [paragraph(`${network.legalName}, ${day(today)}`)],
      blocks: [
        heading(1, title),
        paragraph(
          fill(words.report.model, { model, mode: words.modes[round.mode], day: mediumDay(round.openedOn, language) }),
        ),
        ...(round.example ? [paragraph(words.report.example)] : []),
        paragraph(fill(words.report.partners, { names: partners.join(", ") })),
        paragraph(fill(words.report.raters, { names: raters.map((one) => one.name).join(", ") })),
        ...objectivesIn(await indicatorsOf(tx, organizationId, round.modelId)).flatMap(({ main, indicators }) => {
          const levels = indicators.flatMap(({ code }) => agreed.get(code)?.level ?? []);
          const mean = meanOf(levels);
          return [
            heading(2, main),
            paragraph(`${words.report.mean} : ${mean === null ? "–" : hundredths(mean, language)}`),
            table(
              [55, 10, 35],
              [words.round.indicator, words.round.agreed, words.talk.reason],
              indicators.map(({ code, wording }) => {
                const value = agreed.get(code);
                const why = value === undefined ? "" : [value.reason, value.evidence].filter(Boolean).join("\n");
                return [`${code} ${wording}`, value === undefined ? "–" : String(value.level), why];
              }),
            ),
          ];
        }),
        heading(2, words.projects.plan),
        plan.length === 0
          ? paragraph(words.projects.noPlan)
          : table(
              [50, 25, 25],
              [words.round.what, words.round.who, words.round.dueOn],
              plan.map(({ what, who, dueOn }) => [what, who, day(dueOn)]),
            ),
      ],
    };
    return { pages, busy: words.report.busy, name: words.report.file };
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

function paragraph(text: string, bold = false): PageBlock {
  return { kind: "paragraph", align: "left", indent: 0, inlines: [{ text, bold }] };
}

function table(widths: number[], headings: string[], rows: readonly (readonly string[])[]): PageBlock {
  const row = (cells: readonly string[], bold = false) =>
    cells.map((text) => ({ span: 1, blocks: [paragraph(text, bold)] }));
  return { kind: "table", widths, head: 1, ruled: true, rows: [row(headings, true), ...rows.map((one) => row(one))] };
}
