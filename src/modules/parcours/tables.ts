/** Row types of the PostgreSQL schema "parcours". Nobody else imports this file. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";

export type CandidateId = Id<"candidate">;
export type InformationMeetingId = Id<"informationMeeting">;
export type InterviewId = Id<"interview">;

type Tenant = { organization_id: OrganizationId };

export type ParcoursTables = {
  "parcours.information_meeting": Tenant & {
    id: InformationMeetingId;
    held_on: Day;
    starts_at: string;
    minutes: number;
    place: string;
    link: string;
    seats: number;
    notes: string;
    published: boolean;
    cancelled_at: Instant | null;
    created_at: Instant;
    created_by: PersonId;
    version: number;
  };
  "parcours.candidate": Tenant & {
    id: CandidateId;
    status: string;
    source: "form" | "staff";
    first_name: string;
    last_name: string;
    email: string;
    phone: string;
    birth_date: Day | null;
    postal_code: string;
    city: string;
    trade: string;
    project: string;
    situation: string;
    prescriber: string;
    heard: string;
    availability: string;
    message: string;
    language: "fr" | "en";
    consent_version: number | null;
    consented_at: Instant | null;
    follower_id: PersonId | null;
    created_at: Instant;
    last_contact_at: Instant;
    merged_into: CandidateId | null;
    person_id: PersonId | null;
    version: number;
  };
};
