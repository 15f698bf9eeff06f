import { sql } from "kysely";
import pino from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { type Command, execute } from "#platform/command.ts";
import { MAIL_REQUESTED, mailHandler } from "#platform/mail/mail.ts";
import { startDrainer } from "#platform/outbox/drain.ts";
import { testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { accompanimentEffects } from "../effects.job.ts";
import { addFundedAction, archiveFundedAction, saveAccompanimentSettings } from "../setup/set-up.command.ts";
import { addTask, finishTask } from "../task/task.command.ts";
import type { AppointmentId } from "./appointment.ts";
import { askToMoveAppointment, cancelAppointment } from "./end-appointment.command.ts";
import { holdAppointment } from "./hold-appointment.command.ts";
import { lastNotes, noteVersions, sharedNotes } from "./note.store.ts";
import { planAppointment, updateAppointment } from "./plan-appointment.command.ts";

let tenant: TestTenant;
let karim: TestPerson;
let samira: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-27T09:00:00.000Z" });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
});

const MEETING = { day: "2026-12-01", time: "14:30", minutes: "60", mode: "onSite", nature: "interview" };

function run<Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown, key?: string) {
  return execute(tenant.host, who.caller, command, input, key === undefined ? {} : { idempotencyKey: key });
}
const plan = (who: TestPerson, changes: Record<string, unknown> = {}) =>
  run(who, planAppointment, { personIds: [samira.personId], ...MEETING, ...changes });
async function planned(changes: Record<string, unknown> = {}): Promise<AppointmentId> {
  const answer = await plan(karim, changes);
  if ("refused" in answer) throw new Error(answer.code);
  return answer.appointmentId;
}
const NOTES = { shared: "Relancer les devis", team: "Fatigue", mine: "Penser à Lucie" };
const hold = (who: TestPerson, appointmentId: string, changes: Record<string, unknown> = {}) =>
  run(who, holdAppointment, { appointmentId, minutes: "50", notes: NOTES, ...changes });
const rows = async (query: ReturnType<typeof sql>) =>
  (await tenant.run((tx) => query.execute(tx))).rows as Record<string, unknown>[];

