import { sql } from "kysely";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Bid, BidId, Part } from "./bid.ts";

type Row = Omit<Bid, "parts">;
type StoredPart = Omit<Part, "amount"> & { readonly amount: bigint | string };

const columns = sql`b.id, b.title, b.buyer, b.buyer_siren as "buyerSiren", b.reference, b.deadline, b.billing, b.status,
  b.opened_at as "openedAt", b.submitted_at as "submittedAt", b.closed_at as "closedAt", b.reason, b.version
  from bid.bid b`;

/** The parts of a bid, the lead first. */
export const partsOfBid = (tx: Tx, organizationId: OrganizationId, id: BidId) => partsOf(tx, organizationId, [id]);

async function partsOf(tx: Tx, organizationId: OrganizationId, ids: readonly BidId[]): Promise<readonly Part[]> {
  const { rows } = await sql<StoredPart>`select t.id, t.bid_id as "bidId", t.person_id as "personId",
      p.first_name || ' ' || p.last_name as "personName", t.lead, t.activity_id as "activityId",
      coalesce(a.name, t.house) as "forWhom", t.house_siren as "houseSiren", t.task, t.amount,
      t.invited_at as "invitedAt", t.agreed_at as "agreedAt", t.declined_at as "declinedAt"
    from bid.part t
    join membership.person p on p.organization_id = t.organization_id and p.id = t.person_id
    left join membership.activity a on a.organization_id = t.organization_id and a.id = t.activity_id
    where t.organization_id = ${organizationId} and t.bid_id = any(${[...ids]}::uuid[])
    order by not t.lead, t.invited_at, t.id`.execute(tx);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) as Part["amount"] }));
}

export async function findBid(tx: Tx, organizationId: OrganizationId, id: BidId, lock = false): Promise<Bid | null> {
  const { rows } = await sql<Row>`select ${columns} where b.organization_id = ${organizationId} and b.id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...row, parts: await partsOf(tx, organizationId, [id]) };
}

/** Those that somebody is in, or that an activity they reach is in: what `mayRead` opens, and it is asked again. */
export async function listBids(
  tx: Tx,
  organizationId: OrganizationId,
  reader: { readonly personId: PersonId; readonly activities: "all" | ReadonlySet<ActivityId> },
): Promise<readonly Bid[]> {
  const { personId, activities } = reader;
  const within = activities === "all" ? null : [...activities];
  const { rows } = await sql<Row>`select ${columns} where b.organization_id = ${organizationId}
      and (${within}::uuid[] is null or exists (select from bid.part t
        where t.organization_id = b.organization_id and t.bid_id = b.id and t.declined_at is null
          and (t.person_id = ${personId} or t.activity_id = any(${within}::uuid[]))))
    order by b.status not in ('drafted', 'submitted'), b.deadline desc, b.id desc limit 500`.execute(tx);
  const parts = await partsOf(
    tx,
    organizationId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, parts: parts.filter(({ bidId }) => bidId === row.id) }));
}

export type BidWords = Pick<Bid, "title" | "buyer" | "buyerSiren" | "reference" | "deadline" | "billing">;

export async function insertBid({ tx, organizationId, now }: CommandContext, id: BidId, words: BidWords) {
  const { title, buyer, buyerSiren, reference, deadline, billing } = words;
  await sql`insert into bid.bid (organization_id, id, title, buyer, buyer_siren, reference, deadline, billing, opened_at)
    values (${organizationId}, ${id}, ${title}, ${buyer}, ${buyerSiren}, ${reference}, ${deadline}, ${billing}, ${now})`.execute(
    tx,
  );
}

export async function updateBid({ tx, organizationId }: CommandContext, id: BidId, words: BidWords, version: number) {
  const { title, buyer, buyerSiren, reference, deadline, billing } = words;
  const { numAffectedRows } =
    await sql`update bid.bid set title = ${title}, buyer = ${buyer}, buyer_siren = ${buyerSiren},
      reference = ${reference}, deadline = ${deadline}, billing = ${billing}, version = version + 1
    where organization_id = ${organizationId} and id = ${id} and version = ${version}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Its state from now on, with its moment. */
export async function moveBid(
  { tx, organizationId, now }: CommandContext,
  id: BidId,
  status: Bid["status"],
  reason: string,
) {
  const submitted = status === "submitted";
  await sql`update bid.bid set status = ${status}, reason = ${reason}, version = version + 1,
      submitted_at = case when ${submitted} then ${now}::timestamptz else submitted_at end,
      closed_at = case when ${submitted} then null else ${now}::timestamptz end
    where organization_id = ${organizationId} and id = ${id}`.execute(tx);
}
