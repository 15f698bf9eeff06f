import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConventionId } from "../convention/convention.ts";
import type { Share, Tranche } from "./funding.ts";

type Row = Omit<Tranche, "amount" | "shares"> & {
  readonly amount: string;
  readonly shares: readonly (Omit<Share, "amount"> & { readonly amount: string })[];
};

/** The tranches of a convention by their day, each with its shares. */
export async function tranchesOf(
  tx: Tx,
  organizationId: OrganizationId,
  conventionId: ConventionId,
): Promise<Tranche[]> {
  const { rows } = await sql<Row>`
    select t.id, t.label, t.funder_id as "funderId", s.name as "funderName", t.amount::text as amount, t.due_on as "dueOn",
           t.received_on as "receivedOn", t.amendment,
           (select jsonb_agg(jsonb_build_object('structureId', a.party, 'amount', a.share::text) order by a.rank)
              from unnest(t.party_ids, t.shares) with ordinality a(party, share, rank)) as shares
      from objectives.tranche t
      join network.structure s on s.organization_id = t.organization_id and s.id = t.funder_id
     where t.organization_id = ${organizationId} and t.convention_id = ${conventionId}
     order by t.due_on, t.id`.execute(tx);
  return rows.map(({ amount, shares, ...row }) => ({
    ...row,
    amount: toCents(BigInt(amount)),
    shares: shares.map((share) => ({ ...share, amount: toCents(BigInt(share.amount)) })),
  }));
}
