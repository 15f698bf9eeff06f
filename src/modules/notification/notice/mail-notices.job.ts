import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Topic } from "#kernel/topic.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { derivedId } from "#platform/id.ts";
import { requestMailOnce } from "#platform/mail/mail.ts";
import type { OutboxEvent, OutboxHandler } from "#platform/outbox/drain.ts";
import { emitAt } from "#platform/outbox/emit-at.ts";
import { cadencesOf } from "../cadence/cadence.store.ts";
import { type CadenceChoice, defaultCadence, nextDigest } from "../cadence/cadence.ts";
import type { NoticeId } from "../tables.ts";
import { forgetOldNotices } from "./notice.store.ts";
import { writeNoticeMail } from "./notice-mail.ts";
import { NOTICE_TOLD } from "./notify.store.ts";
import { type Told, tell } from "./sentence.ts";

const NOTICE_DUE = "notification.notice.due.v1";

/** What mails of notices need of the application; the cooperative is told by the module that knows it. */
export type NoticeHost = Pick<
  App,
  "database" | "clock" | "topics" | "counters" | "contacts" | "loadPresence" | "settings" | "demo"
> & {
  readonly cooperative: (
    tx: Tx,
    organizationId: OrganizationId,
  ) => Promise<{
    readonly slug: string;
    readonly legalName: string;
    readonly timeZone: string;
    readonly email: string;
  }>;
};

/** Asks, for each person who was told something, for a mail now or for their next digest. */
function toldHandler(host: NoticeHost): OutboxHandler {
  return (event) => {
    const now = host.clock();
    const { organizationId } = event;
    const topic = host.topics.find(({ heading }) => heading.key === event.payload.heading);
    if (topic === undefined) return Promise.resolve();
    return withTenant(host.database, { organizationId, userId: null }, async (tx) => {
      const { timeZone } = await host.cooperative(tx, organizationId);
      for (const personId of event.payload.persons as PersonId[]) {
        await forgetOldNotices(tx, { organizationId, personId }, host.topics, now);
        const chosen = await cadencesOf(tx, organizationId, personId);
        const choice = chosen.get(topic.heading.key) ?? defaultCadence(topic.heading);
        if (choice === "never") continue;
        const at = choice === "now" ? now : nextDigest(now, timeZone, choice);
        // One mail for each person and digest, however many things are told before it.
        const key = choice === "now" ? event.id : `${organizationId} ${choice} ${at}`;
        const due = { id: derivedId(`${key} ${personId}`), event: NOTICE_DUE, payload: { personId, choice }, at };
        await emitAt({ tx, organizationId, now }, due);
      }
    });
  };
}

type DueNotice = {
  id: NoticeId;
  topic: string;
  path: string;
  facts: Readonly<Record<string, string>>;
  actorId: PersonId | null;
};

/**
 * Writes one mail of everything that a person was told at this pace and has not read: the notices are marked and the mail
 * is written in one transaction, under the identifier of the effect, so it exists once whatever happens.
 */
function dueHandler(host: NoticeHost): OutboxHandler {
  return (event) => {
    const { organizationId } = event;
    const personId = event.payload.personId as PersonId;
    const choice = event.payload.choice as CadenceChoice;
    const now = host.clock();
    return withTenant(host.database, { organizationId, userId: null }, async (tx) => {
      const chosen = await cadencesOf(tx, organizationId, personId);
      const topics = new Map(
        host.topics
          .filter(({ heading }) => (chosen.get(heading.key) ?? defaultCadence(heading)) === choice)
          .map((topic) => [topic.key, topic]),
      );
      const due = await takeDue(tx, event, personId, [...topics.values()]);
      if (due.length === 0) return;
      await sql`update notification.notice set mailed_at = ${now},
          done_at = case when topic = any(${counterKeys(host.topics)}::text[]) then ${now}::timestamptz else done_at end
        where organization_id = ${organizationId} and id = any(${due.map(({ id }) => id)}::uuid[])`.execute(tx);
      const [person] = await host.contacts(tx, organizationId, [personId]);
      // Nobody reads the mails of a story that is being told, and who cannot sign in has nothing to open.
      if (!person?.userId || (host.demo?.()?.progress ?? null) !== null) return;
      const presence = await host.loadPresence(tx, { organizationId, userId: person.userId }, now);
      if (presence === null) return;
      const actors = await host.contacts(
        tx,
        organizationId,
        due.flatMap(({ actorId }) => actorId ?? []),
      );
      const names = new Map(actors.map((actor) => [actor.personId, actor.name]));
      const told: (Told & { path: string })[] = [];
      for (const notice of due) {
        const facts: Record<string, string> = { actor: names.get(notice.actorId as PersonId) ?? "", ...notice.facts };
        const topic = topics.get(notice.topic) as Topic;
        if (topic.kind === "counter") {
          const counter = host.counters.find((one) => one.topic.key === topic.key);
          const count = (await counter?.count(tx, organizationId, presence.actor)) ?? 0;
          if (count === 0) continue;
          facts.count = String(count);
        }
        told.push({ ...tell(topic, facts, "fr"), path: notice.path });
      }
      if (told.length === 0) return;
      const cooperative = await host.cooperative(tx, organizationId);
      const draft = writeNoticeMail({ person, told, cooperative, publicUrl: host.settings.publicUrl });
      // An answer reaches whoever asked, when one person did.
      const replyTo = actors.length === 1 && actors[0] ? actors[0].email : cooperative.email;
      await requestMailOnce({ tx, organizationId, now }, event.id, { ...draft, replyTo });
    });
  };
}

const counterKeys = (topics: readonly Topic[]) => topics.filter(({ kind }) => kind === "counter").map(({ key }) => key);

/** Locked: of two processes that hold the same effect, the second finds nothing left. */
async function takeDue(
  tx: Tx,
  { organizationId }: OutboxEvent,
  personId: PersonId,
  topics: readonly Topic[],
): Promise<DueNotice[]> {
  const { rows } = await sql<DueNotice>`
    select id, topic, path, facts, actor_id as "actorId" from notification.notice
     where organization_id = ${organizationId} and person_id = ${personId} and done_at is null
       and read_at is null and mailed_at is null and topic = any(${topics.map(({ key }) => key)}::text[])
     order by at, id for update`.execute(tx);
  return rows;
}

/** What notification does after a commit. */
export function notificationEffects(host: NoticeHost): [string, OutboxHandler[]][] {
  return [
    [NOTICE_TOLD, [toldHandler(host)]],
    [NOTICE_DUE, [dueHandler(host)]],
  ];
}
