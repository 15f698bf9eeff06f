import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { sealedTokens } from "#platform/sealed-token.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { intakeOfTests } from "../parcours.fixture.ts";
import { candidateLinkInMail, linkOf } from "./link-in-mail.job.ts";
import { changeRegistration, completeApplication, withdrawApplication } from "./own-candidacy.command.ts";

const NOW = "2026-11-27T10:00:00.000Z";

let tenant: TestTenant;
let helene: TestPerson;
let intake: ReturnType<typeof intakeOfTests>;

beforeEach(async () => {
  tenant = await freshTenant({ now: NOW });
  helene = await tenant.person({ roles: ["direction"] });
  intake = intakeOfTests(tenant, helene);
});

describe("Une demande par la page publique", () => {
  it("étant donné une page ouverte, quand quelqu’un demande, alors sa candidature est là, avec son accord, et un message part", async () => {
    await intake.open();
    expect(await intake.apply({ trade: "plumbing", situation: "jobseeker", project: "Dépanner vite" })).toEqual({
      received: true,
    });
    expect(await intake.candidates()).toMatchObject([
      { status: "received", last_name: "Le Goff", consent_version: 1, follower_id: null, project: "Dépanner vite" },
    ]);
    expect(await intake.events()).toEqual(["applied received"]);
    const [mail] = await intake.mails();
    expect(mail?.recipient).toBe("nolwenn@exemple.example");
    expect(mail?.body).toMatch(/Bonjour Nolwenn,[\s\S]*jusqu’au samedi 27 mars 2027[\s\S]*\{lien [0-9a-f-]{36}\}\n/);
    const traces = await tenant.run((tx) =>
      sql<{
        user_id: string;
        person_id: string | null;
        action: string;
      }>`select user_id, person_id, action from platform.audit
        where action = 'parcours.candidate.apply'`.execute(tx),
    );
    expect(traces.rows).toEqual([{ user_id: "public form", person_id: null, action: "parcours.candidate.apply" }]);
  });

  it("avec une réunion : la place est prise, l’agenda est joint au message", async () => {
    await intake.open();
    const { meetingId } = await intake.meeting();
    await intake.apply({ meetingId });
    expect(await intake.events()).toEqual(["applied received", "registered invited"]);
    const [mail] = await intake.mails();
    expect(mail?.body).toContain("jeudi 3 décembre 2026 à 18\u00a0h\u00a030\n12 quai de l’Atelier");
    expect(mail?.attachments).toMatchObject([{ name: "reunion.ics" }]);
    expect(mail?.attachments[0]?.text).toContain("DTSTART:20261203T173000Z");
  });

  it("une page fermée ou sans texte d’accord ne reçoit rien", async () => {
    expect(await intake.apply()).toMatchObject({ code: "application.closed", kind: "missing" });
    await intake.open();
    await tenant.run((tx) => sql`update parcours.intake set open = false`.execute(tx));
    expect(await intake.apply()).toMatchObject({ code: "application.closed" });
    expect(await intake.candidates()).toEqual([]);
  });

  it("ce qui manque est dit champ par champ", async () => {
    await intake.open();
    const refused = await intake.apply({
      firstName: " ",
      email: "pas une adresse",
      consent: "",
      birthDate: "hier",
      trade: "pirate",
    });
    expect(refused).toMatchObject({
      code: "input.invalid",
      fields: {
        firstName: "field.required",
        email: "field.email",
        consent: "application.consentNeeded",
        birthDate: "field.day",
        trade: "field.choose",
      },
    });
  });

  it("une réunion pleine, passée, non publiée, annulée ou d’ailleurs ne se choisit pas, et rien n’est gardé", async () => {
    await intake.open();
    const full = await intake.meeting({ seats: "1" });
    await intake.apply({ email: "premier@exemple.example", meetingId: full.meetingId });
    expect(await intake.apply({ meetingId: full.meetingId })).toMatchObject({
      code: "informationMeeting.full",
      field: "meetingId",
    });
    const hidden = await intake.meeting({ published: "" });
    const over = await intake.meeting({ heldOn: "2026-11-27", startsAt: "10h" });
    const elsewhere = await freshTenant();
    const other = intakeOfTests(elsewhere, await elsewhere.person({ roles: ["direction"] }));
    for (const { meetingId } of [hidden, over, await other.meeting({ heldOn: "2026-12-24" })]) {
      expect(await intake.apply({ meetingId })).toMatchObject({ code: "informationMeeting.gone" });
    }
    expect(await intake.candidates()).toHaveLength(1);
    expect(await intake.mails()).toHaveLength(1);
  });

  it("deux demandes à la dernière place : une seule la prend", async () => {
    await intake.open();
    const { meetingId } = await intake.meeting({ seats: "1" });
    const answers = await Promise.all(
      ["a", "b", "c"].map((name) => intake.apply({ email: `${name}@exemple.example`, meetingId })),
    );
    expect(answers.filter((answer) => "received" in answer)).toHaveLength(1);
  });
});

