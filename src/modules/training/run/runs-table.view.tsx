import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { day, mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { type Booking, type Run, type RunState, takenOf } from "./run.ts";

export const STATE_TONE: Readonly<Record<RunState, Tone>> = {
  ...{ toCome: "info", underWay: "info", toSettle: "attention", settled: "ok", cancelled: "neutre" },
};

type Line = Run & { readonly title: string; readonly state: RunState; readonly bookings: readonly Booking[] };

/** « Du 3 au 5 mars 2027 » : one day, or from one to the other. */
export function useRunDates() {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return ({ startsOn, endsOn }: Pick<Run, "startsOn" | "endsOn">) =>
    startsOn === endsOn
      ? fill(words.dates.one, { start: mediumDay(startsOn, language) })
      : fill(words.dates.more, { start: day(startsOn), end: day(endsOn) });
}

/** Runs by day; named: of several courses. */
export function RunsTable({
  slug,
  caption,
  runs,
  named = false,
}: {
  readonly slug: string;
  readonly caption: string;
  readonly runs: readonly Line[];
  readonly named?: boolean;
}) {
  const words = useLanguage().choose({ fr, en });
  const dates = useRunDates();
  const columns: Column<Line>[] = [
    {
      key: "run",
      header: words.session,
      rowHeader: true,
      cell: (run) => (
        <TextLink to={`/${slug}/formations/${run.courseId}/sessions/${run.id}`}>
          {named ? `${run.title}, ${dates(run).toLocaleLowerCase()}` : dates(run)}
        </TextLink>
      ),
    },
    { key: "place", header: words.place, cell: ({ place }) => place },
    {
      key: "seats",
      header: words.seats,
      align: "end",
      cell: (run) => (run.state === "toCome" ? words.free(run.seats - takenOf(run.bookings)) : takenOf(run.bookings)),
    },
    {
      key: "state",
      header: words.state,
      cell: ({ state }) => <Badge tone={STATE_TONE[state]}>{words.states[state]}</Badge>,
    },
  ];
  return <Table bare caption={caption} rows={runs} rowKey={({ id }) => id} columns={columns} />;
}
