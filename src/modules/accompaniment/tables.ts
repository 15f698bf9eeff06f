/** Row types of the PostgreSQL schema "accompaniment". Nobody else imports this file. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";

export type AdmissionId = Id<"admission">;

export type AccompanimentTables = {
  "accompaniment.admission": {
    organization_id: OrganizationId;
    id: AdmissionId;
    person_id: PersonId;
    admitted_on: Day;
    recorded_at: Instant;
    recorded_by: PersonId;
    cancelled_at: Instant | null;
  };
};
