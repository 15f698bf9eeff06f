import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { noteAttendance, registerCandidate } from "../information-meeting/note-attendance.command.ts";
import { cancelInformationMeeting, saveInformationMeeting } from "../information-meeting/save-meeting.command.ts";
import { saveIntake } from "../intake/save-intake.command.ts";
import {
  cancelInterview,
  holdInterview,
  planInterview,
  rewriteInterview,
} from "../interview/hold-interview.command.ts";
import { interviewsOf } from "../interview/interview.store.ts";
import { intakeOfTests } from "../parcours.fixture.ts";
import { addCandidate, assignCandidate, updateCandidate } from "./add-candidate.command.ts";
import { attachCandidate, convertCandidate } from "./convert-candidate.command.ts";
import { abandonCandidate, acceptCandidate, refuseCandidate, reopenCandidate } from "./decide-candidate.command.ts";
import { mergeCandidates } from "./merge-candidates.command.ts";

let tenant: TestTenant;
let helene: TestPerson;
let karim: TestPerson;
let thomas: TestPerson;
let intake: ReturnType<typeof intakeOfTests>;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-27T10:00:00.000Z" });
  helene = await tenant.person({ roles: ["direction"] });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  thomas = await tenant.person({ roles: ["accompagnateur"] });
  await tenant.run((tx) =>
    sql`update membership.role_grant set followed_only = true where person_id = ${thomas.personId}`.execute(tx),
  );
  intake = intakeOfTests(tenant, helene);
});

const nolwenn = { firstName: "Nolwenn", lastName: "Le Goff", email: "nolwenn@exemple.example", phone: "0612345678" };

async function added(more: Record<string, unknown> = {}): Promise<string> {
  const { candidateId } = await intake.done(intake.as(karim, addCandidate, { ...nolwenn, ...more }));
  return candidateId;
}

const statusOf = async (id: string) => (await intake.candidates()).find((one) => one.id === id)?.status;

describe("Qui reçoit les candidatures", () => {
  it("la comptabilité, la paie et les entrepreneurs n’en voient rien, une autre coopérative non plus", async () => {
    const candidateId = await added();
    const elsewhere = await freshTenant();
    for (const who of [
      await tenant.person({ roles: ["accountant"] }),
      await tenant.person({ roles: ["payroll"] }),
      await tenant.person({ activities: [await tenant.activity()] }),
    ]) {
      expect(await intake.as(who, addCandidate, nolwenn)).toMatchObject({ code: "candidate.notAllowed" });
      expect(await intake.as(who, assignCandidate, { candidateId })).toMatchObject({ code: "candidate.missing" });
      expect(await intake.as(who, acceptCandidate, { candidateId })).toMatchObject({ code: "candidate.missing" });
    }
    const other = intakeOfTests(elsewhere, await elsewhere.person({ roles: ["direction"] }));
    const stranger = await elsewhere.person({ roles: ["direction"] });
    expect(await other.as(stranger, acceptCandidate, { candidateId })).toMatchObject({ code: "candidate.missing" });
  });

  it("qui suit certaines personnes agit sur les siennes et sur celles que personne ne suit, et ne prend que pour soi", async () => {
    const free = await added();
    const ours = await added({ followerId: thomas.personId });
    const theirs = await added({ followerId: karim.personId });
    const assign = (candidateId: string, followerId: string | null) =>
      intake.as(thomas, assignCandidate, { candidateId, followerId });
    expect(await assign(theirs, thomas.personId)).toMatchObject({ code: "candidate.missing" });
    expect(await assign(free, karim.personId)).toMatchObject({ code: "candidate.assignsSelfOnly" });
    expect(await assign(free, thomas.personId)).toEqual({ candidateId: free });
    expect(await assign(ours, null)).toEqual({ candidateId: ours });
    const stranger = await tenant.person();
    expect(await intake.as(karim, assignCandidate, { candidateId: free, followerId: stranger.personId })).toMatchObject(
      {
        code: "candidate.followerMissing",
      },
    );
  });

  it("la page publique est tenue par la direction et l’administration ; un texte d’accord changé est une version de plus", async () => {
    await intake.open();
    const page = { version: 1, open: "", consentFrench: "Un autre texte.", refusalReasons: " A \n\nB\nA" };
    expect(await intake.as(karim, saveIntake, page)).toMatchObject({ code: "candidate.notAllowed" });
    expect(await intake.as(helene, saveIntake, page)).toEqual({ open: false });
    expect(await intake.as(helene, saveIntake, page)).toMatchObject({ code: "intake.changedMeanwhile" });
    const { rows } = await tenant.run((tx) =>
      sql`select i.refusal_reasons, (select array_agg(version order by version) from parcours.consent_text) as versions
        from parcours.intake i`.execute(tx),
    );
    expect(rows).toEqual([{ refusal_reasons: ["A", "B"], versions: [1, 2] }]);
  });
});

