/** Row types of the PostgreSQL schema "accompaniment". Nobody else imports this file. */
import type { Generated } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type {
  AppointmentId,
  AppointmentStatus,
  Attendance,
  FundedActionId,
  Mode,
  Nature,
  Party,
  Privacy,
} from "./appointment/appointment.ts";
import type { SignatureMethod } from "./attendance/signature.ts";
import type { TaskId } from "./task/task.ts";
import type { DemandId, SessionId, Signup, WorkshopId } from "./workshop/workshop.ts";

export type AccompanimentTables = {
  "accompaniment.settings": {
    organization_id: OrganizationId;
    months_without_appointment: number;
    weeks_without_invoice: number;
    version: Generated<number>;
  };
  "accompaniment.funded_action": {
    organization_id: OrganizationId;
    id: FundedActionId;
    name: string;
    archived_at: Instant | null;
  };
  "accompaniment.appointment": {
    organization_id: OrganizationId;
    id: AppointmentId;
    status: AppointmentStatus;
    starts_at: Instant;
    minutes: number;
    mode: Mode;
    nature: Nature;
    subject: string;
    place: string;
    activity_id: ActivityId | null;
    funded_action_id: FundedActionId | null;
    created_at: Instant;
    created_by: PersonId;
    permanence_id: Id<"permanence"> | null;
    version: Generated<number>;
  };
  "accompaniment.appointment_party": {
    organization_id: OrganizationId;
    appointment_id: AppointmentId;
    person_id: PersonId;
    part: Party["part"];
    attendance: Generated<Attendance>;
  };
  "accompaniment.appointment_event": {
    organization_id: OrganizationId;
    id: Id<"appointmentEvent">;
    appointment_id: AppointmentId;
    kind: "plan" | "move" | "hold" | "cancel" | "askToMove";
    at: Instant;
    by: PersonId;
    reason: string;
    starts_at: Instant;
  };
  "accompaniment.appointment_note": {
    organization_id: OrganizationId;
    id: Id<"appointmentNote">;
    appointment_id: AppointmentId;
    privacy: Privacy;
    version: number;
    body: string;
    written_at: Instant;
    written_by: PersonId;
  };
  "accompaniment.calendar_feed": {
    organization_id: OrganizationId;
    id: Id<"calendarFeed">;
    person_id: PersonId;
    token_hash: string;
    created_at: Instant;
    revoked_at: Instant | null;
  };
  "accompaniment.task": {
    organization_id: OrganizationId;
    id: TaskId;
    appointment_id: AppointmentId | null;
    person_id: PersonId;
    assignee_id: PersonId;
    title: string;
    due_on: Day | null;
    created_at: Instant;
    created_by: PersonId;
    done_at: Instant | null;
    done_by: PersonId | null;
  };
  "accompaniment.workshop": {
    organization_id: OrganizationId;
    id: WorkshopId;
    title: string;
    description: string;
    themes: string;
    place: string;
    outside_trainer: string;
    capacity: number;
    signup: Signup;
    demand_id: DemandId | null;
    created_at: Instant;
    created_by: PersonId;
    cancelled_at: Instant | null;
    cancel_reason: Generated<string>;
    version: Generated<number>;
  };
  "accompaniment.workshop_trainer": {
    organization_id: OrganizationId;
    workshop_id: WorkshopId;
    person_id: PersonId;
  };
  "accompaniment.workshop_session": {
    organization_id: OrganizationId;
    id: SessionId;
    workshop_id: WorkshopId;
    starts_at: Instant;
    minutes: number;
  };
  "accompaniment.workshop_registration": {
    organization_id: OrganizationId;
    id: Id<"workshopRegistration">;
    workshop_id: WorkshopId;
    person_id: PersonId;
    asked_at: Instant;
    seated_at: Instant | null;
    left_at: Instant | null;
    registered_by: PersonId;
  };
  "accompaniment.session_signature": {
    organization_id: OrganizationId;
    id: Id<"sessionSignature">;
    session_id: SessionId;
    person_id: PersonId;
    part: "participant" | "trainer";
    method: SignatureMethod;
    strokes: string;
    typed_name: string;
    digest: string;
    signed_at: Instant;
    recorded_by: PersonId;
  };
};
