/** Two rooms of the network: one that was held and closed, with its poll; one that is open, whose code lets anybody in. */
import { addDays, toDay } from "#kernel/day.ts";
import {
  addCard,
  answerPoll,
  boardOf,
  closePoll,
  closeRoom,
  enterAsGuest,
  findRoom,
  joinRoom,
  mergeCards,
  openPoll,
  openRoom,
  preparePoll,
  supportCard,
} from "#modules/room/index.server.ts";
import type { Answer } from "#modules/room/index.ts";
import { at, workingDayBefore } from "./calendar.ts";
import { GUESTS, NETWORK_TEAM } from "./network-plan.ts";
import type { NetworkStage } from "./network-stage.ts";
import { CARDS, GATHERED, KINDS, OPINIONS, ROOM, ROOM_GUESTS } from "./room-plan.ts";

const ANIMATOR = NETWORK_TEAM.facilitator.key;
const LETTERS: Readonly<Record<string, Answer>> = { f: "favourable", n: "neutral", u: "unfavourable", o: "noOpinion" };

/** `consultationId`: what the first one belongs to. */
export async function holdRooms({ network, now }: NetworkStage, consultationId?: string): Promise<void> {
  const held = workingDayBefore(addDays(toDay(now.slice(0, 10)), -12));
  const given = { title: ROOM.title, question: ROOM.question, kind: "scenario", guests: "oui" };
  const scenarios = ROOM.scenarios.join("\n");
  const subject = consultationId === undefined ? null : { kind: "consultation.consultation", id: consultationId };
  const room = { ...given, scenarios, subject };
  const { roomId } = await network.run("room:held", ANIMATOR, at(held, 8), openRoom, room);

  const present: string[] = [];
  for (const [key] of [...GUESTS, [ANIMATOR] as const]) {
    present.push((await network.run(`room:join:${key}`, key, at(held, 8, 5), joinRoom, { roomId })).participantId);
  }
  for (const [rank, [firstName, structureName]] of ROOM_GUESTS.entries()) {
    const guest = { roomId, firstName, structureName };
    present.push((await network.publicly(`room:guest:${rank}`, at(held, 8, 6), enterAsGuest, guest)).participantId);
  }
  const board = await network.read(async (tx) => {
    const room = await findRoom(tx, network.organizationId, roomId);
    return room === null ? null : boardOf(tx, network.organizationId, room);
  });
  if (board === null) return;
  const cards: string[] = [];
  for (const [rank, [scenario, kind, body, supports]] of CARDS.entries()) {
    const moment = at(held, 8, 10 + rank);
    const laneId = board.lanes[scenario * KINDS.length + KINDS.indexOf(kind)]?.id;
    const participantId = present[(rank * 3) % present.length];
    const { cardId } = await network.publicly(`room:card:${rank}`, moment, addCard, { participantId, laneId, body });
    cards.push(cardId);
    for (let step = 0; step < supports; step++) {
      const supporter = present[(rank + step) % present.length];
      const support = { participantId: supporter, cardId };
      await network.publicly(`room:support:${rank}:${step}`, at(held, 8, 40), supportCard, support);
    }
  }
  for (const [rank, gathered] of GATHERED.entries()) {
    const together = { roomId, cards: gathered.map((card) => cards[card]) };
    await network.run(`room:merge:${rank}`, ANIMATOR, at(held, 8, 50), mergeCards, together);
  }

  const asked = { roomId, title: "Que pensez-vous de chaque scénario ?" };
  const { pollId } = await network.run("room:poll", ANIMATOR, at(held, 9), preparePoll, asked);
  await network.run("room:poll:open", ANIMATOR, at(held, 9, 1), openPoll, { pollId });
  const shown = await network.read(async (tx) => {
    const room = await findRoom(tx, network.organizationId, roomId);
    return room === null ? [] : ((await boardOf(tx, network.organizationId, room)).polls[0]?.items ?? []);
  });
  for (const [rank, participantId] of present.entries()) {
    const letters = OPINIONS[rank] ?? "";
    const answers = Object.fromEntries(shown.map(({ id }, item) => [id, LETTERS[letters[item] ?? ""] ?? "noOpinion"]));
    await network.publicly(`room:answer:${rank}`, at(held, 9, 5), answerPoll, { participantId, pollId, answers });
  }
  await network.run("room:poll:close", ANIMATOR, at(held, 9, 20), closePoll, { pollId });
  await network.run("room:close", ANIMATOR, at(held, 10), closeRoom, { roomId });

  const open = {
    title: "Vos besoins pour 2027",
    question: "Ce que vous attendez du réseau l’an prochain : une idée par carte.",
    kind: "contributions",
    guests: "oui",
  };
  await network.run("room:open", ANIMATOR, now, openRoom, open);
}
