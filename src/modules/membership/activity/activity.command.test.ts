import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type Command, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { addParticipation, endParticipation, updateRights } from "../participation/change-participation.command.ts";
import { findActivity, listActivities, participationsIn } from "./activity-detail.store.ts";
import { closeActivity, reopenActivity } from "./close-activity.command.ts";
import { openActivity } from "./open-activity.command.ts";
import { presentActivity, updateActivity } from "./update-activity.command.ts";

let tenant: TestTenant;
let support: TestPerson;

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-22T10:00:00.000Z" });
  support = await tenant.person({ roles: ["accompagnateur"] });
});

const as = <I, O>(who: TestPerson, command: Command<I, O>, input: unknown, key?: string) =>
  execute(tenant.host, who.caller, command, input, key === undefined ? {} : { idempotencyKey: key });

async function opened(input: object = {}): Promise<{ activityId: ActivityId; code: string }> {
  const result = await as(support, openActivity, { name: "Roux Formation", openedOn: "2026-01-01", ...input });
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

const found = (activityId: ActivityId) => tenant.run((tx) => findActivity(tx, tenant.organizationId, activityId));
const people = (activityId: ActivityId) => tenant.run((tx) => participationsIn(tx, tenant.organizationId, activityId));

describe("Ouvrir une activité", () => {
  it("lui donne un code neutre, même quand on en ouvre plusieurs au même instant", async () => {
    expect((await opened()).code).toBe("A001");
    const codes = await Promise.all([1, 2, 3, 4].map((n) => opened({ name: `Activité ${n}` })));
    expect(codes.map(({ code }) => code).sort()).toEqual(["A002", "A003", "A004", "A005"]);
  });

  it("accepte un code choisi s'il est libre et bien formé", async () => {
    expect((await opened({ code: " plomb " })).code).toBe("PLOMB");
    expect(await as(support, openActivity, { name: "X", openedOn: "2026-01-01", code: "PLOMB" })).toMatchObject({
      code: "activity.codeTaken",
      field: "code",
    });
    expect(await as(support, openActivity, { name: "", openedOn: "", code: "é" })).toMatchObject({
      fields: { name: "field.required", openedOn: "field.required", code: "field.code" },
    });
  });

  it("est réservé à l'accompagnement, à la direction et à l'administration", async () => {
    const entrepreneur = await tenant.person({ activities: [(await opened()).activityId] });
    const accountant = await tenant.person({ roles: ["accountant"] });
    for (const who of [entrepreneur, accountant]) {
      expect(await as(who, openActivity, { name: "X", openedOn: "2026-01-01" })).toMatchObject({
        code: "activity.notAllowed",
      });
    }
  });

  it("un code ne change jamais", async () => {
    const { activityId } = await opened();
    await expect(
      tenant.run((tx) => sql`update membership.activity set code = 'AUTRE' where id = ${activityId}`.execute(tx)),
    ).rejects.toThrow("never changes");
  });
});

describe("Modifier une activité", () => {
  it("la seconde personne est prévenue", async () => {
    const { activityId } = await opened();
    const change = { activityId, version: 1, name: "Roux Conseil", trade: "Formation" };
    expect(await as(support, updateActivity, change)).toMatchObject({ version: 2 });
    expect(await as(support, updateActivity, { ...change, name: "Autre" })).toMatchObject({
      kind: "conflict",
      code: "activity.changedMeanwhile",
    });
    expect(await found(activityId)).toMatchObject({ name: "Roux Conseil", version: 2 });
  });

  it("l'entrepreneuse choisit comment elle se présente, pas son enseigne", async () => {
    const { activityId } = await opened();
    const owner = await tenant.person({ activities: [activityId] });
    const look = {
      activityId,
      version: 1,
      email: "bonjour@roux.example",
      accentColour: "#0B5C55",
      footer: "Assurance décennale",
    };
    expect(await as(owner, presentActivity, look)).toMatchObject({ version: 2 });
    expect(await found(activityId)).toMatchObject({ accentColour: "#0b5c55", footer: "Assurance décennale" });
    expect(await as(owner, updateActivity, { activityId, version: 2, name: "X" })).toMatchObject({
      kind: "forbidden",
      code: "activity.notAllowed",
    });
    expect(await as(owner, presentActivity, { ...look, version: 2, accentColour: "#ffe08a" })).toMatchObject({
      code: "activity.paleColour",
      field: "accentColour",
    });
  });

  it("d'autrui, ou d'une autre coopérative, n'existe pas", async () => {
    const { activityId } = await opened();
    const neighbour = await tenant.person({ activities: [(await opened()).activityId] });
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["administrator"] });
    const input = { activityId, version: 1, name: "X", closedOn: "2026-12-31" };
    for (const command of [updateActivity, presentActivity, closeActivity, reopenActivity] as Command<
      unknown,
      unknown
    >[]) {
      expect(await as(neighbour, command, input), command.name).toMatchObject({ code: "activity.missing" });
      expect(await execute(other.host, stranger.caller, command, input), command.name).toMatchObject({
        code: "activity.missing",
      });
    }
  });
});