describe("Donner rendez-vous", () => {
  it("à l’heure de la coopérative, avec trace et événement ; un second clic n’en donne pas deux", async () => {
    const given = { personIds: [samira.personId], ...MEETING };
    const first = await run(karim, planAppointment, given, "une-cle-de-page");
    expect(await run(karim, planAppointment, given, "une-cle-de-page")).toEqual(first);
    expect(await rows(sql`select status, starts_at from accompaniment.appointment`)).toEqual([
      { status: "planned", starts_at: "2026-12-01T13:30:00.000Z" },
    ]);
    expect(await rows(sql`select kind from accompaniment.appointment_event`)).toEqual([{ kind: "plan" }]);
    expect(await rows(sql`select action from platform.audit where action like 'accompaniment.%'`)).toHaveLength(1);
  });

  it("n’appartient qu’à l’équipe d’appui, dans son périmètre, entre personnes d’ici", async () => {
    expect(await plan(samira)).toMatchObject({ code: "appointment.notAllowed" });
    for (const role of ["payroll", "accountant"] as const) {
      expect(await plan(await tenant.person({ roles: [role] }))).toMatchObject({ code: "appointment.notAllowed" });
    }
    const lucie = await tenant.person({ roles: ["accompagnateur"] });
    await tenant.run((tx) =>
      sql`update membership.role_grant set followed_only = true where person_id = ${lucie.personId}`.execute(tx),
    );
    expect(await plan(lucie)).toMatchObject({ code: "appointment.personMissing" });
    await tenant.run((tx) =>
      sql`update membership.person set follower_id = ${lucie.personId} where id = ${samira.personId}`.execute(tx),
    );
    expect(await plan(lucie)).toHaveProperty("appointmentId");
    const stranger = await (await freshTenant()).person();
    expect(await plan(karim, { personIds: [stranger.personId] })).toMatchObject({ code: "appointment.personMissing" });
    expect(await plan(karim, { adviserIds: [samira.personId] })).toMatchObject({ code: "appointment.withOneself" });
    expect(await plan(karim, { adviserIds: [stranger.personId] })).toMatchObject({
      code: "appointment.adviserMissing",
    });
    expect(await plan(karim, { activityId: tenant.newId() })).toMatchObject({ code: "appointment.activityMissing" });
    expect(await plan(karim, { fundedActionId: tenant.newId() })).toMatchObject({ code: "appointment.actionMissing" });
    expect(await plan(karim, { time: "25h" })).toMatchObject({ fields: { time: "field.time" } });
  });

  it("se déplace tant qu’il est à venir ; une version d’avant est refusée", async () => {
    const appointmentId = await planned();
    const move = (version: number) =>
      run(karim, updateAppointment, { appointmentId, version, ...MEETING, day: "2026-12-02" });
    expect(await run(samira, updateAppointment, { appointmentId, version: 1, ...MEETING })).toMatchObject({
      code: "appointment.notAllowed",
    });
    tenant.setNow("2026-11-27T09:01:00.000Z");
    expect(await move(1)).toEqual({ appointmentId });
    expect(await move(1)).toMatchObject({ code: "appointment.changed" });
    expect(await rows(sql`select kind from accompaniment.appointment_event order by at, id`)).toEqual([
      { kind: "plan" },
      { kind: "move" },
    ]);
  });

  it("chacun est prévenu une fois, avec le fichier pour son agenda et sans aucune note", async () => {
    await planned();
    const { app, database } = await testApp();
    Object.assign(app, { clock: tenant.host.clock, wake: () => {} });
    const jobs = database.pool("jobs");
    const sent = new Map<string, number>();
    const mail = mailHandler(app.database, app.files, {
      ...{ smtpUrl: null, from: "essaim@essaim.example", now: app.clock },
      outgoingDirectory: `${(await import("node:os")).tmpdir()}/essaim-appointment-mail`,
    });
    const [[told, handlers]] = accompanimentEffects(app) as [[string, (typeof mail)[]]];
    const twice = async (event: Parameters<typeof mail>[0]) => {
      for (const handle of handlers) await handle(event);
      for (const handle of handlers) await handle(event);
      sent.set(event.id, (sent.get(event.id) ?? 0) + 1);
    };
    const drainer = startDrainer(
      jobs,
      new Map([
        [told, [twice]],
        [MAIL_REQUESTED, [mail]],
      ]),
      pino({ level: "silent" }),
    );
    await drainer.idle();
    await drainer.stop();
    await jobs.end();
    const mails = await rows(sql`select recipient, subject, body, attachments, status from platform.mail`);
    expect(mails).toHaveLength(1);
    const [only] = mails;
    expect(only).toMatchObject({
      recipient: `${samira.personId}@etabli.example`,
      subject: "Rendez-vous le mardi 1er décembre 2026 à 14\u00a0h\u00a030",
      status: "kept",
    });
    const [attachment] = (only?.attachments ?? []) as { hash: string; name: string }[];
    expect(attachment?.name).toBe("rendez-vous.ics");
    const file = new TextDecoder().decode((await app.files.get(attachment?.hash ?? "")) ?? new Uint8Array());
    expect(file).toContain("DTSTART:20261201T133000Z\r\n");
  });
});

