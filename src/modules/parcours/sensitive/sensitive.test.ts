import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { type DataKey, keyOf, openVault } from "#platform/vault.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { readSensitive } from "./read-sensitive.command.ts";
import { saveSensitive } from "./save-sensitive.command.ts";
import { accessesOf, openSensitive, resealSensitive } from "./sensitive.store.ts";

const NIR = "2 55 08 14 168 025 38";
const HEALTH = {
  disabledWorker: "yes",
  disabledUntil: "2028-05-31",
  allowanceUntil: "",
  restrictions: "Pas de charges",
};

let tenant: TestTenant;
let payroll: TestPerson;
let samira: TestPerson;
let personId: PersonId;

beforeEach(async () => {
  tenant = await freshTenant();
  payroll = await tenant.person({ roles: ["payroll"] });
  samira = await tenant.person();
  personId = samira.personId;
});

const save = (fields: object = {}, who = payroll) =>
  execute(tenant.host, who.caller, saveSensitive, { personId, version: 0, nir: NIR, ...HEALTH, ...fields });
const read = (who = payroll) => execute(tenant.host, who.caller, readSensitive, { personId });
const rowOf = (place: TestTenant, id: PersonId) =>
  place.run(async (tx) => {
    const { rows } = await sql<{ nir: string; health: string }>`select nir, health from parcours.sensitive
      where person_id = ${id}`.execute(tx);
    return rows[0] ?? { nir: "", health: "" };
  });
const accesses = () => tenant.run((tx) => accessesOf({ tx, organizationId: tenant.organizationId }, personId));

