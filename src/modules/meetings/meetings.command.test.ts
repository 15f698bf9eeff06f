/** Les réunions coopératives, de l’annonce au compte rendu, et ce que deviennent les propositions. Sur la vraie base. */
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as editMeetingPage from "./meeting/edit-meeting.page.tsx";
import * as meetingPage from "./meeting/meeting.page.tsx";
import type { MeetingId } from "./meeting/meeting.ts";
import * as meetingsPage from "./meeting/meetings.page.tsx";
import * as newMeetingPage from "./meeting/new-meeting.page.tsx";
import { announceMeeting, cancelMeeting, updateMeeting } from "./meeting/save-meeting.command.ts";
import * as minutesPage from "./minutes/minutes.page.tsx";
import { draftMinutes, publishMinutes } from "./minutes/write-minutes.command.ts";
import { answerMeeting, notePresence } from "./presence/presence.command.ts";
import * as presencesPage from "./presence/presences.page.tsx";
import { decideProposal, placeProposal, removeProposal } from "./proposal/answer-proposal.command.ts";
import * as proposalPage from "./proposal/proposal.page.tsx";
import { findProposal } from "./proposal/proposal.store.ts";
import type { ProposalId } from "./proposal/proposal.ts";
import * as proposalsPage from "./proposal/proposals.page.tsx";
import { commentProposal, fileProposal, supportProposal, withdrawProposal } from "./proposal/propose.command.ts";

const NOW = "2026-11-27T09:00:00.000Z";
const DURING = "2026-12-03T17:30:00.000Z";
const GIVEN = { title: "Réunion de rentrée", day: "2026-12-03", time: "18:00", duration: "120", place: "Brest" };

let app: App;
let tenant: TestTenant;
let karim: TestPerson;
let samira: TestPerson;
let ana: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  tenant = await freshTenant({ now: NOW });
  Object.assign(app, { clock: () => tenant.host.clock() });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
  ana = await tenant.person({ activities: [await tenant.activity("Céramique Lou")] });
});

const run = <Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown) =>
  execute(tenant.host, who.caller, command, input);
async function announce(changes: Record<string, unknown> = {}, who = karim): Promise<MeetingId> {
  const answer = await run(who, announceMeeting, { ...GIVEN, audience: "everybody", ...changes });
  if ("refused" in answer) throw new Error(answer.code);
  return answer.meetingId;
}
async function propose(who = samira): Promise<ProposalId> {
  const words = { title: "Un four partagé", body: "L’acheter à plusieurs.", why: "Chacun paie le sien." };
  const answer = await run(who, fileProposal, words);
  if ("refused" in answer) throw new Error(answer.code);
  return answer.proposalId;
}
const state = async (id: ProposalId) => (await tenant.run((tx) => findProposal(tx, tenant.organizationId, id)))?.status;
async function told(who: TestPerson): Promise<string[]> {
  const { rows } = await tenant.run((tx) =>
    sql<{ topic: string }>`select topic from notification.notice where person_id = ${who.personId} and done_at is null
      order by topic`.execute(tx),
  );
  return rows.map(({ topic }) => topic.replace("meetings.", ""));
}
const page = (who: TestPerson, params: Record<string, string> = {}, more: Partial<PageRequest> = {}) => {
  const { signedIn } = who;
  return pageArguments(app, {
    path: `/${tenant.slug}/x`,
    params: { cooperative: tenant.slug, ...params },
    signedIn,
    ...more,
  }) as never;
};

