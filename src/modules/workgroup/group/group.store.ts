import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { mayReadGroup } from "./group.policy.ts";
import type { Member, Workgroup, WorkgroupId } from "./group.ts";

const columns = sql`g.id, g.title, g.subject, g.mandate, g.readers, g.closed_on as "closedOn", g.version`;

export async function findGroup(
  tx: Tx,
  organizationId: OrganizationId,
  id: WorkgroupId | null,
  lock = false,
): Promise<Workgroup | null> {
  if (id === null) return null;
  const { rows } = await sql<Workgroup>`select ${columns} from workgroup.workgroup g
    where g.organization_id = ${organizationId} and g.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The members of today of one group, or of all; whoever leads first. */
export async function membersOf(
  tx: Tx,
  organizationId: OrganizationId,
  today: Day,
  id: WorkgroupId | null = null,
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.id, m.workgroup_id as "workgroupId", m.person_id as "personId", p.first_name || ' ' || p.last_name as name,
           coalesce((select string_agg(t.name, ', ' order by t.name) from network.seat s
             join network.structure t on t.organization_id = s.organization_id and t.id = s.structure_id
            where s.organization_id = m.organization_id and s.person_id = m.person_id and s.starts_on <= ${today}
              and (s.ends_on is null or s.ends_on >= ${today})), '') as structures,
           m.leads, m.starts_on as "startsOn"
      from workgroup.member m
      join membership.person p on p.organization_id = m.organization_id and p.id = m.person_id
     where m.organization_id = ${organizationId} and m.ends_on is null
       ${id === null ? sql`` : sql`and m.workgroup_id = ${id}`}
     order by m.leads desc, p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", m.id`.execute(tx);
  return rows;
}

export type ListedGroup = Workgroup & { readonly members: readonly Member[]; readonly nextOn: Day | null };

/** The groups that this reader may read: those at work first. */
export async function groupsFor(tx: Tx, actor: Actor, today: Day): Promise<ListedGroup[]> {
  const { organizationId } = actor;
  const members = await membersOf(tx, organizationId, today);
  const { rows } = await sql<Workgroup & { nextOn: Day | null }>`select ${columns},
      (select min(s.held_on) from workgroup.session s where s.organization_id = g.organization_id
        and s.workgroup_id = g.id and s.held_on >= ${today}) as "nextOn"
    from workgroup.workgroup g where g.organization_id = ${organizationId}
    order by g.closed_on is not null, g.created_at desc, g.id desc`.execute(tx);
  return rows
    .map((group) => ({ ...group, members: members.filter(({ workgroupId }) => workgroupId === group.id) }))
    .filter((group) => mayReadGroup(actor, group, group.members) === null);
}

export type PersonToChoose = { readonly id: PersonId; readonly name: string };

/** Everybody of the network, by name: whoever is asked to a group. */
export async function peopleToChoose(tx: Tx, organizationId: OrganizationId): Promise<PersonToChoose[]> {
  const { rows } = await sql<PersonToChoose>`select id, first_name || ' ' || last_name as name from membership.person
    where organization_id = ${organizationId} and archived_at is null
    order by last_name collate "fr-x-icu", first_name collate "fr-x-icu", id`.execute(tx);
  return rows;
}
