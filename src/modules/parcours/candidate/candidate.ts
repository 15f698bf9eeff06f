/** Somebody who would like to join: what they may be, in which order, and what is known of them. */
import type { Day, Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Language } from "#kernel/language.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { CandidateId } from "../tables.ts";

export type CandidateStatus =
  | "received"
  | "invited"
  | "attended"
  | "planned"
  | "interviewed"
  | "accepted"
  | "refused"
  | "abandoned"
  | "converted";

export type CandidateAction =
  /** Registered for an information meeting. */
  | "invite"
  /** Registered for none any more. */
  | "withdraw"
  | "attend"
  | "plan"
  /** The only interview that was planned is cancelled. */
  | "unplan"
  | "hold"
  | "accept"
  | "refuse"
  | "abandon"
  | "reopen"
  | "convert"
  /** Somebody whom the cooperative knows already. */
  | "attach";

const decided = { accept: "accepted", refuse: "refused", abandon: "abandoned", attach: "converted" } as const;

/** One table for the server and the screen. A decision may come at any time: each cooperative has its own way. */
export const candidateTransitions: Transitions<CandidateStatus, CandidateAction> = {
  received: { invite: "invited", attend: "attended", plan: "planned", hold: "interviewed", ...decided },
  invited: { withdraw: "received", attend: "attended", plan: "planned", hold: "interviewed", ...decided },
  attended: { plan: "planned", hold: "interviewed", ...decided },
  planned: { unplan: "received", plan: "planned", hold: "interviewed", ...decided },
  interviewed: { plan: "planned", hold: "interviewed", ...decided },
  accepted: { convert: "converted", attach: "converted", abandon: "abandoned", reopen: "interviewed" },
  refused: { reopen: "received" },
  abandoned: { reopen: "received" },
  converted: {},
};

export const STATUSES = Object.keys(candidateTransitions) as CandidateStatus[];
/** What still awaits something of the team, or of the candidate. */
export const OPEN_STATUSES: readonly CandidateStatus[] = [
  "received",
  "invited",
  "attended",
  "planned",
  "interviewed",
  "accepted",
];

/** In an address, ?suivi=: candidates whom nobody follows. */
export const UNFOLLOWED = "personne";
/** In an address, ?etat=: those that are over too. */
export const EVERY = "toutes";

export function isOpen(status: CandidateStatus): boolean {
  return OPEN_STATUSES.includes(status);
}

/** What somebody does today, in the words of funders. */
export const SITUATIONS = [
  "jobseekerPaid",
  "jobseeker",
  "minimumIncome",
  "employee",
  "independent",
  "student",
  "retired",
  "other",
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** How they heard of the cooperative. */
export const CHANNELS = ["employmentAgency", "adviser", "member", "web", "press", "event", "friend", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a form asks; "" for what was left empty. */
export type Application = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly birthDate: Day | null;
  readonly postalCode: string;
  readonly city: string;
  readonly trade: string;
  readonly project: string;
  readonly situation: string;
  readonly prescriber: string;
  readonly heard: string;
  readonly availability: string;
  readonly message: string;
};

export const APPLICATION_FIELDS = [
  "firstName",
  "lastName",
  "email",
  "phone",
  "birthDate",
  "postalCode",
  "city",
  "trade",
  "project",
  "situation",
  "prescriber",
  "heard",
  "availability",
  "message",
] as const satisfies readonly (keyof Application)[];
export type ApplicationField = (typeof APPLICATION_FIELDS)[number];

export type Candidate = Application & {
  readonly candidateId: CandidateId;
  readonly status: CandidateStatus;
  readonly source: "form" | "staff";
  readonly language: Language;
  readonly consentVersion: number | null;
  readonly consentedAt: Instant | null;
  readonly followerId: PersonId | null;
  readonly createdAt: Instant;
  readonly lastContactAt: Instant;
  readonly mergedInto: CandidateId | null;
  readonly personId: PersonId | null;
  readonly version: number;
};

/** The value of a field as text, "" when there is none. */
export function textOf(application: Partial<Application>, field: ApplicationField): string {
  return application[field] ?? "";
}

/** Where what is known and what comes anew say different things, both being said. */
export function differences(known: Application, other: Application): ApplicationField[] {
  return APPLICATION_FIELDS.filter((field) => {
    const [a, b] = [textOf(known, field), textOf(other, field)];
    return a !== "" && b !== "" && a.trim().toLowerCase() !== b.trim().toLowerCase();
  });
}

/**
 * One application out of two: what one leaves empty is taken from the other, and where both speak the first one is
 * believed, but for the fields chosen of the other. Nothing is lost: `left` is what was said and not kept.
 */
export function mergedApplication(
  kept: Application,
  other: Application,
  chosen: readonly ApplicationField[] = [],
): { readonly application: Application; readonly left: Partial<Record<ApplicationField, string>> } {
  const application: Record<string, unknown> = { ...kept };
  const left: Partial<Record<ApplicationField, string>> = {};
  const differ = differences(kept, other);
  for (const field of APPLICATION_FIELDS) {
    const takesOther = textOf(kept, field) === "" || (chosen.includes(field) && textOf(other, field) !== "");
    if (takesOther && other[field] !== null) application[field] = other[field];
    if (differ.includes(field)) left[field] = textOf(takesOther ? kept : other, field);
  }
  return { application: application as Application, left };
}
