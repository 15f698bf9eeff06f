import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { recordContract, statesOn, statusOn } from "#modules/membership/index.server.ts";
import { execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { exitOf, followUpsOf, leftOf } from "./exit.store.ts";
import { cancelExit, recordExit, recordFollowUp } from "./record-exit.command.ts";

let tenant: TestTenant;
let payroll: TestPerson;
let karim: TestPerson;
let personId: PersonId;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-03-02T09:00:00.000Z" });
  payroll = await tenant.person({ roles: ["payroll"] });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  personId = (await tenant.person()).personId;
  await sign("cesa", "2025-01-01");
});

const sign = (kind: string, startsOn: string, endsOn = "") =>
  execute(tenant.host, payroll.caller, recordContract, { personId, kind, startsOn, endsOn });
const leave = (fields: object, who = payroll) =>
  execute(tenant.host, who.caller, recordExit, { personId, kind: "own_company", on: "2026-02-28", ...fields });
const exit = () => tenant.run((tx) => exitOf(tx, tenant.organizationId, personId));
const news = async () => (await tenant.run((tx) => leftOf(tx, tenant.organizationId, [personId]))).news;
const contractOn = (on: string) => tenant.run((tx) => statusOn(tx, tenant.organizationId, personId, toDay(on)));

describe("La sortie d’une personne", () => {
  it("termine le contrat ce jour-là, garde le motif, et demande des nouvelles à 6, 12 et 24 mois", async () => {
    const more = { motive: "Son projet vole seul", company: "Roux SARL", skills: "Gestion, devis", rights: "rebuilt" };
    expect(await leave(more)).toHaveProperty("exitId");
    expect([await contractOn("2026-02-28"), await contractOn("2026-03-01")]).toEqual(["cesa", "none"]);
    const gone = await exit();
    expect(gone).toMatchObject({ kind: "own_company", on: "2026-02-28", company: "Roux SARL", rights: "rebuilt" });
    const due = await news();
    expect(due.map((one) => [one.months, one.due])).toEqual([
      [6, "2026-08-28"],
      [12, "2027-02-28"],
      [24, "2028-02-28"],
    ]);
    tenant.setNow("2026-08-30T09:00:00.000Z");
    const asked = { personId, months: "6", became: "own_company", on: "2026-08-29" };
    expect(await execute(tenant.host, karim.caller, recordFollowUp, asked)).toHaveProperty("exitId");
    if (gone === null) throw new Error("nobody left");
    const noted = await tenant.run((tx) => followUpsOf(tx, tenant.organizationId, personId, gone));
    expect(noted.map(({ became }) => became)).toEqual(["own_company", "", ""]);
    expect(await news()).toHaveLength(2);
  });

  it("une personne qui revient n’est plus sortie, et l’ancienne sortie se retrouve à sa date", async () => {
    await leave({ kind: "former_situation" });
    tenant.setNow("2026-10-05T09:00:00.000Z");
    expect(await sign("cape", "2026-10-01", "2027-09-30")).toHaveProperty("contractId");
    expect(await exit()).toBeNull();
    const stateOn = (on: string) =>
      tenant.run(async (tx) => {
        const states = await statesOn(tx, tenant.organizationId, ["exit", "contract"], toDay(on), null);
        return Object.fromEntries(states.get(personId) ?? []);
      });
    expect(await stateOn("2026-02-27")).toEqual({ contract: "cesa" });
    expect(await stateOn("2026-06-01")).toEqual({ exit: "former_situation" });
    expect(await stateOn("2026-10-01")).toEqual({ exit: "returned", contract: "cape" });
    expect(await news()).toEqual([]);
    expect(await leave({ on: "2026-12-31" })).toHaveProperty("exitId");
  });

  it("une personne associée reste : son contrat continue", async () => {
    expect(await leave({ kind: "associate_stays" })).toMatchObject({ code: "exit.notAssociate", field: "kind" });
    await tenant.run((tx) =>
      sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${personId}, 'associate', '2026-02-28', 'true', now())`.execute(
        tx,
      ),
    );
    expect(await leave({ kind: "associate_stays" })).toHaveProperty("exitId");
    expect(await contractOn("2026-03-01")).toBe("cesa");
    expect(await news()).toEqual([]);
  });

  it("refuse une date sans contrat, une seconde sortie, et qui n’en a pas le droit", async () => {
    expect(await leave({ on: "2024-12-31" })).toMatchObject({ code: "exit.noContract", field: "on" });
    expect(await leave({}, karim)).toMatchObject({ code: "exit.notAllowed" });
    const accountant = await tenant.person({ roles: ["accountant"] });
    expect(await leave({}, accountant)).toMatchObject({ code: "exit.personMissing" });
    expect(await leave({ kind: "fled" })).toMatchObject({ fields: { kind: "field.choose" } });
    await leave({});
    expect(await leave({ on: "2026-02-01" })).toMatchObject({ code: "exit.already" });
    const asked = { personId, months: 6, became: "employee", on: "2026-03-01" };
    const follow = (fields: object) => execute(tenant.host, karim.caller, recordFollowUp, { ...asked, ...fields });
    expect(await follow({ on: "2026-03-03" })).toMatchObject({ code: "exit.followUpFuture" });
    expect(await follow({ on: "2026-02-27" })).toMatchObject({ code: "exit.followUpEarly" });
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["payroll"] });
    expect(
      isRefusal(
        await execute(other.host, stranger.caller, recordExit, { personId, kind: "dismissed", on: "2026-02-28" }),
      ),
    ).toBe(true);
  });

  it("enregistrée par erreur, elle se retire avec sa raison", async () => {
    await leave({ motive: "x" });
    const cancel = (reason: string) => execute(tenant.host, payroll.caller, cancelExit, { personId, reason });
    expect(await cancel(" ")).toMatchObject({ fields: { reason: "field.required" } });
    expect(await cancel("Mauvaise personne")).toHaveProperty("exitId");
    expect(await exit()).toBeNull();
    expect(await cancel("encore")).toMatchObject({ code: "exit.missing" });
  });
});
