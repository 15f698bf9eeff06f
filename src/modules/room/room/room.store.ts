/** SQL of rooms and of what their boards are made of. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { announce } from "#platform/live/changes.ts";
import type { RoomRefusalCode } from "./room.fr.ts";
import type { LaneId, LaneKind, Room, RoomId, RoomSubject, ScenarioId } from "./room.ts";

const columns = sql`r.id, r.organization_id as "organizationId", r.title, r.question, r.kind,
  case when r.subject_kind is null then null else jsonb_build_object('kind', r.subject_kind, 'id', r.subject_id) end as subject,
  r.code, r.guests, r.sorting, r.opened_at as "openedAt", r.opened_by as "openedBy", r.closed_at as "closedAt", r.revision`;

/** `steady`: nobody acts in it until the end of the transaction. */
export async function findRoom(
  tx: Tx,
  organizationId: OrganizationId,
  id: RoomId,
  steady = false,
): Promise<Room | null> {
  const { rows } = await sql<Room>`select ${columns} from room.room r
    where r.organization_id = ${organizationId} and r.id = ${id} ${steady ? sql`for share of r` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Every act of a room begins here: it waits for its turn, so that none passes beside the closing, and all screens hear of it
 * once it is committed.
 */
export async function enterRoom(
  { tx, organizationId }: Pick<OpenContext, "tx" | "organizationId">,
  id: RoomId,
): Promise<Room | Refusal<RoomRefusalCode>> {
  const { rows } = await sql<Room>`update room.room r set revision = r.revision + 1
    where r.organization_id = ${organizationId} and r.id = ${id} and r.closed_at is null returning ${columns}`.execute(
    tx,
  );
  const room = rows[0];
  if (room === undefined) {
    const known = await findRoom(tx, organizationId, id);
    return known === null ? refuse("missing", "room.missing") : refuse("conflict", "room.closed");
  }
  await announce(tx, id);
  return room;
}

export type ListedRoom = Room & { readonly participants: number; readonly cards: number };

/** The open ones first, then the latest. */
export async function listRooms(
  tx: Tx,
  organizationId: OrganizationId,
  of: { readonly subject?: RoomSubject; readonly limit?: number } = {},
): Promise<ListedRoom[]> {
  const { rows } = await sql<ListedRoom>`select ${columns},
      (select count(*)::int from room.participant p where p.organization_id = r.organization_id and p.room_id = r.id) as participants,
      (select count(*)::int from room.card c where c.organization_id = r.organization_id and c.room_id = r.id
        and c.state in ('shown', 'merged')) as cards
    from room.room r where r.organization_id = ${organizationId}
      ${of.subject === undefined ? sql`` : sql`and r.subject_kind = ${of.subject.kind} and r.subject_id = ${of.subject.id}`}
    order by r.closed_at is not null, r.opened_at desc, r.id limit ${of.limit ?? 100}`.execute(tx);
  return rows;
}

/** The rooms of a consultation, of a session: of what opened them. */
export const roomsOf = (tx: Tx, organizationId: OrganizationId, subject: RoomSubject): Promise<ListedRoom[]> =>
  listRooms(tx, organizationId, { subject });

export type NewRoom = Pick<Room, "id" | "title" | "question" | "kind" | "subject" | "code" | "guests">;
export type NewLane = {
  readonly id: LaneId;
  readonly scenarioId: ScenarioId | null;
  readonly kind: LaneKind;
  readonly title: string;
};

export async function insertRoom(
  { tx, organizationId, now }: Pick<OpenContext, "tx" | "organizationId" | "now">,
  by: string,
  room: NewRoom,
  scenarios: readonly { readonly id: ScenarioId; readonly title: string }[],
  lanes: readonly NewLane[],
): Promise<void> {
  await sql`insert into room.room
      (organization_id, id, title, question, kind, subject_kind, subject_id, code, guests, opened_at, opened_by)
    values (${organizationId}, ${room.id}, ${room.title}, ${room.question}, ${room.kind}, ${room.subject?.kind ?? null},
      ${room.subject?.id ?? null}, ${room.code}, ${room.guests}, ${now}, ${by})`.execute(tx);
  for (const [rank, { id, title }] of scenarios.entries()) {
    await sql`insert into room.scenario (organization_id, id, room_id, position, title)
      values (${organizationId}, ${id}, ${room.id}, ${rank + 1}, ${title})`.execute(tx);
  }
  for (const [rank, lane] of lanes.entries()) {
    await sql`insert into room.lane (organization_id, id, room_id, scenario_id, position, kind, title)
      values (${organizationId}, ${lane.id}, ${room.id}, ${lane.scenarioId}, ${rank + 1}, ${lane.kind}, ${lane.title})`.execute(
      tx,
    );
  }
}

export async function scenariosOf(tx: Tx, organizationId: OrganizationId, roomId: RoomId) {
  const { rows } = await sql<{ readonly id: ScenarioId; readonly title: string }>`select id, title from room.scenario
    where organization_id = ${organizationId} and room_id = ${roomId} order by position`.execute(tx);
  return rows;
}

/** What a code opens, in the whole instance; null for one that opens nothing, or nothing any more. */
export type OpenRoom = {
  readonly organizationId: OrganizationId;
  readonly roomId: RoomId;
  readonly slug: string;
  readonly timeZone: string;
  readonly guests: boolean;
};
export async function roomOfCode(tx: Tx, code: string): Promise<OpenRoom | null> {
  const { rows } = await sql<OpenRoom>`select organization_id as "organizationId", room_id as "roomId", slug,
    time_zone as "timeZone", guests from room.open_code(${code})`.execute(tx);
  return rows[0] ?? null;
}
