import { sql } from "kysely";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { restorePerson } from "#modules/membership/person/archive-person.command.ts";
import { saveSensitive } from "#modules/parcours/sensitive/save-sensitive.command.ts";
import { execute } from "#platform/command.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { businessTables } from "../../../testing/catalogue/schema-faults.ts";
import { runRetention } from "../retention/run-retention.job.ts";
import { ACCOUNT_RELEASED, FILES_RELEASED } from "../retention/run-retention.store.ts";
import { answerErasure } from "./answer-erasure.command.ts";
import { askErasure, withdrawErasure } from "./ask-erasure.command.ts";
import { carryOutErasure, eraseCandidate } from "./carry-out-erasure.command.ts";
import { heldOf, openRequests, requestsOf } from "./erasure.store.ts";
import { planOf } from "./erasure.ts";
import { type Planted, plant, WORD } from "./planted.fixture.ts";
import { releaseAccount, releaseFiles } from "./release.job.ts";

let tenant: TestTenant;
let chief: TestPerson;
let staff: TestPerson;
let count = 0;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2020-01-15T10:00:00.000Z" });
  chief = await tenant.person({ roles: ["administrator"] });
  staff = await tenant.person({ roles: ["accompagnateur"] });
});

/** Everywhere in the database where a word stands, in the rows of the cooperative: each column, whatever its type. */
async function whereIs(word: string): Promise<string[]> {
  const client = new pg.Client(tenant.database.admin);
  await client.connect();
  try {
    const found: string[] = [];
    for (const table of await businessTables(client)) {
      const { rows } = await client.query<{ column: string; n: string }>(
        `select j.key as column, count(*) as n from ${table} t, jsonb_each_text(to_jsonb(t)) j
          where t.organization_id = $1 and j.value ilike '%' || $2 || '%' group by j.key`,
        [tenant.organizationId, word],
      );
      found.push(...rows.map(({ column, n }) => `${table}.${column} (${n})`));
    }
    return found;
  } finally {
    await client.end();
  }
}

async function planted(): Promise<Planted & { files: [string, string, string] }> {
  count += 1;
  const { app } = await testApp();
  const put = (name: string) => app.files.put(Buffer.from(`%PDF ${name} ${count} ${process.pid}`));
  const files: [string, string, string] = [await put("docx"), await put("pdf"), await put("piece")];
  const email = `zyx-${process.pid}-${count}@exemple.example`;
  const userId = await app.identity.ensureUser({ email, name: WORD, password: "une phrase assez longue" });
  return { ...(await plant(tenant, staff.personId, { userId, files })), files };
}

const ask = (personId: PersonId, who = chief) =>
  execute(tenant.host, who.caller, askErasure, { personId, askedOn: "" });
const carryOut = (personId: PersonId, who = chief, options = {}) =>
  execute(tenant.host, who.caller, carryOutErasure, { personId }, options);
const events = (event: string) =>
  tenant.run(async (tx) => {
    const { rows } = await sql<OutboxEvent>`select organization_id as "organizationId", id, event, payload, attempts
      from platform.outbox where event = ${event}`.execute(tx);
    return rows;
  });

