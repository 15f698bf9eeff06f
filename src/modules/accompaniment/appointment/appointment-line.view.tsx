import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { duration } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { timeText } from "#ui/time-input.ts";
import type { Tone } from "#ui/tone.ts";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import type { AppointmentStatus } from "./appointment.ts";
import type { AppointmentRow, NamedParty } from "./appointment-rows.store.ts";

export const STATUS_TONE: Readonly<Record<AppointmentStatus, Tone>> = {
  planned: "info",
  held: "ok",
  cancelled: "neutre",
};

export const namesOf = (parties: readonly NamedParty[]): string => parties.map(({ name }) => name).join(", ");

/** One appointment in a list: its hour, whom it is with, what it is about. `side`: whose names one wants to read. */
export function AppointmentLine({
  row,
  slug,
  side,
  date,
}: {
  readonly row: AppointmentRow;
  readonly slug: string;
  readonly side: "persons" | "advisers";
  /** The day in words, where the list is not cut by days. */
  readonly date?: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const detail = [words.natures[row.nature], words.modes[row.mode], row.subject, row.place].filter(Boolean).join(" · ");
  return (
    <li data-row={row.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-3">
      <span className="w-24 shrink-0 tabular-nums">
        <span className="block font-semibold">{timeText(row.time, language)}</span>
        <span className="block text-aide text-texte2">{duration(row.minutes)}</span>
      </span>
      <span className="min-w-0 flex-[1_1_14rem]">
        <TextLink to={`/${slug}/rendez-vous/${row.id}`} className={row.status === "cancelled" ? "line-through" : ""}>
          {date ? `${date}, ` : ""}
          {side === "persons" ? namesOf(row.persons) : fill(words.with, { names: namesOf(row.advisers) })}
        </TextLink>
        <span className="block text-aide text-texte2 [overflow-wrap:anywhere]">{detail}</span>
      </span>
      {row.status === "planned" ? null : <Badge tone={STATUS_TONE[row.status]}>{words.statuses[row.status]}</Badge>}
    </li>
  );
}