describe("Les réunions d’information", () => {
  it("se créent, se changent, et disent ce qui ne va pas", async () => {
    const { meetingId } = await intake.meeting();
    const fields = { heldOn: "2026-12-03", startsAt: "18h30", minutes: "90", place: "Ici", seats: "1" };
    const save = (more: Record<string, unknown>) =>
      intake.as(karim, saveInformationMeeting, { meetingId, version: 1, ...fields, ...more });
    expect(await save({ place: "", link: "" })).toMatchObject({ fields: { place: "informationMeeting.nowhere" } });
    expect(await save({ startsAt: "midi", seats: "0", minutes: "1", link: "javascript:alert(1)" })).toMatchObject({
      fields: {
        startsAt: "informationMeeting.time",
        seats: "informationMeeting.seats",
        minutes: "informationMeeting.minutes",
        link: "informationMeeting.link",
      },
    });
    await added({ meetingId });
    await added({ meetingId });
    expect(await save({})).toMatchObject({ code: "informationMeeting.fewerSeats", facts: { taken: "2" } });
    expect(await save({ seats: "4" })).toEqual({ meetingId });
    expect(await save({ seats: "5" })).toMatchObject({ code: "informationMeeting.changedMeanwhile" });
    const accountant = await tenant.person({ roles: ["accountant"] });
    expect(await intake.as(accountant, saveInformationMeeting, fields)).toMatchObject({ code: "candidate.notAllowed" });
  });

  it("les présences se notent le jour venu, et font avancer les candidatures", async () => {
    const { meetingId } = await intake.meeting({ seats: "3" });
    const [here, away] = [await added({ meetingId }), await added({ meetingId })];
    const other = await added();
    const lines = [
      { candidateId: here, attendance: "present" },
      { candidateId: away, attendance: "absent" },
    ];
    const note = (all: unknown) => intake.as(karim, noteAttendance, { meetingId, lines: all });
    expect(await note(lines)).toMatchObject({ code: "informationMeeting.notYet" });
    tenant.setNow("2026-12-03T20:00:00.000Z");
    expect(await note([...lines, { candidateId: other, attendance: "present" }])).toMatchObject({
      code: "informationMeeting.notRegistered",
    });
    expect(await note(lines)).toEqual({ noted: 2 });
    expect(await note(lines)).toEqual({ noted: 0 });
    expect([await statusOf(here), await statusOf(away)]).toEqual(["attended", "invited"]);
    // Somebody who came without a word is written down, then noted.
    expect(await intake.as(karim, registerCandidate, { meetingId, candidateId: other })).toEqual({ meetingId });
    expect(await note([{ candidateId: other, attendance: "present" }])).toEqual({ noted: 1 });
    const theirs = await added({ followerId: karim.personId });
    expect(await intake.as(thomas, registerCandidate, { meetingId, candidateId: theirs })).toMatchObject({
      code: "candidate.missing",
    });
    expect(
      await intake.as(thomas, noteAttendance, { meetingId, lines: [{ candidateId: here, attendance: "absent" }] }),
    ).toEqual({ noted: 1 });
  });

  it("annulée, chacun est prévenu avec un lien pour en choisir une autre", async () => {
    const { meetingId } = await intake.meeting();
    const candidateId = await added({ meetingId });
    const cancel = (who: TestPerson) => intake.as(who, cancelInformationMeeting, { meetingId });
    expect(await cancel(thomas)).toMatchObject({ code: "candidate.notAllowed" });
    expect(await cancel(karim)).toEqual({ told: 1 });
    expect(await cancel(karim)).toMatchObject({ code: "informationMeeting.cancelled" });
    expect(await statusOf(candidateId)).toBe("received");
    expect(await intake.mails()).toMatchObject([
      { recipient: nolwenn.email, subject: "Réunion du jeudi 3 décembre 2026 annulée" },
    ]);
  });
});