describe("Ce qui s’y est dit", () => {
  it("se garde une fois l’heure venue : présence, durée, notes par degrés, prochaines étapes", async () => {
    const appointmentId = await planned();
    const steps = [{ title: "Envoyer le devis", assigneeId: samira.personId, dueOn: "2026-12-15" }];
    expect(await hold(karim, appointmentId, { steps })).toMatchObject({ code: "appointment.notYet" });
    tenant.setNow("2026-12-01T15:00:00.000Z");
    expect(await hold(samira, appointmentId)).toMatchObject({ code: "appointment.notAllowed" });
    const attendance = { [samira.personId]: "excused" };
    expect(await hold(karim, appointmentId, { steps, attendance })).toEqual({ appointmentId });
    expect(await rows(sql`select status, minutes from accompaniment.appointment`)).toEqual([
      { status: "held", minutes: 50 },
    ]);
    expect(await rows(sql`select part, attendance from accompaniment.appointment_party order by part`)).toEqual([
      { part: "adviser", attendance: "present" },
      { part: "person", attendance: "excused" },
    ]);
    expect(await rows(sql`select title, due_on, assignee_id from accompaniment.task`)).toEqual([
      { title: "Envoyer le devis", due_on: "2026-12-15", assignee_id: samira.personId },
    ]);
    const other = await tenant.person();
    const alien = [{ title: "x", assigneeId: other.personId, dueOn: "" }];
    expect(await hold(karim, appointmentId, { steps: alien })).toMatchObject({ code: "appointment.assigneeMissing" });
  });

  it("chaque correction est une version de plus ; mes notes ne sont lues que de moi", async () => {
    const appointmentId = await planned();
    tenant.setNow("2026-12-01T15:00:00.000Z");
    const lucie = await tenant.person({ roles: ["direction"] });
    await hold(karim, appointmentId);
    await hold(lucie, appointmentId, {
      notes: { ...NOTES, shared: "Relancer les devis de mars", mine: "À moi" },
      seen: { shared: 1, team: 1 },
    });
    const read = (who: TestPerson) =>
      tenant.run((tx) => noteVersions(tx, tenant.organizationId, appointmentId, who.personId));
    expect((await read(karim)).map(({ privacy, version, body }) => `${privacy} ${version} ${body}`).sort()).toEqual([
      "mine 1 Penser à Lucie",
      "shared 1 Relancer les devis",
      "shared 2 Relancer les devis de mars",
      "team 1 Fatigue",
    ]);
    expect((await read(lucie)).filter(({ privacy }) => privacy === "mine").map(({ body }) => body)).toEqual(["À moi"]);
    const last = await tenant.run((tx) => lastNotes(tx, tenant.organizationId, appointmentId, karim.personId));
    expect(last.get("shared")?.version).toBe(2);
    const shared = await tenant.run((tx) => sharedNotes(tx, tenant.organizationId, [appointmentId]));
    expect(shared.get(appointmentId)?.body).toBe("Relancer les devis de mars");
    // Karim has the page of before on screen: what Lucie wrote is not lost.
    expect(
      await hold(karim, appointmentId, { notes: { ...NOTES, shared: "Autre" }, seen: { shared: 1, team: 1 } }),
    ).toMatchObject({
      code: "appointment.noteChanged",
    });
    const refused = (statement: ReturnType<typeof sql>) => tenant.run((tx) => statement.execute(tx));
    await expect(refused(sql`update accompaniment.appointment_note set body = 'x'`)).rejects.toThrow();
    await expect(refused(sql`delete from accompaniment.appointment_event`)).rejects.toThrow();
    await expect(refused(sql`update accompaniment.appointment set status = 'planned'`)).rejects.toThrow(
      /does not begin/,
    );
  });
});

