import { boardOf } from "#modules/room/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { structuresAsked } from "../answer/answer.store.ts";
import { mayReadResults } from "../consultation/consultation.policy.ts";
import { phasesOf, synthesesOf } from "../consultation/consultation.store.ts";
import type { Consultation } from "../consultation/consultation.ts";
import { roomsAround } from "../consultation/follow.store.ts";
import { attendeesOf, listEvents, partsOf } from "../event/event.store.ts";
import { reached } from "../event/event.ts";
import { landscapeOf } from "../landscape/landscape.store.ts";
import { positionsOf } from "../position/position.store.ts";
import { adoptionsOf, decisionsOf, listRoadmaps, workstreamsOf } from "../roadmap/roadmap.store.ts";
import { latest } from "../roadmap/roadmap.ts";
import type { Collected, CollectedEvent, CollectedRoadmap } from "./collected.ts";
import type { PhaseResults } from "./phase-results.ts";
import { readResults } from "./read-results.store.ts";

/** What each phase gave, as far as the reader may know it. */
export async function readableResults(reader: Reader, consultation: Consultation): Promise<PhaseResults[]> {
  const { tx, organizationId, actor } = reader;
  const results: PhaseResults[] = [];
  for (const phase of await phasesOf(tx, organizationId, consultation.id)) {
    if (phase.status === "prepared" || mayReadResults(actor, phase) !== null) continue;
    results.push(await readResults(reader, consultation, phase));
  }
  return results;
}

/** Everything that a consultation gave and led to, as far as the reader may know it. */
export async function collect(reader: Reader, consultation: Consultation): Promise<Collected> {
  const { tx, organizationId, today } = reader;
  const events: CollectedEvent[] = [];
  const announced = await listEvents(tx, organizationId, consultation.id);
  for (const event of announced) {
    if (event.cancelledAt !== null) continue;
    const known = await structuresAsked(tx, organizationId, "cae", event.startsOn);
    const attendees = await attendeesOf(tx, organizationId, event.id);
    const counts = reached(attendees, new Set(known.map(({ structureId }) => structureId)));
    events.push({
      ...{ event, parts: await partsOf(tx, organizationId, event.id), reached: { ...counts, known: known.length } },
      ...{ registered: attendees.length, came: attendees.filter(({ seenAt }) => seenAt !== null).length },
    });
  }
  const roadmaps: CollectedRoadmap[] = [];
  const known = (await structuresAsked(tx, organizationId, "all", today)).length;
  for (const roadmap of await listRoadmaps(tx, organizationId, consultation.id)) {
    roadmaps.push({
      roadmap,
      workstreams: await workstreamsOf(tx, organizationId, roadmap.id),
      decisions: await decisionsOf(tx, organizationId, roadmap.id),
      ...{ adoptions: latest(await adoptionsOf(tx, organizationId, roadmap.id)), known },
    });
  }
  const boards = [];
  for (const room of await roomsAround(reader, consultation.id, announced)) {
    boards.push(await boardOf(tx, organizationId, room));
  }
  const [synthesis] = await synthesesOf(tx, organizationId, consultation.id);
  const phases = await readableResults(reader, consultation);
  const landscape = await landscapeOf(tx, organizationId, consultation.id);
  const positions = await positionsOf(tx, organizationId, consultation.id);
  return { synthesis: synthesis?.body ?? "", landscape, positions, phases, events, boards, roadmaps };
}
