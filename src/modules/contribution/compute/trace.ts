/** The trace of a contribution: ordered steps that a screen shows in plain French, and that add up. */
import { type Cents, sum } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import type { fr } from "../contribution.fr.ts";

export type StepKey = keyof typeof fr.steps;

/**
 * What a step's amount does: `base` amounts add up to the base, `due` amounts add up to the total,
 * `note` amounts inform only.
 */
export type StepRole = "base" | "due" | "note";

/** One step. Its sentence is `steps[key]` with the facts below, formatted by the page. */
export type Step = {
  readonly key: StepKey;
  readonly role: StepRole;
  readonly amount: Cents;
  readonly base?: Cents;
  readonly rate?: Rate;
  /** The threshold, floor or cap the step speaks of. */
  readonly bound?: Cents;
  /** The rule's own words for a part or an extra. */
  readonly label?: string;
  /** Of a waiver. */
  readonly reason?: string;
  readonly decidedBy?: string;
};

/** What the steps make due, in cents. */
export function totalDue(steps: readonly Step[]): Cents {
  return sum(steps.filter((step) => step.role === "due").map((step) => step.amount));
}
