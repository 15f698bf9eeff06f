/** Row types of the PostgreSQL schema "contribution". Nobody else imports this file. */
import type { JSONColumnType } from "kysely";
import type { Day, Instant, Month } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";

/** jsonb: written as text by our canonical serialiser, read as a parsed value. */
type Stored = JSONColumnType<object, string, string>;

export type RuleVersionId = Id<"contributionRule">;
export type WaiverId = Id<"waiver">;
export type RunId = Id<"contributionRun">;

export type ContributionTables = {
  "contribution.head": { organization_id: OrganizationId; last_month: Month | null };
  "contribution.rule_version": {
    organization_id: OrganizationId;
    id: RuleVersionId;
    effective_from: Month;
    resolution: string;
    decided_on: Day;
    activity_id: ActivityId | null;
    rule: Stored;
    adopted_at: Instant;
    adopted_by: PersonId;
  };
  "contribution.waiver": {
    organization_id: OrganizationId;
    id: WaiverId;
    activity_id: ActivityId | null;
    person_id: PersonId | null;
    target: string;
    from_month: Month;
    until_month: Month;
    reason: string;
    decided_by: string;
    decided_on: Day;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  "contribution.waiver_withdrawal": {
    organization_id: OrganizationId;
    waiver_id: WaiverId;
    reason: string;
    withdrawn_at: Instant;
    withdrawn_by: PersonId;
  };
  "contribution.run": {
    organization_id: OrganizationId;
    id: RunId;
    month: Month;
    sequence: number;
    entry_date: Day;
    posted_at: Instant;
    posted_by: PersonId;
  };
  "contribution.run_line": {
    organization_id: OrganizationId;
    run_id: RunId;
    activity_id: ActivityId;
    month: Month;
    sequence: number;
    amount: Cents;
    total: Cents;
    rule_version_id: RuleVersionId;
    computed: Stored;
    trace: Stored;
    entry_id: Id<"entry"> | null;
  };
};
