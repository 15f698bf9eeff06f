/** Row types of the PostgreSQL schema "label". Nobody else imports this file. */
import type { Generated } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { EvidenceId, LabellingId, LabellingStatus, Mode } from "./labelling/labelling.ts";
import type { EditionId, EditionStatus, NotApplicableRule, ReferentialId } from "./referential/referential.ts";

export type LabelTables = {
  "label.referential": {
    organization_id: OrganizationId;
    id: ReferentialId;
    name: string;
    example: boolean;
    created_at: Instant;
  };
  "label.edition": {
    organization_id: OrganizationId;
    id: EditionId;
    referential_id: ReferentialId;
    number: number;
    status: EditionStatus;
    mandatory_percent: Generated<number>;
    recommended_percent: Generated<number>;
    not_applicable: Generated<NotApplicableRule>;
    validity_months: Generated<number>;
    created_at: Instant;
    published_at: Instant | null;
    version: Generated<number>;
  };
  "label.labelling": {
    organization_id: OrganizationId;
    id: LabellingId;
    structure_id: StructureId;
    edition_id: EditionId;
    mode: Mode;
    status: LabellingStatus;
    registered_at: Instant;
    registered_by: PersonId;
    submitted_at: Instant | null;
    ended_at: Instant | null;
  };
  "label.evidence": {
    organization_id: OrganizationId;
    id: EvidenceId;
    structure_id: StructureId;
    title: string;
    link: string;
    file_hash: string | null;
    file_name: string | null;
    media_type: string | null;
    valid_from: Day | null;
    valid_until: Day | null;
    added_at: Instant;
    added_by: PersonId;
    retired_at: Instant | null;
  };
};
