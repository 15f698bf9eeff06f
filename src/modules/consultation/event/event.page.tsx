import { data } from "react-router";
import { dayIn } from "#kernel/day.ts";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { refuse } from "#kernel/refusal.ts";
import { timeIn } from "#kernel/zoned.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { publicPageOf, seatsOf } from "#modules/network/index.server.ts";
import { roomsOf } from "#modules/room/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { structuresAsked } from "../answer/answer.store.ts";
import { listConsultations } from "../consultation/consultation.store.ts";
import { HELD } from "../consultation/consultation.ts";
import { coverageText } from "../result/figure-text.ts";
import type { Route } from "./+types/event.page";
import { cancelAttendee, registerSelf } from "./attend.command.ts";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";
import { mayReadEvent, mayRunEvent } from "./event.policy.ts";
import { attendeesOf, findEvent, partsOf } from "./event.store.ts";
import { isFull, reached, refuseUnlessComing } from "./event.ts";
import { EventFields } from "./event-fields.view.tsx";
import { EventRooms } from "./event-rooms.view.tsx";
import { whenAndWhere } from "./event-text.ts";
import { Programme } from "./programme.view.tsx";
import { addPart, cancelEvent, changePart, updateEvent } from "./save-event.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** An event: when and where, its programme, one's own registration, and how many structures it reaches. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, today, now, timeZone }) => {
    const refusal = mayReadEvent(actor);
    if (refusal) return refusal;
    const id = parseId<"event">(args.params.eventId);
    const event = id === null ? null : await findEvent(tx, organizationId, id);
    if (event === null) return refuse("missing", "event.missing");
    const attendees = await attendeesOf(tx, organizationId, event.id);
    const known = new Set(
      (await structuresAsked(tx, organizationId, "cae", event.startsOn)).map((one) => one.structureId),
    );
    const { registered, came } = reached(attendees, known);
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const own = attendees.find(({ personId }) => personId === actor.personId);
    const runs = mayRunEvent(actor) === null;
    const consultations = await listConsultations(tx, organizationId);
    const { cancelledAt, id: eventId, consultationId, ...shown } = event;
    const comes = refuseUnlessComing(event, today) === null;
    const opened = runs && comes && event.public && (await publicPageOf(tx, organizationId)).open;
    return {
      ...{ slug, today, runs, key: newId<"key">(now) as string },
      event: { ...shown, id: eventId as string, consultationId: consultationId as string | null },
      cancelled: cancelledAt !== null,
      begun: today >= event.startsOn,
      comes,
      address: opened ? new URL(`/${slug}/inscription/${eventId}`, app.settings.publicUrl).href : null,
      full: isFull(event, attendees.length),
      own: own === undefined ? null : (own.id as string),
      seats: seats.map(({ structureId, structureName }) => ({ value: structureId as string, label: structureName })),
      counts: { people: attendees.length, registered, came, known: known.size },
      rooms: (await roomsOf(tx, organizationId, { kind: HELD, id: eventId })).map(({ id: value, title }) => ({
        ...{ id: value as string, title },
      })),
      consultation: consultations.find(({ id: value }) => value === consultationId)?.title ?? null,
      consultations: consultations.map(({ id: value, title }) => ({ value: value as string, label: title })),
      parts: (await partsOf(tx, organizationId, event.id)).map(({ id: partId, startsAt, ...part }) => ({
        ...part,
        ...{ id: partId as string, day: dayIn(startsAt, timeZone), time: timeIn(startsAt, timeZone) },
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn", "day"], /^time$/);
  const { cooperative, eventId } = args.params;
  const given = { ...input, eventId };
  const then = (word: "saved" | "cancelled" | "partAdded" | "registered" | "left") => () => ({
    to: `/${cooperative}/evenements/${eventId}`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention?.split(" ")[0]) {
    case "update":
      return act(args, form, updateEvent, given, then("saved"));
    case "cancel":
      return act(args, form, cancelEvent, given, then("cancelled"));
    case "part":
      return act(args, form, addPart, given, then("partAdded"));
    case "change":
      return act(args, form, changePart, given, then("partAdded"));
    case "register":
      return act(args, form, registerSelf, given, then("registered"));
    case "leave":
      return act(args, form, cancelAttendee, given, then("left"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function EventPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, runs, key, event, cancelled, begun, comes, counts, address, parts } = loaderData;
  const { consultation, consultations, rooms } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const answer = actionData ?? null;
  const share = (over: number) =>
    coverageText({ over, under: counts.known }, language === "fr" ? "sur" : "of", language);
  return (
    <Page
      title={event.title}
      badge={cancelled ? <Badge tone="erreur">{words.wasCancelled}</Badge> : null}
      description={whenAndWhere(event, language)}
      crumbs={[{ to: `/${slug}/evenements`, label: words.title }]}
      actions={
        runs ? <ButtonLink to={`/${slug}/evenements/${event.id}/presences`}>{words.attendees}</ButtonLink> : null
      }
    >
      {["register", "leave", "cancel"].map((intent) => (
        <Refused key={intent} intent={intent} answer={answer} />
      ))}
      {consultation === null ? null : (
        <p>
          <TextLink to={`/${slug}/consultations/${event.consultationId}`}>
            {fill(words.ofConsultation, { title: consultation })}
          </TextLink>
        </p>
      )}
      {event.description === "" ? null : <p className="max-w-prose whitespace-pre-line">{event.description}</p>}
      <Card title={words.registration}>
        <p className="mb-3 text-texte2">
          {fill(event.capacity === null ? words.places : words.placesOf, {
            count: String(counts.people),
            capacity: String(event.capacity),
          })}
        </p>
        {comes ? <OwnSeat data={loaderData} /> : null}
        {address === null ? null : (
          <div className="mt-3 text-aide text-texte2 [overflow-wrap:anywhere]">
            <p>{words.publicAddress}</p>
            <a href={address}>{address}</a>
          </div>
        )}
        <h3 className="mt-4 font-semibold">{words.coverage}</h3>
        <p>{fill(words.coverageRegistered, { share: share(counts.registered) })}</p>
        {begun ? <p>{fill(words.coverageCame, { share: share(counts.came) })}</p> : null}
      </Card>
      <Programme parts={parts} runs={runs && !cancelled} today={today} answer={answer} idempotencyKey={key} />
      <EventRooms
        slug={slug}
        rooms={rooms}
        opening={runs && !cancelled ? `/${slug}/salles/nouvelle?pour=${HELD}:${event.id}` : null}
      />
      {runs && !cancelled ? (
        <div className="flex flex-wrap items-start gap-3">
          <Confirm trigger={words.edit} title={words.edit}>
            <SubmitForm
              intent="update"
              hidden={{ version: String(event.version) }}
              answer={answer}
              className="flex flex-col gap-4"
            >
              <EventFields given={event} today={today} consultations={consultations} />
              <SubmitButton className="self-start">{words.save}</SubmitButton>
            </SubmitForm>
          </Confirm>
          {begun ? null : (
            <Confirm trigger={words.cancel} title={fill(words.cancelTitle, { title: event.title })} variant="quiet">
              <p>{words.cancelHelp}</p>
              <SubmitForm intent="cancel" idempotencyKey={key} answer={null}>
                <SubmitButton variant="danger">{words.cancel}</SubmitButton>
              </SubmitForm>
            </Confirm>
          )}
        </div>
      ) : null}
    </Page>
  );
}

function OwnSeat({ data: { own, full, seats, key } }: { readonly data: Route.ComponentProps["loaderData"] }) {
  const words = useLanguage().choose({ fr, en });
  if (own !== null) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p>{words.youAre}</p>
        <SubmitForm intent="leave" idempotencyKey={key} hidden={{ attendeeId: own }} answer={null}>
          <SubmitButton variant="quiet">{words.leave}</SubmitButton>
        </SubmitForm>
      </div>
    );
  }
  if (full) return <p>{words.full}</p>;
  const choices = seats.length === 0 ? [{ value: "", label: "" }] : seats;
  return (
    <div className="flex flex-wrap gap-3">
      {choices.map(({ value, label }) => (
        <SubmitForm
          key={value}
          intent="register"
          idempotencyKey={`${key}${value}`}
          hidden={{ structureId: value }}
          answer={null}
        >
          <SubmitButton>{label === "" ? words.register : fill(words.registerFor, { structure: label })}</SubmitButton>
        </SubmitForm>
      ))}
    </div>
  );
}
