import type { House } from "#kernel/actor.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MembershipTables } from "../tables.ts";

/** The legal identity of a cooperative, as its documents print it. `settings` is validated by its readers. */
export type OrganizationProfile = {
  readonly organizationId: OrganizationId;
  readonly slug: string;
  readonly house: House;
  readonly legalName: string;
  readonly legalForm: string;
  readonly siren: string;
  readonly siret: string;
  readonly vatNumber: string;
  readonly rcs: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly iban: string;
  readonly bic: string;
  readonly timeZone: string;
  readonly accentColour: string;
  readonly settings: unknown;
  /** What a command that changes the cooperative or its settings must have seen. */
  readonly version: number;
};

/** What documents say of an activity (enseigne). */
export type ActivityProfile = {
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
  readonly openedOn: string;
  readonly closedOn: string | null;
};

/** The cooperative of the running transaction. Throws when there is none (a defect: the caller has a presence). */
export async function organizationProfile(tx: Tx, organizationId: OrganizationId): Promise<OrganizationProfile> {
  const row = await tx
    .withTables<MembershipTables>()
    .selectFrom("membership.organization")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return {
    organizationId: row.organization_id,
    slug: row.slug,
    house: row.kind,
    legalName: row.legal_name,
    legalForm: row.legal_form,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    rcs: row.rcs,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    email: row.email,
    phone: row.phone,
    iban: row.iban,
    bic: row.bic,
    timeZone: row.time_zone,
    accentColour: row.accent_colour,
    settings: row.settings,
    version: row.version,
  };
}

/** An activity of the cooperative, or null. */
export async function activityProfile(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<ActivityProfile | null> {
  const row = await tx
    .withTables<MembershipTables>()
    .selectFrom("membership.activity")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", activityId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    activityId: row.id,
    code: row.code,
    name: row.name,
    trade: row.trade,
    email: row.email,
    phone: row.phone,
    accentColour: row.accent_colour,
    logoHash: row.logo_hash,
    footer: row.footer,
    conditions: row.conditions,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  };
}

/** How many times the identity and settings were saved: given back with a change, so that nobody overwrites another. */
export async function organizationVersion(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const row = await tx
    .withTables<MembershipTables>()
    .selectFrom("membership.organization")
    .select("version")
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return row.version;
}
