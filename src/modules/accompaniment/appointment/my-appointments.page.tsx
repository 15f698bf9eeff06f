import { CalendarDays } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { en as calendarEn } from "../calendar/calendar.en.ts";
import { fr as calendarFr } from "../calendar/calendar.fr.ts";
import { listTasks } from "../task/task.store.ts";
import { TaskCard } from "../task/task-list.view.tsx";
import { namedTasks } from "../task/task-rows.store.ts";
import type { Route } from "./+types/my-appointments.page";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { listAppointments } from "./appointment.store.ts";
import { AppointmentLine } from "./appointment-line.view.tsx";
import { type AppointmentRow, appointmentRows } from "./appointment-rows.store.ts";
import { AppointmentTabs } from "./appointment-tabs.view.tsx";
import { sharedNotes } from "./note.store.ts";

const MOST = 100;

/** « Mes rendez-vous »: mine as the person accompanied, with what was shared with me, and what comes next. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const mine = { organizationId, personId: actor.personId, part: "person", order: "latest", limit: MOST } as const;
    const appointments = await listAppointments(tx, mine);
    const notes = await sharedNotes(
      tx,
      organizationId,
      appointments.filter(({ status }) => status === "held").map(({ id }) => id),
    );
    const tasks = await listTasks(tx, { organizationId, personIds: [actor.personId], done: false, limit: MOST });
    const rows = await appointmentRows(reader, appointments);
    return {
      slug,
      today,
      cut: appointments.length === MOST,
      me: actor.personId,
      tasks: await namedTasks(reader, tasks),
      coming: rows.filter(({ status, begun }) => status === "planned" && !begun).reverse(),
      past: rows
        .filter(({ status, begun }) => status !== "planned" || begun)
        .map((row) => ({ ...row, note: notes.get(row.id)?.body ?? "" })),
    };
  });
}

export default function MyAppointments({ loaderData }: Route.ComponentProps) {
  const { slug, today, me, tasks, coming, past, cut } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const subscription = choose({ fr: calendarFr, en: calendarEn });
  if (coming.length + past.length + tasks.length === 0) {
    return (
      <Page title={words.mine}>
        <AppointmentTabs slug={slug} />
        <EmptyState icon={CalendarDays} title={words.none}>
          {words.noneMine}
        </EmptyState>
      </Page>
    );
  }
  const line = (row: AppointmentRow) => (
    <AppointmentLine key={row.id} row={row} slug={slug} side="advisers" date={mediumDay(row.day, language)} />
  );
  return (
    <Page title={words.mine} description={words.mineLead}>
      <AppointmentTabs slug={slug} />
      {coming.length === 0 ? null : (
        <Card title={words.coming}>
          <ul className="divide-y divide-bordure">{coming.map(line)}</ul>
        </Card>
      )}
      {tasks.length === 0 ? null : <TaskCard slug={slug} today={today} me={me} tasks={tasks} />}
      {past.length === 0 ? null : (
        <Card title={words.past}>
          <ul className="divide-y divide-bordure">
            {past.map(({ note, ...row }) => (
              <li key={row.id}>
                <ul>{line(row)}</ul>
                {note === "" ? null : (
                  <p className="mb-3 max-w-prose border-l-3 border-marque pl-3 whitespace-pre-line text-texte2">
                    {note}
                  </p>
                )}
              </li>
            ))}
          </ul>
          {cut ? <p className="text-aide text-texte2">{fill(words.latestOnly, { count: String(MOST) })}</p> : null}
        </Card>
      )}
      <p>
        <TextLink to={`/${slug}/agenda/abonnement`}>{subscription.link}</TextLink>
      </p>
    </Page>
  );
}
