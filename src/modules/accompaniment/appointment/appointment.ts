/** Appointments: somebody meets whoever accompanies them. What is over stays as it was; a mistake is cancelled. */
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, PersonId } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";

export type AppointmentId = Id<"appointment">;
export type FundedActionId = Id<"fundedAction">;

export type AppointmentStatus = "planned" | "held" | "cancelled";
export const appointmentTransitions: Transitions<AppointmentStatus, "hold" | "cancel"> = {
  planned: { hold: "held", cancel: "cancelled" },
  held: { cancel: "cancelled" },
  cancelled: {},
};

export const MODES = ["onSite", "phone", "video"] as const;
export type Mode = (typeof MODES)[number];
/** `interview`: an « entretien d’accompagnement », of which the law wants two each year. */
export const NATURES = ["interview", "technical", "other"] as const;
export type Nature = (typeof NATURES)[number];
export const ATTENDANCES = ["registered", "present", "absent", "excused"] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Who reads a note: whoever it is about too, those who accompany them, or its author alone. */
export const PRIVACIES = ["shared", "team", "mine"] as const;
export type Privacy = (typeof PRIVACIES)[number];

export type Party = {
  readonly personId: PersonId;
  readonly part: "adviser" | "person";
  readonly attendance: Attendance;
};

export type Appointment = {
  readonly id: AppointmentId;
  readonly status: AppointmentStatus;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly mode: Mode;
  readonly nature: Nature;
  readonly subject: string;
  readonly place: string;
  readonly activityId: ActivityId | null;
  readonly fundedActionId: FundedActionId | null;
  readonly version: number;
  readonly parties: readonly Party[];
};

export const personsOf = (appointment: Pick<Appointment, "parties">): PersonId[] =>
  appointment.parties.filter(({ part }) => part === "person").map(({ personId }) => personId);
export const advisersOf = (appointment: Pick<Appointment, "parties">): PersonId[] =>
  appointment.parties.filter(({ part }) => part === "adviser").map(({ personId }) => personId);

/** Longest offered first choice: an hour is what most last. */
export const USUAL_MINUTES = 60;
