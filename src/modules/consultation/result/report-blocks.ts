/** What a consultation gave, on paper: its question, its synthesis, and each phase. What it led to: follow-blocks.ts. */
import { fill, type Language } from "#kernel/language.ts";
import { barsSvg } from "#platform/pdf/bars.ts";
import { heading, paragraph, table } from "#platform/pdf/page-blocks.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { wordsIn } from "#ui/language.tsx";
import type { Channel } from "../answer/answer.ts";
import { en as consultationEn } from "../consultation/consultation.en.ts";
import { fr as consultationFr } from "../consultation/consultation.fr.ts";
import type { Consultation } from "../consultation/consultation.ts";
import { coverageText, meanText } from "./figure-text.ts";
import type { Group } from "./figures.ts";
import type { PhaseResults } from "./phase-results.ts";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

type Manner = { readonly language: Language; readonly accent: string };

/** What was asked, and what the team draws from it. */
export function askedBlocks(consultation: Consultation, synthesis: string, language: Language): PageBlock[] {
  const words = wordsIn(language, { fr: consultationFr, en: consultationEn });
  return [
    heading(consultation.title),
    heading(words.question, 2),
    paragraph(consultation.question),
    paragraph(words.audiences[consultation.audience]),
    heading(words.synthesis, 2),
    ...(synthesis || words.synthesisNone).split(/\n{2,}/).map((text) => paragraph(text)),
  ];
}

/** A phase: how many, what they rank first, by whom, and their words. */
export function phaseBlocks(results: PhaseResults, { language, accent }: Manner): PageBlock[] {
  const words = wordsIn(language, { fr, en });
  const { phase, axes, coverage, figures } = results;
  const titles = new Map(axes.map(({ id, title }) => [id as string, title]));
  const share = (fraction: Group["coverage"]) => coverageText(fraction, words.of, language);
  const opening = [heading(phase.title, 2), paragraph(fill(words.coverageSentence, { coverage: share(coverage) }))];
  if (figures.length === 0) return opening;
  const bars = figures.map(({ axisId, points }) => ({ label: titles.get(axisId) ?? "", value: points }));
  return [
    ...opening,
    heading(words.ranking, 3),
    { kind: "drawing", svg: barsSvg(bars, accent), alt: fill(words.chart, { phase: phase.title }) },
    paragraph(fill(words.rankingMeaning, { most: String(axes.length - 1) })),
    table(
      [
        { heading: words.axis, width: 32 },
        ...[words.place, words.points].map((one) => ({ heading: one, width: 14, align: "right" as const })),
        { heading: words.mean, width: 16, align: "right" },
        { heading: words.firsts, width: 24, align: "right" },
      ],
      figures.map(({ axisId, place, tied, points, mean, firsts }) => [
        titles.get(axisId) ?? "",
        tied ? fill(words.placeTied, { place: String(place) }) : String(place),
        ...[String(points), meanText(mean, language), share(firsts)],
      ]),
    ),
    ...groupBlocks(results, titles, language),
    ...verbatimBlocks(results, language),
  ];
}

function groupBlocks(
  { networks, regions, channels }: PhaseResults,
  titles: ReadonlyMap<string, string>,
  language: Language,
): PageBlock[] {
  const words = wordsIn(language, { fr, en });
  const asked = wordsIn(language, { fr: consultationFr, en: consultationEn });
  const lines = (caption: string, share: string, groups: readonly Group[], named: (key: string) => string) => [
    heading(caption, 3),
    table(
      [
        { heading: words.group, width: 38 },
        { heading: share, width: 24, align: "right" },
        { heading: words.first, width: 38 },
      ],
      groups.map(({ key, coverage, figures }) => [
        ...[named(key), coverageText(coverage, words.of, language)],
        figures
          .filter(({ place }) => place === 1)
          .map(({ axisId }) => titles.get(axisId))
          .join(", ") || "–",
      ]),
    ),
  ];
  return [
    ...lines(words.networks, words.answered, networks, (key) => key || words.without),
    paragraph(words.networksMeaning),
    ...lines(words.regions, words.answered, regions, (key) => key || words.unknown),
    ...lines(words.channels, words.share, channels, (key) => asked.channels[key as Channel]),
  ];
}

function verbatimBlocks({ axes, verbatims }: PhaseResults, language: Language): PageBlock[] {
  if (verbatims.length === 0) return [];
  const words = wordsIn(language, { fr, en });
  const { channels } = wordsIn(language, { fr: consultationFr, en: consultationEn });
  const blocks = [heading(words.verbatims, 3)];
  for (const title of [...axes.map((axis) => axis.title), null]) {
    const said = verbatims.filter(({ axis }) => axis === title);
    if (said.length > 0) blocks.push(heading(title ?? words.anything, 4));
    for (const { structure, channel, text } of said) {
      const by = fill(words.verbatimBy, { structure, channel: channels[channel].toLowerCase() });
      blocks.push({
        kind: "paragraph",
        align: "left",
        indent: 5,
        inlines: [{ text: `${text}\n` }, { text: by, italic: true }],
      });
    }
  }
  return blocks;
}
