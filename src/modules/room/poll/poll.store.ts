/** SQL of polls and of what was answered. Counts are read from the answers, never kept beside them. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ParticipantId } from "../card/card.ts";
import type { RoomId, ScenarioId } from "../room/room.ts";
import {
  type Answer,
  type Counts,
  NO_COUNTS,
  type Poll,
  type PollId,
  type PollItemId,
  type PollResults,
} from "./poll.ts";

const columns = sql`p.id, p.room_id as "roomId", p.title, p.live, p.status, p.opened_at as "openedAt", p.closed_at as "closedAt"`;

export async function pollsOf(tx: Tx, organizationId: OrganizationId, roomId: RoomId): Promise<Poll[]> {
  const { rows } = await sql<Poll>`select ${columns} from room.poll p
    where p.organization_id = ${organizationId} and p.room_id = ${roomId} order by p.created_at, p.id`.execute(tx);
  return rows;
}

export async function findPoll(tx: Tx, organizationId: OrganizationId, id: PollId): Promise<Poll | null> {
  const { rows } = await sql<Poll>`select ${columns} from room.poll p
    where p.organization_id = ${organizationId} and p.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

type ItemRow = { id: PollItemId; pollId: PollId; label: string; scenarioId: ScenarioId | null };
type CountRow = { itemId: PollItemId; answer: Answer; count: number };

/** The polls of a room with all that was answered, for whoever may read it. */
export async function resultsOf(tx: Tx, organizationId: OrganizationId, roomId: RoomId): Promise<PollResults[]> {
  const polls = await pollsOf(tx, organizationId, roomId);
  if (polls.length === 0) return [];
  const items = await sql<ItemRow>`select i.id, i.poll_id as "pollId", i.label, i.scenario_id as "scenarioId"
    from room.poll_item i join room.poll p on p.organization_id = i.organization_id and p.id = i.poll_id
    where i.organization_id = ${organizationId} and p.room_id = ${roomId} order by i.position`.execute(tx);
  const counted = await sql<CountRow>`select a.item_id as "itemId", a.answer, count(*)::int as count
    from room.poll_answer a join room.poll p on p.organization_id = a.organization_id and p.id = a.poll_id
    where a.organization_id = ${organizationId} and p.room_id = ${roomId} group by a.item_id, a.answer`.execute(tx);
  const answered = await sql<{ pollId: PollId; count: number }>`select a.poll_id as "pollId",
      count(distinct a.participant_id)::int as count
    from room.poll_answer a join room.poll p on p.organization_id = a.organization_id and p.id = a.poll_id
    where a.organization_id = ${organizationId} and p.room_id = ${roomId} group by a.poll_id`.execute(tx);
  const counts = new Map<PollItemId, Counts>();
  for (const { itemId, answer, count } of counted.rows) {
    counts.set(itemId, { ...(counts.get(itemId) ?? NO_COUNTS), [answer]: count });
  }
  return polls.map((poll) => ({
    ...poll,
    answered: answered.rows.find(({ pollId }) => pollId === poll.id)?.count ?? 0,
    items: items.rows
      .filter(({ pollId }) => pollId === poll.id)
      .map(({ id, label, scenarioId }) => ({ id, label, scenarioId, counts: counts.get(id) ?? NO_COUNTS })),
  }));
}

export async function itemsOf(tx: Tx, organizationId: OrganizationId, id: PollId): Promise<PollItemId[]> {
  const { rows } = await sql<{ id: PollItemId }>`select id from room.poll_item
    where organization_id = ${organizationId} and poll_id = ${id} order by position`.execute(tx);
  return rows.map((row) => row.id);
}

type Context = Pick<OpenContext, "tx" | "organizationId" | "now">;

export async function insertPoll(
  { tx, organizationId, now }: Context,
  poll: Pick<Poll, "id" | "roomId" | "title" | "live">,
  items: readonly { readonly id: PollItemId; readonly label: string; readonly scenarioId: ScenarioId | null }[],
): Promise<void> {
  await sql`insert into room.poll (organization_id, id, room_id, title, live, status, created_at)
    values (${organizationId}, ${poll.id}, ${poll.roomId}, ${poll.title}, ${poll.live}, 'ready', ${now})`.execute(tx);
  for (const [rank, item] of items.entries()) {
    await sql`insert into room.poll_item (organization_id, id, poll_id, scenario_id, position, label)
      values (${organizationId}, ${item.id}, ${poll.id}, ${item.scenarioId}, ${rank + 1}, ${item.label})`.execute(tx);
  }
}

export async function setOpened({ tx, organizationId, now }: Context, id: PollId): Promise<void> {
  await sql`update room.poll set status = 'open', opened_at = ${now}
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

/** Closes a poll, or all those of a room that are open. */
export async function closePolls({ tx, organizationId, now }: Context, roomId: RoomId, id?: PollId): Promise<void> {
  await sql`update room.poll set status = 'closed', closed_at = ${now}
    where organization_id = ${organizationId} and room_id = ${roomId} and status = 'open'
      ${id === undefined ? sql`` : sql`and id = ${id}`}`.execute(tx);
}

/** The answer of a participant to an item: the later one replaces the earlier. */
export async function writeAnswer(
  { tx, organizationId, now }: Context,
  pollId: PollId,
  itemId: PollItemId,
  participantId: ParticipantId,
  answer: Answer,
): Promise<void> {
  await sql`insert into room.poll_answer (organization_id, item_id, participant_id, poll_id, answer, answered_at)
    values (${organizationId}, ${itemId}, ${participantId}, ${pollId}, ${answer}, ${now})
    on conflict (organization_id, item_id, participant_id)
      do update set answer = excluded.answer, answered_at = excluded.answered_at`.execute(tx);
}

export async function answersOf(
  tx: Tx,
  organizationId: OrganizationId,
  participantId: ParticipantId,
): Promise<Readonly<Record<string, Answer>>> {
  const { rows } = await sql<{
    itemId: PollItemId;
    answer: Answer;
  }>`select item_id as "itemId", answer from room.poll_answer
    where organization_id = ${organizationId} and participant_id = ${participantId}`.execute(tx);
  return Object.fromEntries(rows.map(({ itemId, answer }) => [itemId, answer]));
}
