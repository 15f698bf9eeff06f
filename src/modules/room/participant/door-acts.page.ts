/** What somebody does at the door and in the room, by the form that they sent. */
import { data, redirect } from "react-router";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { problemOf, statusOf } from "#platform/http/tenant.ts";
import { flash } from "#ui/flash.ts";
import { typedValues } from "#ui/problem.ts";
import { en as cardEn } from "../card/card.en.ts";
import { fr as cardFr } from "../card/card.fr.ts";
import { addCard, rewordCard, supportCard, withdrawCard } from "../card/write-card.command.ts";
import { answerPoll } from "../poll/answer-poll.command.ts";
import { en as pollEn } from "../poll/poll.en.ts";
import { fr as pollFr } from "../poll/poll.fr.ts";
import { actAtDoor, type Door, type DoorArguments, guestCookie } from "./door.store.ts";
import { enterAsGuest } from "./enter-as-guest.command.ts";
import { joinRoom } from "./join.command.ts";

type Standing = Omit<Door, "tx">;
const ANSWER = /^answers\.(.+)$/;

const INSIDE = {
  add: { command: addCard, message: { fr: cardFr.added, en: cardEn.added } },
  reword: { command: rewordCard, message: { fr: cardFr.reworded, en: cardEn.reworded } },
  withdraw: { command: withdrawCard, message: { fr: cardFr.withdrawn, en: cardEn.withdrawn } },
  support: { command: supportCard, message: null },
  answer: { command: answerPoll, message: { fr: pollFr.sent, en: pollEn.sent } },
} as const;

function refused(problem: ReturnType<typeof problemOf>, status: number, form: FormData) {
  return data({ problem, typed: typedValues(form) }, { status });
}

/** Somebody of the network comes in under their seat. */
async function join({ app, actor, room, language }: Standing, form: FormData, to: string) {
  if (actor === null) throw data(null, { status: 404 });
  const input = { roomId: room.id, structureId: String(form.get("structureId") ?? "") };
  const result = await execute(app, actor, joinRoom, input);
  if (!isRefusal(result)) return redirect(to);
  return refused(problemOf(app, result, language), statusOf(result), form);
}

/** Somebody without an account comes in: the cookie of this room is theirs from now on. */
async function enter(args: DoorArguments, door: Standing, form: FormData, to: string) {
  if (door.participant !== null) return redirect(to);
  const input = {
    firstName: String(form.get("firstName") ?? ""),
    structureName: String(form.get("structureName") ?? ""),
  };
  const result = await actAtDoor(args, door, enterAsGuest, input, String(form.get("cle") ?? ""));
  if (!result.ok) return refused(result.problem, result.status, form);
  const cookie = guestCookie(door.app, door.room.code, door.open, result.output.participantId);
  return redirect(to, { headers: { "set-cookie": cookie } });
}

export async function playAtDoor(args: DoorArguments, door: Standing, form: FormData) {
  const here = `/r/${door.room.code}`;
  const intent = String(form.get("intention") ?? "");
  if (intent === "join") return join(door, form, here);
  if (intent === "enter") return enter(args, door, form, here);
  if (!(intent in INSIDE)) throw data(null, { status: 404 });
  if (door.participant === null) {
    return refused(problemOf(door.app, refuse("forbidden", "room.notIn"), door.language), 403, form);
  }
  const { command, message } = INSIDE[intent as keyof typeof INSIDE];
  const fields = typedValues(form);
  const answers = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const item = ANSWER.exec(name)?.[1];
      return item === undefined ? [] : [[item, value]];
    }),
  );
  const key = intent === "add" ? String(form.get("cle") ?? "") : "";
  const result = await actAtDoor<unknown, unknown>(args, door, command as never, { ...fields, answers }, key);
  if (!result.ok) return refused(result.problem, result.status, form);
  const { laneId, scenario } = fields;
  const kept = new URLSearchParams({ ...(scenario ? { scenario } : {}), ...(laneId ? { colonne: laneId } : {}) });
  const to = kept.size === 0 ? here : `${here}?${kept}`;
  return redirect(to, message === null ? undefined : { headers: flash(message) });
}
