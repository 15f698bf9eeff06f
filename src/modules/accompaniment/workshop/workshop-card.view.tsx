import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { duration, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./workshop.en.ts";
import { fr } from "./workshop.fr.ts";
import type { WorkshopRow } from "./workshop-rows.store.ts";

/** When, where, by whom. */
export function WorkshopFacts({ row }: { readonly row: WorkshopRow }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <div className="text-aide text-texte2">
      <ul>
        {row.dates.map((date) => (
          <li key={date.id} className="first-letter:uppercase">
            {fill(words.mail.moment, { day: longDay(date.day, language), time: timeText(date.time, language) })},{" "}
            {duration(date.minutes)}
          </li>
        ))}
      </ul>
      <p>{[row.place, row.trainers, row.themes].filter(Boolean).join(" · ")}</p>
    </div>
  );
}

export function Seats({ row }: { readonly row: WorkshopRow }) {
  const words = useLanguage().choose({ fr, en });
  if (row.cancelled) return <Badge tone="neutre">{words.cancelledWord}</Badge>;
  if (row.mine === "seated") return <Badge tone="ok">{words.yourSeat}</Badge>;
  if (row.mine === "waiting") return <Badge tone="attention">{words.youWait}</Badge>;
  if (row.free) {
    const seats = { taken: String(row.taken), capacity: String(row.capacity) };
    return <Badge tone="info">{fill(words.seats, seats)}</Badge>;
  }
  return <Badge tone="attention">{fill(words.full, { count: String(row.waiting) })}</Badge>;
}

/** The one act of whoever reads: take a seat, wait for one, give it back. */
export function JoinOrLeave({
  slug,
  row,
  idempotencyKey,
}: {
  readonly slug: string;
  readonly row: WorkshopRow;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  if (row.over || row.cancelled || row.mine === "trainer") return null;
  const leaving = row.mine !== null;
  if (leaving && row.dates.some(({ begun }) => begun)) return null;
  if (!leaving && !row.open) return <span className="text-aide text-texte2">{words.signupClosed}</span>;
  const word = leaving ? words.leave : row.free ? words.join : words.joinWaiting;
  return (
    <SubmitForm
      action={`/${slug}/ateliers`}
      intent={leaving ? "leave" : "join"}
      idempotencyKey={idempotencyKey}
      hidden={{ workshopId: row.id }}
      answer={null}
    >
      <SubmitButton
        variant={leaving ? "quiet" : "secondary"}
        size="small"
        aria-label={fill(leaving ? words.leaveOf : words.joinOf, { title: row.title })}
      >
        {word}
      </SubmitButton>
    </SubmitForm>
  );
}

/** A workshop in a list. */
export function WorkshopLine(shown: {
  readonly slug: string;
  readonly row: WorkshopRow;
  readonly idempotencyKey: string;
}) {
  const { slug, row } = shown;
  return (
    <li data-row={row.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <TextLink to={`/${slug}/ateliers/${row.id}`} className="font-semibold">
            {row.title}
          </TextLink>
          <Seats row={row} />
        </p>
        <WorkshopFacts row={row} />
      </div>
      <JoinOrLeave {...shown} />
    </li>
  );
}
