import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { endContract, notifyBody } from "#modules/membership/index.server.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { changeSocialFile } from "../social-file/change-social-file.command.ts";
import { importPersons } from "./import-persons.command.ts";
import { undoPersons } from "./undo-import.command.ts";

const COLUMNS = [
  "firstName",
  "lastName",
  "email",
  "birth_date",
  "situation",
  "contractKind",
  "contractStartsOn",
  "contractEndsOn",
  "city",
];
const YANN = [
  "Yann",
  "Kerouanton",
  "yann@exemple.example",
  "1985-07-14",
  "Bénéficiaire du RSA",
  "CAPE",
  "2026-01-01",
  "2026-12-31",
  "Brest",
];

let tenant: TestTenant;
let payroll: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-03-02T09:00:00.000Z" });
  payroll = await tenant.person({ roles: ["payroll"] });
});

function run<Input, Output>(who: TestPerson, command: Command<Input, Output>, input: unknown, options = {}) {
  return execute(tenant.host, who.caller, command, input, options);
}
async function imported(rows: string[][], from = "2026-03-01", who = payroll): Promise<string> {
  const input = { rows, columns: COLUMNS, key: "email", from, allOrNothing: false, fileName: "personnes.csv" };
  const result = await run(who, importPersons, input);
  if (isRefusal(result)) throw new Error(result.code);
  return result.importId;
}
const undo = (importId: string, who = payroll, options = {}) => run(who, undoPersons, { importId }, options);

/** What pages and statistics read: who is there, what holds on each day, which contracts count. */
const read = () =>
  tenant.run(async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select concat_ws(' ', 'person', email, first_name, last_name) as text from membership.person where archived_at is null
      union all select concat_ws(' ', p.email, h.dimension, h.starts_on, h.ends_on, h.value)
        from membership.holding h join membership.person p on p.id = h.person_id
      union all select concat_ws(' ', p.email, 'contract', c.kind, c.starts_on, c.ends_on)
        from membership.contract c join membership.person p on p.id = c.person_id where c.cancelled_at is null
      order by 1`.execute(tx);
    return rows.map(({ text }) => text);
  });
const personId = (email: string) =>
  tenant.run(async (tx) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from membership.person where email = ${email} and archived_at is null`.execute(tx);
    return rows[0]?.id ?? "";
  });