describe("Aucune liste ne s’arrête sans le dire", () => {
  it("les réunions passées et les propositions au-delà de cinquante ont une page suivante", async () => {
    await tenant.run((tx) =>
      sql`insert into meetings.meeting (organization_id, id, title, audience, starts_at, duration, place, link, agenda, created_at, created_by)
        select ${tenant.organizationId}, gen_random_uuid(), 'Réunion ' || n, case when n > 51 then 'team' else 'everybody' end,
               ${NOW}::timestamptz - make_interval(days => n), 60, 'Brest', '', '', ${NOW}, ${karim.personId}
          from generate_series(1, 60) n`.execute(tx),
    );
    await tenant.run((tx) =>
      sql`insert into meetings.proposal (organization_id, id, title, body, why, status, filed_at, filed_by)
        select ${tenant.organizationId}, gen_random_uuid(), 'Idée ' || n, 'x', 'y', 'filed',
               ${NOW}::timestamptz - make_interval(days => n), ${samira.personId} from generate_series(1, 51) n`.execute(
        tx,
      ),
    );
    const second = { path: `/${tenant.slug}/x?page=2` };
    const past = async (who: TestPerson) => (await meetingsPage.loader(page(who, {}, second))) as { past: unknown[] };
    expect(await past(samira)).toMatchObject({ page: 2, pageCount: 2, past: [{ title: "Réunion 51" }] });
    expect((await past(karim)).past).toHaveLength(10);
    expect(await proposalsPage.loader(page(samira, {}, second))).toMatchObject({
      ...{ page: 2, pageCount: 2, rows: [{ title: "Idée 51" }] },
    });
    const open = { path: `/${tenant.slug}/x?etat=adopted&page=2` };
    expect(await proposalsPage.loader(page(samira, {}, open))).toMatchObject({ page: 1, pageCount: 1, rows: [] });
  });
});

describe("Une réunion coopérative", () => {
  it("s’annonce à ceux à qui elle s’adresse, et à eux seuls", async () => {
    await announce();
    expect([await told(samira), await told(ana), await told(karim)]).toEqual([
      ["meeting.announced"],
      ["meeting.announced"],
      [],
    ]);
    const helene = await tenant.person({ roles: ["direction"] });
    await announce({ audience: "team" });
    await announce({ audience: "entrepreneurs" });
    expect([await told(helene), (await told(samira)).length]).toEqual([["meeting.announced"], 2]);
  });

  it("est refusée par une phrase au bon endroit : sans lieu, dans le passé, adresse qui ne se lit pas", async () => {
    const tried = async (changes: Record<string, unknown>) =>
      run(karim, announceMeeting, { ...GIVEN, audience: "everybody", ...changes });
    expect(await tried({ place: "" })).toMatchObject({ code: "meeting.nowhere", field: "place" });
    expect(await tried({ day: "2026-11-26" })).toMatchObject({ code: "meeting.past", field: "day" });
    for (const link of ["http://visio.example", "javascript:alert(1)", "https://"]) {
      expect(await tried({ link })).toMatchObject({ code: "meeting.link", field: "link" });
    }
    expect(await tried({ link: "https://visio.example/salle", place: "" })).toHaveProperty("meetingId");
    expect(await tried({ audience: "quelqu’un" })).toMatchObject({ code: "input.invalid" });
    expect(await run(samira, announceMeeting, { ...GIVEN, audience: "everybody" })).toMatchObject({
      code: "meeting.notAllowed",
    });
  });

  it("se déplace avant son heure, et les autres l’apprennent ; deux personnes ne s’écrasent pas", async () => {
    const meetingId = await announce();
    const words = { ...GIVEN, meetingId, version: 1 };
    expect(await run(karim, updateMeeting, { ...words, place: "Quimper" })).toHaveProperty("meetingId");
    expect(await told(samira)).toEqual(["meeting.announced"]);
    expect(await run(karim, updateMeeting, words)).toMatchObject({ code: "meeting.changed" });
    expect(await run(karim, updateMeeting, { ...words, version: 2, time: "19:00" })).toHaveProperty("meetingId");
    // Of one thing and heading the latest notice alone stays.
    expect(await told(samira)).toEqual(["meeting.moved"]);
    tenant.setNow("2026-12-03T18:30:00.000Z");
    const later = { ...words, version: 3, day: "2026-12-04" };
    expect(await run(karim, updateMeeting, later)).toMatchObject({ code: "meeting.begun" });
  });

  it("annulée, elle rend ses propositions et ne bouge plus", async () => {
    const [meetingId, proposalId] = [await announce(), await propose()];
    await run(karim, placeProposal, { proposalId, meetingId });
    expect(await run(karim, cancelMeeting, { meetingId, reason: "" })).toMatchObject({ code: "input.invalid" });
    expect(await run(karim, cancelMeeting, { meetingId, reason: "Salle inondée" })).toHaveProperty("meetingId");
    expect([await state(proposalId), await told(ana)]).toEqual(["filed", ["meeting.cancelled"]]);
    expect(await run(karim, cancelMeeting, { meetingId, reason: "Bis" })).toMatchObject({ code: "meeting.cancelled" });
    expect(await run(karim, placeProposal, { proposalId, meetingId })).toMatchObject({ code: "meeting.cancelled" });
    expect(await run(samira, answerMeeting, { meetingId, answer: "coming" })).toMatchObject({
      code: "meeting.cancelled",
    });
  });

  it("de l’équipe ne se lit que par l’équipe, et une autre coopérative n’en lit aucune", async () => {
    const meetingId = await announce({ audience: "team" });
    const open = (who: TestPerson) =>
      answerOf(() => meetingPage.loader(page(who, { cooperativeMeetingId: meetingId })));
    expect([(await open(karim)).status, (await open(samira)).status]).toEqual([200, 404]);
    expect((await answerOf(() => meetingsPage.loader(page(samira)))).body).toMatchObject({ coming: [], past: [] });
    expect(await run(samira, answerMeeting, { meetingId, answer: "coming" })).toMatchObject({
      code: "meeting.missing",
    });
    const elsewhere = await freshTenant({ now: NOW });
    const stranger = await elsewhere.person({ roles: ["direction"] });
    for (const [command, input] of [
      [cancelMeeting, { meetingId, reason: "Non" }],
      [publishMinutes, { meetingId, body: "Non" }],
      [answerMeeting, { meetingId, answer: "coming" }],
    ] as [Command<unknown, unknown>, unknown][]) {
      expect(await execute(elsewhere.host, stranger.caller, command, input)).toMatchObject({ code: "meeting.missing" });
    }
  });
});

