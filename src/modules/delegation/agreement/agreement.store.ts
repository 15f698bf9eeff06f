import { sql } from "kysely";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Agreement, DelegatedItem } from "./agreement.ts";

type StoredItem = Omit<DelegatedItem, "unitPrice"> & { readonly unitPrice: string };

const columns = sql`id, side, other_organization_id as "otherOrganizationId", other_name as "otherName",
  other_siren as "otherSiren", other_slug as "otherSlug", items, starts_on as "startsOn", ends_on as "endsOn", clause,
  proposed_at as "proposedAt", proposed_by as "proposedBy", signed_at as "signedAt", signed_by as "signedBy",
  declined_at as "declinedAt", revoked_at as "revokedAt", revoked_by as "revokedBy", reason from delegation.agreement`;

const read = ({ items, ...row }: Omit<Agreement, "items"> & { readonly items: readonly StoredItem[] }): Agreement => ({
  ...row,
  items: items.map((item) => ({ ...item, unitPrice: BigInt(item.unitPrice) as DelegatedItem["unitPrice"] })),
});

type Row = Parameters<typeof read>[0];

/** The agreements of this cooperative, on either side, the latest first. */
export async function agreementsHere(tx: Tx, organizationId: OrganizationId): Promise<readonly Agreement[]> {
  const { rows } = await sql<Row>`select ${columns}
    where organization_id = ${organizationId} order by proposed_at desc, id`.execute(tx);
  return rows.map(read);
}

export async function findDelegation(
  tx: Tx,
  organizationId: OrganizationId,
  id: Id<"delegation">,
  lock = false,
): Promise<Agreement | null> {
  const { rows } = await sql<Row>`select ${columns}
    where organization_id = ${organizationId} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] === undefined ? null : read(rows[0]);
}

/** Keeps a proposal; false when another one, or an agreement, with that cooperative on that side has a day of it. */
export async function insertAgreement(tx: Tx, organizationId: OrganizationId, agreement: Agreement): Promise<boolean> {
  const items = agreement.items.map((item) => ({ ...item, unitPrice: String(item.unitPrice) }));
  const result =
    await sql`insert into delegation.agreement (organization_id, id, side, other_organization_id, other_name,
      other_siren, other_slug, items, starts_on, ends_on, clause, proposed_at, proposed_by)
    select ${organizationId}, ${agreement.id}, ${agreement.side}, ${agreement.otherOrganizationId}, ${agreement.otherName},
      ${agreement.otherSiren}, ${agreement.otherSlug}, ${JSON.stringify(items)}::jsonb, ${agreement.startsOn},
      ${agreement.endsOn}, ${agreement.clause}, ${agreement.proposedAt}, ${agreement.proposedBy}
     where not exists (select from delegation.agreement a where a.organization_id = ${organizationId}
       and a.side = ${agreement.side} and a.other_organization_id = ${agreement.otherOrganizationId}
       and a.declined_at is null and a.revoked_at is null
       and a.starts_on <= ${agreement.endsOn} and a.ends_on >= ${agreement.startsOn})`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** What happened to it since: signed, declined or ended. Each is written once. */
export async function updateAgreement(tx: Tx, organizationId: OrganizationId, agreement: Agreement): Promise<void> {
  await sql`update delegation.agreement set signed_at = ${agreement.signedAt}, signed_by = ${agreement.signedBy},
      declined_at = ${agreement.declinedAt}, revoked_at = ${agreement.revokedAt}, revoked_by = ${agreement.revokedBy},
      reason = ${agreement.reason}
    where organization_id = ${organizationId} and id = ${agreement.id}`.execute(tx);
}

export type House = {
  readonly organizationId: OrganizationId;
  readonly slug: string;
  readonly name: string;
  readonly siren: string;
};

/** The cooperatives of the instance that have this address or this SIREN: one, when it is named exactly. */
export async function housesNamed(tx: Tx, asked: string): Promise<readonly House[]> {
  const { rows } = await sql<House>`select organization_id as "organizationId", slug, legal_name as name, siren
    from delegation.house_of(${asked})`.execute(tx);
  return rows;
}
