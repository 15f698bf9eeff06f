/** Row types of the PostgreSQL schema "notification". Nobody else imports this file. */
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { CadenceChoice } from "./cadence/cadence.ts";

export type NoticeId = Id<"notice">;

export type NotificationTables = {
  "notification.notice": {
    organization_id: OrganizationId;
    id: NoticeId;
    person_id: PersonId;
    topic: string;
    heading: string;
    subject_kind: string;
    subject_id: string;
    path: string;
    facts: Readonly<Record<string, string>>;
    actor_id: PersonId | null;
    at: Instant;
    read_at: Instant | null;
    done_at: Instant | null;
    mailed_at: Instant | null;
  };
  "notification.cadence": {
    organization_id: OrganizationId;
    person_id: PersonId;
    heading: string;
    choice: CadenceChoice;
    changed_at: Instant;
  };
};