describe("Présences et compte rendu", () => {
  it("chacun dit s’il vient ; l’équipe note qui est venu, une fois la réunion commencée", async () => {
    const meetingId = await announce();
    await run(samira, answerMeeting, { meetingId, answer: "coming" });
    await run(ana, answerMeeting, { meetingId, answer: "coming" });
    expect(await run(ana, answerMeeting, { meetingId, answer: "excused" })).toHaveProperty("meetingId");
    const seen = { meetingId, personId: samira.personId, seen: "present" };
    expect(await run(karim, notePresence, seen)).toMatchObject({ code: "meeting.notBegun" });
    tenant.setNow(DURING);
    expect(await run(ana, answerMeeting, { meetingId, answer: "coming" })).toMatchObject({ code: "meeting.begun" });
    expect(await run(samira, notePresence, seen)).toMatchObject({ code: "meeting.notAllowed" });
    expect(await run(karim, notePresence, { ...seen, seen: "absent" })).toHaveProperty("meetingId");
    expect(await run(karim, notePresence, seen)).toHaveProperty("meetingId");
    const gone = { ...seen, personId: tenant.newId<"person">() };
    expect(await run(karim, notePresence, gone)).toMatchObject({ code: "meeting.personMissing", field: "personId" });
    const { body } = await answerOf(() => presencesPage.loader(page(karim, { cooperativeMeetingId: meetingId })));
    expect(body).toMatchObject({
      people: expect.arrayContaining([
        expect.objectContaining({ personId: samira.personId, answer: "coming", seen: "present" }),
        expect.objectContaining({ personId: ana.personId, answer: "excused", seen: null }),
      ]),
    });
  });

  it("revenir en arrière ne montre pas de formulaire qui serait refusé : la page dit pourquoi", async () => {
    const meetingId = await announce();
    const closed = async () => {
      const at = () => page(karim, { cooperativeMeetingId: meetingId });
      const [edit, presences, minutes] = [
        await answerOf(() => editMeetingPage.loader(at())),
        await answerOf(() => presencesPage.loader(at())),
        await answerOf(() => minutesPage.loader(at())),
      ];
      return [edit, presences, minutes].map(({ body }) => (body as { closed: string | null }).closed);
    };
    expect(await closed()).toEqual([null, "meeting.notBegun", "meeting.notBegun"]);
    tenant.setNow(DURING);
    expect(await closed()).toEqual(["meeting.begun", null, null]);
    await run(karim, publishMinutes, { meetingId, body: "Nous avons parlé du four." });
    expect(await closed()).toEqual(["meeting.begun", "meeting.presencesKept", null]);
  });

  it("le brouillon reste à l’équipe ; publié, il reste, et une correction est une version de plus", async () => {
    const meetingId = await announce();
    const read = async (who: TestPerson) =>
      (await answerOf(() => meetingPage.loader(page(who, { cooperativeMeetingId: meetingId })))).body as {
        minutes: { version: number; body: string }[];
        present: string[];
      };
    expect(await run(karim, draftMinutes, { meetingId, body: "Dit." })).toMatchObject({ code: "meeting.notBegun" });
    tenant.setNow(DURING);
    await run(karim, notePresence, { meetingId, personId: samira.personId, seen: "present" });
    expect(await run(karim, draftMinutes, { meetingId, body: "Brouillon secret" })).toHaveProperty("meetingId");
    expect(JSON.stringify(await read(ana))).not.toContain("Brouillon secret");
    expect((await read(ana)).present).toEqual([]);
    expect(await run(samira, publishMinutes, { meetingId, body: "À moi" })).toMatchObject({
      code: "meeting.notAllowed",
    });
    expect(await run(karim, publishMinutes, { meetingId, body: "Nous avons parlé du four." })).toHaveProperty(
      "meetingId",
    );
    expect(await run(karim, publishMinutes, { meetingId, body: "Nous avons parlé du four." })).toMatchObject({
      code: "meeting.sameMinutes",
    });
    expect(await run(karim, publishMinutes, { meetingId, body: "Du four et du local." })).toHaveProperty("meetingId");
    const seen = await read(ana);
    expect(seen.minutes.map(({ version, body }) => `${version} ${body}`)).toEqual([
      "2 Du four et du local.",
      "1 Nous avons parlé du four.",
    ]);
    expect(seen.present).toEqual(["Samira Roux"]);
    expect(await told(ana)).toEqual(["minutes.published"]);
    const late = { meetingId, personId: ana.personId, seen: "present" };
    expect(await run(karim, notePresence, late)).toMatchObject({ code: "meeting.presencesKept" });
    await expect(tenant.run((tx) => sql`update meetings.minutes set body = 'Autre'`.execute(tx))).rejects.toThrow();
  });
});

