/** Row types of the PostgreSQL schema "documents". Nobody else imports this file. */
import type { Day, Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { FieldValues } from "#platform/document-field.ts";
import type { TemplateKind } from "./template/template.ts";

export type DocumentsTables = {
  "documents.template": {
    organization_id: OrganizationId;
    id: Id<"template">;
    kind: TemplateKind;
    version: number;
    name: string;
    file_hash: string;
    file_name: string;
    fields: readonly string[];
    uploaded_at: Instant;
    uploaded_by: PersonId;
  };
  "documents.template_choice": {
    organization_id: OrganizationId;
    id: Id<"templateChoice">;
    kind: TemplateKind;
    rank: number;
    template_id: Id<"template"> | null;
    chosen_at: Instant;
    chosen_by: PersonId;
  };
  "documents.statutes": {
    organization_id: OrganizationId;
    id: Id<"statutes">;
    title: string;
    adopted_on: Day;
    effective_on: Day;
    file_hash: string | null;
    file_name: string;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  "documents.document": {
    organization_id: OrganizationId;
    id: Id<"document">;
    person_id: PersonId;
    contract_id: Id<"contract"> | null;
    activity_id: ActivityId | null;
    kind: TemplateKind;
    title: string;
    template_id: Id<"template"> | null;
    template_version: number | null;
    statutes_id: Id<"statutes"> | null;
    field_values: FieldValues;
    filled: readonly string[];
    docx_hash: string | null;
    pdf_hash: string | null;
    created_at: Instant;
    created_by: PersonId;
    cancelled_at: Instant | null;
    cancelled_by: PersonId | null;
  };
};
