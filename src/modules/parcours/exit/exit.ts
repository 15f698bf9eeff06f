/**
 * The ways out of a CAE: one's own company, the former situation with skills gained, an associate who stays; and the early
 * endings. An exit is a fact of the dated history; a later contract is a return.
 */
import { addMonths, type Day } from "#kernel/day.ts";

export const EXIT_KINDS = [
  "own_company",
  "former_situation",
  "associate_stays",
  "trial_broken",
  "abandoned",
  "not_associate",
  "dismissed",
  "deceased",
] as const;
export type ExitKind = (typeof EXIT_KINDS)[number];

/** The three exits that a parcours aims at; the others are early endings. */
export const AIMED: readonly ExitKind[] = ["own_company", "former_situation", "associate_stays"];

/** Everybody leaves but the associate, whose accompaniment ends and whose contract goes on. */
export const endsContract = (kind: ExitKind): boolean => kind !== "associate_stays";

/** Whether news are asked for afterwards, and of whom nobody is. */
export const isFollowed = (kind: ExitKind): boolean => endsContract(kind) && kind !== "deceased";

/** Months after the exit at which one asks what became of the person. */
export const FOLLOW_UPS = [6, 12, 24] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

export const BECAME = ["own_company", "employee", "job_seeker", "training", "retired", "other", "unreachable"] as const;

export const followUpDimension = (months: FollowUp): string => `follow_up_${months}`;

/** When news are asked for. */
export const followUpDay = (exitOn: Day, months: FollowUp): Day => addMonths(exitOn, months);
