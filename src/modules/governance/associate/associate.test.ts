/** Le registre des associés : qui entre, qui change, qui sort, et chaque refus à sa place. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { ASSOCIATE } from "#modules/accompaniment/index.server.ts";
import { standingFacts } from "#modules/membership/index.server.ts";
import { ADMITTED, freshHouse, type House } from "../governance.fixture.ts";
import { moveShares } from "../share/move-shares.command.ts";
import { applyAgain, fileApplication } from "./apply.command.ts";
import { decideApplication, moveAssociate, recordLeaving } from "./decide.command.ts";
import { findRegistered, membersOn } from "./register.store.ts";
import { readCapital } from "./register-rows.store.ts";

let house: House;
beforeEach(async () => {
  house = await freshHouse();
});

const asked = (more: Record<string, unknown>) => ({ kind: "person", college: 1, appliedOn: ADMITTED, ...more });
const apply = (more: Record<string, unknown>) => house.tried(house.chief, fileApplication, asked(more));
const registered = (id: string, day = "2026-11-27") =>
  house.tenant.run((tx) => findRegistered(tx, house.tenant.organizationId, id as never, toDay(day)));

describe("Une demande", () => {
  it("attend une décision ; admise, elle répond au terme des trois ans, une seule fois", async () => {
    const { personId } = await house.tenant.person();
    const { associateId } = await house.run(house.chief, fileApplication, asked({ personId }));
    expect(await registered(associateId)).toMatchObject({ number: 1, standing: { status: "applied" } });
    const decide = (more: Record<string, string>) =>
      house.tried(house.chief, decideApplication, { associateId, decision: "admit", decidedBy: "assembly", ...more });
    expect(await decide({ effectOn: "2026-09-30" })).toMatchObject({ code: "associate.before", field: "effectOn" });
    expect(await decide({ effectOn: "2026-11-28" })).toMatchObject({ code: "associate.future", field: "effectOn" });
    const declined = { effectOn: ADMITTED, decision: "decline" };
    expect(await decide(declined)).toMatchObject({ code: "associate.reason", field: "reason" });
    expect(await decide({ effectOn: "2026-10-10" })).toHaveProperty("associateId");
    expect(await decide({ effectOn: "2026-10-10" })).toMatchObject({ code: "associate.notNow" });
    const { organizationId } = house.tenant;
    const facts = await house.tenant.run((tx) => standingFacts(tx, organizationId, ASSOCIATE, { personId }));
    expect(facts.map(({ effectOn }) => effectOn)).toEqual(["2026-10-10"]);
    // The register is read on any day.
    expect((await registered(associateId, "2026-10-09"))?.standing.status).toBe("applied");
    expect((await registered(associateId, "2026-10-10"))?.standing).toMatchObject({ admittedOn: "2026-10-10" });
  });

  it("dit à côté du champ ce qui manque", async () => {
    const { personId } = await house.tenant.person();
    const body = { kind: "organization", legalName: "Mairie", representativeId: personId };
    const unknown = house.tenant.newId<"person">();
    for (const [given, code, field] of [
      [{}, "associate.personMissing", "personId"],
      [{ personId: unknown }, "associate.personMissing", "personId"],
      [{ personId, college: 2 }, "associate.collegeMissing", "college"],
      [{ personId, appliedOn: "2026-11-28" }, "associate.future", "appliedOn"],
      [{ ...body, legalName: " " }, "associate.nameMissing", "legalName"],
      [{ ...body, siren: "732 829 321" }, "associate.siren", "siren"],
      [{ ...body, representativeId: "" }, "associate.representativeMissing", "representativeId"],
      [{ ...body, representativeId: unknown }, "associate.representativeMissing", "representativeId"],
    ] as const) {
      expect(await apply(given), code).toMatchObject({ code, field });
    }
    expect(await apply({ ...body, siren: "732 829 320" })).toHaveProperty("associateId");
    const again = { ...body, siren: "732829320" };
    expect(await apply(again)).toMatchObject({ code: "associate.already", field: "siren", facts: { number: "1" } });
    expect(await apply({ personId })).toHaveProperty("associateId");
    expect(await apply({ personId })).toMatchObject({ code: "associate.already", field: "personId" });
  });

  it("ne se voit ni ne se décide d’une autre coopérative, ni par qui ne tient pas le registre", async () => {
    const { person, associateId } = await house.member();
    const other = await freshHouse();
    const leaving = { associateId, kind: "leave", effectOn: "2026-11-01" };
    expect(await other.tried(other.chief, recordLeaving, leaving)).toMatchObject({ code: "associate.missing" });
    expect(await house.tried(person, recordLeaving, leaving)).toMatchObject({ code: "governance.notAllowed" });
    const accountant = await house.tenant.person({ roles: ["accountant"] });
    expect(await house.tried(accountant, recordLeaving, leaving)).toMatchObject({ code: "governance.notAllowed" });
  });
});

describe("Un réseau", () => {
  it("tient le registre de ses structures, avec leurs parts, par les mêmes actes", async () => {
    const network = await freshHouse("network");
    const { personId } = await network.tenant.person();
    const body = { kind: "organization", legalName: "CAE des Abers", representativeId: personId };
    const { associateId } = await network.run(network.chief, fileApplication, asked(body));
    const admitted = { associateId, decision: "admit", effectOn: ADMITTED, decidedBy: "assembly" };
    await network.run(network.chief, decideApplication, admitted);
    const shares = { associateId, kind: "subscribe", shares: "5", effectOn: ADMITTED };
    expect(await network.tried(network.chief, moveShares, shares)).toHaveProperty("movementId");
    const place = { organizationId: network.tenant.organizationId, today: toDay("2026-11-27") };
    expect(await network.tenant.run((tx) => readCapital({ tx, ...place }))).toMatchObject({
      ...{ capital: 10_000n, unpaid: 10_000n, agrees: true },
    });
  });
});

describe("Un associé", () => {
  it("change de représentant, jamais pour rien ; une personne ne parle que d’elle-même", async () => {
    const [first, second] = [await house.tenant.person(), await house.tenant.person()];
    const body = { kind: "organization", legalName: "Mairie", representativeId: first.personId };
    const { associateId } = await house.run(house.chief, fileApplication, asked(body));
    const admitted = { associateId, decision: "admit", effectOn: ADMITTED, decidedBy: "organ" };
    await house.run(house.chief, decideApplication, admitted);
    const move = (representativeId: string) =>
      house.tried(house.chief, moveAssociate, { associateId, college: 1, effectOn: "2026-11-02", representativeId });
    expect(await move(first.personId)).toMatchObject({ code: "associate.nothingMoved" });
    expect(await move("")).toMatchObject({ code: "associate.representativeMissing" });
    expect(await move(second.personId)).toHaveProperty("associateId");
    expect((await registered(associateId, "2026-11-01"))?.voice).toBe(first.personId);
    expect((await registered(associateId))?.voice).toBe(second.personId);
  });

  it("sort, n’est plus de ceux qui votent, et revient sous le même numéro ; une exclusion a un motif et une assemblée", async () => {
    const { associateId } = await house.member();
    const leave = (more: Record<string, string>) =>
      house.tried(house.chief, recordLeaving, { associateId, effectOn: "2026-11-01", kind: "leave", ...more });
    expect(await leave({ kind: "exclude" })).toMatchObject({ code: "associate.reason", field: "reason" });
    expect(await leave({ kind: "exclude", reason: "Concurrence" })).toHaveProperty("associateId");
    expect(await leave({})).toMatchObject({ code: "associate.notNow" });
    expect((await registered(associateId))?.events.at(-1)).toMatchObject({ kind: "exclude", decidedBy: "assembly" });
    const { organizationId } = house.tenant;
    const voting = (day: string) => house.tenant.run((tx) => membersOn(tx, organizationId, toDay(day)));
    expect([(await voting("2026-10-31")).length, (await voting("2026-11-01")).length]).toEqual([1, 0]);
    const again = { associateId, college: 1, effectOn: "2026-11-20" };
    expect(await house.tried(house.chief, applyAgain, again)).toHaveProperty("associateId");
    expect(await registered(associateId)).toMatchObject({ number: 1, standing: { status: "applied" } });
  });

  it("garde ce qui lui est arrivé : rien ne se change ni ne s’efface, même en base", async () => {
    await house.member();
    for (const statement of [
      sql`update governance.associate set legal_name = 'x'`,
      sql`delete from governance.associate`,
      sql`update governance.associate_event set effect_on = '2020-01-01'`,
      sql`delete from governance.associate_event`,
    ]) {
      await expect(house.tenant.run((tx) => statement.execute(tx))).rejects.toThrow();
    }
  });
});
