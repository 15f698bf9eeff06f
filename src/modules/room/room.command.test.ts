/** Une salle, de son ouverture à sa fermeture : qui entre, ce qui s’écrit, se regroupe, se compte, et ce qui ne change plus. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addStructure, giveSeat } from "#modules/network/index.server.ts";
import { type Command, execute } from "#platform/command.ts";
import { executePublic, type PublicCommand } from "#platform/public-command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { steadyBoard } from "./board/board.store.ts";
import type { Board } from "./board/board.ts";
import { hideCards, mergeCards, moveCards, showCard, splitCard } from "./card/arrange-cards.command.ts";
import type { CardId, ParticipantId } from "./card/card.ts";
import { addCard, rewordCard, supportCard, withdrawCard } from "./card/write-card.command.ts";
import { enterAsGuest } from "./participant/enter-as-guest.command.ts";
import { joinRoom } from "./participant/join.command.ts";
import { attendanceOf } from "./participant/participant.store.ts";
import { answerPoll } from "./poll/answer-poll.command.ts";
import { resultsOf } from "./poll/poll.store.ts";
import { closePoll, openPoll, preparePoll } from "./poll/run-poll.command.ts";
import { closeRoom, sortRoom } from "./room/close-room.command.ts";
import { openRoom } from "./room/open-room.command.ts";
import { findRoom, roomOfCode, roomsOf } from "./room/room.store.ts";
import { codeOf, type RoomId, readCode } from "./room/room.ts";

const SCENARIOS = ["Informelle", "Structure inter-réseaux", "Fédérale"];
let tenant: TestTenant;
/** Cards come one after the other. */
let seconds = 0;
let animator: TestPerson;
let member: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-26T10:00:00.000Z", house: "network" });
  animator = await tenant.person({ roles: ["facilitator"] });
  member = await tenant.person();
});

const run = <Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown) =>
  execute(tenant.host, who.caller, command, input);
const play = <Input, Output>(command: PublicCommand<Input, Output>, input: unknown) =>
  executePublic(tenant.host, { organizationId: tenant.organizationId, timeZone: "Europe/Paris" }, command, input);
function done<Output>(answer: Output): Exclude<Output, { refused: true }> {
  if (typeof answer === "object" && answer !== null && "refused" in answer) throw new Error(JSON.stringify(answer));
  return answer as Exclude<Output, { refused: true }>;
}

async function open(more: Record<string, unknown> = {}): Promise<RoomId> {
  const given = { title: "Quelle forme ?", kind: "scenario", guests: true, scenarios: SCENARIOS.join("\n"), ...more };
  return done(await run(animator, openRoom, given)).roomId;
}
const board = async (roomId: RoomId) =>
  (await tenant.run((tx) => steadyBoard(tx, tenant.organizationId, roomId))) as Board;
const enter = async (roomId: RoomId, firstName = "Lou"): Promise<ParticipantId> =>
  done(await play(enterAsGuest, { roomId, firstName, structureName: "La Ruche" })).participantId;
async function write(roomId: RoomId, participantId: ParticipantId, body: string, lane = 0): Promise<CardId> {
  const laneId = (await board(roomId)).lanes[lane]?.id;
  seconds += 1;
  tenant.setNow(new Date(Date.parse("2026-11-26T10:00:00.000Z") + seconds * 1000).toISOString());
  return done(await play(addCard, { participantId, laneId, body })).cardId;
}
const support = async (participantId: ParticipantId, cardId: CardId, withdrawn = false) =>
  done(await play(supportCard, { participantId, cardId, withdrawn }));
const cards = async (roomId: RoomId) =>
  (await board(roomId)).cards.map(({ body, supports, gathered }) => [body, supports, gathered.length]);