describe("La même adresse deux fois", () => {
  it("même réponse, une seule candidature : ce qui manquait est complété, ce qui diffère est gardé à côté", async () => {
    await intake.open();
    const first = await intake.apply({ city: "Brest" });
    tenant.setNow("2026-12-01T10:00:00.000Z");
    const again = await intake.apply({
      email: "NOLWENN@exemple.example",
      city: "Morlaix",
      project: "Vélos",
      phone: "",
    });
    expect(again).toEqual(first);
    const candidates = await intake.candidates();
    expect(candidates).toMatchObject([
      { city: "Brest", project: "Vélos", phone: "06 12 34 56 78", last_contact_at: "2026-12-01T10:00:00.000Z" },
    ]);
    expect(await intake.events()).toEqual(["applied received", "appliedAgain"]);
    const { rows } = await tenant.run((tx) =>
      sql<{ details: unknown }>`select details from parcours.candidate_event where kind = 'appliedAgain'`.execute(tx),
    );
    expect(rows[0]?.details).toMatchObject({ left: { city: "Morlaix" } });
  });

  it("une candidature terminée ne se rouvre pas de dehors : une autre commence", async () => {
    await intake.open();
    await intake.apply();
    await intake.publicly(withdrawApplication, { linkId: await intake.linkId() });
    expect(await intake.apply()).toEqual({ received: true });
    expect((await intake.candidates()).map(({ status }) => status).sort()).toEqual(["abandoned", "received"]);
  });
});

describe("Trop de demandes", () => {
  it("une même adresse d’ordinateur en fait douze en une heure, puis attend ; une autre passe ; l’heure d’après, elle repasse", async () => {
    await intake.open();
    for (let turn = 0; turn < 12; turn++) {
      expect(await intake.apply({ email: `n${turn}@exemple.example` })).toEqual({ received: true });
    }
    expect(await intake.apply()).toMatchObject({ code: "application.tooMany", kind: "conflict" });
    expect(await intake.apply({ sender: "somebody else" })).toEqual({ received: true });
    tenant.setNow("2026-11-27T11:00:00.001Z");
    expect(await intake.apply()).toEqual({ received: true });
    tenant.setNow("2026-11-29T11:00:00.000Z");
    await intake.apply();
    const { rows } = await tenant.run((tx) => sql`select 1 from parcours.submission`.execute(tx));
    expect(rows).toHaveLength(1);
  });
});

