import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { announceMeeting } from "#modules/meetings/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { holdAppointment } from "../appointment/hold-appointment.command.ts";
import { planAppointment } from "../appointment/plan-appointment.command.ts";
import { closeFeed, openFeed } from "./change-feed.command.ts";
import * as feed from "./feed.page.ts";
import { isAskedTooOften, newFeedToken, readFeedToken } from "./feed-token.server.ts";

let app: App;
let tenant: TestTenant;
let karim: TestPerson;
let samira: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-11-27T09:00:00.000Z" });
  Object.assign(app, { clock: tenant.host.clock });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
});

async function open(who: TestPerson): Promise<string> {
  const { token, hash } = newFeedToken(tenant.organizationId);
  expect(await execute(tenant.host, who.caller, openFeed, { tokenHash: hash })).toHaveProperty("feedId");
  return token;
}
const read = (token: string) => {
  const path = `/calendrier/${token}.ics`;
  return answerOf(() => feed.loader(pageArguments(app, { path, params: { token: `${token}.ics` } }) as never));
};

describe("L’adresse secrète d’un agenda", () => {
  it("donne les rendez-vous, sans aucune note, en UTC ; la base n’en garde que l’empreinte", async () => {
    const given = { personIds: [samira.personId], day: "2026-11-27", time: "09:30", minutes: "60", mode: "onSite" };
    const { appointmentId } = (await execute(tenant.host, karim.caller, planAppointment, {
      ...given,
      nature: "interview",
    })) as { appointmentId: string };
    const notes = { shared: "Partagée", team: "Confidentielle", mine: "" };
    await execute(tenant.host, karim.caller, holdAppointment, { appointmentId, minutes: "60", notes });
    const token = await open(samira);
    const { status, body } = await read(token);
    expect([status, String(body).includes("DTSTART:20261127T083000Z")]).toEqual([200, true]);
    expect(String(body)).toContain(`UID:appointment-${appointmentId}@localhost`);
    expect(String(body)).not.toMatch(/Partagée|Confidentielle/);
    const { rows } = await tenant.run((tx) => sql`select * from accompaniment.calendar_feed`.execute(tx));
    expect(JSON.stringify(rows)).not.toContain(token);
    const { rows: keys } = await tenant.run((tx) => sql`select * from platform.idempotency`.execute(tx));
    expect(JSON.stringify(keys)).not.toContain(token);
  });

  it("donne les réunions coopératives auxquelles on est appelé, et pas celles de l’équipe aux autres", async () => {
    const given = { day: "2026-12-03", time: "18:00", duration: "90", place: "Brest" };
    for (const [title, audience] of [
      ["Pour tous", "everybody"],
      ["Pour qui a une activité", "entrepreneurs"],
      ["Entre nous", "team"],
    ]) {
      expect(await execute(tenant.host, karim.caller, announceMeeting, { ...given, title, audience })).toHaveProperty(
        "meetingId",
      );
    }
    const summaries = async (who: TestPerson) =>
      [...String((await read(await open(who))).body).matchAll(/SUMMARY:(.*)\r/g)].map((found) => found[1]).sort();
    expect(await summaries(samira)).toEqual(["Pour qui a une activité", "Pour tous"]);
    expect(await summaries(karim)).toEqual(["Entre nous", "Pour tous"]);
  });

  it("ne marche plus une fois fermée, remplacée, ou la personne partie ; une autre n’ouvre rien", async () => {
    const first = await open(samira);
    expect((await read(first)).status).toBe(200);
    const second = await open(samira);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    expect(await execute(tenant.host, samira.caller, closeFeed, {})).toHaveProperty("feedId");
    expect((await read(second)).status).toBe(404);
    expect(await execute(tenant.host, samira.caller, closeFeed, {})).toMatchObject({ code: "calendar.none" });
    const third = await open(samira);
    await tenant.run((tx) =>
      sql`update membership.person set archived_at = now() where id = ${samira.personId}`.execute(tx),
    );
    expect((await read(third)).status).toBe(404);
    const elsewhere = newFeedToken(tenant.organizationId).token;
    for (const token of [elsewhere, "court", "../etc", ""]) expect((await read(token)).status).toBe(404);
    await expect(
      tenant.run((tx) => sql`update accompaniment.calendar_feed set revoked_at = null`.execute(tx)),
    ).rejects.toThrow();
  });

  it("se relit, et ne se lit pas à l’envi", () => {
    const { token, hash } = newFeedToken(tenant.organizationId);
    expect(readFeedToken(token)).toEqual({ organizationId: tenant.organizationId, hash });
    const asks = Array.from({ length: 31 }, () => isAskedTooOften("one", 1_000));
    expect([asks.slice(0, 30).some(Boolean), asks[30]]).toEqual([false, true]);
    expect(isAskedTooOften("one", 1_000 + 600_001)).toBe(false);
  });
});
