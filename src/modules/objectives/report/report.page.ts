import type { Day } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { type Paper, printed } from "#platform/http/printed-pages.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { heading, paragraph, table } from "#platform/pdf/page-blocks.ts";
import { count, day, eur } from "#ui/format.ts";
import { actionsOf } from "../action/action.store.ts";
import { type JointAction, stateOf } from "../action/action.ts";
import { yearOf, yearsOf, yearToShow } from "../convention/convention.ts";
import { loadConvention } from "../convention/load-convention.store.ts";
import { effectsOf } from "../effect/effect.store.ts";
import { EFFECT_KINDS, type Effect, effectTotal } from "../effect/effect.ts";
import { standingOf } from "../effect/measured.store.ts";
import { tranchesOf } from "../funding/funding.store.ts";
import type { Tranche } from "../funding/funding.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import { figureText } from "../target/figure-text.ts";
import { objectivesOf } from "../target/target.store.ts";
import { type Objective, progressOf, resultOf, targetOf } from "../target/target.ts";
import type { Route } from "./+types/report.page";
import { partyBlocks } from "./party-blocks.ts";

type Words = typeof fr | typeof en;
type Blocks = Paper["blocks"];

/** What the parties planned and did in a year, on paper: /rapport?annee=2026. */
export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams.get("annee");
  const { paper, file } = await readTenant(args, async (reader) => {
    const { tx, organizationId, language, today } = reader;
    const loaded = await loadConvention(reader, args.params.conventionId, mayReadConvention);
    if (isRefusal(loaded)) return loaded;
    const { convention, parties, amendments } = loaded;
    const words = language === "fr" ? fr : en;
    const year = yearToShow(yearsOf(convention), asked, today);
    const network = await organizationProfile(tx, organizationId);
    const title = fill(words.paper.title, { year: String(year), title: convention.title });
    const amended = amendments.filter(({ agreedOn }) => yearOf(agreedOn) === year);
    const tranches = (await tranchesOf(tx, organizationId, convention.id)).filter(
      ({ dueOn }) => yearOf(dueOn) === year,
    );
    const actions = (await actionsOf(tx, organizationId, convention.id)).filter(
      ({ plannedOn }) => yearOf(plannedOn) === year,
    );
    const effects = (await effectsOf(tx, organizationId, convention.id)).filter((effect) => effect.year === year);
    const ids = parties.map(({ structureId }) => structureId);
    const standing = await standingOf(reader, ids, year);
    const paper: Paper = {
      ...{ title, author: network.legalName, language, date: today },
      accent: network.accentColour,
      footer: `${network.legalName}, ${day(today)}`,
      blocks: [
        heading(title),
        ...(convention.reference === "" ? [] : [paragraph(convention.reference)]),
        paragraph(
          fill(words.paper.lead, { lead: convention.leadName, names: parties.map(({ name }) => name).join(", ") }),
        ),
        paragraph(fill(words.paper.written, { day: day(today) })),
        ...amendedBlocks(words, amended),
        ...objectiveBlocks(words, language, await objectivesOf(tx, organizationId, convention.id), year),
        ...fundingBlocks(words, language, tranches),
        ...actionBlocks(words, actions),
        ...effectBlocks(words, language, effects, parties.length, year),
        ...partyBlocks(words, language, effects, standing),
      ],
    };
    return { paper, file: `${words.paper.file}-${year}` };
  });
  return printed(paper, file);
}

function amendedBlocks(words: Words, amended: readonly { number: number; agreedOn: Day; body: string }[]): Blocks {
  if (amended.length === 0) return [];
  return [
    heading(words.paper.amendments, 2),
    ...amended.map(({ number, agreedOn, body }) =>
      paragraph(`${fill(words.amendment, { number: String(number), day: day(agreedOn) })} : ${body}`),
    ),
  ];
}

function objectiveBlocks(words: Words, language: Language, objectives: readonly Objective[], year: number): Blocks {
  return [
    heading(words.paper.objectives, 2),
    ...(objectives.length === 0 ? [paragraph(words.paper.none)] : []),
    ...objectives.flatMap(({ title, indicators }) => [
      heading(title, 3),
      indicators.length === 0
        ? paragraph(words.noIndicator)
        : table(
            [
              { heading: words.measure, width: 34 },
              { heading: words.planned, width: 14, align: "right" },
              { heading: words.done, width: 14, align: "right" },
              { heading: words.progress, width: 13, align: "right" },
              { heading: words.resultNote, width: 25 },
            ],
            indicators.map((indicator) => {
              const planned = targetOf(indicator, year)?.planned ?? null;
              const result = resultOf(indicator, year);
              const progress = progressOf(planned, result?.done ?? null);
              const text = (figure: bigint | null) =>
                figure === null ? "–" : figureText(figure, indicator.unit, language);
              return [
                indicator.label,
                text(planned),
                text(result?.done ?? null),
                progress === null ? "–" : `${progress} %`,
                result?.note ?? "",
              ];
            }),
          ),
    ]),
  ];
}

function fundingBlocks(words: Words, language: Language, tranches: readonly Tranche[]): Blocks {
  return [
    heading(words.paper.funding, 2),
    tranches.length === 0
      ? paragraph(words.paper.none)
      : table(
          [
            { heading: words.tranche, width: 40 },
            { heading: words.funder, width: 25 },
            { heading: words.amountOf, width: 17, align: "right" },
            { heading: words.receivedOn, width: 18 },
          ],
          tranches.map(({ label, funderName, amount, receivedOn }) => [
            label,
            funderName,
            eur(amount, language),
            receivedOn === null ? words.waiting : day(receivedOn),
          ]),
        ),
  ];
}

function actionBlocks(words: Words, actions: readonly JointAction[]): Blocks {
  return [
    heading(words.paper.actions, 2),
    actions.length === 0
      ? paragraph(words.paper.none)
      : table(
          [
            { heading: words.actionTitle, width: 32 },
            { heading: words.carrier, width: 20 },
            { heading: words.paper.state, width: 15 },
            { heading: words.note, width: 33 },
          ],
          actions.map((action) => {
            const [last] = action.steps;
            const said = last === undefined ? "" : [last.note, last.link].filter(Boolean).join("\n");
            return [action.title, action.carrierName, words.states[stateOf(action)], said];
          }),
        ),
  ];
}

function effectBlocks(
  words: Words,
  language: Language,
  effects: readonly Effect[],
  parties: number,
  year: number,
): Blocks {
  const totals = EFFECT_KINDS.map((kind) => ({ kind, ...effectTotal(effects, kind, year) }));
  const hasEntered = totals.some(({ entered }) => entered > 0);
  return [
    heading(words.paper.effects, 2),
    effects.length > 0
      ? table(
          [
            { heading: words.kind, width: hasEntered ? 28 : 34 },
            { heading: words.number, width: hasEntered ? 11 : 13, align: "right" },
            { heading: words.effectAmount, width: hasEntered ? 16 : 18, align: "right" },
            { heading: words.declaredBy, width: hasEntered ? 16 : 19, align: "right" },
            { heading: words.measuredBy, width: hasEntered ? 14 : 16, align: "right" },
            ...(hasEntered ? [{ heading: words.enteredByTeam, width: 15, align: "right" } as const] : []),
          ],
          totals.map(({ kind, number, amount, parties: declared, measured, entered }) => [
            ...[words.kinds[kind], count(number, language), eur(amount, language)],
            ...[`${declared} / ${parties}`, count(measured, language)],
            ...(hasEntered ? [count(entered, language)] : []),
          ]),
        )
      : paragraph(words.paper.none),
  ];
}
