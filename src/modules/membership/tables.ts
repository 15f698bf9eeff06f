/** Row types of the PostgreSQL schema "membership". Nobody else imports this file. */
import type { Generated } from "kysely";
import type { House, SupportRole } from "#kernel/actor.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";

export type MembershipTables = {
  "membership.organization": {
    organization_id: OrganizationId;
    slug: string;
    legal_name: string;
    legal_form: Generated<string>;
    siren: string;
    siret: string;
    vat_number: string;
    rcs: Generated<string>;
    street: Generated<string>;
    postal_code: Generated<string>;
    city: Generated<string>;
    country: Generated<string>;
    email: Generated<string>;
    phone: Generated<string>;
    iban: Generated<string>;
    bic: Generated<string>;
    time_zone: Generated<string>;
    accent_colour: Generated<string>;
    settings: Generated<unknown>;
    kind: Generated<House>;
    created_at: Instant;
    version: Generated<number>;
  };
  "membership.site": { organization_id: OrganizationId; id: Id<"site">; name: string };
  "membership.person": {
    organization_id: OrganizationId;
    id: PersonId;
    user_id: string | null;
    first_name: string;
    last_name: string;
    email: string;
    phone: Generated<string>;
    site_id: Id<"site"> | null;
    follower_id: PersonId | null;
    created_at: Instant;
    archived_at: Instant | null;
    invited_at: Instant | null;
    version: Generated<number>;
  };
  "membership.contract": {
    organization_id: OrganizationId;
    id: Id<"contract">;
    person_id: PersonId;
    kind: "cape" | "cesa";
    starts_on: Day;
    ends_on: Day | null;
    recorded_at: Instant;
    cancelled_at: Instant | null;
    version: Generated<number>;
  };
  "membership.role_grant": {
    organization_id: OrganizationId;
    id: Id<"grant">;
    person_id: PersonId;
    role: SupportRole;
    site_id: Id<"site"> | null;
    followed_only: Generated<boolean>;
    granted_at: Instant;
    revoked_at: Instant | null;
  };
  "membership.activity": {
    organization_id: OrganizationId;
    id: ActivityId;
    code: string;
    name: string;
    trade: Generated<string>;
    email: Generated<string>;
    phone: Generated<string>;
    accent_colour: string | null;
    logo_hash: string | null;
    footer: Generated<string>;
    conditions: Generated<string>;
    opened_on: Day;
    closed_on: Day | null;
    version: Generated<number>;
  };
  "membership.participation": {
    organization_id: OrganizationId;
    activity_id: ActivityId;
    person_id: PersonId;
    starts_on: Day;
    ends_on: Day | null;
    self_validates_quotes: Generated<boolean>;
    self_validates_invoices: Generated<boolean>;
    records_payments: Generated<boolean>;
    quote_required: Generated<boolean>;
    version: Generated<number>;
  };
};
