import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Course, CourseId } from "./course.ts";

const READ = sql`
  select c.id, c.structure_id as "structureId", s.name as "structureName", c.title, c.audience, c.programme, c.trainer,
         c.quarters, c.withdrawn_on as "withdrawnOn", c.version
    from training.course c
    join network.structure s on s.organization_id = c.organization_id and s.id = c.structure_id`;

/** The catalogue: what is still proposed, by title. */
export async function coursesOf(tx: Tx, organizationId: OrganizationId): Promise<Course[]> {
  const { rows } = await sql<Course>`${READ}
    where c.organization_id = ${organizationId} and c.withdrawn_on is null order by c.title collate "fr-x-icu", c.id`.execute(
    tx,
  );
  return rows;
}

/** One of them, withdrawn too; held: until the transaction ends. */
export async function findCourse(
  tx: Tx,
  organizationId: OrganizationId,
  id: CourseId | null,
  held = false,
): Promise<Course | null> {
  if (id === null) return null;
  const { rows } = await sql<Course>`${READ}
    where c.organization_id = ${organizationId} and c.id = ${id} ${held ? sql`for update of c` : sql``}`.execute(tx);
  return rows[0] ?? null;
}
