/** Trente téléphones devant un tableau et un sondage : personne ne manque rien, les comptes sont justes. Et la porte, par qui vient. */

import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import { MORNING } from "#platform/outbox/morning.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { boardOf } from "./board/board.store.ts";
import { applyChange, type Board, type BoardChange } from "./board/board.ts";
import { forgetGuests } from "./participant/forget-guests.job.ts";
import * as guestStream from "./participant/stream.page.ts";
import * as door from "./participant/take-part.page.tsx";
import { closePoll, openPoll, preparePoll } from "./poll/run-poll.command.ts";
import { closeRoom } from "./room/close-room.command.ts";
import * as newRoom from "./room/new-room.page.tsx";
import { openRoom } from "./room/open-room.command.ts";
import * as roomPage from "./room/room.page.tsx";
import { findRoom } from "./room/room.store.ts";
import type { RoomId } from "./room/room.ts";
import * as roomsPage from "./room/rooms.page.tsx";
import * as screenStream from "./room/stream.page.ts";

let app: App;
let tenant: TestTenant;
let animator: TestPerson;
let roomId: RoomId;
let code: string;

beforeAll(async () => {
  ({ app } = await testApp());
});
afterAll(() => app.changes.close());
beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-26T10:00:00.000Z", house: "network" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  animator = await tenant.person({ roles: ["facilitator"] });
  const given = { title: "Atelier", kind: "scenario", guests: "oui", scenarios: "Un\nDeux" };
  ({ roomId, code } = await run(openRoom, given));
});

async function run<Input, Output>(command: Command<Input, Output>, input: unknown) {
  const answer = await execute(tenant.host, animator.caller, command, input);
  if (typeof answer === "object" && answer !== null && "refused" in answer) throw new Error(JSON.stringify(answer));
  return answer as Exclude<Output, { refused: true }>;
}
const board = () =>
  tenant.run(async (tx) => {
    const room = await findRoom(tx, tenant.organizationId, roomId);
    return boardOf(tx, tenant.organizationId, room as NonNullable<typeof room>);
  });

/** The arguments of a page, with the cookie of a guest. */
function at(path: string, cookie = "", more: Partial<PageRequest> = {}, params: Record<string, string> = { code }) {
  const args = pageArguments(app, { path, params, ...more });
  const headers = new Headers(args.request.headers);
  if (cookie !== "") headers.set("cookie", cookie);
  return { ...args, request: new Request(args.request, { headers }) } as never;
}
const post = (form: Record<string, string>, cookie = "") => door.action(at(`/r/${code}`, cookie, { form }));

async function enter(firstName: string): Promise<string> {
  const answer = await answerOf(() => post({ intention: "enter", firstName }));
  expect(answer).toMatchObject({ status: 302, location: `/r/${code}` });
  expect(answer.cookies[0]).toMatch(/; Path=\/r; Max-Age=86400; HttpOnly; SameSite=Lax$/);
  return answer.cookies[0]?.split(";")[0] ?? "";
}

/** A screen that follows the room as the browser does. */
function follow(answer: Response) {
  const screen = { board: null as Board | null, ended: false, cancel: async () => {} };
  const reader = answer.body
    ?.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  if (reader === undefined) throw new Error("no stream");
  screen.cancel = () => reader.cancel();
  const read = async () => {
    let held = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const blocks = (held + value).split("\n\n");
      held = blocks.pop() ?? "";
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1];
        const data = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null");
        if (name === "whole") screen.board = data as Board;
        if (name === "change" && screen.board) screen.board = applyChange(screen.board, data as BoardChange);
      }
    }
    screen.ended = true;
  };
  read().catch(() => {});
  return screen;
}