describe("Effacer ce qu’on sait de quelqu’un", () => {
  it("le mot planté est partout ; une fois la loi passée, plus nulle part, et les comptes restent entiers", async () => {
    const { personId, files, userId } = await planted();
    const before = await whereIs(WORD);
    expect(before.length).toBeGreaterThan(45);
    expect(before).toContain("membership.known_holding.value (6)");
    await execute(tenant.host, (await tenant.person({ roles: ["payroll"] })).caller, saveSensitive, {
      ...{ personId, version: 0, nir: "2 55 08 14 168 025 38" },
    });
    tenant.setNow("2026-07-02T10:00:00.000Z");
    await ask(personId);
    expect(await carryOut(personId)).toEqual({ erased: 6, kept: 0 });
    // What is forgotten by age only.
    expect(await whereIs(WORD)).toEqual([
      "platform.file.name (3)",
      "platform.idempotency.output (1)",
      "platform.outbox.payload (1)",
    ]);
    const { app } = await testApp();
    for (const event of await events(FILES_RELEASED)) await releaseFiles(app, event);
    for (const event of await events(FILES_RELEASED)) await releaseFiles(app, event);
    for (const hash of files) expect(await app.files.get(hash)).toBeNull();
    await runRetention({ ...app, database: tenant.host.database, clock: tenant.host.clock }, tenant);
    expect(await whereIs(WORD)).toEqual([]);
    // Who was there, when, under which trade name: without a person’s name.
    expect(await whereIs("Enseigne gardée")).toEqual(["membership.activity.name (1)"]);
    const { rows } = await tenant.run((tx) =>
      sql`select (select count(*)::int from membership.contract where person_id = ${personId}) as contracts,
          (select count(*)::int from parcours.sensitive where person_id = ${personId}) as sensitive,
          (select method from accompaniment.session_signature where person_id = ${personId}) as signature,
          (select value from membership.fact where person_id = ${personId} and dimension = 'contract') as contract`.execute(
        tx,
      ),
    );
    expect(rows[0]).toEqual({ contracts: 1, sensitive: 0, signature: "erased", contract: "cesa" });

    const who = await new pg.Client(tenant.database.admin);
    await who.connect();
    const user = () => who.query('select 1 from auth."user" where id = $1', [userId]).then(({ rowCount }) => rowCount);
    expect(await user()).toBe(1);
    for (const event of await events(ACCOUNT_RELEASED)) await releaseAccount(app, event);
    expect(await user()).toBe(0);
    await who.end();
  });

  it("avant la loi, part ce que rien ne garde, et le reste à son jour, sans être redemandé", async () => {
    const { personId } = await planted();
    tenant.setNow("2020-07-01T10:00:00.000Z");
    await ask(personId);
    expect(await carryOut(personId)).toEqual({ erased: 2, kept: 3 });
    const left = await whereIs(WORD);
    expect(left.some((place) => place.startsWith("documents.document"))).toBe(true);
    expect(left.some((place) => /appointment_note|candidate\.|task/.test(place))).toBe(false);
    const held = () =>
      tenant.run((tx) => heldOf(tx, tenant.organizationId, personId, toDay("2020-07-01"))).then((state) => state?.held);
    expect(await held()).toEqual(["attendance", "papers", "identity"]);
    const morning = async (day: string) => {
      tenant.setNow(`${day}T07:00:00.000Z`);
      await runRetention(
        { ...(await testApp()).app, database: tenant.host.database, clock: tenant.host.clock },
        tenant,
      );
    };
    // Six years by the rule, three by the law: who asked waits three.
    await morning("2023-06-30");
    expect(await held()).toContain("attendance");
    await morning("2023-07-01");
    expect(await held()).toEqual(["papers", "identity"]);
    await morning("2025-06-30");
    expect(await held()).toEqual(["papers", "identity"]);
    await morning("2025-07-01");
    expect(await held()).toEqual([]);
  });

  it("l’aperçu dit la même chose que l’acte", () => {
    const plan = planOf(toDay("2020-06-30"), ["notes", "papers", "identity"], toDay("2020-07-01"));
    expect(plan.map(({ category, state, on }) => [category, state, on])).toEqual([
      ["notes", "now", "2020-07-01"],
      ["papers", "later", "2025-07-01"],
      ["identity", "later", "2025-07-01"],
    ]);
    expect(planOf(null, ["notes"], toDay("2020-07-01"))).toEqual([{ category: "notes", state: "later", on: null }]);
  });

  it("une note prise avec quelqu’un qui reste est gardée, et le dit", async () => {
    const { personId } = await planted();
    const activity = await tenant.activity();
    const other = await tenant.person({ activities: [activity] });
    await tenant.run((tx) =>
      sql`insert into accompaniment.appointment_party (organization_id, appointment_id, person_id, part)
        select ${tenant.organizationId}, appointment_id, ${other.personId}, 'person' from accompaniment.appointment_party
         where person_id = ${personId}`.execute(tx),
    );
    tenant.setNow("2026-07-02T10:00:00.000Z");
    await ask(personId);
    await carryOut(personId);
    expect(await whereIs(WORD)).toContain("accompaniment.appointment_note.body (3)");
  });
});

