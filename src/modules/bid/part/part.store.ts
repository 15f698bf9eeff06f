import { sql } from "kysely";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { findBid } from "../bid/bid.store.ts";
import type { Bid, BidId, Part } from "../bid/bid.ts";
import type { Place } from "./place.store.ts";

export type NewPart = {
  readonly bidId: BidId;
  readonly personId: PersonId;
  readonly lead: boolean;
  readonly task: string;
  readonly amount: Cents;
  /** Null for somebody who is invited: they say it when they agree. */
  readonly place: Place | null;
};

/** Null when that person is in it already. Whoever declined can be asked again. */
export async function insertPart(context: CommandContext, part: NewPart): Promise<Id<"bidPart"> | null> {
  const { tx, organizationId, now } = context;
  const { bidId, personId, lead, task, amount, place } = part;
  const { rows } = await sql<{
    id: Id<"bidPart">;
  }>`insert into bid.part (organization_id, id, bid_id, person_id, lead, activity_id,
      house, house_siren, task, amount, invited_at, agreed_at)
    values (${organizationId}, ${context.id<"bidPart">()}, ${bidId}, ${personId}, ${lead}, ${place?.activityId ?? null},
      ${place?.house ?? ""}, ${place?.houseSiren ?? ""}, ${task}, ${amount}, ${now}, ${place === null ? null : now})
    on conflict (organization_id, bid_id, person_id) do update
      set declined_at = null, agreed_at = null, task = excluded.task, amount = excluded.amount, invited_at = excluded.invited_at
      where bid.part.declined_at is not null
    returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** A part and its bid, held until the end of the act. */
export async function holdPart(
  tx: Tx,
  organizationId: OrganizationId,
  id: Id<"bidPart">,
): Promise<{ readonly bid: Bid; readonly part: Part } | null> {
  const { rows } = await sql<{ bidId: BidId }>`select bid_id as "bidId" from bid.part
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
  const bid = rows[0] === undefined ? null : await findBid(tx, organizationId, rows[0].bidId, true);
  const part = bid?.parts.find((each) => each.id === id);
  return bid === null || part === undefined ? null : { bid, part };
}

/** What is asked of somebody; their agreement is asked again when it is not the lead's own. */
export async function changePart(
  { tx, organizationId, now }: CommandContext,
  part: Part,
  { task, amount }: Pick<Part, "task" | "amount">,
) {
  await sql`update bid.part set task = ${task}, amount = ${amount}, agreed_at = ${part.lead ? part.agreedAt : null},
      invited_at = ${part.lead ? part.invitedAt : now}
    where organization_id = ${organizationId} and id = ${part.id}`.execute(tx);
}

export async function agree({ tx, organizationId, now }: CommandContext, id: Id<"bidPart">, place: Place) {
  const { activityId, house, houseSiren } = place;
  await sql`update bid.part set agreed_at = ${now}, activity_id = ${activityId}, house = ${house},
      house_siren = ${houseSiren}
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

export async function decline({ tx, organizationId, now }: CommandContext, id: Id<"bidPart">) {
  await sql`update bid.part set declined_at = ${now}, agreed_at = null
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

export async function removePart({ tx, organizationId }: CommandContext, id: Id<"bidPart">) {
  await sql`delete from bid.part where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}

/** Somebody of the house, by the address that is written exactly. */
export async function personOfEmail(tx: Tx, organizationId: OrganizationId, email: string): Promise<PersonId | null> {
  const { rows } = await sql<{ id: PersonId }>`select id from membership.person
    where organization_id = ${organizationId} and lower(email) = ${email} and archived_at is null
    order by user_id is null, id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
