import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { qrCode } from "#platform/qr-code.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { boardOf } from "../board/board.store.ts";
import { BoardOfRoom } from "../board/board.view.tsx";
import { hideCards, mergeCards, moveCards, showCard, splitCard } from "../card/arrange-cards.command.ts";
import { en as cardEn } from "../card/card.en.ts";
import { fr as cardFr } from "../card/card.fr.ts";
import { cardsOfRoom } from "../card/card.store.ts";
import { attendanceOf } from "../participant/participant.store.ts";
import { en as pollEn } from "../poll/poll.en.ts";
import { fr as pollFr } from "../poll/poll.fr.ts";
import { pollsOf } from "../poll/poll.store.ts";
import { closePoll, openPoll, preparePoll } from "../poll/run-poll.command.ts";
import type { Route } from "./+types/room.page";
import { closeRoom, sortRoom } from "./close-room.command.ts";
import { OpenedFor } from "./opened-for.view.tsx";
import { en } from "./room.en.ts";
import { fr } from "./room.fr.ts";
import { mayFacilitate, mayReadRooms } from "./room.policy.ts";
import { findRoom } from "./room.store.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, now }) => {
    const refusal = mayReadRooms(actor);
    if (refusal) return refusal;
    const id = parseId<"room">(args.params.roomId);
    const room = id === null ? null : await findRoom(tx, organizationId, id);
    if (room === null) return refuse("missing", "room.missing");
    const facilitates = mayFacilitate(actor) === null;
    const hidden = facilitates ? await cardsOfRoom(tx, organizationId, room.id, ["hidden"]) : [];
    const polls = facilitates ? await pollsOf(tx, organizationId, room.id) : [];
    const { subject } = room;
    const address = `${app.settings.publicUrl.replace(/\/$/, "")}/r`;
    return {
      slug,
      key: newId<"key">(now) as string,
      runs: facilitates && room.closedAt === null,
      facilitates,
      guests: room.guests,
      origin: subject === null ? null : { kind: subject.kind, to: app.sourceHref(slug, subject.kind, subject.id) },
      code: room.closedAt === null ? room.code : null,
      address: address.replace(/^https?:\/\//, ""),
      qr: room.closedAt === null ? await qrCode(`${address}/${room.code}`) : null,
      board: await boardOf(tx, organizationId, room),
      attendance: await attendanceOf(tx, organizationId, room.id),
      hidden: hidden.map(({ id, body }) => ({ id, body })),
      polls: polls.map(({ id, title, status }) => ({ id, title, status })),
      scenario: new URL(args.request.url).searchParams.get("scenario"),
    };
  });
}
export type RoomShown = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, roomId } = args.params;
  const scenario = input.scenario ? `?scenario=${encodeURIComponent(input.scenario)}` : "";
  const to = `/${cooperative}/salles/${roomId}${scenario}`;
  const given = { ...input, roomId, cards: form.getAll("card").map(String) };
  const done = (french: string, english: string) => () => ({ to, message: { fr: french, en: english } });
  switch (input.intention) {
    case "merge":
      return act(args, form, mergeCards, given, done(cardFr.merged, cardEn.merged));
    case "split":
      return act(args, form, splitCard, given, done(cardFr.splitDone, cardEn.splitDone));
    case "move":
      return act(args, form, moveCards, given, done(cardFr.moved, cardEn.moved));
    case "hide":
      return act(args, form, hideCards, given, done(cardFr.hid, cardEn.hid));
    case "show":
      return act(args, form, showCard, given, done(cardFr.shown, cardEn.shown));
    case "sort":
      return act(args, form, sortRoom, given, done(fr.sorted, en.sorted));
    case "prepare":
      return act(args, form, preparePoll, given, done(pollFr.prepared, pollEn.prepared));
    case "open":
      return act(args, form, openPoll, given, done(pollFr.opened, pollEn.opened));
    case "closePoll":
      return act(args, form, closePoll, given, done(pollFr.closed, pollEn.closed));
    case "close":
      return act(args, form, closeRoom, given, done(fr.closedNow, en.closedNow));
    default:
      throw data(null, { status: 404 });
  }
}

export default function RoomPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, board, code } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const here = `/${slug}/salles/${board.id}`;
  return (
    <Page
      title={board.title}
      badge={
        <Badge tone={code === null ? "neutre" : "ok"}>{code === null ? words.state.closed : words.state.open}</Badge>
      }
      description={board.question === "" ? null : <span className="whitespace-pre-line">{board.question}</span>}
      crumbs={[{ to: `/${slug}/salles`, label: words.title }]}
      actions={
        <>
          {code === null ? null : <ButtonLink to={`/r/${code}`}>{words.takePart}</ButtonLink>}
          <ButtonLink to={`${here}/ecran`} variant={code === null ? "secondary" : "primary"}>
            {words.projector}
          </ButtonLink>
        </>
      }
    >
      <OpenedFor origin={loaderData.origin} />
      {code === null ? <Notice>{words.closedNotice}</Notice> : null}
      <BoardOfRoom shown={loaderData} here={here} answer={actionData ?? null} />
    </Page>
  );
}