describe("Annuler un import de personnes", () => {
  it("import puis annulation : les pages lisent ce qu’elles lisaient, quelles que soient les lignes", async () => {
    const day = (month: number) => `2026-${String(month).padStart(2, "0")}-01`;
    const line = fc
      .record({
        who: fc.nat({ max: 4 }),
        birth: fc.constantFrom("", "1985-07-14", "1990-05-04"),
        situation: fc.constantFrom("", "rsa", "employee", "student", "marin"),
        contract: fc.option(fc.record({ starts: fc.integer({ min: 1, max: 6 }), lasts: fc.nat({ max: 4 }) })),
        city: fc.constantFrom("", "Brest", "Quimper", "Morlaix"),
      })
      .map(({ who, birth, situation, contract, city }) => [
        ...["Ana", `Nom${who}`, `p${who}@exemple.example`, birth, situation],
        ...(contract === null ? ["", "", ""] : ["cape", day(contract.starts), day(contract.starts + contract.lasts)]),
        city,
      ]);
    const sheet = fc.record({
      rows: fc.array(line, { minLength: 1, maxLength: 6 }),
      from: fc.integer({ min: 1, max: 6 }).map(day),
    });
    const nothingToDo = (error: Error) => {
      if (error.message !== "import.nothing") throw error;
      return null;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { maxLength: 2 }), sheet, async (before, last) => {
        tenant = await freshTenant({ now: "2026-06-02T09:00:00.000Z" });
        payroll = await tenant.person({ roles: ["payroll"] });
        for (const [index, { rows, from }] of before.entries()) {
          await imported(rows, from).catch(nothingToDo);
          tenant.setNow(`2026-06-0${3 + index}T09:00:00.000Z`);
        }
        const were = await read();
        const importId = await imported(last.rows, last.from).catch(nothingToDo);
        if (importId === null) return;
        expect(await read()).not.toEqual(were);
        tenant.setNow("2026-06-09T09:00:00.000Z");
        const undone = await undo(importId);
        if (isRefusal(undone)) throw new Error(undone.code);
        expect(undone.items.filter(({ left }) => left !== null)).toEqual([]);
        expect(await read()).toEqual(were);
      }),
      { numRuns: 20 },
    );
  });

  it("se regarde avant, se fait une fois ; le même tableau s’importe de nouveau", async () => {
    const were = await read();
    const importId = await imported([YANN]);
    const there = await read();
    const tried = await undo(importId, payroll, { dryRun: true });
    expect(tried).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ kind: "person", left: null })]),
    });
    expect(await read()).toEqual(there);
    const first = await undo(importId, payroll, { idempotencyKey: "a click of this page" });
    expect(await undo(importId, payroll, { idempotencyKey: "a click of this page" })).toEqual(first);
    expect(await read()).toEqual(were);
    expect(await undo(importId)).toMatchObject({ code: "import.undoneAlready" });
    await imported([YANN]);
    expect(await read()).toEqual(there);
    const reasons = await tenant.run(async (tx) => {
      const { rows } = await sql<{
        reason: string;
      }>`select distinct reason from membership.fact where corrects is not null`.execute(tx);
      return rows.map(({ reason }) => reason);
    });
    expect(reasons).toEqual(["import.undone"]);
  });

  it("laisse et nomme ce que quelqu’un a changé ou utilisé depuis", async () => {
    const importId = await imported([YANN, YANN.with(0, "Nolwenn").with(2, "nolwenn@exemple.example")]);
    const yann = await personId("yann@exemple.example");
    tenant.setNow("2026-04-02T09:00:00.000Z");
    const seen = "2026-03-02T09:00:00.000Z";
    const mistake = { personId: yann, section: "contact", seen, from: "2026-03-01", mistake: "on", reason: "Coquille" };
    expect(await run(payroll, changeSocialFile, { ...mistake, values: { city: "Quimper" } })).toMatchObject({
      changed: 1,
    });
    const { rows } = await tenant.run((tx) =>
      sql<{ id: string }>`select id from membership.contract where person_id = ${yann}`.execute(tx),
    );
    await run(payroll, endContract, { contractId: rows[0]?.id, version: 1, endsOn: "2026-05-31", reason: "Fin" });
    const undone = await undo(importId);
    if (isRefusal(undone)) throw new Error(undone.code);
    const left = undone.items.filter((item) => item.left !== null);
    expect(left.map(({ personId: who, kind, left: why }) => [who === yann, kind, why])).toEqual([
      [true, "contract", "import.changedSince"],
      [true, "fact", "import.changedSince"],
      [true, "person", "person.used"],
    ]);
    expect((await read()).filter((text) => text.includes("@exemple"))).toEqual([
      "person yann@exemple.example Yann Kerouanton",
      "yann@exemple.example city 2026-03-01 infinity Quimper",
      "yann@exemple.example contract 2026-01-01 2026-05-31 cape",
      "yann@exemple.example contract cape 2026-01-01 2026-05-31",
    ]);
  });

  it("un contrat dont un organisme est prévenu reste, celui d’à côté s’annule", async () => {
    const importId = await imported([YANN, YANN.with(0, "Nolwenn").with(2, "nolwenn@exemple.example")]);
    const yann = await personId("yann@exemple.example");
    const { rows } = await tenant.run((tx) =>
      sql<{ id: string }>`select id from membership.contract where person_id = ${yann}`.execute(tx),
    );
    const told = { contractId: rows[0]?.id, body: "urssaf", on: "2026-03-02" };
    expect(await run(payroll, notifyBody, told)).toHaveProperty("contractId");
    const undone = await undo(importId);
    if (isRefusal(undone)) throw new Error(undone.code);
    const contracts = undone.items.filter(({ kind }) => kind === "contract");
    expect(contracts.map(({ personId: who, left }) => [who === yann, left])).toEqual([
      [false, null],
      [true, "import.changedSince"],
    ]);
  });

  it("une personne dont un autre module parle reste, et ses propres faits partent", async () => {
    const importId = await imported([YANN.with(5, "").with(6, "").with(7, "")]);
    const yann = await personId("yann@exemple.example");
    const activityId = await tenant.activity();
    await tenant.run((tx) =>
      sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on) values
        (${tenant.organizationId}, ${activityId}, ${yann}, '2026-03-01')`.execute(tx),
    );
    const undone = await undo(importId);
    expect(undone).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ left: "person.used" })]) });
    expect((await read()).filter((text) => text.includes("yann"))).toEqual([
      "person yann@exemple.example Yann Kerouanton",
    ]);
  });

  it("appartient à qui a importé, à la direction, à l’administration ; jamais à une autre coopérative", async () => {
    const importId = await imported([YANN.with(5, "").with(6, "").with(7, "")]);
    const karim = await tenant.person({ roles: ["accompagnateur"] });
    expect(await undo(importId, karim)).toMatchObject({ code: "import.notYours" });
    expect(await undo(importId, await tenant.person({ roles: ["accountant"] }))).toMatchObject({
      code: "person.notAllowed",
    });
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person({ roles: ["administrator"] });
    expect(await execute(elsewhere.host, stranger.caller, undoPersons, { importId })).toMatchObject({
      code: "import.missing",
    });
    expect(await undo(importId, await tenant.person({ roles: ["direction"] }))).toHaveProperty("importId");
  });
});