describe("Une proposition", () => {
  it("se dépose par n’importe qui, se soutient et se commente sous son nom ; qui propose l’apprend", async () => {
    const proposalId = await propose();
    await run(ana, supportProposal, { proposalId });
    await run(ana, supportProposal, { proposalId });
    await run(ana, commentProposal, { proposalId, body: "Je le cherche depuis un an." });
    expect([await told(samira), await told(ana)]).toEqual([["proposal.commented"], []]);
    const { body } = await answerOf(() => proposalPage.loader(page(ana, { proposalId })));
    expect(body).toMatchObject({ proposal: { supports: 2, mine: true, withdraws: false, answers: false } });
    await run(ana, supportProposal, { proposalId, withdrawn: "oui" });
    const again = await answerOf(() => proposalPage.loader(page(ana, { proposalId })));
    expect(again.body).toMatchObject({ proposal: { supports: 1, mine: false, comments: [{ by: "Samira Roux" }] } });
  });

  it("va à l’ordre du jour d’une réunion, en revient, et n’y est qu’une fois", async () => {
    const [meetingId, proposalId] = [await announce(), await propose()];
    expect(await run(samira, placeProposal, { proposalId, meetingId })).toMatchObject({ code: "meeting.notAllowed" });
    expect(await run(karim, removeProposal, { proposalId })).toMatchObject({ code: "proposal.notScheduled" });
    expect(await run(karim, placeProposal, { proposalId, meetingId })).toHaveProperty("proposalId");
    expect([await state(proposalId), await told(samira)]).toEqual([
      "scheduled",
      ["meeting.announced", "proposal.placed"],
    ]);
    expect(await run(karim, placeProposal, { proposalId, meetingId })).toMatchObject({ code: "proposal.already" });
    expect(await run(karim, removeProposal, { proposalId })).toHaveProperty("proposalId");
    expect(await state(proposalId)).toBe("filed");
    tenant.setNow("2026-12-03T19:30:00.000Z");
    expect(await run(karim, placeProposal, { proposalId, meetingId })).toMatchObject({
      code: "meeting.over",
      field: "meetingId",
    });
  });

  it("reçoit sa réponse en réunion, avec un motif que qui a proposé et qui soutient apprennent", async () => {
    const [meetingId, proposalId] = [await announce(), await propose()];
    await run(ana, supportProposal, { proposalId });
    const answer = { proposalId, outcome: "adopt", reason: "Le budget suffit." };
    expect(await run(karim, decideProposal, answer)).toMatchObject({ code: "proposal.notScheduled" });
    await run(karim, placeProposal, { proposalId, meetingId });
    expect(await run(karim, decideProposal, answer)).toMatchObject({ code: "meeting.notBegun" });
    tenant.setNow(DURING);
    expect(await run(karim, decideProposal, { ...answer, reason: "" })).toMatchObject({ code: "input.invalid" });
    expect(await run(karim, decideProposal, { ...answer, outcome: "amend" })).toMatchObject({
      ...{ code: "proposal.noAmendedText", field: "amended" },
    });
    expect(await run(karim, decideProposal, { ...answer, votesFor: "12" })).toMatchObject({
      ...{ code: "proposal.votes", field: "votesAgainst" },
    });
    const counted = { votesFor: "12", votesAgainst: "3", votesAbstained: "0" };
    expect(await run(samira, decideProposal, { ...answer, ...counted })).toMatchObject({ code: "meeting.notAllowed" });
    expect(await run(karim, decideProposal, { ...answer, ...counted })).toHaveProperty("proposalId");
    expect(await state(proposalId)).toBe("adopted");
    expect([await told(samira), await told(ana)]).toEqual([
      ["meeting.announced", "proposal.adopted"],
      ["meeting.announced", "proposal.adopted"],
    ]);
    const { body } = await answerOf(() => proposalPage.loader(page(samira, { proposalId })));
    expect(body).toMatchObject({
      proposal: {
        events: [
          { kind: "place", meeting: { title: "Réunion de rentrée" } },
          { kind: "adopt", reason: "Le budget suffit.", votes: { for: 12, against: 3, abstained: 0 } },
        ],
      },
    });
  });

  it("ce qui a été dit et répondu ne change plus, ni par un acte, ni dans la base", async () => {
    const [meetingId, proposalId] = [await announce(), await propose()];
    await run(karim, placeProposal, { proposalId, meetingId });
    tenant.setNow(DURING);
    const amended = { outcome: "amend", reason: "Plus petit.", amended: "Un petit four." };
    expect(await run(karim, decideProposal, { proposalId, ...amended })).toHaveProperty("proposalId");
    expect(await state(proposalId)).toBe("amended");
    for (const [command, input] of [
      [decideProposal, { proposalId, outcome: "refuse", reason: "Non" }],
      [withdrawProposal, { proposalId }],
      [supportProposal, { proposalId }],
      [commentProposal, { proposalId, body: "Trop tard" }],
      [placeProposal, { proposalId, meetingId }],
    ] as [Command<unknown, unknown>, unknown][]) {
      expect(await run(command === withdrawProposal ? samira : karim, command, input)).toMatchObject({
        code: "proposal.closed",
      });
    }
    for (const change of [
      sql`update meetings.proposal set title = 'Autre'`,
      sql`update meetings.proposal set status = 'filed'`,
      sql`update meetings.proposal_event set reason = 'Autre'`,
      sql`delete from meetings.proposal_event`,
    ]) {
      await expect(tenant.run((tx) => change.execute(tx))).rejects.toThrow();
    }
  });

  it("reportée, elle attend une autre réunion", async () => {
    const [meetingId, proposalId] = [await announce(), await propose()];
    await run(karim, placeProposal, { proposalId, meetingId });
    tenant.setNow(DURING);
    await run(karim, decideProposal, { proposalId, outcome: "postpone", reason: "Il manque un devis." });
    expect([await state(proposalId), await told(samira)]).toEqual([
      "postponed",
      ["meeting.announced", "proposal.postponed"],
    ]);
    const next = await announce({ day: "2027-01-07" });
    expect(await run(karim, placeProposal, { proposalId, meetingId: next })).toHaveProperty("proposalId");
    expect(await state(proposalId)).toBe("scheduled");
    const listed = await answerOf(() =>
      proposalsPage.loader(page(ana, {}, { path: `/${tenant.slug}/propositions?etat=scheduled` })),
    );
    expect(listed.body).toMatchObject({ rows: [{ title: "Un four partagé", by: "Samira Roux", supports: 1 }] });
    const none = await answerOf(() =>
      proposalsPage.loader(page(ana, {}, { path: `/${tenant.slug}/propositions?etat=adopted` })),
    );
    expect(none.body).toMatchObject({ rows: [], filtered: true });
  });

  it("se retire par qui l’a déposée, et par personne d’autre", async () => {
    const proposalId = await propose();
    expect(await run(ana, withdrawProposal, { proposalId })).toMatchObject({ code: "proposal.notYours" });
    expect(await run(karim, withdrawProposal, { proposalId })).toMatchObject({ code: "proposal.notYours" });
    expect(await run(samira, withdrawProposal, { proposalId })).toHaveProperty("proposalId");
    expect(await state(proposalId)).toBe("withdrawn");
    const elsewhere = await freshTenant({ now: NOW });
    const stranger = await elsewhere.person({ roles: ["direction"] });
    const input = { proposalId, body: "Bonjour" };
    expect(await execute(elsewhere.host, stranger.caller, commentProposal, input)).toMatchObject({
      code: "proposal.missing",
    });
  });

  it("à l’ordre du jour de l’équipe, son historique ne dit pas de quelle réunion", async () => {
    const [meetingId, proposalId] = [await announce({ audience: "team", title: "Comité secret" }), await propose()];
    await run(karim, placeProposal, { proposalId, meetingId });
    const read = async (who: TestPerson) =>
      JSON.stringify((await answerOf(() => proposalPage.loader(page(who, { proposalId })))).body);
    expect([(await read(samira)).includes("Comité secret"), (await read(karim)).includes("Comité secret")]).toEqual([
      ...[false, true],
    ]);
    const { rows } = await tenant.run((tx) =>
      sql<{ said: string }>`select row_to_json(n)::text as said from notification.notice n
        where person_id = ${samira.personId}`.execute(tx),
    );
    expect(rows).toHaveLength(1);
    expect([rows[0]?.said.includes("placedInTeam"), rows[0]?.said.includes("Comité secret")]).toEqual([true, false]);
    await run(karim, cancelMeeting, { meetingId, reason: "Licenciement à préparer" });
    expect([(await read(samira)).includes("Licenciement"), (await read(karim)).includes("Licenciement")]).toEqual([
      ...[false, true],
    ]);
  });
});

describe("Les formulaires", () => {
  it("une réunion s’annonce comme on l’écrit, « 3/12 » et « 18h » ; refusée, ce qui était tapé reste", async () => {
    const form = { title: "Rentrée", audience: "everybody", day: "3/12", time: "18h", duration: "90", place: "Brest" };
    const done = await answerOf(() =>
      newMeetingPage.action(page(karim, {}, { form: { ...form, cle: tenant.newId() } })),
    );
    expect([done.status, done.location]).toEqual([302, expect.stringMatching(/\/reunions\/[0-9a-f-]{36}$/)]);
    const refused = await answerOf(() => newMeetingPage.action(page(karim, {}, { form: { ...form, time: "midi" } })));
    expect([refused.status, refused.body]).toMatchObject([422, { typed: { time: "midi", title: "Rentrée" } }]);
    expect((await answerOf(() => newMeetingPage.loader(page(samira)))).status).toBe(403);
  });
});
