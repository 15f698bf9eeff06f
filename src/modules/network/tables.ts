/** Row types of the PostgreSQL schema "network". Nobody else imports this file. */
import type { Generated } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { PlaceKind } from "./place/place.ts";
import type { StructureId, StructureKind } from "./structure/structure.ts";

export type NetworkTables = {
  "network.structure": {
    organization_id: OrganizationId;
    id: StructureId;
    kind: StructureKind;
    name: string;
    siren: string;
    legal_form: string;
    street: string;
    postal_code: string;
    city: string;
    department: string;
    website: string;
    email: string;
    phone: string;
    description: string;
    trades: readonly string[];
    listed: boolean;
    is_self: Generated<boolean>;
    created_at: Instant;
    closed_on: Day | null;
    version: Generated<number>;
  };
  "network.affiliation": {
    organization_id: OrganizationId;
    id: Id<"affiliation">;
    structure_id: StructureId;
    network_id: StructureId;
    starts_on: Day;
    ends_on: Day | null;
    recorded_at: Instant;
  };
  "network.place": {
    organization_id: OrganizationId;
    id: Id<"place">;
    structure_id: StructureId;
    kind: PlaceKind;
    name: string;
    city: string;
    department: string;
    rhythm: string;
  };
  "network.seat": {
    organization_id: OrganizationId;
    id: Id<"seat">;
    person_id: PersonId;
    structure_id: StructureId;
    function: string;
    starts_on: Day;
    ends_on: Day | null;
    recorded_at: Instant;
  };
  "network.contact": {
    organization_id: OrganizationId;
    id: Id<"contact">;
    structure_id: StructureId;
    sender: string;
    at: Instant;
  };
  "network.page": {
    organization_id: OrganizationId;
    open: boolean;
    introduction: string;
    version: Generated<number>;
  };
};
