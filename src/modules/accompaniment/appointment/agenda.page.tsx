import { CalendarPlus } from "lucide-react";
import { addDays, type Day, dayIn, type Instant, parseDay, weekdayOf } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { dayStart } from "#kernel/zoned.ts";
import { personsReached } from "#modules/membership/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { day as dayText, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en as calendarEn } from "../calendar/calendar.en.ts";
import { fr as calendarFr } from "../calendar/calendar.fr.ts";
import { busyDays } from "../external/busy-days.ts";
import { busyElsewhere } from "../external/external.store.ts";
import { BusyLine } from "../external/external.view.tsx";
import type { Route } from "./+types/agenda.page";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { ACCOMPANYING, accompanies, partIn } from "./appointment.policy.ts";
import { listAppointments } from "./appointment.store.ts";
import { AppointmentLine, namesOf } from "./appointment-line.view.tsx";
import { type AppointmentRow, appointmentRows } from "./appointment-rows.store.ts";

const MOST = 200;

/** The Monday of that day's week. */
function monday(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** Those that this reader may see: theirs, or those of everybody whom they reach. */
async function within(reader: Reader, from: Day, until: Day, everybody: boolean) {
  const { tx, organizationId, actor, timeZone } = reader;
  const found = await listAppointments(tx, {
    organizationId,
    from: dayStart(from, timeZone),
    until: dayStart(until, timeZone),
    ...(everybody ? {} : { personId: actor.personId }),
    limit: MOST,
  });
  const reached = await personsReached(tx, actor, ACCOMPANYING);
  return found.filter((appointment) => partIn(actor, appointment, reached) !== null);
}

/** The agenda of those who accompany: a week, today first. */
export function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now, timeZone } = reader;
    if (!accompanies(actor)) return refuse("forbidden", "appointment.notAllowed");
    const everybody = searchParams.get("qui") === "tous";
    const from = monday(parseDay(searchParams.get("date") ?? "") ?? today);
    const rows = await appointmentRows(reader, await within(reader, from, addDays(from, 7), everybody));
    const [starts, ends] = [from, addDays(from, 7)].map((day) => dayStart(day, timeZone)) as [Instant, Instant];
    const elsewhere = busyDays(await busyElsewhere(tx, organizationId, [actor.personId], starts, ends), from, timeZone);
    const overdue = await listAppointments(tx, {
      ...{ organizationId, status: "planned", personId: actor.personId, part: "adviser" },
      ...{ until: now, order: "latest", limit: 20 },
    });
    return {
      slug,
      today,
      from,
      days: orderedDays(from, today).map((day) => ({
        day,
        rows: rows.filter((row) => row.day === day),
        busy: elsewhere.filter((one) => one.day === day),
      })),
      toKeep: await appointmentRows(
        reader,
        overdue.filter(({ startsAt }) => dayIn(startsAt, timeZone) < today),
      ),
    };
  });
}

/** Today first, what comes, then what is over. */
function orderedDays(from: Day, today: Day): Day[] {
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
  const rank = days.indexOf(today);
  return rank < 0 ? days : [...days.slice(rank), ...days.slice(0, rank)];
}

export default function Agenda({ loaderData: { slug, today, from, days, toKeep } }: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const subscription = choose({ fr: calendarFr, en: calendarEn });
  const empty = days.every(({ rows, busy }) => rows.length + busy.length === 0);
  const shown = days.filter(({ day, rows, busy }) => rows.length + busy.length > 0 || day === today);
  const to = (day: Day) => `?date=${day}`;
  return (
    <Page
      title={words.agenda}
      description={fill(words.week, { day: longDay(from, language) })}
      actions={
        <ButtonLink variant="primary" icon={CalendarPlus} to={`/${slug}/rendez-vous/nouveau`}>
          {words.plan}
        </ButtonLink>
      }
    >
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink size="small" to={to(addDays(from, -7))}>
          {words.previous}
        </ButtonLink>
        <ButtonLink size="small" to={`/${slug}/agenda`}>
          {words.thisWeek}
        </ButtonLink>
        <ButtonLink size="small" to={to(addDays(from, 7))}>
          {words.next}
        </ButtonLink>
        <Filters
          filters={[{ parameter: "qui", label: words.whose, options: [{ value: "tous", label: words.whoseAll }] }]}
        />
      </div>
      {toKeep.length === 0 ? null : <ToKeep slug={slug} rows={toKeep} />}
      {empty ? <EmptyState title={words.nothingThisWeek} /> : null}
      {empty
        ? null
        : shown.map(({ day, rows, busy }) => (
            <Card
              key={day}
              title={day === today ? `${words.today}, ${longDay(day, language)}` : longDay(day, language)}
            >
              {rows.length + busy.length === 0 ? <p className="text-texte2">{words.nothingThatDay}</p> : null}
              <ul className="divide-y divide-bordure">
                {rows.map((row) => (
                  <AppointmentLine key={row.id} row={row} slug={slug} side="persons" />
                ))}
                {busy.map((one) => (
                  <BusyLine key={one.from} busy={one} />
                ))}
              </ul>
            </Card>
          ))}
      <p>
        <TextLink to={`/${slug}/agenda/abonnement`}>{subscription.link}</TextLink>
      </p>
    </Page>
  );
}

function ToKeep({ slug, rows }: { readonly slug: string; readonly rows: readonly AppointmentRow[] }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.toKeep} description={words.toKeepHelp}>
      <ul className="divide-y divide-bordure">
        {rows.map((row) => (
          <li key={row.id} data-row={row.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              {dayText(row.day)}, {namesOf(row.persons)}
            </span>
            <ButtonLink
              size="small"
              to={`/${slug}/rendez-vous/${row.id}`}
              aria-label={fill(words.keepOf, { name: namesOf(row.persons) })}
            >
              {words.keep}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
