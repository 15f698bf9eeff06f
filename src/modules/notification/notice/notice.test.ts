/** Ce que chacun apprend : la cloche, la boîte, les courriels choisis. Sur la vraie base. */
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Instant } from "#kernel/day.ts";
import type { Topic } from "#kernel/topic.ts";
import { contactsOf, loadPresence, organizationProfile } from "#modules/membership/index.server.ts";
import type { Counter } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { nextDigest } from "../cadence/cadence.ts";
import { chooseCadence } from "../cadence/choose-cadence.command.ts";
import { type NoticeHost, notificationEffects } from "./mail-notices.job.ts";
import { noticesOf, waitingFor } from "./notice.store.ts";
import { type Notice, notify, settleNotices } from "./notify.store.ts";
import { readAllNotices, readNotice } from "./read-notice.command.ts";

const words = (sentence: string, one?: string) => {
  const said = { sentence, action: "Voir", ...(one === undefined ? {} : { one }) };
  return { fr: said, en: said };
};
const headed = (key: string, urgent = false) => ({
  key,
  words: { fr: key, en: key },
  ...(urgent ? { urgent: true as const } : {}),
});
const TO_CORRECT: Topic = {
  key: "test.paper.returned",
  kind: "yours",
  heading: headed("test.correction", true),
  words: words("{actor} vous demande de corriger {number}."),
};
const PAID: Topic = {
  key: "test.paper.paid",
  kind: "news",
  heading: headed("test.payment"),
  words: words("{number} est payée."),
};
const SENT: Topic = { ...PAID, key: "test.paper.sent", words: words("{number} est partie.") };
const QUEUE: Topic = {
  key: "test.paper.queue",
  kind: "counter",
  heading: headed("test.queue"),
  words: words("{count} papiers à relire", "1 papier à relire"),
};
const TOPICS = [TO_CORRECT, PAID, SENT, QUEUE];

let tenant: TestTenant;
let samira: TestPerson;
let karim: TestPerson;
let queue = 0;
const counters: readonly Counter[] = [{ topic: QUEUE, path: "a-relire", count: async () => queue }];

beforeAll(async () => {
  tenant = await freshTenant();
});
beforeEach(async () => {
  tenant.setNow("2026-11-20T10:00:00.000Z");
  samira = await tenant.person();
  karim = await tenant.person({ roles: ["accountant"] });
  queue = 0;
  await jobs("update platform.outbox set done_at = now() where done_at is null");
});

const now = () => tenant.host.clock();
const subject = (id: string) => ({ kind: "test.paper", id });
const tell = (topic: Topic, id: string, more: Partial<Notice> = {}) =>
  tenant.run((tx) =>
    notify(
      { tx, organizationId: tenant.organizationId, now: now(), actor: { personId: karim.personId } },
      { to: samira.personId, topic, subject: subject(id), path: `papiers/${id}`, facts: { number: id }, ...more },
    ),
  );
const inbox = async (who: TestPerson = samira) =>
  tenant.run(async (tx) => noticesOf(tx, await actorOf(who), TOPICS, now()));
const waiting = (who: TestPerson = samira, counted: readonly Counter[] = []) =>
  tenant.run(async (tx) => waitingFor(tx, await actorOf(who), TOPICS, counted, now()));
async function actorOf(who: TestPerson) {
  const presence = await tenant.run((tx) => loadPresence(tx, who.caller, now()));
  if (presence === null) throw new Error("no presence");
  return presence.actor;
}

async function jobs(statement: string) {
  const pool = tenant.database.pool("jobs");
  try {
    return (await pool.query(statement)).rows;
  } finally {
    await pool.end();
  }
}

/** Does the effects that are due at a moment, as the drainer would; `twice` as when a process dies before it says so. */
async function drain(at: string, twice = false): Promise<void> {
  tenant.setNow(at);
  const host = {
    ...{ ...tenant.host, topics: TOPICS, counters, contacts: contactsOf, cooperative: organizationProfile },
    settings: { publicUrl: "https://essaim.example" },
  } as unknown as NoticeHost;
  const handlers = new Map(notificationEffects(host));
  for (;;) {
    const { rows } = await tenant.run((tx) =>
      sql<OutboxEvent>`select organization_id as "organizationId", id, event, payload, attempts from platform.outbox
        where done_at is null and next_attempt_at <= ${at}::timestamptz and event like 'notification.%'`.execute(tx),
    );
    if (rows.length === 0) return;
    for (const event of rows) {
      for (const handle of handlers.get(event.event) ?? [])
        for (let turn = 0; turn < (twice ? 2 : 1); turn++) await handle(event);
      await jobs(`update platform.outbox set done_at = now() where id = '${event.id}'`);
    }
  }
}

const mails = async (who: TestPerson = samira) =>
  (
    await tenant.run((tx) =>
      sql<{ id: string; subject: string; body: string; reply_to: string }>`select id, subject, body, reply_to
        from platform.mail where recipient = ${`${who.personId}@etabli.example`} order by at, id`.execute(tx),
    )
  ).rows;

