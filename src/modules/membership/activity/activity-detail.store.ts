import { sql } from "kysely";
import type { ActivityRights } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MembershipTables } from "../tables.ts";

export type StoredActivity = {
  readonly activityId: ActivityId;
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly email: string;
  readonly phone: string;
  readonly accentColour: string | null;
  readonly logoHash: string | null;
  readonly footer: string;
  readonly conditions: string;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly version: number;
};

/** An activity of the cooperative, locked when the act will change it. Whether it may be seen is the policy's affair. */
export async function findActivity(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
  locked = false,
): Promise<StoredActivity | null> {
  let query = tx
    .withTables<MembershipTables>()
    .selectFrom("membership.activity")
    .select([
      "id as activityId",
      "code",
      "name",
      "trade",
      "email",
      "phone",
      "accent_colour as accentColour",
      "logo_hash as logoHash",
      "footer",
      "conditions",
      "opened_on as openedOn",
      "closed_on as closedOn",
      "version",
    ])
    .where("organization_id", "=", organizationId)
    .where("id", "=", activityId);
  if (locked) query = query.forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export type Participation = ActivityRights & {
  readonly personId: PersonId;
  readonly personName: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly version: number;
};

const rights = sql`pa.self_validates_quotes as "selfValidatesQuotes", pa.self_validates_invoices as "selfValidatesInvoices",
  pa.records_payments as "recordsPayments", pa.quote_required as "quoteRequired"`;

/** Who takes or took part in an activity. Their names, and nothing else of them. */
export async function participationsIn(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<Participation[]> {
  const { rows } = await sql<Participation>`
    select pa.person_id as "personId", p.first_name || ' ' || p.last_name as "personName",
           pa.starts_on as "startsOn", pa.ends_on as "endsOn", pa.version, ${rights}
      from membership.participation pa
      join membership.person p on p.organization_id = pa.organization_id and p.id = pa.person_id
     where pa.organization_id = ${organizationId} and pa.activity_id = ${activityId}
     order by pa.starts_on, p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu"`.execute(tx);
  return rows;
}

export type PersonActivity = {
  readonly activityId: ActivityId;
  readonly code: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
};

/** The activities of a person, among those that the reader may see. */
export async function activitiesOfPerson(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  visible: "all" | ReadonlySet<ActivityId>,
): Promise<PersonActivity[]> {
  const { rows } = await sql<PersonActivity>`
    select a.id as "activityId", a.code, a.name, pa.starts_on as "startsOn", pa.ends_on as "endsOn"
      from membership.participation pa
      join membership.activity a on a.organization_id = pa.organization_id and a.id = pa.activity_id
     where pa.organization_id = ${organizationId} and pa.person_id = ${personId}
       and (${visible === "all"} or a.id = any(${visible === "all" ? [] : [...visible]}::uuid[]))
     order by pa.starts_on desc, a.name collate "fr-x-icu"`.execute(tx);
  return rows;
}

export type ActivityLine = {
  readonly activityId: ActivityId;
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  /** Names of those who take part today. */
  readonly persons: readonly string[];
};

/** The activities that the reader may see, with who takes part in each, by name. */
export async function listActivities(
  tx: Tx,
  organizationId: OrganizationId,
  visible: "all" | ReadonlySet<ActivityId>,
  on: Day,
): Promise<ActivityLine[]> {
  const { rows } = await sql<ActivityLine>`
    select a.id as "activityId", a.code, a.name, a.trade, a.opened_on as "openedOn", a.closed_on as "closedOn",
           coalesce((select jsonb_agg(p.first_name || ' ' || p.last_name order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu")
             from membership.participation pa
             join membership.person p on p.organization_id = pa.organization_id and p.id = pa.person_id
            where pa.organization_id = a.organization_id and pa.activity_id = a.id
              and pa.starts_on <= ${on} and (pa.ends_on is null or pa.ends_on >= ${on})), '[]'::jsonb) as persons
      from membership.activity a
     where a.organization_id = ${organizationId}
       and (${visible === "all"} or a.id = any(${visible === "all" ? [] : [...visible]}::uuid[]))
     order by a.name collate "fr-x-icu", a.id`.execute(tx);
  return rows;
}

export type Taking = {
  readonly personId: PersonId;
  readonly activityId: ActivityId;
  readonly activityName: string;
  readonly startsOn: Day;
};

/** Who takes part in what on a day, in the activities of which one of these persons is: the others of them too. */
export async function takingPart(
  tx: Tx,
  organizationId: OrganizationId,
  persons: readonly PersonId[],
  on: Day,
): Promise<Taking[]> {
  const { rows } = await sql<Taking>`
    select pa.person_id as "personId", pa.activity_id as "activityId", a.name as "activityName", pa.starts_on as "startsOn"
      from membership.participation pa
      join membership.activity a on a.organization_id = pa.organization_id and a.id = pa.activity_id
     where pa.organization_id = ${organizationId} and pa.starts_on <= ${on} and (pa.ends_on is null or pa.ends_on >= ${on})
       and (a.closed_on is null or a.closed_on >= ${on})
       and pa.activity_id in (select m.activity_id from membership.participation m
             where m.organization_id = ${organizationId} and m.person_id = any(${[...persons]}::uuid[])
               and m.starts_on <= ${on} and (m.ends_on is null or m.ends_on >= ${on}))`.execute(tx);
  return rows;
}