describe("La demande", () => {
  it("la personne la fait et la retire ; la direction la traite ; personne d’autre", async () => {
    const samira = await tenant.person();
    expect(await ask(samira.personId, staff)).toMatchObject({ code: "erasure.personMissing" });
    expect(await ask(samira.personId, samira)).toEqual({ personId: samira.personId });
    expect(await ask(samira.personId, samira)).toMatchObject({ code: "erasure.asked" });
    expect(await tenant.run((tx) => openRequests(tx, tenant.organizationId))).toBe(1);
    expect(await carryOut(samira.personId, samira)).toMatchObject({ kind: "missing" });
    expect(await execute(tenant.host, samira.caller, withdrawErasure, { personId: samira.personId })).toEqual({
      personId: samira.personId,
    });
    expect(await execute(tenant.host, samira.caller, withdrawErasure, { personId: samira.personId })).toMatchObject({
      code: "erasure.notAsked",
    });
    const other = await freshTenant();
    expect(await other.run((tx) => requestsOf(tx, other.organizationId, null))).toEqual([]);
  });

  it("à qui est encore là, la coopérative répond que tout est gardé et pourquoi ; la demande est close, une autre se fera", async () => {
    const activity = await tenant.activity();
    const { personId, caller } = await tenant.person({ activities: [activity] });
    const keep = (answer: string, who = chief) => execute(tenant.host, who.caller, answerErasure, { personId, answer });
    expect(await keep("Trop tôt.")).toMatchObject({ code: "erasure.notAsked" });
    await execute(tenant.host, caller, askErasure, { personId, askedOn: "" });
    expect(await keep("")).toMatchObject({ fields: { answer: "field.required" } });
    expect(await keep("Non.", staff)).toMatchObject({ code: "erasure.personMissing" });
    const answer = "Votre contrat court : nous gardons ce qu’il demande.";
    expect(await keep(answer)).toEqual({ personId });
    const [closed] = await tenant.run((tx) => requestsOf(tx, tenant.organizationId, personId));
    expect(closed).toMatchObject({ outcome: "kept", answer });
    const { rows } = await tenant.run((tx) =>
      sql`select topic from notification.notice where person_id = ${personId}`.execute(tx),
    );
    expect(rows).toEqual([{ topic: "privacy.request.answered" }]);
    expect(await keep(answer)).toMatchObject({ code: "erasure.notAsked" });
    expect(await execute(tenant.host, caller, askErasure, { personId, askedOn: "" })).toEqual({ personId });
    // Nothing was promised for the day they leave: an answer is no erasure to come.
    const gone = await planted();
    await execute(tenant.host, chief.caller, askErasure, { personId: gone.personId, askedOn: "" });
    tenant.setNow("2026-07-02T10:00:00.000Z");
    expect(await execute(tenant.host, chief.caller, answerErasure, { personId: gone.personId, answer })).toMatchObject({
      code: "erasure.hasLeft",
    });
    await expect(
      tenant.run((tx) => sql`update privacy.erasure_request set answer = 'Autre' where outcome = 'kept'`.execute(tx)),
    ).rejects.toThrow("closed once");
  });

  it("rien ne part de qui est là, de qui n’a rien demandé, ni deux fois ; une demande n’est pas de demain", async () => {
    const activity = await tenant.activity();
    const here = await tenant.person({ activities: [activity] });
    await ask(here.personId);
    expect(await carryOut(here.personId)).toMatchObject({ code: "erasure.stillHere" });
    const { personId } = await planted();
    tenant.setNow("2026-07-02T10:00:00.000Z");
    expect(await carryOut(personId)).toMatchObject({ code: "erasure.notAsked" });
    const later = { personId, askedOn: "2026-07-03" };
    expect(await execute(tenant.host, chief.caller, askErasure, later)).toMatchObject({ code: "erasure.askedLater" });
    await ask(personId);
    const options = { idempotencyKey: "une-cle-d-effacement" };
    expect(await carryOut(personId, chief, options)).toEqual(await carryOut(personId, chief, options));
    expect(await carryOut(personId)).toMatchObject({ code: "erasure.already" });
    expect(await ask(personId)).toMatchObject({ code: "erasure.already" });
    expect(await execute(tenant.host, chief.caller, restorePerson, { personId })).toMatchObject({
      code: "person.erased",
    });
  });
});

describe("Une candidature", () => {
  it("qui n’a pas rejoint est oubliée à sa demande, avec ce qui y fut fusionné ; devenue une personne, par sa fiche", async () => {
    const { candidateId } = await planted();
    const erase = (id: string, who = chief) => execute(tenant.host, who.caller, eraseCandidate, { candidateId: id });
    expect(await erase(candidateId)).toMatchObject({ code: "erasure.joined" });
    const [kept, merged] = [tenant.newId(), tenant.newId()];
    await tenant.run(async (tx) => {
      for (const [id, into] of [
        [kept, null],
        [merged, kept],
      ] as const) {
        await sql`insert into parcours.candidate (organization_id, id, status, source, first_name, last_name, email, message,
            language, created_at, last_contact_at, merged_into)
          values (${tenant.organizationId}, ${id}, 'received', 'form', 'Autremot', 'X', 'a@autremot.example', 'Autremot', 'fr', now(),
            now(), ${into})`.execute(tx);
      }
      await sql`insert into parcours.candidate_event (organization_id, id, candidate_id, kind, details, at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${merged}, 'received', '{"said": "Autremot"}', now())`.execute(
        tx,
      );
    });
    expect(await erase(kept, staff)).toMatchObject({ code: "erasure.candidateMissing" });
    expect(await erase(kept)).toEqual({ candidateId: kept });
    expect(await whereIs("Autremot")).toEqual([]);
    expect(await erase(kept)).toMatchObject({ code: "erasure.already" });
    expect(await erase(tenant.newId())).toMatchObject({ code: "erasure.candidateMissing" });
  });
});