describe("Le numéro de sécurité sociale et la santé", () => {
  it("se gardent, se lisent par la paie, et la lecture laisse une trace dans la même transaction", async () => {
    expect(await save({ nir: "255081416802538" })).toEqual({ version: 1 });
    tenant.setNow("2026-11-22T10:05:00.000Z");
    const kept = { nir: NIR, health: { ...HEALTH, allowanceUntil: null } };
    expect(await read()).toEqual({ version: 1, kept });
    expect((await accesses()).map(({ who, kind }) => [who, kind])).toEqual([
      ["Samira Roux", "read"],
      ["Samira Roux", "save"],
    ]);
  });

  it("la base ne contient ni le numéro ni les mots : ni dans la table, ni dans la trace, ni dans les faits", async () => {
    await save();
    await read();
    const everything = await tenant.run(async (tx) => {
      const { rows } = await sql<{ text: string }>`
        select (s.*)::text as text from parcours.sensitive s union all
        select (a.*)::text from platform.audit a union all
        select (i.*)::text from platform.idempotency i union all
        select (f.*)::text from membership.fact f union all
        select (o.*)::text from platform.outbox o`.execute(tx);
      return rows.map(({ text }) => text).join("\n");
    });
    expect(everything).toContain("parcours.sensitive.read");
    for (const secret of ["255081416802538", "2550814168025", NIR, "charges", "2028-05-31"]) {
      expect([secret, everything.includes(secret)]).toEqual([secret, false]);
    }
  });

  it("à personne d’autre : direction, administration, accompagnement, comptabilité, ni la personne elle-même", async () => {
    await save();
    for (const role of ["direction", "administrator", "accompagnateur", "accountant"] as const) {
      const other = await tenant.person({ roles: [role] });
      expect([role, await read(other)]).toMatchObject([role, { kind: "missing" }]);
      expect([role, await save({ version: 1 }, other)]).toMatchObject([role, { kind: "missing" }]);
    }
    expect(await read(samira)).toMatchObject({ kind: "forbidden", code: "sensitive.notAllowed" });
    expect(await save({ version: 1 }, samira)).toMatchObject({ kind: "forbidden" });
    expect((await accesses()).map(({ kind }) => kind)).toEqual(["save"]);
    const elsewhere = await freshTenant();
    const there = await elsewhere.person({ roles: ["payroll"] });
    expect(await execute(elsewhere.host, there.caller, readSensitive, { personId })).toMatchObject({ kind: "missing" });
  });

  it("refuse un numéro faux, une date sans reconnaissance, une version dépassée", async () => {
    expect(await save({ nir: "2 55 08 14 168 025 37" })).toMatchObject({ code: "sensitive.nirKey", field: "nir" });
    expect(await save({ nir: "123" })).toMatchObject({ code: "sensitive.nirShape", field: "nir" });
    expect(await save({ nir: "2 55 08 14 168 025" })).toMatchObject({ code: "sensitive.nirKeyMissing" });
    expect(await save({ disabledWorker: "no" })).toMatchObject({ code: "sensitive.untilWithout" });
    expect(await save({ disabledUntil: "31/12" })).toMatchObject({ fields: { disabledUntil: "field.day" } });
    await save();
    expect(await save()).toMatchObject({ code: "sensitive.changedMeanwhile" });
    expect(await save({ version: 1, nir: "" })).toEqual({ version: 2 });
    expect(await save({ version: 1 })).toMatchObject({ code: "sensitive.changedMeanwhile" });
    expect(await read()).toMatchObject({ version: 2, kept: { nir: "" } });
  });

  it("un chiffré déplacé chez une autre personne ou une autre coopérative ne s’ouvre pas, ni changé d’un caractère", async () => {
    await save();
    const row = await rowOf(tenant, personId);
    const karim = (await tenant.person()).personId;
    const elsewhere = await freshTenant();
    const there = await elsewhere.person({ roles: ["payroll"] });
    const plant = (place: TestTenant, id: PersonId, { nir, health } = row) =>
      place.run((tx) =>
        sql`insert into parcours.sensitive (organization_id, person_id, nir, health, changed_at, version)
          values (${place.organizationId}, ${id}, ${nir}, ${health}, now(), 1)
          on conflict (organization_id, person_id) do update set nir = excluded.nir, health = excluded.health`.execute(
          tx,
        ),
      );
    await plant(tenant, karim);
    await plant(elsewhere, there.personId);
    const altered = { kind: "conflict", code: "sensitive.altered" };
    expect(await execute(tenant.host, payroll.caller, readSensitive, { personId: karim })).toMatchObject(altered);
    const asked = { personId: there.personId };
    expect(await execute(elsewhere.host, there.caller, readSensitive, asked)).toMatchObject(altered);
    await plant(tenant, personId, { ...row, nir: row.health, health: row.nir });
    expect(await read()).toMatchObject(altered);
    const last = row.nir.slice(0, -2);
    await plant(tenant, personId, { ...row, nir: `${last}${row.nir.endsWith("AA") ? "BB" : "AA"}` });
    expect(await read()).toMatchObject(altered);
  });

  it("une nouvelle clé chiffre tout de nouveau ; ce qu’aucune clé n’ouvre reste, et se dit", async () => {
    await save();
    const fill = (id: string, byte: number): DataKey => ({ id, key: Buffer.alloc(32, byte) });
    const vault = openVault(() => [fill("next", 9), fill("test", 7)]);
    const scope = { organizationId: tenant.organizationId };
    const reseal = (with_ = vault) => tenant.run((tx) => resealSensitive({ tx, ...scope }, with_));
    expect(await reseal(openVault(() => [fill("lost", 1)]))).toEqual({ done: 0, closed: 1 });
    expect(await reseal()).toEqual({ done: 1, closed: 0 });
    expect(await reseal()).toEqual({ done: 0, closed: 0 });
    const row = await rowOf(tenant, personId);
    expect([keyOf(row.nir), keyOf(row.health)]).toEqual(["next", "next"]);
    const opened = await tenant.run((tx) => openSensitive({ tx, ...scope, vault }, personId));
    expect(isRefusal(opened) ? opened : opened.nir).toBe(NIR);
    // Without the new key: said, and neither read nor traced.
    expect(await read()).toMatchObject({ code: "sensitive.keyAway" });
    expect((await accesses()).map(({ kind }) => kind)).toEqual(["save"]);
  });
});
