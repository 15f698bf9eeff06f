import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { holdAppointment } from "../appointment/hold-appointment.command.ts";
import { addFundedAction } from "../setup/set-up.command.ts";
import { guessAppointmentColumns, readAppointmentCell, readMinutes, readTime, sameName } from "./appointment-sheet.ts";
import { importAppointments } from "./import-appointments.command.ts";
import { undoAppointments } from "./undo-appointments.command.ts";

const COLUMNS = [
  "email",
  "day",
  "time",
  "minutes",
  "nature",
  "subject",
  "status",
  "attendance",
  "shared",
  "fundedAction",
];

let tenant: TestTenant;
let karim: TestPerson;
let samira: TestPerson;

async function start() {
  tenant = await freshTenant({ now: "2026-06-15T09:00:00.000Z" });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  samira = await tenant.person();
}
beforeEach(start);

const email = () => `${samira.personId}@etabli.example`;
const PAST = () => [
  email(),
  "2026-05-04",
  "14:30",
  "60",
  "interview",
  "Prix",
  "",
  "présente",
  "Relancer les devis",
  "",
];
const COMING = () => [email(), "2026-07-06", "9h", "", "", "", "", "", "", ""];

function run<Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown, options = {}) {
  return execute(tenant.host, who.caller, command, input, options);
}
type More = { who?: TestPerson; key?: string; allOrNothing?: boolean; tell?: boolean; dryRun?: boolean };
async function send(rows: string[][], { who = karim, dryRun = false, ...more }: More = {}) {
  const asked = {
    rows,
    columns: COLUMNS,
    key: "moment",
    nature: "other",
    allOrNothing: true,
    fileName: "rdv.csv",
    ...more,
  };
  return run(who, importAppointments, asked, { dryRun });
}
async function imported(rows: string[][], more: More = {}) {
  const result = await send(rows, more);
  if (isRefusal(result)) throw new Error(result.code);
  return {
    importId: result.importId,
    said: result.lines.map(({ outcome, faults }) => [outcome, ...faults.map(({ code }) => code)].join(" ")),
  };
}
/** What pages read: the appointments that stand, who came, the last word of each shared note. */
const read = () =>
  tenant.run(async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select concat_ws(' ', p.email, a.status, a.starts_at, a.minutes, a.nature, a.subject, f.name, y.attendance,
               nullif((select n.body from accompaniment.appointment_note n where n.appointment_id = a.id and n.privacy = 'shared'
                 order by n.version desc limit 1), '')) as text
        from accompaniment.appointment a
        join accompaniment.appointment_party y on y.appointment_id = a.id and y.part = 'person'
        join membership.person p on p.id = y.person_id
        left join accompaniment.funded_action f on f.id = a.funded_action_id
       where a.status <> 'cancelled' order by a.starts_at, 1`.execute(tx);
    return rows.map(({ text }) => text.replace(`${samira.personId}@etabli.example `, ""));
  });
const mails = () =>
  tenant.run(async (tx) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from platform.outbox`.execute(tx);
    return rows[0]?.count;
  });

