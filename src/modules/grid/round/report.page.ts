import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { listStructures } from "#modules/network/index.server.ts";
import { type Paper, printed } from "#platform/http/printed-pages.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { barsSvg } from "#platform/pdf/bars.ts";
import { heading, paragraph, table } from "#platform/pdf/page-blocks.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { readableColour } from "#platform/pdf/readable-colour.ts";
import { day, mediumDay } from "#ui/format.ts";
import { en } from "../grid.en.ts";
import { fr, type GridRefusalCode } from "../grid.fr.ts";
import { indicatorsOf } from "../model/model.store.ts";
import { objectivesIn } from "../model/model.ts";
import { loadRound } from "../project/load.store.ts";
import { planOf } from "../project/project.store.ts";
import type { Route } from "./+types/report.page";
import { agreedOf, ratersOf } from "./round.store.ts";
import { hundredths, meanOf, profileOf } from "./round.ts";

/** What a round agreed, with its reasons and the plan, on paper. */
export async function loader(args: Route.LoaderArgs) {
  const { paper, file } = await readTenant(args, async (reader) => {
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
    const indicators = await indicatorsOf(tx, organizationId, round.modelId);
    const objectives = objectivesIn(indicators);
    const profile = profileOf(objectives, [...agreed.values()]);
    const bars = objectives.flatMap(({ main }, rank) => {
      const value = profile[rank];
      return value == null ? [] : [{ label: main, value, text: hundredths(value, language) }];
    });
    const most = 100 * Math.max(1, (indicators[0]?.levels.length ?? 2) - 1);
    const colour = readableColour(network.accentColour ?? "#0b5c55");
    const plan = await planOf(tx, organizationId, project.id);
    const paper: Paper = {
      ...{ title, author: network.legalName, language, date: today },
      accent: network.accentColour,
      footer: `${network.legalName}, ${day(today)}`,
      blocks: [
        heading(title),
        paragraph(
          fill(words.report.model, { model, mode: words.modes[round.mode], day: mediumDay(round.openedOn, language) }),
        ),
        ...(round.example ? [paragraph(words.report.example)] : []),
        paragraph(fill(words.report.partners, { names: partners.join(", ") })),
        paragraph(fill(words.report.raters, { names: raters.map((one) => one.name).join(", ") })),
        ...drawn(bars.length === 0 ? null : barsSvg(bars, colour, most), words.round.profile),
        ...objectives.flatMap(({ main, indicators }) => {
          const levels = indicators.flatMap(({ code }) => agreed.get(code)?.level ?? []);
          const mean = meanOf(levels);
          return [
            heading(main, 2),
            paragraph(`${words.report.mean} : ${mean === null ? "–" : hundredths(mean, language)}`),
            table(
              [
                { heading: words.round.indicator, width: 50 },
                { heading: words.round.agreed, width: 15, align: "center" },
                { heading: words.talk.reason, width: 35 },
              ],
              indicators.map(({ code, wording }) => {
                const value = agreed.get(code);
                const why = value === undefined ? "" : [value.reason, value.evidence].filter(Boolean).join("\n");
                return [`${code} ${wording}`, value === undefined ? "–" : String(value.level), why];
              }),
            ),
          ];
        }),
        heading(words.projects.plan, 2),
        plan.length === 0
          ? paragraph(words.projects.noPlan)
          : table(
              [
                { heading: words.round.what, width: 50 },
                { heading: words.round.who, width: 30 },
                { heading: words.round.dueOn, width: 20 },
              ],
              plan.map(({ what, who, dueOn }) => [what, who, day(dueOn)]),
            ),
      ],
    };
    return { paper, file: words.report.file };
  });
  return printed(paper, file);
}

/** The agreed value of each objective, side by side. */
function drawn(svg: string | null, title: string): PageBlock[] {
  return svg === null ? [] : [heading(title, 2), { kind: "drawing", svg, alt: title }];
}