describe("Trente participants", () => {
  it("voient tous les mêmes cartes et les mêmes comptes, jusqu’à la fermeture", async () => {
    const cookies = await Promise.all(Array.from({ length: 30 }, (_, rank) => enter(`Personne ${rank}`)));
    const screens = await Promise.all(
      cookies.map(async (cookie) => follow(await guestStream.loader(at(`/r/${code}/flux`, cookie)))),
    );
    const params = { cooperative: tenant.slug, roomId };
    const { signedIn } = animator;
    const projector = follow(await screenStream.loader(at("/x", "", { signedIn }, params)));
    const { lanes } = await board();
    await Promise.all(
      cookies.map((cookie, rank) =>
        post({ intention: "add", laneId: String(lanes[rank % 8]?.id), body: `Carte ${rank}` }, cookie),
      ),
    );
    const all = [projector, ...screens];
    const everywhere = (say: (seen: Board) => unknown) => new Set(all.map(({ board: seen }) => seen && say(seen)));
    await expect.poll(() => [...everywhere(({ cards }) => cards.length)], { timeout: 15_000 }).toEqual([30]);

    const { pollId } = await run(preparePoll, { roomId, title: "Avis" });
    await run(openPoll, { pollId });
    await expect.poll(() => [...everywhere(({ polls }) => polls[0]?.status)], { timeout: 15_000 }).toEqual(["open"]);
    const [one, two] = (await board()).polls[0]?.items ?? [];
    const answers = ["favourable", "neutral", "unfavourable"] as const;
    await Promise.all(
      cookies.map((cookie, rank) =>
        post(
          {
            intention: "answer",
            pollId,
            [`answers.${one?.id}`]: answers[rank % 3] ?? "",
            [`answers.${two?.id}`]: "noOpinion",
          },
          cookie,
        ),
      ),
    );
    await run(closePoll, { pollId });
    const counted = JSON.stringify([
      { favourable: 10, neutral: 10, unfavourable: 10, noOpinion: 0 },
      { favourable: 0, neutral: 0, unfavourable: 0, noOpinion: 30 },
    ]);
    const counts = ({ polls }: Board) => JSON.stringify(polls[0]?.items.map((item) => item.counts));
    await expect.poll(() => [...everywhere(counts)], { timeout: 15_000 }).toEqual([counted]);

    await run(closeRoom, { roomId });
    await expect.poll(() => all.every(({ ended }) => ended), { timeout: 15_000 }).toBe(true);
    const last = await board();
    for (const { board: seen } of all) expect(seen).toEqual(last);
  });
});

describe("La porte d’une salle", () => {
  const open = (cookie = "", more: Partial<PageRequest> = {}, params?: Record<string, string>) =>
    answerOf(() => door.loader(at(`/r/${code}`, cookie, more, params)));

  it("à qui n’est pas entré, ne montre que la question ; à qui est entré, le tableau", async () => {
    expect((await open()).body).toMatchObject({ title: "Atelier", board: null, entrance: { guests: true } });
    expect((await guestStream.loader(at(`/r/${code}/flux`))).status).toBe(403);
    const cookie = await enter("Lou");
    expect((await open(cookie)).body).toMatchObject({ entrance: null, board: { participants: 1 } });
    expect((await answerOf(() => post({ intention: "add", laneId: "x", body: "y" }))).status).toBe(403);
    expect((await answerOf(() => post({ intention: "autre" }))).status).toBe(404);
  });

  it("le témoin d’une salle n’en ouvre pas une autre, ni celui qu’on fabrique", async () => {
    const cookie = await enter("Lou");
    const other = await run(openRoom, { title: "Autre", kind: "contributions", guests: "oui" });
    const moved = cookie.replace(code, other.code);
    expect((await open(moved, {}, { code: other.code })).body).toMatchObject({ board: null });
    expect((await open(`salle-${code}=${"A".repeat(86)}`)).body).toMatchObject({ board: null });
  });

  it("une personne du réseau entre sous son nom ; une personne d’ailleurs comme tout le monde", async () => {
    const { signedIn } = animator;
    expect((await open("", { signedIn })).body).toMatchObject({ entrance: { member: { name: "Samira Roux" } } });
    const answer = await answerOf(() => door.action(at(`/r/${code}`, "", { signedIn, form: { intention: "join" } })));
    expect(answer).toMatchObject({ status: 302, cookies: [] });
    expect((await open("", { signedIn })).body).toMatchObject({ board: { participants: 1 } });
    const stranger = await (await freshTenant()).person();
    expect((await open("", { signedIn: stranger.signedIn })).body).toMatchObject({ entrance: { member: null } });
  });

  it("fermée, elle remercie qui était entré, et n’ouvre plus à personne", async () => {
    const cookie = await enter("Lou");
    await run(closeRoom, { roomId });
    expect((await open(cookie)).body).toMatchObject({ board: { closed: true } });
    expect((await open()).status).toBe(404);
  });

  it("trente jours après, les prénoms sont effacés, et rien d’autre", async () => {
    await enter("Lou");
    await run(closeRoom, { roomId });
    const names = () =>
      tenant.run(async (tx) => {
        const { rows } = await sql<{
          name: string;
        }>`select first_name as name from room.participant where room_id = ${roomId}`.execute(tx);
        return rows.map(({ name }) => name);
      });
    const morning = (day: string) =>
      forgetGuests(app)({ organizationId: tenant.organizationId, event: MORNING, payload: { day } } as never);
    const before = await board();
    await morning("2026-12-20");
    expect(await names()).toEqual(["Lou"]);
    await morning("2026-12-28");
    await morning("2026-12-28");
    expect(await names()).toEqual([""]);
    expect(await board()).toEqual(before);
  });
});