describe("Un tableau de rendez-vous", () => {
  it("devine ses colonnes, lit heures et durées comme on les écrit", () => {
    expect(
      guessAppointmentColumns([
        "Date",
        "Heure",
        "Bénéficiaire",
        "Courriel",
        "Accompagnateur",
        "Durée",
        "Type",
        "Objet",
        "Présent ?",
        "Compte rendu",
      ]),
    ).toEqual(["day", "time", "lastName", "email", "adviser", "minutes", "nature", "subject", "attendance", "shared"]);
    expect(["14h30", "9 h", "9:05", "14.30", "midi"].map(readTime)).toEqual([
      "14:30",
      "09:00",
      "09:05",
      "14:30",
      "midi",
    ]);
    expect(["60", "1h30", "90 min", "1,5 h", "0:45", "long"].map(readMinutes)).toEqual([
      "60",
      "90",
      "90",
      "90",
      "45",
      "long",
    ]);
    expect(readAppointmentCell("nature", "entretien d'accompagnement", toDay("2026-06-15"))).toBe("interview");
    const word = (column: "nature" | "mode", typed: string) => readAppointmentCell(column, typed, toDay("2026-06-15"));
    expect([word("nature", "Entretien"), word("mode", "Tél."), word("mode", "Visioconférence")]).toEqual([
      ...["interview", "phone", "video"],
    ]);
    expect([word("nature", "Bidule"), word("mode", "T"), word("mode", "phone")]).toEqual(["Bidule", "T", "phone"]);
    expect(readAppointmentCell("status", "Réalisé", toDay("2026-06-15"))).toBe("held");
    expect([sameName("ROUX Samira", "Samira Roux"), sameName("Le Goff Ana", "Ana Legoff"), sameName("", "")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("L’import de rendez-vous", () => {
  it("ce qui est passé est tenu, ce qui vient est prévu ; envoyé de nouveau, il ne change rien", async () => {
    await run(await tenant.person({ roles: ["direction"] }), addFundedAction, { name: "FSE 2026" });
    const rows = [PAST().with(9, "fse 2026"), COMING()];
    expect(await send(rows, { dryRun: true })).toMatchObject({ lines: [{ outcome: "added" }, { outcome: "added" }] });
    expect(await read()).toEqual([]);
    expect((await imported(rows)).said).toEqual(["added", "added"]);
    const there = [
      "held 2026-05-04 12:30:00+00 60 interview Prix FSE 2026 present Relancer les devis",
      "planned 2026-07-06 07:00:00+00 60 other  registered",
    ];
    expect(await read()).toEqual(there);
    expect(await mails()).toBe(0);
    expect(await send(rows)).toMatchObject({ code: "import.nothing" });
    expect((await imported([COMING().with(2, "10h30").with(5, "Bilan")], { key: "day" })).said).toEqual(["updated"]);
    expect(await read()).toEqual([there[0], "planned 2026-07-06 08:30:00+00 60 other Bilan registered"]);
  });

  it("prévient quand on le demande, et alors aussi de l’annulation", async () => {
    const { importId } = await imported([COMING()], { tell: true });
    expect(await mails()).toBe(1);
    await run(karim, undoAppointments, { importId });
    expect(await mails()).toBe(2);
  });

  it("dit ce qui ne va pas, ligne par ligne ; tout ou rien, ou ce qui est juste", async () => {
    const rows = [
      COMING().with(1, ""),
      COMING().with(0, "personne@exemple.example"),
      COMING().with(2, "midi"),
      COMING().with(6, "annulé"),
      COMING().with(9, "Inconnue"),
      COMING().with(4, "Bidule"),
      COMING().with(6, "tenu"),
      COMING(),
      COMING().with(5, "Encore"),
    ];
    const said = [
      "refused appointmentImport.noDay",
      "refused appointmentImport.unknownPerson",
      "refused field.time",
      "refused appointmentImport.cancelled",
      "refused appointmentImport.unknownAction",
      "refused appointmentImport.nature",
      "refused appointment.notYet",
      "added",
      "refused appointmentImport.twice",
    ];
    expect(await send(rows)).toMatchObject({ code: "import.hasErrors" });
    expect(await read()).toEqual([]);
    expect((await imported(rows, { allOrNothing: false })).said).toEqual(said);
    expect(await read()).toHaveLength(1);
  });

  it("appartient à qui accompagne, dans son périmètre", async () => {
    for (const role of ["payroll", "accountant"] as const) {
      expect(await send([COMING()], { who: await tenant.person({ roles: [role] }) })).toMatchObject({
        code: "appointmentImport.notAllowed",
      });
    }
    await tenant.run((tx) =>
      sql`update membership.role_grant set followed_only = true where person_id = ${karim.personId}`.execute(tx),
    );
    expect(await send([COMING()], { allOrNothing: false, dryRun: true })).toMatchObject({
      lines: [{ faults: [{ code: "appointmentImport.unknownPerson" }] }],
    });
  });
});

describe("Annuler un import de rendez-vous", () => {
  it("import puis annulation : les pages lisent ce qu’elles lisaient", async () => {
    const line = fc
      .record({
        day: fc.constantFrom("2026-05-04", "2026-05-05", "2026-07-06", "2026-07-07"),
        time: fc.constantFrom("09:00", "14:30", "25h"),
        minutes: fc.constantFrom("", "30", "90"),
        nature: fc.constantFrom("", "interview"),
        subject: fc.constantFrom("", "Prix", "Bilan"),
        attendance: fc.constantFrom("", "absente", "excusée"),
        shared: fc.constantFrom("", "Relancer", "Attendre"),
      })
      .map(({ day, time, minutes, nature, subject, attendance, shared }) => [
        ...[email(), day, time, minutes, nature, subject, "", attendance, shared, ""],
      ]);
    const sheet = fc.array(line, { minLength: 1, maxLength: 5 });
    const lenient = { allOrNothing: false };
    const nothingToDo = (error: Error) => {
      if (error.message !== "import.nothing") throw error;
      return null;
    };
    await fc.assert(
      fc.asyncProperty(sheet, sheet, fc.constantFrom("moment", "day"), async (first, last, key) => {
        await start();
        const mine = (rows: string[][]) => rows.map((row) => row.with(0, email()));
        await imported(mine(first), lenient).catch(nothingToDo);
        const were = await read();
        const done = await imported(mine(last), { ...lenient, key }).catch(nothingToDo);
        if (done === null) return;
        const undone = await run(karim, undoAppointments, { importId: done.importId });
        expect(undone).toMatchObject({
          items: expect.not.arrayContaining([expect.objectContaining({ left: expect.any(String) })]),
        });
        expect(await read()).toEqual(were);
      }),
      { numRuns: 15 },
    );
  });

  it("laisse ce que quelqu’un a complété depuis, et ce que l’import a marqué tenu", async () => {
    const { importId } = await imported([PAST(), COMING()]);
    const { rows } = await tenant.run((tx) =>
      sql<{ id: string }>`select id from accompaniment.appointment where status = 'held'`.execute(tx),
    );
    const more = {
      appointmentId: rows[0]?.id,
      minutes: "45",
      notes: { shared: "Autre chose" },
      seen: { shared: 1, team: 0 },
    };
    expect(await run(karim, holdAppointment, more)).toHaveProperty("appointmentId");
    const first = await run(karim, undoAppointments, { importId });
    expect(first).toMatchObject({ items: [{ left: null }, { left: "import.changedSince" }] });
    expect(await run(karim, undoAppointments, { importId })).toMatchObject({ code: "import.undoneAlready" });
    expect(await read()).toEqual(["held 2026-05-04 12:30:00+00 45 interview Prix present Autre chose"]);

    await imported([COMING()]);
    tenant.setNow("2026-07-08T09:00:00.000Z");
    const held = await imported([COMING()]);
    expect(held.said).toEqual(["updated"]);
    expect(await run(karim, undoAppointments, { importId: held.importId })).toMatchObject({
      items: [{ left: "appointmentImport.heldSince" }],
    });
    const lucie = await tenant.person({ roles: ["accompagnateur"] });
    expect(await run(lucie, undoAppointments, { importId: held.importId })).toMatchObject({ code: "import.notYours" });
  });
});
