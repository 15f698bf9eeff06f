import { sql } from "kysely";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

/** What the frame of every page shows: whose cooperative, who, and the names of their activities. */
export type FrameNames = {
  readonly cooperativeName: string;
  readonly accentColour: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly activities: readonly { readonly id: ActivityId; readonly name: string }[];
};

/** One query, since every page pays it. Null when the person is not of this cooperative. */
export async function frameNames(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  own: readonly ActivityId[],
): Promise<FrameNames | null> {
  const { rows } = await sql<FrameNames>`
    select o.legal_name as "cooperativeName", o.accent_colour as "accentColour",
           p.first_name as "firstName", p.last_name as "lastName",
           coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name collate "fr-x-icu", a.id)
                       from membership.activity a
                      where a.organization_id = o.organization_id and a.id = any(${own as ActivityId[]}::uuid[])), '[]'::jsonb) as activities
      from membership.organization o
      join membership.person p on p.organization_id = o.organization_id and p.id = ${personId}
     where o.organization_id = ${organizationId}`.execute(tx);
  return rows[0] ?? null;
}
