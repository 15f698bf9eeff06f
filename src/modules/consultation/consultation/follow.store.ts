import { type ListedRoom, roomsOf } from "#modules/room/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listEvents } from "../event/event.store.ts";
import { listRoadmaps } from "../roadmap/roadmap.store.ts";
import { type ConsultationId, HELD, roomSubjectOf } from "./consultation.ts";

/** The rooms of a consultation, then those of its events. */
export async function roomsAround(
  { tx, organizationId }: Pick<Reader, "tx" | "organizationId">,
  id: ConsultationId,
  events: readonly { readonly id: string }[],
): Promise<ListedRoom[]> {
  const rooms = await roomsOf(tx, organizationId, roomSubjectOf(id));
  for (const event of events) rooms.push(...(await roomsOf(tx, organizationId, { kind: HELD, id: event.id })));
  return rooms;
}

/** What came of a consultation, as addresses within the network: events, rooms, roadmaps. */
export async function followOf({ tx, organizationId }: Reader, id: ConsultationId) {
  const events = await listEvents(tx, organizationId, id);
  const rooms = await roomsAround({ tx, organizationId }, id, events);
  const roadmaps = await listRoadmaps(tx, organizationId, id);
  const at = (path: string) => (one: { readonly id: string; readonly title: string }) => ({
    ...{ path: `${path}/${one.id}`, title: one.title },
  });
  return {
    events: events.map(at("evenements")),
    rooms: rooms.map(at("salles")),
    roadmaps: roadmaps.map(at("feuilles-de-route")),
  };
}
export type Follow = Awaited<ReturnType<typeof followOf>>;
