/** SQL of the movements of shares. */
import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AssociateId } from "../associate/associate.ts";
import type { ShareMovement } from "./share.ts";

/** Every movement of the cooperative, or of one associate, in the order of their day. */
export async function allMovements(
  tx: Tx,
  organizationId: OrganizationId,
  associateId: AssociateId | null = null,
): Promise<ShareMovement[]> {
  const { rows } = await sql<ShareMovement>`
    select id, associate_id as "associateId", kind, effect_on as "effectOn", shares, amount, unpaid,
           activity_id as "activityId", reverses, reason, entry_id as "entryId", at
      from governance.share_movement
     where organization_id = ${organizationId} ${associateId === null ? sql`` : sql`and associate_id = ${associateId}`}
     order by effect_on, at, rank, id`.execute(tx);
  return rows;
}

export async function insertMovement(
  { tx, organizationId, now, actor }: CommandContext,
  movement: Omit<ShareMovement, "at">,
): Promise<void> {
  await sql`insert into governance.share_movement (organization_id, id, associate_id, rank, kind, effect_on, shares, amount, unpaid,
      activity_id, reverses, reason, entry_id, at, by)
    values (${organizationId}, ${movement.id}, ${movement.associateId},
      (select count(*) + 1 from governance.share_movement m
        where m.organization_id = ${organizationId} and m.associate_id = ${movement.associateId}), ${movement.kind}, ${movement.effectOn}, ${movement.shares},
      ${movement.amount}, ${movement.unpaid}, ${movement.activityId}, ${movement.reverses}, ${movement.reason},
      ${movement.entryId}, ${now}, ${actor.personId})`.execute(tx);
}
