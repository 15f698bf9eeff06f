import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, activitiesOf, personNames, personsReached } from "#modules/membership/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { duration, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { timeText } from "#ui/time-input.ts";
import { readForm } from "../act.page.ts";
import { findFundedAction } from "../setup/funded-action.store.ts";
import { listTasks } from "../task/task.store.ts";
import { TaskCard } from "../task/task-list.view.tsx";
import { namedTasks } from "../task/task-rows.store.ts";
import type { Route } from "./+types/appointment.page";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { ACCOMPANYING, partIn } from "./appointment.policy.ts";
import { eventsOf, findAppointment } from "./appointment.store.ts";
import type { Appointment, AppointmentId } from "./appointment.ts";
import { AskToMove, CancelAppointment, History, Particulars } from "./appointment-cards.view.tsx";
import { namesOf, STATUS_TONE } from "./appointment-line.view.tsx";
import { appointmentRows } from "./appointment-rows.store.ts";
import { askToMoveAppointment, cancelAppointment } from "./end-appointment.command.ts";
import { holdAppointment } from "./hold-appointment.command.ts";
import { noteVersions, sharedNotes } from "./note.store.ts";
import { ReportForm, type ShownNote } from "./report-form.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const id = parseId<"appointment">(args.params.appointmentId);
    const appointment = id === null ? null : await findAppointment(tx, organizationId, id);
    if (appointment === null) return refuse("missing", "appointment.missing");
    const part = partIn(actor, appointment, await personsReached(tx, actor, ACCOMPANYING));
    if (part === null) return refuse("missing", "appointment.missing");
    const [row] = await appointmentRows(reader, [appointment]);
    if (row === undefined) return refuse("missing", "appointment.missing");
    const tasks = await listTasks(tx, { organizationId, appointmentId: appointment.id, limit: 50 });
    return {
      ...{ slug, today, part, row, me: actor.personId as string },
      key: newId<"key">(now) as string,
      about: await aboutOf(reader, appointment),
      notes: part === "team" ? await notesOf(reader, appointment.id) : [],
      shared: (await sharedNotes(tx, organizationId, [appointment.id])).get(appointment.id)?.body ?? "",
      tasks: await namedTasks(reader, tasks),
      history: await historyOf(reader, appointment.id),
    };
  });
}

async function aboutOf({ tx, organizationId }: Reader, { activityId, fundedActionId }: Appointment) {
  const activities = activityId === null ? [] : await activitiesOf(tx, organizationId, new Set([activityId]));
  const action = fundedActionId === null ? null : await findFundedAction(tx, organizationId, fundedActionId);
  return { activity: activities[0]?.name ?? "", fundedAction: action?.name ?? "" };
}

/** What the team reads of it, every version, nobody else's own. */
async function notesOf({ tx, actor, organizationId, timeZone }: Reader, id: AppointmentId): Promise<ShownNote[]> {
  const notes = await noteVersions(tx, organizationId, id, actor.personId);
  const names = await personNames(tx, organizationId, [...new Set(notes.map(({ writtenBy }) => writtenBy))]);
  return notes.map(({ privacy, version, body, writtenAt, writtenBy }) => ({
    ...{ privacy, version, body },
    by: names.get(writtenBy) ?? "",
    on: dayIn(writtenAt, timeZone),
  }));
}

async function historyOf({ tx, organizationId, timeZone }: Reader, id: AppointmentId) {
  const events = await eventsOf(tx, organizationId, id);
  const names = await personNames(tx, organizationId, [...new Set(events.map(({ by }) => by))]);
  return events.map(({ id: key, kind, at, by, reason, startsAt }) => ({
    ...{ key, kind, reason },
    by: names.get(by) ?? "",
    on: dayIn(at, timeZone),
    day: dayIn(startsAt, timeZone),
    time: timeIn(startsAt, timeZone),
  }));
}

/** "attendance.<id>", "notes.shared", "steps.0.title" of a form, as the command takes them. */
function reportOf(input: Readonly<Record<string, string>>) {
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(input).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  const steps = [0, 1, 2].map((index) => under(`steps.${index}.`)).filter(({ title }) => (title ?? "").trim() !== "");
  return {
    minutes: input.minutes,
    attendance: under("attendance."),
    notes: under("notes."),
    seen: under("seen."),
    steps,
  };
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^steps\.\d\.dueOn$/);
  const { cooperative, appointmentId } = args.params;
  const to = `/${cooperative}/rendez-vous/${appointmentId}`;
  const said = (word: "cancelled" | "asked" | "holdSaved") => () => ({ to, message: { fr: fr[word], en: en[word] } });
  const reason = { appointmentId, reason: input.reason };
  if (input.intention === "cancel") return act(args, form, cancelAppointment, reason, said("cancelled"));
  if (input.intention === "ask") return act(args, form, askToMoveAppointment, reason, said("asked"));
  if (input.intention !== "hold") throw data(null, { status: 404 });
  return act(args, form, holdAppointment, { appointmentId, ...reportOf(input) }, said("holdSaved"));
}

export default function AppointmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, part, row, me, key, about, notes, shared, tasks, history } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const team = part === "team";
  const answer = actionData ?? undefined;
  const coming = row.status === "planned" && !row.begun;
  return (
    <Page
      title={team ? namesOf(row.persons) : words.natures[row.nature]}
      badge={<Badge tone={STATUS_TONE[row.status]}>{words.statuses[row.status]}</Badge>}
      description={`${longDay(row.day, language)}, ${timeText(row.time, language)}, ${duration(row.minutes)}`}
      width="form"
      actions={
        team && coming ? <ButtonLink to={`/${slug}/rendez-vous/${row.id}/modifier`}>{words.edit}</ButtonLink> : null
      }
    >
      <Particulars slug={slug} row={row} about={about} />
      {team && row.begun && row.status !== "cancelled" ? (
        <ReportForm row={row} today={today} notes={notes} idempotencyKey={key} answer={answer} />
      ) : null}
      {!team && row.status === "held" ? (
        <Card title={words.sharedNotes}>
          <p className="max-w-prose whitespace-pre-line">{shared === "" ? words.noNotes : shared}</p>
        </Card>
      ) : null}
      {tasks.length === 0 ? null : <TaskCard slug={slug} today={today} me={me} tasks={tasks} />}
      <History steps={history} />
      {row.status === "cancelled" || (!team && !coming) ? null : (
        <div className="flex flex-wrap gap-3">
          {!team && coming ? <AskToMove idempotencyKey={key} answer={answer} /> : null}
          <CancelAppointment idempotencyKey={key} answer={answer} />
        </div>
      )}
    </Page>
  );
}
