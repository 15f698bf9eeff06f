import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, type Instant, toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { cancelContract, endContract, recordContract } from "../contract/record-contract.command.ts";
import { factsOf, statesOn } from "./fact.store.ts";
import { stateOn } from "./fact.ts";

let tenant: TestTenant;
let payroll: TestPerson;
let personId: PersonId;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-01-05T09:00:00.000Z" });
  payroll = await tenant.person({ roles: ["payroll"] });
  personId = (await tenant.person()).personId;
});

const contractOn = (on: string, knownAt: string | null) =>
  tenant.run(async (tx) => {
    const states = await statesOn(tx, tenant.organizationId, ["contract"], toDay(on), knownAt as Instant | null);
    return states.get(personId)?.get("contract") ?? "none";
  });

describe("L’histoire d’une personne", () => {
  it("retrouve un contrat à toute date, tel que connu alors ou maintenant", async () => {
    const cape = await execute(tenant.host, payroll.caller, recordContract, {
      personId,
      kind: "cape",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
    });
    if (isRefusal(cape)) throw new Error(cape.code);
    tenant.setNow("2026-03-10T09:00:00.000Z");
    const end = { contractId: cape.contractId, version: 1, endsOn: "2026-02-28", reason: "Projet arrêté" };
    expect(await execute(tenant.host, payroll.caller, endContract, end)).not.toHaveProperty("code");
    tenant.setNow("2026-04-01T09:00:00.000Z");
    const cesa = { personId, kind: "cesa", startsOn: "2026-03-01", endsOn: "" };
    const signed = await execute(tenant.host, payroll.caller, recordContract, cesa);
    if (isRefusal(signed)) throw new Error(signed.code);
    tenant.setNow("2026-05-01T09:00:00.000Z");
    await execute(tenant.host, payroll.caller, cancelContract, { contractId: signed.contractId, version: 1 });

    // As known now: a CAPE until the end of February, then nothing.
    expect([await contractOn("2026-02-28", null), await contractOn("2026-03-01", null)]).toEqual(["cape", "none"]);
    // As known on the first days of March: the CAPE still ran.
    expect(await contractOn("2026-06-01", "2026-03-01T00:00:00.000Z")).toBe("cape");
    // As known in April: a CESA.
    expect(await contractOn("2026-06-01", "2026-04-02T00:00:00.000Z")).toBe("cesa");
    expect(await contractOn("2025-12-31", null)).toBe("none");
    const reasons = (await tenant.run((tx) => factsOf(tx, tenant.organizationId, personId))).map((fact) => fact.reason);
    expect(reasons).toEqual(["", "Projet arrêté", "", "contract.cancelled"]);
  });

  it("la base répond comme la règle pure, sur des histoires tirées au hasard", async () => {
    const deed = fc.record({
      effect: fc.integer({ min: 0, max: 20 }),
      lasts: fc.option(fc.integer({ min: 0, max: 6 })),
      value: fc.constantFrom("a", "b", "c"),
      corrects: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 1, maxLength: 10 }),
        fc.nat({ max: 24 }),
        fc.nat({ max: 10 }),
        async (deeds, on, known) => {
          const someone = (await tenant.person()).personId;
          const start = toDay("2024-02-20");
          const at = (index: number) => `${addDays(start, index)}T08:00:00.000Z` as Instant;
          await tenant.run(async (tx) => {
            let last: Id<"fact"> | null = null;
            for (const [index, { effect, lasts, value, corrects }] of deeds.entries()) {
              const id: Id<"fact"> = tenant.newId();
              await sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, until_on, value, recorded_at, reason, corrects)
              values (${tenant.organizationId}, ${id}, ${someone}, 'trade', ${addDays(start, effect)},
                ${lasts === null ? null : addDays(start, effect + lasts)}, ${JSON.stringify(value)}::jsonb, ${at(index)}, 'x',
                ${corrects ? last : null})`.execute(tx);
              last = id;
            }
            const facts = await factsOf(tx, tenant.organizationId, someone);
            const day = addDays(start, on);
            for (const knownAt of [null, at(known)]) {
              const states = await statesOn(tx, tenant.organizationId, ["trade"], day, knownAt);
              expect(states.get(someone)?.get("trade")).toBe(stateOn(facts, day, knownAt).get("trade")?.value);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("La base elle-même", () => {
  const insert = (fields: {
    id?: string;
    corrects?: string | null;
    person?: PersonId;
    dimension?: string;
    reason?: string;
  }) =>
    tenant.run((tx) =>
      sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at, reason, corrects)
        values (${tenant.organizationId}, ${fields.id ?? tenant.newId()}, ${fields.person ?? personId},
          ${fields.dimension ?? "trade"}, '2026-01-01', '"a"', now(), ${fields.reason ?? ""}, ${fields.corrects ?? null})`.execute(
        tx,
      ),
    );

  it("refuse de changer ou d’effacer un fait", async () => {
    await insert({});
    const change = (statement: ReturnType<typeof sql>) => tenant.run((tx) => statement.execute(tx));
    await expect(change(sql`update membership.fact set value = '"b"'`)).rejects.toThrow("never edited");
    await expect(change(sql`update membership.fact set effect_on = '2020-01-01'`)).rejects.toThrow("permission denied");
    await expect(change(sql`delete from membership.fact`)).rejects.toThrow("permission denied");
  });

  it("ne corrige qu’une fois, la même personne, la même dimension, avec une raison", async () => {
    const id = tenant.newId();
    await insert({ id });
    const other = (await tenant.person()).personId;
    await expect(insert({ corrects: id, reason: "x", person: other })).rejects.toThrow("corrected once");
    await expect(insert({ corrects: id, reason: "x", dimension: "site" })).rejects.toThrow("corrected once");
    await expect(insert({ corrects: id })).rejects.toThrow("fact_correction_has_reason");
    await insert({ corrects: id, reason: "erreur de saisie" });
    await expect(insert({ corrects: id, reason: "encore" })).rejects.toThrow("corrected once");
  });
});
