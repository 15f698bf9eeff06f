import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

export const DELEGATE_ACTIONS = [
  "delegation.work.list",
  "delegation.work.read",
  "delegation.work.finish",
  "delegation.work.comment",
] as const;
export type DelegateAction = (typeof DELEGATE_ACTIONS)[number];

export type DelegateAccess = {
  readonly id: string;
  readonly at: Instant;
  readonly who: string;
  readonly action: DelegateAction;
  readonly about: string;
};

/** What the delegates of an agreement opened and did here, the latest first: the lines of the trace that are theirs. */
export async function delegateJournal(
  tx: Tx,
  organizationId: OrganizationId,
  agreementId: Id<"delegation">,
  limit = 100,
): Promise<readonly DelegateAccess[]> {
  const { rows } = await sql<DelegateAccess>`
    select a.id, a.at, d.name as who, a.action, coalesce(p.first_name || ' ' || p.last_name, '') as about
      from delegation.delegate d
      join platform.audit a on a.organization_id = d.organization_id and a.person_id = d.id
      left join membership.person p on p.organization_id = a.organization_id and p.id::text = a.details ->> 'personId'
     where d.organization_id = ${organizationId} and d.agreement_id = ${agreementId}
       and a.action = any(${[...DELEGATE_ACTIONS]}::text[])
     order by a.at desc, a.id desc limit ${limit}`.execute(tx);
  return rows;
}
