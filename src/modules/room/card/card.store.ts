/** SQL of cards, of who supports them, and of what a facilitator did to them. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { LaneId, RoomId } from "../room/room.ts";
import type { Card, CardId, CardState, ParticipantId } from "./card.ts";

type Context = Pick<OpenContext, "tx" | "organizationId" | "now" | "id">;
const columns = sql`id, room_id as "roomId", lane_id as "laneId", participant_id as "participantId", body, state,
  merged_into as "mergedInto"`;

export async function findCard(tx: Tx, organizationId: OrganizationId, id: CardId): Promise<Card | null> {
  const { rows } = await sql<Card>`select ${columns} from room.card
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function cardsAmong(tx: Tx, organizationId: OrganizationId, ids: readonly CardId[]): Promise<Card[]> {
  const { rows } = await sql<Card>`select ${columns} from room.card
    where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[]) order by added_at, id`.execute(tx);
  return rows;
}

/** A participant's own, whatever became of them; not those they took back. */
export async function ownCards(tx: Tx, organizationId: OrganizationId, participantId: ParticipantId): Promise<Card[]> {
  const { rows } = await sql<Card>`select ${columns} from room.card
    where organization_id = ${organizationId} and participant_id = ${participantId} and state <> 'withdrawn'
    order by added_at, id`.execute(tx);
  return rows;
}

export async function countOwnCards(tx: Tx, organizationId: OrganizationId, id: ParticipantId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from room.card
    where organization_id = ${organizationId} and participant_id = ${id}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function laneIsOf(
  tx: Tx,
  organizationId: OrganizationId,
  laneId: LaneId,
  roomId: RoomId,
): Promise<boolean> {
  const { rows } = await sql`select 1 from room.lane
    where organization_id = ${organizationId} and id = ${laneId} and room_id = ${roomId}`.execute(tx);
  return rows.length > 0;
}

export async function insertCard(
  { tx, organizationId, now }: Context,
  card: Pick<Card, "id" | "roomId" | "laneId" | "participantId" | "body">,
): Promise<void> {
  await sql`insert into room.card (organization_id, id, room_id, lane_id, participant_id, body, state, added_at)
    values (${organizationId}, ${card.id}, ${card.roomId}, ${card.laneId}, ${card.participantId}, ${card.body}, 'shown', ${now})`.execute(
    tx,
  );
}

type CardEvent = "merge" | "split" | "move" | "hide" | "show" | "reword" | "withdraw";

/** A card as it becomes, and how it was before, for its history. */
export async function changeCard(
  { tx, organizationId, now, id }: Context,
  card: Card,
  kind: CardEvent,
  to: {
    readonly state?: CardState;
    readonly laneId?: LaneId;
    readonly mergedInto?: CardId | null;
    readonly body?: string;
  },
  by: string | null,
): Promise<void> {
  const after = { ...card, ...to };
  await sql`update room.card set state = ${after.state}, lane_id = ${after.laneId}, merged_into = ${after.mergedInto},
      body = ${after.body}
    where organization_id = ${organizationId} and id = ${card.id}`.execute(tx);
  // What somebody takes back is taken back from its history too.
  const before = kind === "reword" ? card.body : "";
  await sql`insert into room.card_event
      (organization_id, id, card_id, room_id, kind, before_lane_id, before_card_id, before_body, at, by)
    values (${organizationId}, ${id<"cardEvent">()}, ${card.id}, ${card.roomId}, ${kind}, ${card.laneId}, ${card.mergedInto},
      ${before}, ${now}, ${by})`.execute(tx);
}

/** The cards gathered under one. */
export async function gatheredUnder(tx: Tx, organizationId: OrganizationId, id: CardId): Promise<Card[]> {
  const { rows } = await sql<Card>`select ${columns} from room.card
    where organization_id = ${organizationId} and merged_into = ${id} order by added_at, id`.execute(tx);
  return rows;
}

export async function supportsOf(
  tx: Tx,
  organizationId: OrganizationId,
  participantId: ParticipantId,
): Promise<CardId[]> {
  const { rows } = await sql<{ cardId: CardId }>`select distinct coalesce(c.merged_into, c.id) as "cardId"
    from room.card_support s join room.card c on c.organization_id = s.organization_id and c.id = s.card_id
    where s.organization_id = ${organizationId} and s.participant_id = ${participantId}`.execute(tx);
  return rows.map(({ cardId }) => cardId);
}

/** Persons who support a card or one gathered under it, each once; by card that is read. */
export async function supportCounts(
  tx: Tx,
  organizationId: OrganizationId,
  roomId: RoomId,
): Promise<ReadonlyMap<CardId, number>> {
  const { rows } = await sql<{ cardId: CardId; count: number }>`select coalesce(c.merged_into, c.id) as "cardId",
      count(distinct s.participant_id)::int as count
    from room.card_support s join room.card c on c.organization_id = s.organization_id and c.id = s.card_id
    where s.organization_id = ${organizationId} and s.room_id = ${roomId} and c.state in ('shown', 'merged')
    group by 1`.execute(tx);
  return new Map(rows.map(({ cardId, count }) => [cardId, count]));
}

export async function setSupport(
  { tx, organizationId, now }: Context,
  card: Card,
  participantId: ParticipantId,
  given: boolean,
): Promise<void> {
  if (given) {
    await sql`insert into room.card_support (organization_id, card_id, participant_id, room_id, supported_at)
      values (${organizationId}, ${card.id}, ${participantId}, ${card.roomId}, ${now}) on conflict do nothing`.execute(
      tx,
    );
    return;
  }
  // Taken back from the card that is read: from those gathered under it too.
  await sql`delete from room.card_support s using room.card c
    where s.organization_id = ${organizationId} and s.participant_id = ${participantId}
      and c.organization_id = s.organization_id and c.id = s.card_id and (c.id = ${card.id} or c.merged_into = ${card.id})`.execute(
    tx,
  );
}

/** What a room holds, in the order in which it came; hidden ones only for the facilitator. */
export async function cardsOfRoom(
  tx: Tx,
  organizationId: OrganizationId,
  roomId: RoomId,
  states: readonly CardState[],
): Promise<Card[]> {
  const { rows } = await sql<Card>`select ${columns} from room.card
    where organization_id = ${organizationId} and room_id = ${roomId} and state = any(${[...states]}::text[])
    order by added_at, id`.execute(tx);
  return rows;
}
