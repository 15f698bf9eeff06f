import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { importPersons } from "./import-persons.command.ts";

const COLUMNS = [
  "firstName",
  "lastName",
  "email",
  "birth_date",
  "situation",
  "contractKind",
  "contractStartsOn",
  "contractEndsOn",
];
const NOLWENN = [
  "Nolwenn",
  "Le Goff",
  "nolwenn@exemple.example",
  "1990-05-04",
  "RSA",
  "CAPE",
  "2026-01-01",
  "2026-12-31",
];
const YANN = ["Yann", "Kerouanton", "yann@exemple.example", "1985-07-14", "Salarié à temps plein", "", "", ""];

let tenant: TestTenant;
let payroll: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-03-02T09:00:00.000Z" });
  payroll = await tenant.person({ roles: ["payroll"] });
});

type Options = { who?: TestPerson; key?: string; allOrNothing?: boolean; dryRun?: boolean; from?: string };
async function send(rows: string[][], { who = payroll, dryRun = false, ...more }: Options = {}) {
  const input = { rows, columns: COLUMNS, key: "email", from: "2026-03-01", allOrNothing: true, ...more };
  const result = await execute(tenant.host, who.caller, importPersons, input, { dryRun });
  return isRefusal(result)
    ? result.code
    : result.lines.map(({ outcome, faults }) => [outcome, ...faults.map(({ code }) => code)].join(" "));
}
const people = () =>
  tenant.run(async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select p.first_name || ' ' || (select count(*) from membership.contract c where c.person_id = p.id) as text
        from membership.person p where p.email like '%@exemple.example' order by 1`.execute(tx);
    return rows.map(({ text }) => text);
  });
const facts = () =>
  tenant.run(async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select dimension || '=' || (value #>> '{}') || ' ' || effect_on as text from membership.fact
       where superseded_at is null and value is not null and dimension in ('situation', 'birth_date') order by 1`.execute(
      tx,
    );
    return rows.map(({ text }) => text);
  });

describe("L’import de personnes", () => {
  it("ajoute personnes, dossiers et contrats ; envoyé de nouveau, il ne change rien", async () => {
    const rows = [NOLWENN.with(4, "Bénéficiaire du RSA"), YANN];
    expect(await send(rows, { dryRun: true })).toEqual(["added", "added"]);
    expect(await people()).toEqual([]);
    expect(await send(rows)).toEqual(["added", "added"]);
    expect(await people()).toEqual(["Nolwenn 1", "Yann 0"]);
    expect(await facts()).toEqual([
      ...["birth_date=1985-07-14 1900-01-01", "birth_date=1990-05-04 1900-01-01"],
      ...["situation=employee 2026-03-01", "situation=rsa 2026-03-01"],
    ]);
    expect(await send(rows, { dryRun: true })).toEqual(["unchanged", "unchanged"]);
    expect(await send(rows)).toBe("import.nothing");
  });

  it("met à jour la personne reconnue, par son adresse ou par son nom et sa naissance", async () => {
    await send([YANN]);
    tenant.setNow("2026-05-04T09:00:00.000Z");
    const shouted = ["YANN", "kérouanton", "autre@exemple.example", "14/07/1985", "Retired", "", "", ""];
    expect(await send([YANN.with(4, "En études")], { from: "2026-04-01" })).toEqual(["updated"]);
    expect(await send([shouted], { key: "name", from: "2026-05-01" })).toEqual(["updated"]);
    expect(await people()).toEqual(["Yann 0"]);
    expect(await facts()).toContain("situation=retired 2026-05-01");
  });

  it("une ligne fausse : rien du tout, ou le reste ; jamais la moitié d’une ligne", async () => {
    // The person and the file are right, the contract is not: it has no last day.
    const half = NOLWENN.with(4, "").with(7, "");
    const wrong = YANN.with(2, "pas une adresse");
    const rows = [half, wrong, YANN.with(4, "marin")];
    const faults = await send(rows, { dryRun: true, allOrNothing: false });
    expect(faults).toEqual([
      expect.stringMatching(/^refused contract\./),
      "refused field.email",
      "refused field.choose",
    ]);
    expect(await send([...rows, YANN])).toBe("import.hasErrors");
    expect(await people()).toEqual([]);
    expect((await send([...rows, YANN], { allOrNothing: false }))?.at(-1)).toBe("added");
    expect(await people()).toEqual(["Yann 0"]);
    const traces = await tenant.run(async (tx) => {
      const { rows: found } = await sql<{
        kind: string;
      }>`select subject_kind as kind from platform.audit order by 1`.execute(tx);
      return found.map(({ kind }) => kind);
    });
    expect(traces).toEqual(["membership.person", "parcours.file", "parcours.file", "parcours.import"]);
  });

  it("dit pourquoi une personne n’est pas reconnue", async () => {
    expect(await send([YANN.with(2, "")], { dryRun: true, allOrNothing: false })).toEqual(["refused import.noEmail"]);
    expect(await send([YANN.with(3, "")], { key: "name", dryRun: true, allOrNothing: false })).toEqual([
      "refused import.noBirth",
    ]);
    expect(await send([YANN], { from: "2026-03-03" })).toBe("import.future");
    await send([YANN]);
    await tenant.run((tx) =>
      sql`update membership.person set archived_at = now() where first_name = 'Yann'`.execute(tx),
    );
    expect(await send([YANN], { dryRun: true, allOrNothing: false })).toEqual(["refused import.archived"]);
  });

  it("chacun selon ses droits : l’accompagnement n’importe pas de contrat, la comptabilité rien", async () => {
    const karim = await tenant.person({ roles: ["accompagnateur"] });
    const rows = [NOLWENN.with(4, ""), YANN];
    expect(await send(rows, { who: karim, allOrNothing: false })).toEqual(["refused contract.notAllowed", "added"]);
    const accountant = await tenant.person({ roles: ["accountant"] });
    expect(await send(rows, { who: accountant })).toBe("person.notAllowed");
  });
});