describe("Les pages du réseau", () => {
  const page = (who: TestPerson, slug = tenant.slug, more: Partial<PageRequest> = {}) =>
    at("/x", "", { signedIn: who.signedIn, ...more }, { cooperative: slug, roomId });

  it("se lisent par toutes les personnes du réseau ; l’animation seule y agit ; une coopérative n’en a pas", async () => {
    const member = await tenant.person();
    expect((await answerOf(() => roomsPage.loader(page(member)))).body).toMatchObject({
      facilitates: false,
      rooms: [{ title: "Atelier", code: `${code.slice(0, 3)} ${code.slice(3)}` }],
    });
    expect((await answerOf(() => roomPage.loader(page(member)))).body).toMatchObject({ runs: false, polls: [] });
    const sort = { form: { intention: "sort", sorting: "supports" } };
    expect((await answerOf(() => roomPage.action(page(member, tenant.slug, sort)))).status).toBe(403);
    expect((await answerOf(() => roomPage.action(page(animator, tenant.slug, sort)))).status).toBe(302);
    const cae = await freshTenant();
    const helene = await cae.person({ roles: ["direction"] });
    expect((await answerOf(() => roomsPage.loader(page(helene, cae.slug)))).status).toBe(404);
    expect((await answerOf(() => screenStream.loader(page(helene, cae.slug)))).status).toBe(404);
  });

  it("une salle ne s’ouvre que pour ce qui existe, quelle que soit l’adresse écrite", async () => {
    const opening = (subject: string, more: Partial<PageRequest> = {}) =>
      at(`/x?pour=${subject}`, "", { signedIn: animator.signedIn, ...more }, { cooperative: tenant.slug });
    expect((await answerOf(() => newRoom.loader(opening("")))).status).toBe(200);
    const nothing = tenant.newId();
    for (const kind of ["consultation.consultation", "consultation.event", "bid.bid", "sales.invoice"]) {
      const subject = `${kind}:${nothing}`;
      expect((await answerOf(() => newRoom.loader(opening(subject)))).status, kind).toBe(404);
      const form = { title: "Salle", kind: "contributions", guests: "", subject };
      expect((await answerOf(() => newRoom.action(opening("", { form })))).status, kind).toBe(404);
    }
    expect((await answerOf(() => newRoom.loader(opening("n’importe quoi")))).status).toBe(404);
  });
});

/** Last: it takes the patience of the door away for some minutes. */
describe("Les essais à la porte", () => {
  const open = (given: string) => answerOf(() => door.loader(at(`/r/${given}`, "", {}, { code: given })));

  it("un code en minuscules mène au bon ; un code inconnu n’ouvre rien, et trop d’essais arrêtent", async () => {
    // What others mistyped before is forgotten.
    tenant.setNow("2026-11-26T12:00:00.000Z");
    expect(await open(code.toLowerCase())).toMatchObject({ status: 302, location: `/r/${code}` });
    for (let attempt = 0; attempt < 60; attempt++) expect((await open("ABCDEF")).status).toBe(404);
    expect((await open("ABCDEF")).status).toBe(429);
    expect((await open(code)).status).toBe(429);
    // Some minutes later.
    tenant.setNow("2026-11-26T12:20:00.000Z");
    expect((await open(code)).status).toBe(200);
  });
});