describe("Les entretiens", () => {
  const on = (heldOn: string) => ({ heldOn, startsAt: "14h", personId: karim.personId });

  it("prévus puis faits, avec des notes que leur auteur garde, et la direction", async () => {
    const candidateId = await added();
    const planned = await intake.done(intake.as(karim, planInterview, { candidateId, ...on("2026-11-30") }));
    expect(await statusOf(candidateId)).toBe("planned");
    const told = { notes: "Projet solide", privacy: "author", nextStep: "Appeler l’assureur" };
    const hold = (heldOn: string) =>
      intake.as(karim, holdInterview, { candidateId, ...planned, ...on(heldOn), ...told });
    expect(await hold("2026-11-30")).toMatchObject({ code: "interview.future" });
    tenant.setNow("2026-11-30T16:00:00.000Z");
    expect(await hold("2026-11-30")).toEqual(planned);
    expect(await hold("2026-11-30")).toMatchObject({ code: "interview.over" });
    expect(await statusOf(candidateId)).toBe("interviewed");
    const seen = async (who: TestPerson) => {
      const presence = await tenant.run((tx) => tenant.host.loadPresence(tx, who.caller, tenant.host.clock()));
      if (presence === null) throw new Error("not a member");
      const interviews = await tenant.run((tx) => interviewsOf(tx, presence.actor, candidateId as never));
      return interviews.map(({ notes, nextStep }) => [notes, nextStep]);
    };
    expect(await seen(karim)).toEqual([["Projet solide", "Appeler l’assureur"]]);
    expect(await seen(helene)).toEqual([["Projet solide", "Appeler l’assureur"]]);
    expect(await seen(await tenant.person({ roles: ["accompagnateur"] }))).toEqual([[null, ""]]);
    expect(await seen(await tenant.person({ roles: ["administrator"] }))).toEqual([[null, ""]]);
    const lucie = await tenant.person({ roles: ["accompagnateur"] });
    const rewrite = (who: TestPerson) =>
      intake.as(who, rewriteInterview, { candidateId, ...planned, ...told, privacy: "team" });
    expect(await rewrite(lucie)).toMatchObject({ code: "interview.notYours" });
    expect(await rewrite(karim)).toEqual(planned);
    expect(await seen(lucie)).toEqual([["Projet solide", "Appeler l’assureur"]]);
  });

  it("annulé, on revient à ce qui précédait, sauf si un autre tient", async () => {
    const candidateId = await added();
    const one = await intake.done(intake.as(karim, planInterview, { candidateId, ...on("2026-11-30") }));
    const two = await intake.done(intake.as(karim, planInterview, { candidateId, ...on("2026-12-01") }));
    await intake.done(intake.as(karim, cancelInterview, { candidateId, ...one }));
    expect(await statusOf(candidateId)).toBe("planned");
    await intake.done(intake.as(karim, cancelInterview, { candidateId, ...two }));
    expect(await statusOf(candidateId)).toBe("received");
    expect(await intake.as(karim, planInterview, { candidateId, ...on("2026-11-26") })).toMatchObject({
      code: "interview.past",
    });
    const other = await added();
    expect(await intake.as(karim, cancelInterview, { candidateId: other, ...one })).toMatchObject({
      code: "interview.missing",
    });
  });
});

