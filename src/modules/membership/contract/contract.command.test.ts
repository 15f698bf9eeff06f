import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { statusesOn, statusOn } from "./contract.store.ts";
import { cancelContract, endContract, recordContract } from "./record-contract.command.ts";

let tenant: TestTenant;
let payroll: TestPerson;
let personId: PersonId;

beforeEach(async () => {
  tenant = await freshTenant();
  payroll = await tenant.person({ roles: ["payroll"] });
  personId = (await tenant.person()).personId;
});

const as = <I, O>(who: TestPerson, command: Command<I, O>, input: unknown) =>
  execute(tenant.host, who.caller, command, input);

async function recorded(input: object): Promise<Id<"contract">> {
  const result = await as(payroll, recordContract, { personId, ...input });
  if (isRefusal(result)) throw new Error(result.code);
  return result.contractId;
}

const status = (on: string) => tenant.run((tx) => statusOn(tx, tenant.organizationId, personId, toDay(on)));

const CAPE = { kind: "cape", startsOn: "2026-01-01", endsOn: "2026-12-31" };

describe("Enregistrer un contrat", () => {
  it("CAPE puis CESA: le statut suit les dates", async () => {
    await recorded(CAPE);
    await recorded({ kind: "cesa", startsOn: "2027-01-01", endsOn: "" });
    expect([await status("2025-12-31"), await status("2026-06-01"), await status("2030-01-01")]).toEqual([
      "none",
      "cape",
      "cesa",
    ]);
    const other = (await tenant.person()).personId;
    const all = await tenant.run((tx) => statusesOn(tx, tenant.organizationId, [personId, other], toDay("2026-06-01")));
    expect([...all]).toEqual([[personId, "cape"]]);
  });

  it("refuse ce que la loi ou le bon sens refusent, à côté du champ", async () => {
    await recorded(CAPE);
    expect(await as(payroll, recordContract, { personId, kind: "cesa", startsOn: "2026-12-31" })).toMatchObject({
      code: "contract.overlaps",
      field: "startsOn",
    });
    expect(
      await as(payroll, recordContract, { personId, kind: "cape", startsOn: "2027-01-01", endsOn: "2028-01-01" }),
    ).toMatchObject({ code: "contract.capeTooLong", field: "endsOn" });
    expect(await as(payroll, recordContract, { personId, kind: "cdi", startsOn: "le 3 mars" })).toMatchObject({
      fields: { kind: "field.choose", startsOn: "field.day" },
    });
  });

  it("est réservé à la paie, à la direction et à l'administration, dans sa coopérative", async () => {
    const entrepreneur = await tenant.person();
    const accountant = await tenant.person({ roles: ["accountant"] });
    for (const who of [entrepreneur, accountant]) {
      expect(await as(who, recordContract, { personId, ...CAPE })).toMatchObject({ code: "contract.notAllowed" });
    }
    const other = await freshTenant();
    const theirs = await other.person();
    expect(await as(payroll, recordContract, { ...CAPE, personId: theirs.personId })).toMatchObject({
      code: "person.missing",
    });
  });
});

describe("Terminer ou annuler un contrat", () => {
  it("un CESA reçoit sa fin; la seconde personne qui s'y essaie est prévenue", async () => {
    const contractId = await recorded({ kind: "cesa", startsOn: "2026-01-01" });
    expect(await as(payroll, endContract, { contractId, version: 1, endsOn: "2026-11-30" })).toMatchObject({
      contractId,
    });
    expect(await as(payroll, endContract, { contractId, version: 1, endsOn: "2026-12-31" })).toMatchObject({
      code: "contract.changedMeanwhile",
    });
    expect([await status("2026-11-30"), await status("2026-12-01")]).toEqual(["cesa", "none"]);
  });

  it("un CAPE ne s'allonge pas au-delà de douze mois, ni sur le contrat suivant", async () => {
    const contractId = await recorded({ ...CAPE, endsOn: "2026-06-30" });
    await recorded({ kind: "cesa", startsOn: "2026-09-01" });
    expect(await as(payroll, endContract, { contractId, version: 1, endsOn: "2027-01-01" })).toMatchObject({
      code: "contract.capeTooLong",
    });
    expect(await as(payroll, endContract, { contractId, version: 1, endsOn: "2026-09-01" })).toMatchObject({
      code: "contract.overlapsOpen",
    });
    expect(await as(payroll, endContract, { contractId, version: 1, endsOn: "2026-08-31" })).toMatchObject({
      contractId,
    });
  });

  it("enregistré par erreur, il s'annule, ne compte plus, et laisse la place", async () => {
    const contractId = await recorded(CAPE);
    expect(await as(payroll, cancelContract, { contractId, version: 1 })).toMatchObject({ contractId });
    expect(await status("2026-06-01")).toBe("none");
    expect(await as(payroll, cancelContract, { contractId, version: 2 })).toMatchObject({
      code: "contract.cancelledAlready",
    });
    await recorded({ kind: "cesa", startsOn: "2026-03-01" });
    expect(await status("2026-06-01")).toBe("cesa");
  });

  it("d'une autre coopérative n'existe pas", async () => {
    const contractId = await recorded(CAPE);
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["payroll"] });
    const answer = execute(other.host, stranger.caller, endContract, { contractId, version: 1, endsOn: "2026-02-01" });
    expect(await answer).toMatchObject({ code: "contract.missing" });
  });
});

describe("La base elle-même", () => {
  const insert = (kind: string, startsOn: string, endsOn: string | null) =>
    tenant.run((tx) =>
      sql`insert into membership.contract (organization_id, id, person_id, kind, starts_on, ends_on, recorded_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${personId}, ${kind}, ${startsOn}, ${endsOn}, now())`.execute(
        tx,
      ),
    );

  it("refuse un CAPE de plus de douze mois ou sans fin", async () => {
    await expect(insert("cape", "2026-01-01", "2027-01-01")).rejects.toThrow("contract_cape_length");
    await expect(insert("cape", "2026-01-01", null)).rejects.toThrow("contract_cape_length");
    await insert("cape", "2028-02-29", "2029-02-27");
  });

  it("refuse deux contrats qui se recouvrent, même enregistrés au même instant", async () => {
    const both = await Promise.allSettled([insert("cesa", "2026-01-01", null), insert("cesa", "2026-06-01", null)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const two = await Promise.all(
      ["2030-01-01", "2030-02-01"].map((startsOn) => as(payroll, recordContract, { personId, kind: "cesa", startsOn })),
    );
    expect(two.filter(isRefusal)).toHaveLength(2);
  });
});