/** The SQLSTATE of a statement played as the application. */
async function stateOf(statement: (id: string) => ReturnType<typeof sql>, id: string): Promise<string | undefined> {
  try {
    await tenant.run((tx) => statement(id).execute(tx));
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe("Le code d’une salle", () => {
  it("n’a ni O ni 0, ni I, L ni 1 ; se lit en minuscules, avec espaces et tirets", () => {
    const codes = Array.from({ length: 200 }, (_, seed) =>
      codeOf(Uint8Array.from({ length: 16 }, (__, i) => seed * 7 + i * 31)),
    );
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
    expect(readCode(" abc-d23 ")).toBe("ABCD23");
    for (const text of ["", "ABCDE", "ABCDEFG", "ABCDE0", "ABCDEO", "ABCDE1", "../..A"])
      expect(readCode(text)).toBeNull();
  });

  it("ouvre sa salle dans toute l’instance, et plus rien une fois la salle fermée", async () => {
    const { roomId, code } = done(
      await run(animator, openRoom, { title: "Une", kind: "free", columns: "Pour\nContre", guests: "oui" }),
    );
    const elsewhere = await freshTenant({ house: "network" });
    expect(await elsewhere.run((tx) => roomOfCode(tx, code))).toMatchObject({
      roomId,
      slug: tenant.slug,
      guests: true,
    });
    done(await run(animator, closeRoom, { roomId }));
    expect(await elsewhere.run((tx) => roomOfCode(tx, code))).toBeNull();
    // Nothing of the room itself is read from elsewhere.
    expect(await elsewhere.run((tx) => findRoom(tx, tenant.organizationId, roomId))).toBeNull();
  });
});

describe("Ouvrir une salle", () => {
  it("donne à chaque scénario ses quatre colonnes, ou les colonnes de son choix", async () => {
    const scenario = await board(await open());
    expect(scenario.scenarios.map(({ title }) => title)).toEqual(SCENARIOS);
    expect(scenario.lanes.map(({ kind }) => kind).slice(0, 5)).toEqual(["brake", "fear", "lever", "strength", "brake"]);
    expect(scenario.lanes).toHaveLength(12);
    const free = await board(await open({ kind: "free", columns: "Pour\n\n Contre \nPour" }));
    expect(free.lanes.map(({ title }) => title)).toEqual(["Pour", "Contre"]);
    const contributions = await board(await open({ kind: "contributions" }));
    expect(contributions.lanes.map(({ kind }) => kind)).toEqual(["convergence", "divergence", "proposition", "role"]);
  });

  it("est refusé à qui n’anime pas, sans scénario, sans colonne, et dans une coopérative", async () => {
    const given = { title: "Une salle", kind: "scenario", scenarios: "Un", guests: "oui" };
    expect(await run(member, openRoom, given)).toMatchObject({ code: "room.notFacilitator" });
    expect(await run(animator, openRoom, { ...given, scenarios: " \n" })).toMatchObject({ field: "scenarios" });
    expect(await run(animator, openRoom, { ...given, kind: "free" })).toMatchObject({ field: "columns" });
    expect(await run(animator, openRoom, { ...given, scenarios: "x".repeat(161) })).toMatchObject({
      code: "room.lineTooLong",
    });
    expect(await run(animator, openRoom, { ...given, title: "" })).toMatchObject({
      fields: { title: "field.required" },
    });
    const cae = await freshTenant();
    const helene = await cae.person({ roles: ["direction"] });
    expect(await execute(cae.host, helene.caller, openRoom, given)).toMatchObject({ code: "room.missing" });
  });

  it("pour une consultation, se retrouve par elle", async () => {
    const subject = { kind: "consultation.session", id: tenant.newId() as string };
    const roomId = await open({ subject });
    await open();
    const found = await tenant.run((tx) => roomsOf(tx, tenant.organizationId, subject));
    expect(found.map(({ id, subject: own }) => [id, own])).toEqual([[roomId, subject]]);
  });
});

describe("Entrer", () => {
  it("une personne du réseau entre une fois, au titre de sa structure", async () => {
    const chief = await tenant.person({ roles: ["direction"] });
    const { structureId } = done(await run(chief, addStructure, { kind: "cae", name: "L’Établi" }));
    done(await run(chief, giveSeat, { personId: member.personId, structureId }));
    const roomId = await open();
    const first = done(await run(member, joinRoom, { roomId }));
    expect(done(await run(member, joinRoom, { roomId }))).toEqual(first);
    await enter(roomId);
    await enter(roomId);
    const reach = await tenant.run((tx) => attendanceOf(tx, tenant.organizationId, roomId));
    expect(reach).toEqual({ persons: 1, guests: 2, structures: 2 });
    expect(await run(animator, joinRoom, { roomId, structureId })).toMatchObject({ code: "room.notSeated" });
  });

  it("sans compte, seulement où c’est permis et tant que la salle est ouverte", async () => {
    const kept = await open({ guests: "" });
    expect(await play(enterAsGuest, { roomId: kept, firstName: "Lou" })).toMatchObject({ code: "room.noGuests" });
    const roomId = await open();
    expect(await play(enterAsGuest, { roomId, firstName: " " })).toMatchObject({
      fields: { firstName: "field.required" },
    });
    done(await run(animator, closeRoom, { roomId }));
    expect(await play(enterAsGuest, { roomId, firstName: "Lou" })).toMatchObject({ code: "room.closed" });
    expect(await play(enterAsGuest, { roomId: tenant.newId(), firstName: "Lou" })).toMatchObject({
      code: "room.missing",
    });
  });
});

describe("Les cartes", () => {
  it("s’ajoutent, se soutiennent une fois par personne, se modifient et se retirent par qui les a écrites", async () => {
    const roomId = await open();
    const [lou, max] = [await enter(roomId), await enter(roomId, "Max")];
    const card = await write(roomId, lou, "Trop de réunions");
    await support(max, card);
    await support(max, card);
    expect(await cards(roomId)).toEqual([["Trop de réunions", 1, 0]]);
    await support(max, card, true);
    expect(await cards(roomId)).toEqual([["Trop de réunions", 0, 0]]);
    expect(await play(rewordCard, { participantId: max, cardId: card, body: "Volée" })).toMatchObject({
      code: "card.missing",
    });
    done(await play(rewordCard, { participantId: lou, cardId: card, body: "Des réunions trop longues" }));
    expect(await cards(roomId)).toEqual([["Des réunions trop longues", 0, 0]]);
    done(await play(withdrawCard, { participantId: lou, cardId: card }));
    expect(await cards(roomId)).toEqual([]);
    expect(await play(supportCard, { participantId: max, cardId: card })).toMatchObject({ code: "card.missing" });
  });

  it("regroupées, gardent leur trace, et chaque personne y compte une seule fois", async () => {
    const roomId = await open();
    const [lou, max, ana] = [await enter(roomId), await enter(roomId, "Max"), await enter(roomId, "Ana")];
    const one = await write(roomId, lou, "Manque de temps");
    const two = await write(roomId, max, "Pas assez de temps", 1);
    const three = await write(roomId, ana, "Le temps");
    await support(max, one);
    await support(ana, one);
    await support(ana, two);
    await support(lou, three);
    done(await run(animator, mergeCards, { roomId, cards: [two, one] }));
    expect(await cards(roomId)).toEqual([
      ["Manque de temps", 2, 1],
      ["Le temps", 1, 0],
    ]);
    // A group joins another one: those under it follow.
    await support(lou, three);
    await support(max, three);
    await support(ana, three);
    done(await run(animator, mergeCards, { roomId, cards: [one, three] }));
    expect(await cards(roomId)).toEqual([["Le temps", 3, 2]]);
    // Supporting what is gathered supports what is read; taking it back takes all of it back.
    await support(ana, two, true);
    expect(await cards(roomId)).toEqual([["Le temps", 2, 2]]);
    done(await run(animator, splitCard, { roomId, cards: [three] }));
    expect((await cards(roomId)).length).toBe(3);
    const { rows } = await tenant.run((tx) =>
      sql<{ kind: string }>`select kind from room.card_event where room_id = ${roomId} order by kind`.execute(tx),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["merge", "merge", "merge", "split", "split"]);
    expect(await run(animator, mergeCards, { roomId, cards: [one] })).toMatchObject({ code: "card.mergeTwo" });
    expect(await run(animator, splitCard, { roomId, cards: [one] })).toMatchObject({ code: "card.nothingGathered" });
    expect(await run(member, mergeCards, { roomId, cards: [one, two] })).toMatchObject({ code: "room.notFacilitator" });
  });

  it("se déplacent, se masquent et se montrent par l’animation ; une carte d’une autre salle ne bouge pas", async () => {
    const [roomId, other] = [await open(), await open()];
    const lou = await enter(roomId);
    const card = await write(roomId, lou, "Un frein");
    const foreign = await write(other, await enter(other), "Ailleurs");
    const { lanes } = await board(roomId);
    done(await run(animator, moveCards, { roomId, cards: [card], laneId: lanes[3]?.id }));
    expect((await board(roomId)).cards[0]?.laneId).toBe(lanes[3]?.id);
    const wrong = (await board(other)).lanes[0]?.id;
    expect(await run(animator, moveCards, { roomId, cards: [card], laneId: wrong })).toMatchObject({
      code: "card.laneMissing",
    });
    expect(await run(animator, hideCards, { roomId, cards: [foreign] })).toMatchObject({ code: "card.noneChosen" });
    done(await run(animator, hideCards, { roomId, cards: [card, foreign] }));
    expect([(await board(roomId)).cards.length, (await board(other)).cards.length]).toEqual([0, 1]);
    expect(await play(rewordCard, { participantId: lou, cardId: card, body: "Encore" })).toMatchObject({
      code: "card.hidden",
    });
    done(await run(animator, showCard, { roomId, cards: [card] }));
    expect((await board(roomId)).cards).toHaveLength(1);
    done(await run(animator, sortRoom, { roomId, sorting: "supports" }));
    expect((await board(roomId)).sorting).toBe("supports");
    const [participantId, laneId] = [lou, wrong];
    expect(await play(addCard, { participantId, laneId, body: "Ailleurs" })).toMatchObject({
      code: "card.laneMissing",
    });
    expect(await play(supportCard, { participantId: lou, cardId: foreign })).toMatchObject({ code: "card.missing" });
  });

  it("d’une même personne ne remplissent pas la salle", async () => {
    const roomId = await open();
    const lou = await enter(roomId);
    for (let n = 0; n < 40; n++) await write(roomId, lou, `Carte ${n}`);
    const laneId = (await board(roomId)).lanes[0]?.id;
    expect(await play(addCard, { participantId: lou, laneId, body: "De trop" })).toMatchObject({
      code: "card.tooMany",
    });
  });
});

describe("Le sondage consultatif", () => {
  const items = async (roomId: RoomId) => (await board(roomId)).polls[0]?.items ?? [];
  async function asked(live: string): Promise<{ roomId: RoomId; pollId: string }> {
    const roomId = await open();
    const { pollId } = done(await run(animator, preparePoll, { roomId, title: "Qu’en pensez-vous ?", live }));
    return { roomId, pollId };
  }

  it("porte sur chaque scénario ; une personne, un avis sur chacun, changé tant qu’il est ouvert", async () => {
    const { roomId, pollId } = await asked("");
    expect((await board(roomId)).polls).toEqual([]);
    done(await run(animator, openPoll, { pollId }));
    const [one, two] = await items(roomId);
    const [lou, max] = [await enter(roomId), await enter(roomId, "Max")];
    const answer = (participantId: ParticipantId, answers: Record<string, string>) =>
      play(answerPoll, { participantId, pollId, answers });
    done(await answer(lou, { [String(one?.id)]: "favourable", [String(two?.id)]: "neutral" }));
    done(await answer(lou, { [String(one?.id)]: "unfavourable" }));
    done(await answer(max, { [String(one?.id)]: "noOpinion" }));
    expect(await answer(max, {})).toMatchObject({ code: "poll.nothingAnswered" });
    expect(await answer(max, { [String(one?.id)]: "oui" })).toMatchObject({ code: "input.invalid" });
    // How many answered is known at once, what they answered once it is closed.
    expect((await board(roomId)).polls[0]).toMatchObject({
      answered: 2,
      status: "open",
      items: [{ counts: null }, {}, {}],
    });
    done(await run(animator, closePoll, { pollId }));
    expect((await items(roomId)).map(({ label, counts }) => [label, counts])).toEqual([
      ["Informelle", { favourable: 0, neutral: 0, unfavourable: 1, noOpinion: 1 }],
      ["Structure inter-réseaux", { favourable: 0, neutral: 1, unfavourable: 0, noOpinion: 0 }],
      ["Fédérale", { favourable: 0, neutral: 0, unfavourable: 0, noOpinion: 0 }],
    ]);
    expect(await answer(max, { [String(one?.id)]: "neutral" })).toMatchObject({ code: "poll.notOpen" });
    expect(await run(animator, openPoll, { pollId })).toMatchObject({ code: "poll.openedAlready" });
    expect(await run(animator, closePoll, { pollId })).toMatchObject({ code: "poll.notOpen" });
    const results = await tenant.run((tx) => resultsOf(tx, tenant.organizationId, roomId));
    expect(results.find(({ id }) => id === pollId)).toMatchObject({ answered: 2, status: "closed" });
  });

  it("montre ses résultats en direct si on l’a voulu ainsi", async () => {
    const { roomId, pollId } = await asked("oui");
    done(await run(animator, openPoll, { pollId }));
    const [one] = await items(roomId);
    const lou = await enter(roomId);
    done(await play(answerPoll, { participantId: lou, pollId, answers: { [String(one?.id)]: "favourable" } }));
    expect((await items(roomId))[0]?.counts).toMatchObject({ favourable: 1 });
  });

  it("sur un tableau sans scénario, porte sur ce qu’on écrit ; l’équipe seule le mène", async () => {
    const roomId = await open({ kind: "contributions" });
    expect(await run(animator, preparePoll, { roomId, title: "Avis" })).toMatchObject({ field: "scenarios" });
    const { pollId } = done(await run(animator, preparePoll, { roomId, title: "Avis", scenarios: "Une\nDeux" }));
    for (const command of [openPoll, closePoll]) {
      expect(await run(member, command, { pollId })).toMatchObject({ code: "room.notFacilitator" });
    }
    expect(await run(animator, openPoll, { pollId: tenant.newId() })).toMatchObject({ code: "poll.missing" });
    expect(await run(animator, closePoll, { pollId })).toMatchObject({ code: "poll.notOpen" });
  });
});

describe("Fermer la salle", () => {
  it("ferme ses sondages ; plus rien ne s’écrit ni ne change, la base y veille aussi", async () => {
    const roomId = await open();
    const lou = await enter(roomId);
    const card = await write(roomId, lou, "Une force", 3);
    const { pollId } = done(await run(animator, preparePoll, { roomId, title: "Avis" }));
    done(await run(animator, openPoll, { pollId }));
    const item = (await board(roomId)).polls[0]?.items[0]?.id;
    done(await play(answerPoll, { participantId: lou, pollId, answers: { [String(item)]: "neutral" } }));
    expect(await run(member, closeRoom, { roomId })).toMatchObject({ code: "room.notFacilitator" });
    done(await run(animator, closeRoom, { roomId }));
    const kept = await board(roomId);
    expect(kept).toMatchObject({ closed: true, polls: [{ status: "closed", answered: 1 }] });
    const refused = [
      await play(addCard, { participantId: lou, laneId: kept.lanes[0]?.id, body: "Trop tard" }),
      await play(supportCard, { participantId: lou, cardId: card }),
      await play(withdrawCard, { participantId: lou, cardId: card }),
      await play(answerPoll, { participantId: lou, pollId, answers: { [String(item)]: "favourable" } }),
      await run(animator, hideCards, { roomId, cards: [card] }),
      await run(animator, closeRoom, { roomId }),
      await run(member, joinRoom, { roomId }),
    ];
    for (const answer of refused) expect(answer).toMatchObject({ code: "room.closed" });
    const org = tenant.organizationId;
    const attempts = [
      (id: string) => sql`update room.card set body = 'Autre' where room_id = ${id}`,
      (id: string) => sql`update room.room set title = 'Autre' where id = ${id}`,
      (id: string) => sql`update room.room set closed_at = null, closed_by = null where id = ${id}`,
      (id: string) => sql`update room.poll set title = 'Autre' where room_id = ${id}`,
      () => sql`update room.poll_answer set answer = 'favourable' where poll_id = ${pollId}`,
      (
        id: string,
      ) => sql`insert into room.card_support (organization_id, card_id, participant_id, room_id, supported_at)
        values (${org}, ${card}, ${lou}, ${id}, now())`,
      (id: string) => sql`update room.participant set first_name = 'Autre' where room_id = ${id}`,
    ];
    for (const attempt of attempts) expect(await stateOf(attempt, roomId)).toBe("23001");
    expect(await board(roomId)).toEqual(kept);
    // A guest's name goes, and nothing else.
    expect(
      await stateOf(
        (id) => sql`update room.participant set first_name = '', structure_name = '' where room_id = ${id}`,
        roomId,
      ),
    ).toBeUndefined();
  });

  it("n’est pas devancée : un avis arrivé pendant la fermeture compte, ou est refusé", async () => {
    const roomId = await open();
    const { pollId } = done(await run(animator, preparePoll, { roomId, title: "Avis" }));
    done(await run(animator, openPoll, { pollId }));
    const item = (await board(roomId)).polls[0]?.items[0]?.id;
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => enter(roomId, `Personne ${n}`)));
    const answers = people.map((participantId) =>
      play(answerPoll, { participantId, pollId, answers: { [String(item)]: "favourable" } }),
    );
    const [closed, ...given] = await Promise.all([run(animator, closePoll, { pollId }), ...answers]);
    done(closed);
    const accepted = given.filter((answer) => !("refused" in answer)).length;
    expect((await board(roomId)).polls[0]?.answered).toBe(accepted);
    expect((await board(roomId)).participants).toBe(12);
  });
});