describe("La décision", () => {
  it("un refus a son motif ; le message part comme il a été relu ; rouvrir garde tout", async () => {
    const candidateId = await added();
    const no = (more: Record<string, unknown>) => intake.as(karim, refuseCandidate, { candidateId, ...more });
    expect(await no({})).toMatchObject({ code: "candidate.reasonNeeded", field: "motive" });
    expect(await no({ motive: "Projet à mûrir", send: "oui" })).toMatchObject({ code: "candidate.letterNeeded" });
    const letter = { send: "oui", subject: "Votre candidature", body: "Bonjour Nolwenn, pas cette fois." };
    expect(await no({ motive: "Projet à mûrir", reason: "Pas de marché", ...letter })).toEqual({ candidateId });
    expect(await intake.mails()).toMatchObject([
      { recipient: nolwenn.email, subject: letter.subject, body: letter.body },
    ]);
    expect(await no({ motive: "Projet à mûrir" })).toMatchObject({
      code: "candidate.notPossible",
    });
    expect(await intake.as(karim, reopenCandidate, { candidateId, reason: "Elle revient" })).toEqual({ candidateId });
    expect(await statusOf(candidateId)).toBe("received");
    const { rows } = await tenant.run((tx) =>
      sql`select details from parcours.candidate_event where kind = 'refused'`.execute(tx),
    );
    expect(rows).toEqual([{ details: { motive: "Projet à mûrir", reason: "Pas de marché" } }]);
  });

  it("acceptée, d’un clic c’est une personne, avec ce qu’elle a écrit, son suivi et son lien", async () => {
    await intake.open();
    await intake.apply({ trade: "ceramics", situation: "minimumIncome", city: "Brest", project: "Tourner des bols" });
    const [candidate] = await intake.candidates();
    const candidateId = String(candidate?.id);
    await intake.done(intake.as(karim, assignCandidate, { candidateId, followerId: karim.personId }));
    const convert = (who: TestPerson) => intake.as(who, convertCandidate, { candidateId, siteId: "", invite: "" });
    expect(await convert(karim)).toMatchObject({ code: "candidate.notPossible" });
    await intake.done(intake.as(karim, acceptCandidate, { candidateId, reason: "Projet solide" }));
    const { personId } = await intake.done(convert(karim));
    const { rows } = await tenant.run((tx) =>
      sql`select first_name, last_name, email, phone, follower_id from membership.person where id = ${personId}`.execute(
        tx,
      ),
    );
    expect(rows).toEqual([
      {
        ...{ first_name: "Nolwenn", last_name: "Le Goff", email: nolwenn.email, phone: "06 12 34 56 78" },
        follower_id: karim.personId,
      },
    ]);
    // Their social file begins with what they typed.
    const file = await tenant.run((tx) =>
      sql<{ said: string }>`select dimension || '=' || (value #>> '{}') as said from membership.fact
        where person_id = ${personId} and dimension <> 'follower'`.execute(tx),
    );
    expect(file.rows.map(({ said }) => said)).toEqual(
      expect.arrayContaining([
        ...["city=Brest", "situation=rsa", "situation_entry=rsa", "trade=Céramique, poterie", "goals=Tourner des bols"],
      ]),
    );
    expect(await intake.candidates()).toMatchObject([{ status: "converted", person_id: personId }]);
    expect(await convert(karim)).toMatchObject({ code: "candidate.notPossible" });
    expect(await intake.events()).toEqual(["applied received", "accepted accepted", "assigned", "converted converted"]);
  });

  it("qui ne peut pas ajouter de personne ne le peut pas non plus par ici ; une adresse prise se dit, rien n’est à moitié fait", async () => {
    const candidateId = await added();
    await intake.done(intake.as(thomas, acceptCandidate, { candidateId }));
    const convert = (who: TestPerson) => intake.as(who, convertCandidate, { candidateId });
    expect(await convert(thomas)).toMatchObject({ code: "person.notAllowed" });
    await tenant.run((tx) =>
      sql`update membership.person set email = ${nolwenn.email} where id = ${helene.personId}`.execute(tx),
    );
    expect(await convert(karim)).toMatchObject({ code: "person.emailTaken" });
    expect(await statusOf(candidateId)).toBe("accepted");
    const nameless = await added({ email: "" });
    await intake.done(intake.as(karim, acceptCandidate, { candidateId: nameless }));
    expect(await intake.as(karim, convertCandidate, { candidateId: nameless })).toMatchObject({
      code: "candidate.noAddress",
    });
  });

  it("quelqu’un qui revient se rattache à sa fiche, qui ne change pas", async () => {
    const known = await tenant.person();
    const candidateId = await added();
    const attach = (who: TestPerson, personId: string) => intake.as(who, attachCandidate, { candidateId, personId });
    expect(await attach(karim, "")).toMatchObject({ code: "candidate.personUnchosen" });
    expect(await attach(thomas, known.personId)).toMatchObject({ code: "candidate.personMissing" });
    const elsewhere = await freshTenant();
    expect(await attach(karim, (await elsewhere.person()).personId)).toMatchObject({ code: "candidate.personMissing" });
    expect(await attach(karim, known.personId)).toEqual({ candidateId, personId: known.personId });
    const { rows } = await tenant.run((tx) =>
      sql`select p.first_name, p.version, e.details->'kept'->>'firstName' as kept from membership.person p, parcours.candidate_event e
        where p.id = ${known.personId} and e.kind = 'attached'`.execute(tx),
    );
    expect(rows).toEqual([{ first_name: "Samira", version: 1, kept: "Samira" }]);
  });

  it("un abandon se note ; corriger une fiche garde ce qui était écrit", async () => {
    const candidateId = await added();
    const update = (version: number) =>
      intake.as(karim, updateCandidate, { candidateId, version, ...nolwenn, lastName: "Riou", city: "Brest" });
    expect(await update(1)).toEqual({ candidateId });
    expect(await update(1)).toMatchObject({ code: "candidate.changedMeanwhile" });
    const { rows } = await tenant.run((tx) =>
      sql`select details from parcours.candidate_event where kind = 'changed'`.execute(tx),
    );
    expect(rows).toEqual([{ details: { before: { lastName: "Le Goff" } } }]);
    expect(await intake.as(karim, abandonCandidate, { candidateId })).toEqual({ candidateId });
    expect(await statusOf(candidateId)).toBe("abandoned");
  });
});

