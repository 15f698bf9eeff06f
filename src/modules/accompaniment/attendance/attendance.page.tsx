import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, personNames, personsReached } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { duration, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { timeText } from "#ui/time-input.ts";
import { readForm } from "../act.page.ts";
import { ACCOMPANYING } from "../appointment/appointment.policy.ts";
import { en } from "../workshop/workshop.en.ts";
import { fr } from "../workshop/workshop.fr.ts";
import { workshopOf } from "../workshop/workshop.store.ts";
import type { Route } from "./+types/attendance.page";
import { expected, mayReadAttendance } from "./attendance.policy.ts";
import { absencesOf, signaturesOf } from "./attendance.store.ts";
import { type Attendee, AttendeeLine } from "./attendee.view.tsx";
import { keepAttendance, signAttendance } from "./sign-attendance.command.ts";
import { checkMoment } from "./signature.ts";

/** The page of the room: each person signs; on one's own telephone, one's own line. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, timeZone }) => {
    const id = parseId<"workshopSession">(args.params.sessionId);
    const workshop = id === null ? null : await workshopOf(tx, organizationId, id);
    const session = workshop?.sessions.find((one) => one.id === id);
    if (workshop === null || session === undefined) return refuse("missing", "signature.missing");
    const read = mayReadAttendance(actor, workshop, await personsReached(tx, actor, ACCOMPANYING));
    if (typeof read !== "string") return read;
    const ids = read === "all" ? expected(workshop) : [actor.personId];
    const names = await personNames(tx, organizationId, ids);
    const signatures = await signaturesOf(tx, organizationId, session.id);
    const absences = await absencesOf(tx, organizationId, session.id);
    const attendees = ids.map((personId): Attendee => {
      const signature = signatures.get(personId);
      return {
        personId,
        name: names.get(personId) ?? "",
        trainer: workshop.trainers.includes(personId),
        signature: signature
          ? { method: signature.method, strokes: signature.strokes, time: timeIn(signature.signedAt, timeZone) }
          : null,
        absence: absences.get(personId) ?? null,
      };
    });
    return {
      slug,
      key: newId<"key">(now) as string,
      keeps: read === "all",
      workshop: { id: workshop.id as string, title: workshop.title, place: workshop.place },
      session: {
        id: session.id as string,
        day: dayIn(session.startsAt, timeZone),
        time: timeIn(session.startsAt, timeZone),
        minutes: session.minutes,
        begun: session.startsAt <= now,
      },
      signing: checkMoment(session, now, timeZone)?.code ?? null,
      attendees,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, sessionId } = args.params;
  const to = `/${cooperative}/ateliers/seances/${sessionId}`;
  const given = { ...input, sessionId };
  if (input.intention?.startsWith("sign-")) {
    return act(args, form, signAttendance, given, () => ({ to, message: { fr: fr.signed, en: en.signed } }));
  }
  if (input.intention !== "keep") throw data(null, { status: 404 });
  return act(args, form, keepAttendance, given, () => ({ to, message: { fr: fr.recorded, en: en.recorded } }));
}

export default function AttendancePage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, key, keeps, workshop, session, signing, attendees } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? undefined;
  const here = `/${slug}/ateliers/seances/${session.id}`;
  const moment = { day: longDay(session.day, language), time: timeText(session.time, language) };
  return (
    <Page
      title={words.attendance}
      description={`${fill(words.mail.moment, moment)}, ${duration(session.minutes)}${workshop.place === "" ? "" : `, ${workshop.place}`}`}
      width="form"
      crumbs={[{ to: `/${slug}/ateliers/${workshop.id}`, label: workshop.title }]}
    >
      <p className="text-texte2">{words.attendanceLead}</p>
      {signing === null ? null : <Notice tone="info">{words.refusals[signing]}</Notice>}
      <Refused intent="keep" answer={answer} />
      <Card>
        <ul className="divide-y divide-bordure">
          {attendees.map((attendee) => (
            <AttendeeLine
              key={attendee.personId}
              attendee={attendee}
              own={!keeps}
              signs={signing === null}
              keeps={keeps && session.begun}
              idempotencyKey={`${key}-${attendee.personId}`}
              answer={answer}
            />
          ))}
        </ul>
      </Card>
      {keeps ? (
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink to={`${here}/feuille`} reloadDocument>
            {words.sheet}
          </TextLink>
          <TextLink to={`${here}/feuille?forme=vierge`} reloadDocument>
            {words.sheetBlank}
          </TextLink>
        </p>
      ) : null}
    </Page>
  );
}
