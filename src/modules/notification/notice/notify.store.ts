/** The door of every module: tell people, and say that a thing is done, within the act's own transaction. */

import { sql } from "kysely";
import type { Json } from "#kernel/canonical-json.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Topic } from "#kernel/topic.ts";
import type { CommandContext } from "#platform/command.ts";
import { derivedId, newId } from "#platform/id.ts";
import { emitAt } from "#platform/outbox/emit-at.ts";
import type { NotificationTables } from "../tables.ts";

export const NOTICE_TOLD = "notification.notice.told.v1";

/** A command's context, or what an effect has: its transaction, its cooperative, the time. */
export type NotifyContext = Pick<CommandContext, "tx" | "organizationId" | "now"> & {
  /** Who did it: never told of their own act. Null for what happens by itself. */
  readonly actor: { readonly personId: PersonId } | null;
};

export type Subject = { readonly kind: string; readonly id: string };

export type Notice = {
  readonly to: PersonId | readonly PersonId[];
  readonly topic: Topic;
  /** What it is about: `settleNotices` with the same one makes it disappear. */
  readonly subject: Subject;
  /** Where its one act is, within the cooperative: `factures/${id}`. */
  readonly path: string;
  /** What the sentence of the topic needs besides {actor}, in words that both languages read alike. */
  readonly facts?: Readonly<Record<string, string>>;
  /** The act writes a mail of its own: the notice shows, and no second mail leaves. */
  readonly mailed?: boolean;
  /** Of an effect that may run twice: its event's identifier. The same one tells once. */
  readonly once?: string;
};

/**
 * Tells somebody something: it shows in their inbox at once, and by mail as they chose. Of one subject and heading the
 * latest alone stays, so that three news of an invoice are one. A counter told again before its mail has left is one too.
 */
export async function notify(context: NotifyContext, notice: Notice): Promise<void> {
  const { tx, organizationId, now, actor } = context;
  const { topic, subject, path, facts = {}, once, mailed = false } = notice;
  const asked = typeof notice.to === "string" ? [notice.to] : notice.to;
  const to = [...new Set(asked)].filter((personId) => personId !== actor?.personId);
  if (to.length === 0) return;
  const idOf = (word: string) => (once === undefined ? newId(now) : derivedId(`${once} ${word}`));
  const rows = to.map((personId) => ({ organization_id: organizationId, id: idOf(personId), person_id: personId }));
  await sql`
    with earlier as (
      update notification.notice set done_at = ${now}
       where organization_id = ${organizationId} and person_id = any(${to}::uuid[]) and done_at is null
         and subject_kind = ${subject.kind} and subject_id = ${subject.id} and heading = ${topic.heading.key}
         and id <> all(${rows.map(({ id }) => id)}::uuid[])
    )
    insert into notification.notice (organization_id, id, person_id, topic, heading, subject_kind, subject_id, path, facts, actor_id, at, mailed_at)
    select r.organization_id, r.id, r.person_id, ${topic.key}, ${topic.heading.key}, ${subject.kind}, ${subject.id}, ${path},
           ${JSON.stringify(facts)}::jsonb, ${actor?.personId ?? null}, ${now},
           ${mailed ? now : null}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(organization_id uuid, id uuid, person_id uuid)
    on conflict do nothing`.execute(tx);
  if (mailed) return;
  const payload: Record<string, Json> = { persons: to, heading: topic.heading.key };
  await emitAt(context, { id: idOf(NOTICE_TOLD), event: NOTICE_TOLD, payload, at: now });
}

/** The thing is done (or no more): its notices disappear for everybody. Of all topics unless some are named. */
export async function settleNotices(
  { tx, organizationId, now }: Pick<CommandContext, "tx" | "organizationId" | "now">,
  subject: Subject,
  topics?: readonly Topic[],
): Promise<void> {
  let query = tx
    .withTables<NotificationTables>()
    .updateTable("notification.notice")
    .set({ done_at: now })
    .where("organization_id", "=", organizationId)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("done_at", "is", null);
  if (topics !== undefined) {
    query = query.where(
      "topic",
      "in",
      topics.map(({ key }) => key),
    );
  }
  await query.execute();
}
