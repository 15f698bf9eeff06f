import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { CourseId } from "../course/course.ts";
import type { Booking, Run, RunId, Share } from "./run.ts";

const READ = sql`
  select r.id, r.course_id as "courseId", r.starts_on as "startsOn", r.ends_on as "endsOn", r.place, r.seats, r.cost, r.split,
         r.cancelled_on as "cancelledOn", r.reason, r.settled_at as "settledAt"
    from training.run r`;

/** Every run of the network, or of one course, by day. */
export async function runsOf(tx: Tx, organizationId: OrganizationId, courseId: CourseId | null = null): Promise<Run[]> {
  const { rows } = await sql<Run>`${READ}
    where r.organization_id = ${organizationId} ${courseId === null ? sql`` : sql`and r.course_id = ${courseId}`}
    order by r.starts_on, r.id`.execute(tx);
  return rows;
}

/** One of them; held: until the transaction ends. */
export async function findRun(
  tx: Tx,
  organizationId: OrganizationId,
  id: RunId | null,
  held = false,
): Promise<Run | null> {
  if (id === null) return null;
  const { rows } = await sql<Run>`${READ}
    where r.organization_id = ${organizationId} and r.id = ${id} ${held ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** What each structure booked last, run by run; those who gave every seat back are not told. */
export async function bookingsOf(
  tx: Tx,
  organizationId: OrganizationId,
  runIds: readonly RunId[],
): Promise<ReadonlyMap<RunId, readonly Booking[]>> {
  const { rows } = await sql<Booking & { runId: RunId }>`
    select last.run_id as "runId", last.structure_id as "structureId", s.name as "structureName", last.seats
      from (select distinct on (b.run_id, b.structure_id) b.run_id, b.structure_id, b.seats from training.booking b
             where b.organization_id = ${organizationId} and b.run_id = any(${runIds}::uuid[])
             order by b.run_id, b.structure_id, b.number desc) last
      join network.structure s on s.organization_id = ${organizationId} and s.id = last.structure_id
     where last.seats > 0 order by s.name collate "fr-x-icu", last.structure_id`.execute(tx);
  return Map.groupBy(rows, ({ runId }) => runId);
}

/** What was settled, by structure. */
export async function settledShares(tx: Tx, organizationId: OrganizationId, runId: RunId): Promise<Share[]> {
  const { rows } = await sql<Share>`
    select h.structure_id as "structureId", s.name as "structureName", h.seats, h.amount
      from training.share h
      join network.structure s on s.organization_id = h.organization_id and s.id = h.structure_id
     where h.organization_id = ${organizationId} and h.run_id = ${runId} order by s.name collate "fr-x-icu", h.structure_id`.execute(
    tx,
  );
  return rows;
}
