/** SQL of those who take part. */
import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { MOST_PARTICIPANTS, type ParticipantId } from "../card/card.ts";
import { enterRoom } from "../room/room.store.ts";
import type { Room, RoomId } from "../room/room.ts";

export type Participant = {
  readonly id: ParticipantId;
  readonly roomId: RoomId;
  readonly personId: PersonId | null;
  readonly structureId: StructureId | null;
  readonly firstName: string;
};
const columns = sql`id, room_id as "roomId", person_id as "personId", structure_id as "structureId", first_name as "firstName"`;

export async function findParticipant(
  tx: Tx,
  organizationId: OrganizationId,
  id: ParticipantId,
): Promise<Participant | null> {
  const { rows } = await sql<Participant>`select ${columns} from room.participant
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function participantOf(
  tx: Tx,
  organizationId: OrganizationId,
  roomId: RoomId,
  personId: PersonId,
): Promise<Participant | null> {
  const { rows } = await sql<Participant>`select ${columns} from room.participant
    where organization_id = ${organizationId} and room_id = ${roomId} and person_id = ${personId}`.execute(tx);
  return rows[0] ?? null;
}

export async function countParticipants(tx: Tx, organizationId: OrganizationId, roomId: RoomId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from room.participant
    where organization_id = ${organizationId} and room_id = ${roomId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export type Joined = { readonly participantId: ParticipantId };

/** The room whose turn it is, when it is open and has a place left. */
export async function roomToJoin(
  context: Pick<OpenContext, "tx" | "organizationId">,
  roomId: RoomId,
): Promise<Room | Refusal> {
  const room = await enterRoom(context, roomId);
  if (isRefusal(room)) return room;
  const count = await countParticipants(context.tx, context.organizationId, roomId);
  return count >= MOST_PARTICIPANTS ? refuse("conflict", "room.full") : room;
}

export type NewParticipant = {
  readonly id: ParticipantId;
  readonly roomId: RoomId;
  readonly personId?: PersonId;
  readonly structureId?: StructureId | null;
  readonly firstName?: string;
  readonly structureName?: string;
};
export async function insertParticipant(
  { tx, organizationId, now }: Pick<OpenContext, "tx" | "organizationId" | "now">,
  { id, roomId, personId, structureId, firstName, structureName }: NewParticipant,
): Promise<void> {
  await sql`insert into room.participant
      (organization_id, id, room_id, person_id, structure_id, first_name, structure_name, joined_at)
    values (${organizationId}, ${id}, ${roomId}, ${personId ?? null}, ${structureId ?? null}, ${firstName ?? ""},
      ${structureName ?? ""}, ${now})`.execute(tx);
}

/** How many came, under a seat or not, and for how many structures: how far the room reached. */
type Attendance = { readonly persons: number; readonly guests: number; readonly structures: number };
export async function attendanceOf(tx: Tx, organizationId: OrganizationId, roomId: RoomId): Promise<Attendance> {
  const { rows } = await sql<Attendance>`select count(person_id)::int as persons,
      (count(*) - count(person_id))::int as guests,
      (count(distinct structure_id) + count(distinct nullif(lower(structure_name), '')))::int as structures
    from room.participant where organization_id = ${organizationId} and room_id = ${roomId}`.execute(tx);
  return rows[0] ?? { persons: 0, guests: 0, structures: 0 };
}