describe("Par son propre lien", () => {
  beforeEach(async () => {
    await intake.open();
    await intake.apply();
  });

  it("on complète sa candidature, et ce qu’on avait écrit reste dans la trace", async () => {
    const linkId = await intake.linkId();
    const told = { linkId, firstName: "Nolwenn", lastName: "Le Goff-Riou", city: "Brest" };
    expect(await intake.publicly(completeApplication, told)).toEqual({ saved: true });
    expect(await intake.candidates()).toMatchObject([
      { last_name: "Le Goff-Riou", city: "Brest", email: "nolwenn@exemple.example" },
    ]);
    const { rows } = await tenant.run((tx) =>
      sql<{ details: unknown }>`select details from parcours.candidate_event where kind = 'completed'`.execute(tx),
    );
    expect(rows).toEqual([{ details: { before: { lastName: "Le Goff" } } }]);
  });

  it("on change de réunion, puis on rend sa place : l’état suit", async () => {
    const linkId = await intake.linkId();
    const one = await intake.meeting({ seats: "1" });
    const two = await intake.meeting({ heldOn: "2026-12-10" });
    const change = (meetingId: string) => intake.publicly(changeRegistration, { linkId, meetingId });
    await intake.done(change(one.meetingId));
    await intake.done(change(two.meetingId));
    // The seat that was given back is free for somebody else.
    await intake.done(intake.apply({ email: "zoe@exemple.example", meetingId: one.meetingId }));
    expect((await intake.candidates())[0]?.status).toBe("invited");
    tenant.setNow("2026-11-28T10:00:00.000Z");
    await intake.done(change(""));
    expect((await intake.candidates())[0]?.status).toBe("received");
    expect((await intake.mails()).at(-1)?.body).toContain("Aucune place ne vous est plus réservée.");
  });

  it("un lien inventé, d’ailleurs, ou trop vieux n’ouvre rien ; une candidature terminée ne change plus", async () => {
    const linkId = await intake.linkId();
    const told = { firstName: "X", lastName: "Y" };
    const complete = (one: string) => intake.publicly(completeApplication, { ...told, linkId: one });
    expect(await complete(tenant.newId())).toMatchObject({ code: "application.linkEnded" });
    const elsewhere = await freshTenant({ now: NOW });
    const other = intakeOfTests(elsewhere, await elsewhere.person({ roles: ["direction"] }));
    await other.open();
    expect(await other.publicly(completeApplication, { ...told, linkId })).toMatchObject({
      code: "application.linkEnded",
    });
    tenant.setNow("2027-03-27T10:00:00.000Z");
    expect(await complete(linkId)).toMatchObject({ code: "application.linkEnded" });
    tenant.setNow("2027-03-27T09:59:59.999Z");
    expect(await intake.publicly(withdrawApplication, { linkId })).toEqual({ withdrawn: true });
    expect(await complete(linkId)).toMatchObject({ code: "application.over" });
  });

  it("rien de gardé n’ouvre la page : l’adresse s’écrit quand le message part, et ne s’ouvre que chez elle", async () => {
    const linkId = await intake.linkId();
    const tokens = sealedTokens("the secret of an instance");
    const app = { tokens, settings: { publicUrl: "https://essaim.example" } as App["settings"] };
    const body = (await intake.mails()).at(-1)?.body ?? "";
    const place = { organizationId: tenant.organizationId, now: tenant.host.clock() };
    const leaves = (subjectKind: string) =>
      tenant.run((tx) => candidateLinkInMail(app, { ...place, tx }, { body, subjectKind }));
    const token = /rejoindre\/suivi\/([\w-]{86})\n/.exec(await leaves("parcours.candidate"))?.[1];
    expect(linkOf(app, tenant.organizationId, token)).toBe(linkId);
    expect(linkOf(app, tenant.newId(), token)).toBeNull();
    expect(linkOf({ tokens: sealedTokens("another") }, tenant.organizationId, token)).toBeNull();
    expect(linkOf(app, tenant.organizationId, tokens.make("other", tenant.organizationId, linkId))).toBeNull();
    expect(await leaves("sales.invoice")).toBe(body);
  });

  it("la base elle-même refuse que ce qui est arrivé change, ou qu’un accord soit réécrit", async () => {
    const change = (statement: ReturnType<typeof sql>) => tenant.run((tx) => statement.execute(tx));
    await expect(change(sql`update parcours.candidate_event set kind = 'refused'`)).rejects.toThrow(
      /permission denied|never edited/,
    );
    await expect(change(sql`delete from parcours.candidate_event`)).rejects.toThrow(/permission denied/);
    await expect(change(sql`update parcours.consent_text set french = 'autre'`)).rejects.toThrow(/permission denied/);
    await expect(change(sql`delete from parcours.candidate`)).rejects.toThrow(/permission denied/);
  });
});