describe("Deux fiches d’une même personne", () => {
  it("se réunissent : places, entretiens et état suivent, ce qui n’est pas gardé reste dans la trace", async () => {
    const { meetingId } = await intake.meeting({ seats: "5" });
    const kept = await added({ city: "Brest" });
    const other = await added({ city: "Morlaix", project: "Vélos", meetingId, email: "n.legoff@exemple.example" });
    await intake.done(
      intake.as(karim, holdInterview, {
        ...{ candidateId: other, heldOn: "2026-11-26", startsAt: "", personId: karim.personId },
        ...{ notes: "Bien", privacy: "team", nextStep: "" },
      }),
    );
    const merge = (candidateId: string, otherId: string, chosen: string[] = []) =>
      intake.as(karim, mergeCandidates, { candidateId, otherId, chosen });
    expect(await merge(kept, kept)).toMatchObject({ code: "candidate.mergesItself" });
    expect(await merge(kept, other, ["city"])).toEqual({ candidateId: kept });
    const [one, two] = [
      (await intake.candidates()).find(({ id }) => id === kept),
      (await intake.candidates()).find(({ id }) => id === other),
    ];
    expect(one).toMatchObject({
      city: "Morlaix",
      project: "Vélos",
      email: nolwenn.email,
      status: "interviewed",
      merged_into: null,
    });
    expect(two).toMatchObject({ merged_into: kept, city: "Morlaix" });
    const { rows } = await tenant.run((tx) =>
      sql`select (select count(*)::int from parcours.registration where candidate_id = ${kept} and cancelled_at is null) as seats,
                 (select count(*)::int from parcours.registration where cancelled_at is null) as standing,
                 (select count(*)::int from parcours.interview where candidate_id = ${kept}) as interviews,
                 (select details->'left' from parcours.candidate_event where kind = 'merged') as "left"`.execute(tx),
    );
    expect(rows).toEqual([
      { seats: 1, standing: 1, interviews: 1, left: { city: "Brest", email: "n.legoff@exemple.example" } },
    ]);
    expect(await merge(kept, other)).toMatchObject({ code: "candidate.alreadyMerged" });
    const third = await added();
    expect(await merge(third, kept)).toEqual({ candidateId: third });
    // What led to the second leads to the third.
    expect((await intake.candidates()).filter((line) => line.merged_into === third)).toHaveLength(2);
  });

  it("pas celle d’un collègue pour qui ne la voit pas, ni une candidature devenue personne", async () => {
    const [one, two] = [await added(), await added({ followerId: karim.personId })];
    const merge = (who: TestPerson, candidateId: string, otherId: string) =>
      intake.as(who, mergeCandidates, { candidateId, otherId });
    expect(await merge(thomas, one, two)).toMatchObject({ code: "candidate.missing" });
    const known = await tenant.person();
    await intake.done(intake.as(karim, attachCandidate, { candidateId: two, personId: known.personId }));
    expect(await merge(karim, one, two)).toMatchObject({ code: "candidate.mergeConverted" });
    expect(await merge(karim, two, one)).toEqual({ candidateId: two });
  });
});
