/** Everything that a consultation gathered, as tables: one line a fact, the same for spreadsheets and for programs. */
import { cardsOf, lanesOf } from "#modules/room/index.ts";
import { type Answer, type Gathering, standing } from "../answer/answer.ts";
import type { Collected } from "./collected.ts";
import type { PhaseResults } from "./phase-results.ts";

export type PhaseData = {
  readonly results: PhaseResults;
  readonly answers: readonly Answer[];
  readonly gatherings: readonly Gathering[];
};

/** Every answer, those that were replaced too. */
function answerLines({ results, answers, gatherings }: PhaseData) {
  const valid = standing(answers);
  const names = new Map(results.asked.map(({ structureId, name }) => [structureId, name]));
  const titles = new Map(results.axes.map(({ id, title }) => [id, title]));
  const meetings = new Map(gatherings.map((one) => [one.id, one]));
  const lines = answers.map((one) => {
    const meeting = one.gatheringId === null ? undefined : meetings.get(one.gatheringId);
    return {
      ...{ phase: results.phase.title, structure: names.get(one.structureId) ?? "", number: one.number },
      ...{ channel: one.channel, day: one.givenOn, stands: valid.get(one.structureId)?.id === one.id },
      ...{ comment: one.comment, heldIn: meeting?.place ?? "", attendees: meeting?.attendees ?? null },
      minutes: meeting?.minutes ?? "",
      ranks: one.ranks.map(({ axisId, rank, note }) => ({ axis: titles.get(axisId) ?? "", rank, note })),
    };
  });
  return lines.sort((a, b) => a.structure.localeCompare(b.structure, "fr") || a.number - b.number);
}

function participationLines({ phase, asked, voices }: PhaseResults) {
  const channels = new Map(voices.map(({ structureId, channel }) => [structureId, channel]));
  return asked.map(({ structureId, name, networks, region }) => ({
    ...{ phase: phase.title, structure: name, networks: networks.join(", "), region },
    channel: channels.get(structureId) ?? null,
  }));
}

function figureLines({ phase, axes, coverage, figures }: PhaseResults) {
  const titles = new Map(axes.map(({ id, title }) => [id, title]));
  return figures.map(({ axisId, place, points, mean, firsts }) => ({
    ...{ phase: phase.title, axis: titles.get(axisId) ?? "", place, points, sum: mean.over, firsts: firsts.over },
    ...{ answered: coverage.over, asked: coverage.under },
  }));
}

export function dataTables({
  phases,
  landscape,
  positions,
  boards,
  roadmaps,
}: Omit<Collected, "phases"> & { phases: readonly PhaseData[] }) {
  const answers = phases.flatMap(answerLines);
  return {
    answers: answers.map(({ ranks: _, ...line }) => line),
    rankings: answers.flatMap(({ ranks, phase, structure, number, channel, day, stands }) =>
      ranks.map((rank) => ({ phase, structure, number, channel, day, stands, ...rank })),
    ),
    landscape: landscape.map(({ kind: nature, structureName: structure, body: told }) => ({ nature, structure, told })),
    positions: positions.map(({ structureName: structure, number, takenOn: day, body: told }) => ({
      ...{ structure, number, day, told },
    })),
    participation: phases.flatMap(({ results }) => participationLines(results)),
    figures: phases.flatMap(({ results }) => figureLines(results)),
    cards: boards.flatMap((board) =>
      [...board.scenarios, { id: null, title: "" }].flatMap((scenario) =>
        lanesOf(board, scenario.id).flatMap((lane) =>
          cardsOf(board, lane.id).map(({ body, supports, gathered }) => ({
            ...{ room: board.title, scenario: scenario.title, kind: lane.kind, lane: lane.title, text: body, supports },
            gathered: gathered.map((under) => under.body).join(" / "),
          })),
        ),
      ),
    ),
    // Opinion polls, once they are closed: each subject is evaluated, none is chosen.
    polls: boards.flatMap(({ title: room, participants, polls }) =>
      polls
        .filter(({ status }) => status === "closed")
        .flatMap(({ title, answered, items }) =>
          items.map(({ label, counts }) => ({ room, poll: title, subject: label, ...counts, answered, participants })),
        ),
    ),
    adoptions: roadmaps.flatMap(({ roadmap, adoptions }) =>
      adoptions.map(({ structureName: structure, choice, comment }) => ({
        ...{ roadmap: roadmap.title, structure, choice, comment },
      })),
    ),
  };
}
export type DataTables = ReturnType<typeof dataTables>;

/** What a cell of a spreadsheet holds: a number as a number, yes and no in the reader’s words. */
export function cellText(
  value: string | number | boolean | null | undefined,
  words: { readonly yes: string; readonly no: string },
): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return String(value);
}
