/** Row types of the PostgreSQL schema "delegation". Nobody else imports this file. */
import type { DelegableWork } from "#kernel/actor.ts";
import type { Day, Instant, Month } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Side } from "./agreement/agreement.ts";

export type DelegationTables = {
  "delegation.naming": {
    organization_id: OrganizationId;
    id: Id<"delegate">;
    agreement_id: Id<"delegation">;
    person_id: PersonId;
    named_at: Instant;
    withdrawn_at: Instant | null;
  };
  "delegation.comment": {
    organization_id: OrganizationId;
    id: Id<"comment">;
    work_id: Id<"work">;
    side: Side;
    author: string;
    words: string;
    at: Instant;
  };
  "delegation.work": {
    organization_id: OrganizationId;
    id: Id<"work">;
    agreement_id: Id<"delegation">;
    work: DelegableWork;
    month: Month;
    person_id: PersonId | null;
    due_on: Day;
    done_at: Instant | null;
    done_on: Day | null;
    fault_at: Instant | null;
    fault: string;
  };
};