describe("Annuler, demander à déplacer", () => {
  it("la personne annule ce qui est à venir, avec sa raison ; ce qui est passé, elle n’y touche pas", async () => {
    const appointmentId = await planned();
    const cancel = (who: TestPerson, id = appointmentId, reason = "Malade") =>
      run(who, cancelAppointment, { appointmentId: id, reason });
    expect(await cancel(samira, appointmentId, "")).toMatchObject({ fields: { reason: "field.required" } });
    expect(await cancel(await tenant.person())).toMatchObject({ code: "appointment.missing" });
    expect(await run(samira, askToMoveAppointment, { appointmentId, reason: "Jeudi ?" })).toEqual({ appointmentId });
    tenant.setNow("2026-11-27T09:01:00.000Z");
    expect(await cancel(samira)).toEqual({ appointmentId });
    expect(await cancel(karim)).toMatchObject({ code: "appointment.cancelledAlready" });
    expect(await run(samira, askToMoveAppointment, { appointmentId, reason: "x" })).toMatchObject({
      code: "appointment.over",
    });
    expect(
      await rows(sql`select kind, reason, by from accompaniment.appointment_event where reason <> '' order by at, id`),
    ).toEqual([
      { kind: "askToMove", reason: "Jeudi ?", by: samira.personId },
      { kind: "cancel", reason: "Malade", by: samira.personId },
    ]);
    const second = await planned();
    tenant.setNow("2026-12-01T15:00:00.000Z");
    expect(await cancel(samira, second)).toMatchObject({ code: "appointment.tooLate" });
    expect(await hold(karim, second)).toEqual({ appointmentId: second });
    // Recorded as held by mistake: cancelled, and it stays so.
    expect(await cancel(karim, second, "Erreur")).toEqual({ appointmentId: second });
    expect(await hold(karim, second)).toMatchObject({ code: "appointment.cancelledAlready" });
  });

  it("ailleurs, il n’existe pas", async () => {
    const appointmentId = await planned();
    const elsewhere = await freshTenant();
    const director = await elsewhere.person({ roles: ["direction"] });
    const answer = await execute(elsewhere.host, director.caller, cancelAppointment, { appointmentId, reason: "x" });
    expect(answer).toMatchObject({ code: "appointment.missing" });
  });
});

describe("Les prochaines étapes", () => {
  it("se notent hors rendez-vous, se finissent, se remettent à faire ; les mots ne changent pas", async () => {
    const input = { personId: samira.personId, assigneeId: samira.personId, title: "Apporter le bilan", dueOn: "" };
    expect(await run(samira, addTask, input)).toMatchObject({ code: "task.notAllowed" });
    expect(await run(karim, addTask, { ...input, assigneeId: (await tenant.person()).personId })).toMatchObject({
      code: "task.assignee",
    });
    const { taskId } = (await run(karim, addTask, input)) as { taskId: string };
    expect(await run(await tenant.person(), finishTask, { taskId })).toMatchObject({ code: "task.missing" });
    expect(await run(samira, finishTask, { taskId })).toEqual({ taskId });
    expect(await rows(sql`select done_by from accompaniment.task`)).toEqual([{ done_by: samira.personId }]);
    expect(await run(karim, finishTask, { taskId, undone: "oui" })).toEqual({ taskId });
    expect(await rows(sql`select done_by from accompaniment.task`)).toEqual([{ done_by: null }]);
    await expect(tenant.run((tx) => sql`update accompaniment.task set title = 'x'`.execute(tx))).rejects.toThrow();
  });
});

describe("Les réglages", () => {
  it("la direction choisit ; deux pages ouvertes ne s’écrasent pas ; une action retirée revient", async () => {
    const chief = await tenant.person({ roles: ["direction"] });
    const save = (who: TestPerson, version: number) =>
      run(who, saveAccompanimentSettings, { version, monthsWithoutAppointment: "2", weeksWithoutInvoice: "6" });
    expect(await save(karim, 0)).toMatchObject({ code: "support.notAllowed" });
    expect(await save(chief, 0)).toEqual({ version: 1 });
    expect(await save(chief, 0)).toMatchObject({ code: "support.changed" });
    expect(await save(chief, 1)).toEqual({ version: 2 });
    const added = (await run(chief, addFundedAction, { name: "FSE 2026" })) as { fundedActionId: string };
    expect(await run(chief, addFundedAction, { name: "fse 2026" })).toMatchObject({ code: "fundedAction.taken" });
    expect(await run(chief, archiveFundedAction, { ...added, restored: "" })).toEqual(added);
    expect(await run(chief, archiveFundedAction, { fundedActionId: tenant.newId() })).toMatchObject({
      code: "fundedAction.missing",
    });
    expect(await run(chief, archiveFundedAction, { ...added, restored: "oui" })).toEqual(added);
    expect(await plan(karim, added)).toHaveProperty("appointmentId");
  });
});
