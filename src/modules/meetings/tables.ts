/** Row types of the PostgreSQL schema "meetings". Nobody else imports this file. */
import type { Generated } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Audience, MeetingId } from "./meeting/meeting.ts";
import type { ProposalAction, ProposalId, ProposalStatus } from "./proposal/proposal.ts";

export type MeetingsTables = {
  "meetings.meeting": {
    organization_id: OrganizationId;
    id: MeetingId;
    title: string;
    audience: Audience;
    starts_at: Instant;
    duration: number;
    place: string;
    link: string;
    agenda: string;
    draft: Generated<string>;
    created_at: Instant;
    created_by: PersonId;
    cancelled_at: Instant | null;
    cancel_reason: Generated<string>;
    version: Generated<number>;
  };
  "meetings.minutes": {
    organization_id: OrganizationId;
    meeting_id: MeetingId;
    version: number;
    body: string;
    published_at: Instant;
    published_by: PersonId;
  };
  "meetings.proposal": {
    organization_id: OrganizationId;
    id: ProposalId;
    title: string;
    body: string;
    why: string;
    status: ProposalStatus;
    filed_at: Instant;
    filed_by: PersonId;
  };
  "meetings.proposal_event": {
    organization_id: OrganizationId;
    id: Id<"proposalEvent">;
    proposal_id: ProposalId;
    kind: ProposalAction;
    meeting_id: MeetingId | null;
    reason: string;
    amended: string;
    votes_for: number | null;
    votes_against: number | null;
    votes_abstained: number | null;
    at: Instant;
    by: PersonId;
  };
};
