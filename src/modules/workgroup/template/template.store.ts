import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import type { WorkgroupId } from "../group/group.ts";
import type { UptakeState } from "./uptake.ts";

export type Template = {
  readonly id: Id<"template">;
  readonly number: number;
  readonly title: string;
  readonly introduction: string;
  readonly steps: readonly string[];
  readonly publishedAt: Instant;
};

/** The latest first. */
export async function templatesOf(tx: Tx, organizationId: OrganizationId, id: WorkgroupId): Promise<Template[]> {
  const { rows } = await sql<Template>`select id, number, title, introduction, steps, published_at as "publishedAt"
    from workgroup.template where organization_id = ${organizationId} and workgroup_id = ${id} order by number desc`.execute(
    tx,
  );
  return rows;
}

export type Uptake = {
  readonly id: string;
  readonly templateId: Template["id"];
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly state: UptakeState;
  readonly body: string;
  readonly at: Instant;
  readonly by: string;
};

/** All that was said of some templates, latest first: the first one of a structure counts. */
export async function uptakesOf(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly Template["id"][],
): Promise<Uptake[]> {
  const { rows } = await sql<Uptake>`
    select u.id, u.template_id as "templateId", u.structure_id as "structureId", t.name as "structureName", u.state,
           u.body, u.said_at as at,
           p.first_name || ' ' || p.last_name as by
      from workgroup.uptake u
      join network.structure t on t.organization_id = u.organization_id and t.id = u.structure_id
      join membership.person p on p.organization_id = u.organization_id and p.id = u.said_by
     where u.organization_id = ${organizationId} and u.template_id = any(${[...ids]}::uuid[])
     order by u.said_at desc, u.id desc`.execute(tx);
  return rows;
}
