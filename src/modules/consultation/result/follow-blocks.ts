/** What a consultation led to, on paper: events, rooms with their cards and polls, roadmaps. */
import type { Day } from "#kernel/day.ts";
import { fill, type Language } from "#kernel/language.ts";
import { ANSWERS, type Board, cardsOf, lanesOf, roomWords } from "#modules/room/index.ts";
import { heading, paragraph, table } from "#platform/pdf/page-blocks.ts";
import type { PageBlock } from "#platform/pdf/printable-pages.ts";
import { mediumDay } from "#ui/format.ts";
import { plural, wordsIn } from "#ui/language.tsx";
import { en as eventEn } from "../event/event.en.ts";
import { fr as eventFr } from "../event/event.fr.ts";
import { whenAndWhere } from "../event/event-text.ts";
import { en as roadmapEn } from "../roadmap/roadmap.en.ts";
import { fr as roadmapFr } from "../roadmap/roadmap.fr.ts";
import { countChoices } from "../roadmap/roadmap.ts";
import type { CollectedEvent, CollectedRoadmap } from "./collected.ts";
import { coverageText } from "./figure-text.ts";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

const item = (text: string): PageBlock => ({ kind: "item", label: "•", level: 0, inlines: [{ text }] });

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function eventBlocks(
  { event, parts, registered, came, reached }: CollectedEvent,
  today: Day,
  language: Language,
): PageBlock[] {
  const words = wordsIn(language, { fr: eventFr, en: eventEn });
  const { of } = wordsIn(language, { fr, en });
  const share = (over: number) => coverageText({ over, under: reached.known }, of, language);
  const begun = today >= event.startsOn;
  return [
    heading(event.title, 2),
    paragraph(capitalized(whenAndWhere(event, language))),
    paragraph(fill(words.places, { count: String(registered) })),
    paragraph(fill(words.coverageRegistered, { share: share(reached.registered) })),
    ...(begun ? [paragraph(fill(words.cameCount, { count: String(came) }))] : []),
    ...(begun ? [paragraph(fill(words.coverageCame, { share: share(reached.came) }))] : []),
    ...parts
      .filter(({ restitution }) => restitution !== "")
      .flatMap(({ title, restitution }) => [heading(title, 3), paragraph(restitution)]),
  ];
}

/** The cards of a room column by column, then what was thought of each scenario. */
export function boardBlocks(board: Board, language: Language): PageBlock[] {
  const words = wordsIn(language, roomWords);
  const { pollAnswered } = wordsIn(language, { fr, en });
  const scenarios = board.scenarios.length === 0 ? [{ id: null, title: board.title }] : board.scenarios;
  const wall = scenarios.flatMap(({ id, title }) => {
    const written = lanesOf(board, id).flatMap((lane) => {
      const cards = cardsOf(board, lane.id);
      if (cards.length === 0) return [];
      return [
        heading(lane.title || words.lanes[lane.kind], 4),
        ...cards.map(({ body, supports, gathered }) => {
          const all = [body, ...gathered.map((under) => under.body)].join(" / ");
          return item(`${all} (${plural(language, supports, words.supportsOne, words.supportsMany)})`);
        }),
      ];
    });
    return id === null || written.length === 0 ? written : [heading(title, 3), ...written];
  });
  const polls = board.polls
    .filter(({ status }) => status === "closed")
    .flatMap(({ title, answered, items }) => [
      heading(`${words.consultative} : ${title}`, 3),
      paragraph(words.consultativeHelp),
      paragraph(fill(pollAnswered, { count: String(answered), room: String(board.participants) })),
      table(
        [
          { heading: words.subject, width: 32 },
          ...ANSWERS.map((answer) => ({ heading: words.answers[answer], width: 17, align: "right" as const })),
        ],
        items.map(({ label, counts }) => [label, ...ANSWERS.map((answer) => String(counts?.[answer] ?? 0))]),
      ),
    ]);
  return [heading(board.title, 2), ...(board.question === "" ? [] : [paragraph(board.question)]), ...wall, ...polls];
}

export function roadmapBlocks(
  { roadmap, workstreams, decisions, adoptions, known }: CollectedRoadmap,
  language: Language,
): PageBlock[] {
  const words = wordsIn(language, { fr: roadmapFr, en: roadmapEn });
  const planned = workstreams.flatMap(({ title, structureName, description, milestones }) => [
    heading(title, 3),
    ...(structureName === null ? [] : [paragraph(fill(words.carriedBy, { structure: structureName }))]),
    ...(description === "" ? [] : [paragraph(description)]),
    ...milestones.map(({ title: step, dueOn, reachedOn }) => {
      const due = fill(words.due, { day: mediumDay(dueOn, language) });
      const reached = reachedOn === null ? "" : `. ${fill(words.reached, { day: mediumDay(reachedOn, language) })}`;
      return item(`${step}, ${due}${reached}`);
    }),
  ]);
  const decided = decisions.map(({ decidedOn, title, body }) =>
    item([`${mediumDay(decidedOn, language)} : ${title}`, body].filter(Boolean).join("\n")),
  );
  const said = table(
    [
      { heading: words.adoptFor, width: 32 },
      { heading: words.choice, width: 18 },
      { heading: words.comment, width: 50 },
    ],
    adoptions.map(({ structureName, choice, comment }) => [structureName, words.choices[choice], comment]),
  );
  return [
    heading(roadmap.title, 2),
    ...(roadmap.mandate === "" ? [] : [paragraph(roadmap.mandate)]),
    ...planned,
    ...(decided.length === 0 ? [] : [heading(words.decisions, 3), ...decided]),
    heading(words.adoptions, 3),
    paragraph(
      adoptions.length === 0
        ? words.adoptionsNone
        : fill(words.adoptionCounts, { ...countChoices(adoptions), known: String(known) }),
    ),
    ...(adoptions.length === 0 ? [] : [said]),
  ];
}
