/** SQL of one person's notices. */

import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Topic } from "#kernel/topic.ts";
import type { Counter } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import type { NoticeId, NotificationTables } from "../tables.ts";

export type StoredNotice = {
  readonly id: NoticeId;
  readonly topic: string;
  readonly path: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly actorId: PersonId | null;
  readonly at: Instant;
  readonly readAt: Instant | null;
};

/** News is shown for thirty days; what must be done, until it is. */
const DAYS_OF_NEWS = 30;
/** More than anybody reads in a sitting. */
const MOST = 100;

export const topicsOfKind = (topics: readonly Topic[], kind: Topic["kind"]): string[] =>
  topics.filter((topic) => topic.kind === kind).map(({ key }) => key);

/** What a person's inbox holds: what they must do, and the news of the last month. The latest first. */
export async function noticesOf(
  tx: Tx,
  actor: Actor,
  topics: readonly Topic[],
  now: Instant,
): Promise<readonly StoredNotice[]> {
  const { rows } = await sql<StoredNotice>`
    select id, topic, path, facts, actor_id as "actorId", at, read_at as "readAt"
      from notification.notice
     where organization_id = ${actor.organizationId} and person_id = ${actor.personId} and done_at is null
       and (topic = any(${topicsOfKind(topics, "yours")}::text[])
        or (topic = any(${topicsOfKind(topics, "news")}::text[])
            and at > ${now}::timestamptz - make_interval(days => ${DAYS_OF_NEWS})))
     order by at desc, id desc limit ${MOST}`.execute(tx);
  return rows;
}

/** How many things wait for somebody: what they must do, unread news, and what is counted for them. */
export async function waitingFor(
  tx: Tx,
  actor: Actor,
  topics: readonly Topic[],
  counters: readonly Counter[],
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting
      from notification.notice
     where organization_id = ${actor.organizationId} and person_id = ${actor.personId} and done_at is null
       and (topic = any(${topicsOfKind(topics, "yours")}::text[])
        or (topic = any(${topicsOfKind(topics, "news")}::text[]) and read_at is null
            and at > ${now}::timestamptz - make_interval(days => ${DAYS_OF_NEWS})))`.execute(tx);
  let waiting = rows[0]?.waiting ?? 0;
  for (const counter of counters) waiting += await counter.count(tx, actor.organizationId, actor);
  return waiting;
}

/** What was dealt with, or is news no more, is kept for six months. */
export async function forgetOldNotices(
  tx: Tx,
  { organizationId, personId }: Pick<Actor, "organizationId" | "personId">,
  topics: readonly Topic[],
  now: Instant,
): Promise<void> {
  await sql`delete from notification.notice
    where organization_id = ${organizationId} and person_id = ${personId}
      and at < ${now}::timestamptz - make_interval(days => 183)
      and (done_at is not null or topic <> all(${topicsOfKind(topics, "yours")}::text[]))`.execute(tx);
}

/** Whose notice it is and where it leads; null when it is gone. */
export async function findNotice(
  tx: Tx,
  organizationId: OrganizationId,
  id: NoticeId,
): Promise<{ personId: PersonId; path: string } | null> {
  const row = await tx
    .withTables<NotificationTables>()
    .selectFrom("notification.notice")
    .select(["person_id as personId", "path"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Marks one notice of a person, or all of them, as read. */
export async function markRead(
  tx: Tx,
  { organizationId, personId }: Pick<Actor, "organizationId" | "personId">,
  now: Instant,
  id?: NoticeId,
): Promise<void> {
  let query = tx
    .withTables<NotificationTables>()
    .updateTable("notification.notice")
    .set({ read_at: now })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("at", "<=", now)
    .where("read_at", "is", null);
  if (id !== undefined) query = query.where("id", "=", id);
  await query.execute();
}
