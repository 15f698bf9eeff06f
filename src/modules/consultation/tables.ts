/** Row types of the PostgreSQL schema "consultation". Nobody else imports this file. */
import type { Generated } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { AnswerId, Channel, GatheringId } from "./answer/answer.ts";
import type { Audience, AxisId, ConsultationId, PhaseId, PhaseStatus } from "./consultation/consultation.ts";

export type ConsultationTables = {
  "consultation.consultation": {
    organization_id: OrganizationId;
    id: ConsultationId;
    title: string;
    question: string;
    audience: Audience;
    created_at: Instant;
    created_by: PersonId;
    version: Generated<number>;
  };
  "consultation.axis": {
    organization_id: OrganizationId;
    id: AxisId;
    consultation_id: ConsultationId;
    position: number;
    title: string;
  };
  "consultation.phase": {
    organization_id: OrganizationId;
    id: PhaseId;
    consultation_id: ConsultationId;
    position: number;
    title: string;
    opens_on: Day;
    closes_on: Day;
    status: Generated<PhaseStatus>;
    opened_at: Instant | null;
    closed_at: Instant | null;
    reminded_at: Instant | null;
  };
  "consultation.gathering": {
    organization_id: OrganizationId;
    id: GatheringId;
    phase_id: PhaseId;
    held_on: Day;
    place: string;
    attendees: number | null;
    minutes: string;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  "consultation.answer": {
    organization_id: OrganizationId;
    id: AnswerId;
    phase_id: PhaseId;
    structure_id: StructureId;
    number: number;
    channel: Channel;
    gathering_id: GatheringId | null;
    given_on: Day;
    comment: string;
    recorded_at: Instant;
    recorded_by: PersonId;
  };
  "consultation.ranking": {
    organization_id: OrganizationId;
    answer_id: AnswerId;
    axis_id: AxisId;
    rank: number;
    note: string;
  };
};
