/** Who is an associate, since when, in which college: read from what happened, on any day. Pure. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import type { Admitter, CollegeNumber } from "../setup/articles.ts";

export type AssociateId = Id<"associate">;
export const KINDS = ["person", "organization"] as const;
export type AssociateKind = (typeof KINDS)[number];

/** Who it is: written once. */
export type Associate = {
  readonly id: AssociateId;
  /** Their number in the register. */
  readonly number: number;
  readonly kind: AssociateKind;
  readonly personId: PersonId | null;
  /** The person's, or the legal person's. */
  readonly name: string;
  readonly siren: string;
};

export const STATUSES = ["unknown", "applied", "admitted", "declined", "left"] as const;
export type AssociateStatus = (typeof STATUSES)[number];
export const EVENTS = ["apply", "admit", "decline", "assign", "leave", "exclude", "die"] as const;
export type AssociateEventKind = (typeof EVENTS)[number];

/** Somebody who was declined, or left, may apply again. */
const STEPS: Readonly<Record<AssociateStatus, Readonly<Partial<Record<AssociateEventKind, AssociateStatus>>>>> = {
  unknown: { apply: "applied" },
  applied: { admit: "admitted", decline: "declined", assign: "applied" },
  admitted: { assign: "admitted", leave: "left", exclude: "left", die: "left" },
  declined: { apply: "applied" },
  left: { apply: "applied" },
};

/** The status after an event; null when it cannot happen then. No row holds it: it is read from what happened. */
export const statusAfter = (status: AssociateStatus, event: AssociateEventKind): AssociateStatus | null =>
  STEPS[status][event] ?? null;

export type AssociateEvent = {
  readonly associateId: AssociateId;
  readonly kind: AssociateEventKind;
  readonly effectOn: Day;
  readonly college: CollegeNumber | null;
  readonly representativeId: PersonId | null;
  readonly decidedBy: Admitter | "";
  readonly reason: string;
  readonly at: Instant;
};

export type Standing = {
  readonly status: AssociateStatus;
  readonly college: CollegeNumber;
  readonly representativeId: PersonId | null;
  /** Since when the status holds. */
  readonly since: Day | null;
  /** The day of the last admission. */
  readonly admittedOn: Day | null;
  readonly leftOn: Day | null;
};

const NOBODY: Standing = {
  status: "unknown",
  college: 1,
  representativeId: null,
  since: null,
  admittedOn: null,
  leftOn: null,
};

/** What holds on a day (null: after everything that was recorded). Events come in the order of their effect. */
export function standingOn(events: readonly AssociateEvent[], day: Day | null = null): Standing {
  let standing = NOBODY;
  for (const event of events) {
    if (day !== null && event.effectOn > day) break;
    const status = statusAfter(standing.status, event.kind);
    if (status === null) continue;
    const moved = status !== standing.status;
    standing = {
      status,
      college: event.college ?? standing.college,
      representativeId: event.representativeId ?? standing.representativeId,
      since: moved ? event.effectOn : standing.since,
      admittedOn: event.kind === "admit" ? event.effectOn : standing.admittedOn,
      leftOn: status === "left" ? event.effectOn : null,
    };
  }
  return standing;
}

/** The person of the house who speaks for an associate. */
export const voiceOf = (associate: Pick<Associate, "personId">, standing: Standing): PersonId | null =>
  associate.personId ?? standing.representativeId;
