import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";
import type { MeetingRow } from "./meeting-rows.store.ts";

export function MeetingState({ state }: { readonly state: MeetingRow["state"] }) {
  const words = useLanguage().choose({ fr, en });
  if (state === "cancelled") return <Badge tone="erreur">{words.cancelledWord}</Badge>;
  if (state === "minutes") return <Badge tone="ok">{words.minutesWord}</Badge>;
  return state === "over" ? <Badge tone="neutre">{words.overWord}</Badge> : null;
}

export function useMoment() {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return ({ day, time }: Pick<MeetingRow, "day" | "time">) =>
    fill(words.moment, { day: longDay(day, language), time: timeText(time, language) });
}

type Listed = { readonly title: string; readonly slug: string; readonly rows: readonly MeetingRow[] };

export function MeetingList({ title, slug, rows }: Listed) {
  return (
    <Card title={title}>
      <ul className="divide-y divide-bordure">
        {rows.map((row) => (
          <MeetingLine key={row.id} slug={slug} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function MeetingLine({ slug, row }: { readonly slug: string; readonly row: MeetingRow }) {
  const words = useLanguage().choose({ fr, en });
  const moment = useMoment();
  return (
    <li data-row={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
      <span className="min-w-0">
        <TextLink to={`/${slug}/reunions/${row.id}`} className="font-semibold">
          {row.title}
        </TextLink>
        <span className="block text-aide text-texte2 first-letter:uppercase">
          {[moment(row), row.place, words.forAudience[row.audience]].filter(Boolean).join(", ")}
        </span>
      </span>
      <MeetingState state={row.state} />
    </li>
  );
}