describe("Fermer une activité", () => {
  it("met fin aux participations ce jour-là, et la rouvrir ne les rétablit pas", async () => {
    const { activityId } = await opened();
    const { personId } = await tenant.person();
    await as(support, addParticipation, { activityId, personId, startsOn: "2026-02-01" });
    expect(await as(support, closeActivity, { activityId, version: 1, closedOn: "2025-12-31" })).toMatchObject({
      code: "activity.closedBeforeOpened",
      facts: { opened: { day: "2026-01-01" } },
    });
    expect(await as(support, closeActivity, { activityId, version: 1, closedOn: "2026-01-15" })).toMatchObject({
      code: "activity.participationLater",
    });
    expect(await as(support, closeActivity, { activityId, version: 1, closedOn: "2026-10-31" })).toMatchObject({
      activityId,
    });
    expect(await people(activityId)).toMatchObject([{ endsOn: "2026-10-31" }]);
    expect(await as(support, closeActivity, { activityId, version: 2, closedOn: "2026-11-30" })).toMatchObject({
      code: "activity.closedAlready",
    });
    expect(await as(support, addParticipation, { activityId, personId, startsOn: "2026-11-01" })).toMatchObject({
      code: "participation.activityClosed",
    });
    expect(await as(support, reopenActivity, { activityId, version: 2 })).toMatchObject({ activityId });
    expect(await as(support, reopenActivity, { activityId, version: 3 })).toMatchObject({ code: "activity.notClosed" });
    expect(await people(activityId)).toMatchObject([{ endsOn: "2026-10-31" }]);
  });
});

