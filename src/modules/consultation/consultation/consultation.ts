/** A consultation: what a network asks its structures, phase by phase. */
import { addDays, type Day, type Instant } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { RoomSubject } from "#modules/room/index.ts";
import type { ConsultationRefusalCode } from "./consultation.fr.ts";

export type ConsultationId = Id<"consultation">;
export type PhaseId = Id<"phase">;
export type AxisId = Id<"axis">;

/** Which structures are asked: the cooperatives, or every structure that is no network. */
export const AUDIENCES = ["cae", "all"] as const;
export type Audience = (typeof AUDIENCES)[number];

export type Axis = { readonly id: AxisId; readonly position: number; readonly title: string };

export type PhaseStatus = "prepared" | "open" | "closed";
export type PhaseAction = "open" | "close";
export const phaseTransitions: Transitions<PhaseStatus, PhaseAction> = {
  prepared: { open: "open" },
  open: { close: "closed" },
  closed: {},
};

export type Phase = {
  readonly id: PhaseId;
  readonly consultationId: ConsultationId;
  readonly position: number;
  readonly title: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly status: PhaseStatus;
  readonly closedAt: Instant | null;
  readonly remindedAt: Instant | null;
};

export type Consultation = {
  readonly id: ConsultationId;
  readonly title: string;
  readonly question: string;
  readonly audience: Audience;
  readonly version: number;
};

/** Fewer are not ranked; more are not ranked well. */
export const LEAST_AXES = 2;
export const MOST_AXES = 12;
export const MOST_PHASES = 6;
/** Those who have not answered are told again this many days before the end. */
export const REMINDED_BEFORE = 3;

/** What is asked may change until a phase has opened. */
export const isAsked = (phases: readonly Pick<Phase, "status">[]): boolean =>
  phases.some(({ status }) => status !== "prepared");

/** An open phase takes answers up to the end of its last day, even before the morning that closes it. */
export function refuseUnlessTaking(phase: Phase, today: Day): Refusal<ConsultationRefusalCode> | null {
  if (phase.status === "prepared") return refuse("conflict", "phase.notOpen");
  if (phase.status === "closed" || today > phase.closesOn) return refuse("conflict", "phase.over");
  return null;
}

/** The phase an address names, else the one that runs, else the last closed one, else the first. */
export function chosenPhase<T extends Pick<Phase, "id" | "status">>(
  phases: readonly T[],
  asked: string | null = null,
): T | undefined {
  return (
    phases.find(({ id }) => id === asked) ??
    phases.find(({ status }) => status === "open") ??
    phases.findLast(({ status }) => status === "closed") ??
    phases[0]
  );
}

/** What a room of a consultation belongs to. */
export const CONSULTED = "consultation.consultation";
/** What a room of one of its events belongs to. */
export const HELD = "consultation.event";
export const roomSubjectOf = (id: ConsultationId): RoomSubject => ({ kind: CONSULTED, id });

/** One phase at a time, in their order, with something to rank and a last day to come. */
export function refuseOpening(
  phase: Phase,
  phases: readonly Phase[],
  axes: number,
  today: Day,
): Refusal<ConsultationRefusalCode> | null {
  if (axes < LEAST_AXES) return refuse("conflict", "consultation.fewAxes");
  if (phase.closesOn < today) return refuse("conflict", "phase.past");
  const before = phases.find(({ position, status }) => position < phase.position && status !== "closed");
  return before ? refuse("conflict", "phase.previous", { title: before.title }) : null;
}

/** What a morning does with a phase, by its dates alone. */
export function dueOn(phase: Phase, today: Day): PhaseAction | "remind" | null {
  if (phase.status === "prepared") return phase.opensOn <= today && phase.closesOn >= today ? "open" : null;
  if (phase.status === "closed") return null;
  if (phase.closesOn < today) return "close";
  return addDays(phase.closesOn, -REMINDED_BEFORE) === today ? "remind" : null;
}

export function refuseAxes(titles: readonly string[]): Refusal<ConsultationRefusalCode> | null {
  if (titles.length < LEAST_AXES) return refuse("invalid", "consultation.fewAxes", {}, "axes");
  if (titles.length > MOST_AXES) return refuse("invalid", "consultation.manyAxes", { most: String(MOST_AXES) }, "axes");
  if (titles.some((title) => title.length > 120)) return refuse("invalid", "consultation.longAxis", {}, "axes");
  const folded = titles.map((title) => title.toLowerCase());
  return new Set(folded).size === folded.length ? null : refuse("invalid", "consultation.sameAxis", {}, "axes");
}
