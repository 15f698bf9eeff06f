/** What every screen of a room shows, read in one transaction. */

import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { cardsOfRoom, supportCounts } from "../card/card.store.ts";
import { countParticipants } from "../participant/participant.store.ts";
import { resultsOf } from "../poll/poll.store.ts";
import { resultsShown } from "../poll/poll.ts";
import { findRoom, scenariosOf } from "../room/room.store.ts";
import type { Room, RoomId } from "../room/room.ts";
import type { Board, BoardLane } from "./board.ts";

async function lanesOfRoom(tx: Tx, organizationId: OrganizationId, roomId: RoomId): Promise<BoardLane[]> {
  const { rows } = await sql<BoardLane>`select id, scenario_id as "scenarioId", kind, title from room.lane
    where organization_id = ${organizationId} and room_id = ${roomId} order by position`.execute(tx);
  return rows;
}

export async function boardOf(tx: Tx, organizationId: OrganizationId, room: Room): Promise<Board> {
  const { id, title, question, kind, sorting } = room;
  const cards = await cardsOfRoom(tx, organizationId, id, ["shown", "merged"]);
  const supports = await supportCounts(tx, organizationId, id);
  const polls = await resultsOf(tx, organizationId, id);
  const [scenarios, lanes] = [await scenariosOf(tx, organizationId, id), await lanesOfRoom(tx, organizationId, id)];
  const participants = await countParticipants(tx, organizationId, id);
  // Something was done meanwhile: what was read is of no one revision.
  const still = await findRoom(tx, organizationId, id);
  const revision = still?.revision === room.revision ? room.revision : 0;
  return {
    ...{ id, revision, participants, scenarios, lanes, title, question, kind, sorting, closed: room.closedAt !== null },
    cards: cards
      .filter(({ state }) => state === "shown")
      .map((card) => ({
        ...{ id: card.id, laneId: card.laneId, body: card.body, supports: supports.get(card.id) ?? 0 },
        gathered: cards.filter((under) => under.mergedInto === card.id).map(({ id, body }) => ({ id, body })),
      })),
    polls: polls.flatMap((poll) =>
      poll.status === "ready"
        ? []
        : [
            {
              ...{ id: poll.id, title: poll.title, status: poll.status, answered: poll.answered },
              items: poll.items.map((item) => ({
                ...{ id: item.id, label: item.label },
                counts: resultsShown(poll) ? item.counts : null,
              })),
            },
          ],
    ),
  };
}

/** As it is at one moment: acts of the room wait for the end of the transaction. Null when there is no such room. */
export async function steadyBoard(tx: Tx, organizationId: OrganizationId, id: RoomId): Promise<Board | null> {
  const room = await findRoom(tx, organizationId, id, true);
  return room === null ? null : boardOf(tx, organizationId, room);
}