describe("La boîte", () => {
  it("dit ce qui attend, et l’oublie quand la chose est faite", async () => {
    await tell(TO_CORRECT, "F1");
    expect(await inbox()).toMatchObject([{ topic: TO_CORRECT.key, path: "papiers/F1", actorId: karim.personId }]);
    expect(await waiting()).toBe(1);
    await tenant.run((tx) => settleNotices({ tx, organizationId: tenant.organizationId, now: now() }, subject("F1")));
    expect(await inbox()).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it("ne dit rien à qui l’a fait, ni deux fois la même chose", async () => {
    await tell(TO_CORRECT, "F1", { to: [karim.personId, samira.personId, samira.personId] });
    expect(await inbox(karim)).toEqual([]);
    expect(await inbox()).toHaveLength(1);
    // The latest of one thing and heading: sent, then paid.
    await tell(SENT, "F2");
    await tell(PAID, "F2");
    expect((await inbox()).map(({ topic }) => topic).sort()).toEqual([PAID.key, TO_CORRECT.key]);
  });

  it("un effet rejoué ne dit rien de plus, même lu entre-temps", async () => {
    await tell(PAID, "F1", { once: "effet-un" });
    await tell(PAID, "F1", { once: "effet-un" });
    expect(await inbox()).toHaveLength(1);
    await execute(tenant.host, samira.caller, readAllNotices, {});
    await tell(PAID, "F1", { once: "effet-un" });
    expect(await inbox()).toMatchObject([{ readAt: now() }]);
  });

  it("une nouvelle lue n’attend plus, ce qui est à faire attend toujours ; les nouvelles durent trente jours", async () => {
    await tell(PAID, "F1");
    await tell(TO_CORRECT, "F2");
    expect(await waiting()).toBe(2);
    const [, news] = (await inbox()).toSorted((a, b) => (a.topic < b.topic ? 1 : -1));
    const opened = await execute(tenant.host, samira.caller, readNotice, { noticeId: news?.id });
    expect(opened).toEqual({ path: "papiers/F1" });
    expect(await waiting()).toBe(1);
    tenant.setNow("2026-12-21T10:00:00.000Z");
    expect((await inbox()).map(({ topic }) => topic)).toEqual([TO_CORRECT.key]);
  });

  it("garde six mois ce qui est passé, et sans fin ce qui reste à faire", async () => {
    const kept = async () =>
      (
        await tenant.run((tx) =>
          sql<{ said: string }>`select facts ->> 'number' as said from notification.notice
            where person_id = ${samira.personId} order by said`.execute(tx),
        )
      ).rows.map(({ said }) => said);
    await tell(PAID, "F1");
    await tell(TO_CORRECT, "F2");
    await tell(TO_CORRECT, "F3");
    await tenant.run((tx) => settleNotices({ tx, organizationId: tenant.organizationId, now: now() }, subject("F3")));
    tenant.setNow("2027-05-21T10:00:00.000Z");
    await tell(PAID, "F4");
    await drain("2027-05-21T10:00:00.000Z");
    expect(await kept()).toEqual(["F1", "F2", "F3", "F4"]);
    tenant.setNow("2027-05-23T10:00:00.000Z");
    await tell(PAID, "F5");
    await drain("2027-05-23T10:00:00.000Z");
    expect(await kept()).toEqual(["F2", "F4", "F5"]);
  });

  it("est à une seule personne : une autre n’y lit rien et n’y ouvre rien", async () => {
    await tell(PAID, "F1");
    const [notice] = await inbox();
    const refused = await execute(tenant.host, karim.caller, readNotice, { noticeId: notice?.id });
    expect(refused).toMatchObject({ kind: "missing", code: "notice.missing" });
    await execute(tenant.host, karim.caller, readAllNotices, {});
    expect(await waiting()).toBe(1);
    const elsewhere = await freshTenant();
    const stranger = await elsewhere.person();
    expect(await execute(elsewhere.host, stranger.caller, readNotice, { noticeId: notice?.id })).toMatchObject({
      kind: "missing",
    });
  });

  it("compte ce qui attend une équipe, sans une ligne par document", async () => {
    queue = 3;
    expect(await waiting(karim, counters)).toBe(3);
    expect(await inbox(karim)).toEqual([]);
  });
});

describe("Les courriels", () => {
  it("à vous de jouer : tout de suite, une fois, même rejoué ; la réponse va à qui demande", async () => {
    await tell(TO_CORRECT, "F1");
    await drain("2026-11-20T10:00:01.000Z", true);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Samira Roux vous demande de corriger F1");
    expect(mail?.body).toContain("/papiers/F1");
    expect(mail?.reply_to).toBe(`${karim.personId}@etabli.example`);
    // Its identifier, which is its Message-ID, is that of the effect.
    const effects = await jobs(`select id from platform.outbox where id = '${mail?.id}'`);
    expect(effects).toHaveLength(1);
  });

  it("le reste part ensemble à 8 h de la coopérative, une fois par jour", async () => {
    await tell(PAID, "F1");
    await drain("2026-11-20T11:00:00.000Z");
    tenant.setNow("2026-11-20T15:00:00.000Z");
    await tell(PAID, "F2");
    // 8 h in Paris is 7 h UTC in winter.
    await drain("2026-11-21T06:59:00.000Z");
    expect(await mails()).toEqual([]);
    await drain("2026-11-21T07:00:00.000Z", true);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("2 nouvelles de Coopérative L’Établi");
    expect(mail?.body).toContain("F1 est payée.");
    expect(mail?.body).toContain("F2 est payée.");
    // What a mail told is told by no other, read or not.
    await tell(PAID, "F3");
    await drain("2026-11-21T09:00:00.000Z");
    await drain("2026-11-23T08:00:00.000Z");
    expect((await mails()).map(({ subject: said }) => said).toSorted()[1]).toBe("F3 est payée");
    expect(await mails()).toHaveLength(2);
  });

  it("ce qui est lu ou fait avant le courriel n’y est plus", async () => {
    await tell(PAID, "F1");
    await drain("2026-11-20T10:30:00.000Z");
    await execute(tenant.host, samira.caller, readAllNotices, {});
    await tell(PAID, "F2");
    await drain("2026-11-20T11:00:00.000Z");
    await tenant.run((tx) => settleNotices({ tx, organizationId: tenant.organizationId, now: now() }, subject("F2")));
    await tell(PAID, "F3");
    await drain("2026-11-20T11:30:00.000Z");
    await drain("2026-11-21T07:00:00.000Z");
    expect((await mails()).map((mail) => mail.subject)).toEqual(["F3 est payée"]);
  });

  it("chacun choisit : jamais, le lundi, tout de suite", async () => {
    const choose = (choice: string) =>
      execute(tenant.host, samira.caller, chooseCadence, { choices: { "test.payment": choice } });
    await choose("never");
    await tell(PAID, "F1");
    await drain("2026-11-20T12:00:00.000Z");
    tenant.setNow("2026-11-20T12:00:00.000Z");
    await choose("weekly");
    await tell(PAID, "F2");
    // 2026-11-20 is a Friday.
    await drain("2026-11-22T23:00:00.000Z");
    expect(await mails()).toEqual([]);
    await drain("2026-11-23T07:00:00.000Z");
    expect(await mails()).toHaveLength(1);
    await choose("now");
    await tell(PAID, "F3");
    await drain("2026-11-23T09:00:00.000Z");
    expect(await mails()).toHaveLength(2);
    expect(await choose("parfois")).toMatchObject({ kind: "invalid" });
  });

  it("une équipe reçoit un compte, celui du moment, et rien quand il n’y a plus rien", async () => {
    const submitted = () =>
      tenant.run((tx) =>
        notify(
          { tx, organizationId: tenant.organizationId, now: now(), actor: { personId: samira.personId } },
          { to: karim.personId, topic: QUEUE, subject: subject("file"), path: "a-relire" },
        ),
      );
    await submitted();
    await submitted();
    await drain("2026-11-20T10:30:00.000Z");
    queue = 3;
    await drain("2026-11-21T07:00:00.000Z");
    expect((await mails(karim)).map((mail) => mail.subject)).toEqual(["3 papiers à relire"]);
    await submitted();
    await drain("2026-11-21T09:00:00.000Z");
    queue = 0;
    await drain("2026-11-22T07:00:00.000Z");
    expect(await mails(karim)).toHaveLength(1);
  });
});

describe("L’instant d’un résumé", () => {
  it("est huit heures là où est la coopérative, été comme hiver", () => {
    const at = (text: string, zone: string, choice: "daily" | "weekly" = "daily") =>
      nextDigest(text as Instant, zone, choice);
    expect(at("2026-11-20T06:59:59.000Z", "Europe/Paris")).toBe("2026-11-20T07:00:00.000Z");
    expect(at("2026-11-20T07:00:00.000Z", "Europe/Paris")).toBe("2026-11-21T07:00:00.000Z");
    expect(at("2026-07-01T12:00:00.000Z", "Europe/Paris")).toBe("2026-07-02T06:00:00.000Z");
    expect(at("2026-11-20T03:00:00.000Z", "Indian/Reunion")).toBe("2026-11-20T04:00:00.000Z");
    expect(at("2026-03-28T12:00:00.000Z", "Europe/Paris")).toBe("2026-03-29T06:00:00.000Z");
    expect(at("2026-11-20T12:00:00.000Z", "Europe/Paris", "weekly")).toBe("2026-11-23T07:00:00.000Z");
    expect(at("2026-11-20T12:00:00.000Z", "America/Cayenne")).toBe("2026-11-21T11:00:00.000Z");
  });
});
