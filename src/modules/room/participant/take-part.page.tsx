import { data } from "react-router";
import { refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { boardOf } from "../board/board.store.ts";
import { countOwnCards, ownCards, supportsOf } from "../card/card.store.ts";
import { answersOf } from "../poll/poll.store.ts";
import { en } from "../room/room.en.ts";
import { fr } from "../room/room.fr.ts";
import type { Route } from "./+types/take-part.page";
import { DOOR_HEADERS, type Door, readAtDoor } from "./door.store.ts";
import { playAtDoor } from "./door-acts.page.ts";
import { JoinForms } from "./join.view.tsx";
import { TakingPart } from "./taking-part.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** What a participant has done, which their own telephone alone shows. */
async function mineOf({ tx, open: { organizationId }, participant }: Door) {
  if (participant === null) return null;
  const { id } = participant;
  return {
    cards: (await ownCards(tx, organizationId, id)).map(({ id, laneId, body, state }) => ({ id, laneId, body, state })),
    written: await countOwnCards(tx, organizationId, id),
    supports: await supportsOf(tx, organizationId, id),
    answers: await answersOf(tx, organizationId, id),
  };
}
export type Mine = NonNullable<Awaited<ReturnType<typeof mineOf>>>;

/** Under what one may come in. */
async function entranceOf({ tx, open: { organizationId }, room, actor, app, now }: Door, signedIn: boolean) {
  const presence = actor === null ? null : await app.loadPresence(tx, { organizationId, userId: actor.userId }, now);
  if (actor === null || presence === null) return { guests: room.guests, signedIn, member: null };
  const names = await personNames(tx, organizationId, [actor.personId]);
  const seats = await seatsOf(tx, organizationId, actor.personId, presence.today);
  return {
    ...{ guests: room.guests, signedIn },
    member: {
      name: names.get(actor.personId) ?? "",
      seats: seats.map(({ structureId, structureName }) => ({ value: structureId as string, label: structureName })),
    },
  };
}
export type Entrance = Awaited<ReturnType<typeof entranceOf>>;

export async function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  const shown = await readAtDoor(args, async (door) => {
    const { tx, now, open, room, participant, actor } = door;
    const mine = await mineOf(door);
    if (room.closedAt !== null && mine === null) return refuse("missing", "room.missing");
    return {
      ...{ code: room.code, title: room.title, question: room.question, key: newId<"key">(now) as string, mine },
      // What is said in the room is for those who came in.
      board: participant === null ? null : await boardOf(tx, open.organizationId, room),
      entrance: participant === null ? await entranceOf(door, actor !== null) : null,
      asked: { scenario: asked.get("scenario"), lane: asked.get("colonne") },
    };
  });
  return data(shown, { headers: DOOR_HEADERS });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const door = await readAtDoor(args, async ({ tx: _, ...standing }) => standing);
  return playAtDoor(args, door, form);
}

export function headers() {
  return DOOR_HEADERS;
}

export default function TakePart({ loaderData, actionData }: Route.ComponentProps) {
  const { code, title, question, key, mine, board, entrance, asked } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  if (board === null || mine === null) {
    return (
      <Page
        title={title}
        description={question === "" ? null : <span className="whitespace-pre-line">{question}</span>}
      >
        {entrance === null ? null : <JoinForms code={code} entrance={entrance} idempotencyKey={key} answer={answer} />}
      </Page>
    );
  }
  return (
    <TakingPart code={code} loaded={board} mine={mine} idempotencyKey={key} asked={asked} answer={answer}>
      {(closed) => (closed ? <Notice title={words.enter.goodbye}>{words.enter.goodbyeHelp}</Notice> : null)}
    </TakingPart>
  );
}
