import { sql } from "kysely";
import type { Instant, Month } from "#kernel/day.ts";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Waiver } from "../rule/rule.ts";
import type { ContributionTables, WaiverId } from "../tables.ts";

export type StoredWaiver = Waiver & {
  readonly id: WaiverId;
  readonly until: Month;
  /** One of the two: an activity, or a person in all of theirs. */
  readonly activityId: ActivityId | null;
  readonly personId: PersonId | null;
  readonly withdrawnAt: Instant | null;
};

/** The waivers of the cooperative, latest first, withdrawn ones included. */
export async function listWaivers(tx: Tx, organizationId: OrganizationId): Promise<StoredWaiver[]> {
  const { rows } = await sql<StoredWaiver>`
    select w.id, w.activity_id as "activityId", w.person_id as "personId", w.target, w.from_month as "from",
           w.until_month as "until", w.reason, w.decided_by as "decidedBy", w.decided_on as "decidedOn",
           d.withdrawn_at as "withdrawnAt"
      from contribution.waiver w
      left join contribution.waiver_withdrawal d on d.organization_id = w.organization_id and d.waiver_id = w.id
     where w.organization_id = ${organizationId}
     order by w.from_month desc, w.id desc`.execute(tx);
  return rows;
}

export async function insertWaiver(context: CommandContext, waiver: Omit<StoredWaiver, "withdrawnAt">): Promise<void> {
  await context.tx
    .withTables<ContributionTables>()
    .insertInto("contribution.waiver")
    .values({
      organization_id: context.organizationId,
      id: waiver.id,
      activity_id: waiver.activityId,
      person_id: waiver.personId,
      target: waiver.target,
      from_month: waiver.from,
      until_month: waiver.until,
      reason: waiver.reason,
      decided_by: waiver.decidedBy,
      decided_on: waiver.decidedOn,
      recorded_at: context.now,
      recorded_by: context.actor.personId,
    })
    .execute();
}

/** False when it was withdrawn already. */
export async function insertWithdrawal(context: CommandContext, waiverId: WaiverId, reason: string): Promise<boolean> {
  const added = await context.tx
    .withTables<ContributionTables>()
    .insertInto("contribution.waiver_withdrawal")
    .values({
      organization_id: context.organizationId,
      waiver_id: waiverId,
      reason,
      withdrawn_at: context.now,
      withdrawn_by: context.actor.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