describe("Prendre part à une activité", () => {
  let activityId: ActivityId;
  let personId: PersonId;

  beforeEach(async () => {
    ({ activityId } = await opened());
    personId = (await tenant.person()).personId;
  });

  it("à plusieurs, avec des droits à chacun; la liste les nomme", async () => {
    const second = (await tenant.person()).personId;
    await as(support, addParticipation, { activityId, personId, startsOn: "2026-01-01", selfValidatesInvoices: "on" });
    await as(support, addParticipation, { activityId, personId: second, startsOn: "2026-03-01", endsOn: "2026-06-30" });
    expect(await people(activityId)).toMatchObject([
      { personId, selfValidatesInvoices: true, selfValidatesQuotes: false },
      { personId: second, selfValidatesInvoices: false, endsOn: "2026-06-30" },
    ]);
    const list = await tenant.run((tx) => listActivities(tx, tenant.organizationId, "all", toDay("2026-11-22")));
    expect(list).toMatchObject([{ code: "A001", persons: ["Samira Roux"] }]);
  });

  it("pas avant l'ouverture, pas deux fois aux mêmes dates, pas à l'envers", async () => {
    const add = (input: object) => as(support, addParticipation, { activityId, personId, ...input });
    expect(await add({ startsOn: "2025-12-31" })).toMatchObject({
      code: "participation.beforeOpening",
      facts: { opened: { day: "2026-01-01" } },
    });
    expect(await add({ startsOn: "2026-02-01", endsOn: "2026-01-31" })).toMatchObject({
      code: "participation.endBeforeStart",
    });
    await add({ startsOn: "2026-02-01", endsOn: "2026-03-31" });
    expect(await add({ startsOn: "2026-03-31" })).toMatchObject({ code: "participation.overlaps" });
    expect(await add({ startsOn: "2026-04-01" })).toMatchObject({ activityId });
    await expect(
      tenant.run((tx) =>
        sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on)
          values (${tenant.organizationId}, ${activityId}, ${personId}, '2026-03-01')`.execute(tx),
      ),
    ).rejects.toThrow("overlap");
  });

  it("ses droits changent, et la seconde personne qui les change est prévenue", async () => {
    await as(support, addParticipation, { activityId, personId, startsOn: "2026-01-01" });
    const change = { activityId, personId, startsOn: "2026-01-01", version: 1, recordsPayments: "on" };
    expect(await as(support, updateRights, change)).toMatchObject({ activityId });
    expect(await as(support, updateRights, change)).toMatchObject({ code: "participation.changedMeanwhile" });
    expect(await people(activityId)).toMatchObject([{ recordsPayments: true, version: 2 }]);
    expect(await as(support, endParticipation, { ...change, version: 2, endsOn: "2026-11-30" })).toMatchObject({
      activityId,
    });
    expect(await as(support, endParticipation, { ...change, version: 3, endsOn: "2025-11-30" })).toMatchObject({
      code: "participation.endBeforeStart",
    });
    const wrong = { ...change, startsOn: "2026-01-02", version: 1 };
    expect(await as(support, updateRights, wrong)).toMatchObject({ code: "participation.missing" });
  });

  it("ne se donne pas de droits à soi-même", async () => {
    const owner = await tenant.person({ activities: [activityId] });
    const change = {
      activityId,
      personId: owner.personId,
      startsOn: "2025-01-01",
      version: 1,
      selfValidatesInvoices: "on",
    };
    expect(await as(owner, updateRights, change)).toMatchObject({ code: "activity.notAllowed" });
  });

  it("un rôle limité ne fait entrer que les personnes qu'il atteint", async () => {
    const limited = await tenant.person();
    const followed = await tenant.person({ activities: [activityId] });
    await tenant.run(async (tx) => {
      await sql`insert into membership.role_grant (organization_id, id, person_id, role, followed_only, granted_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${limited.personId}, 'accompagnateur', true, now())`.execute(
        tx,
      );
      await sql`update membership.person set follower_id = ${limited.personId} where id = ${followed.personId}`.execute(
        tx,
      );
    });
    expect(await as(limited, addParticipation, { activityId, personId, startsOn: "2026-02-01" })).toMatchObject({
      code: "activity.personMissing",
      field: "personId",
    });
    const other = await freshTenant();
    const theirs = await other.person();
    expect(
      await as(support, addParticipation, { activityId, personId: theirs.personId, startsOn: "2026-02-01" }),
    ).toMatchObject({ code: "activity.personMissing" });
    await tenant.run((tx) =>
      sql`update membership.person set follower_id = ${limited.personId} where id = ${personId}`.execute(tx),
    );
    expect(await as(limited, addParticipation, { activityId, personId, startsOn: "2026-02-01" })).toMatchObject({
      activityId,
    });
    expect(await as(limited, openActivity, { name: "X", openedOn: "2026-01-01" })).toMatchObject({
      code: "activity.notAllowed",
    });
  });

  it("deux clics ne comptent qu'une fois", async () => {
    const input = { activityId, personId, startsOn: "2026-02-01" };
    const first = await as(support, addParticipation, input, "cle-participation");
    expect(await as(support, addParticipation, input, "cle-participation")).toEqual(first);
    expect(await people(activityId)).toHaveLength(1);
  });
});
