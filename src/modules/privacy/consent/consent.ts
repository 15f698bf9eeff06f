import type { Instant } from "#kernel/day.ts";

/** What people may agree to, and refuse without any consequence: nothing that a contract or a law needs is here. */
export const PURPOSES = ["directory", "photo", "newsletter"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The words of a purpose. Version 0: those of the house, that nobody was asked yet. */
export type Wording = { readonly version: number; readonly french: string; readonly english: string };

/** A version as it was written, with how many agree to it today. */
export type WrittenWording = Wording & {
  readonly at: Instant;
  /** Whoever agreed to the words before was asked again. */
  readonly asksAgain: boolean;
  readonly agreeing: number;
};

/** One answer, to the words of that version. */
export type Answer = {
  readonly purpose: Purpose;
  readonly wordingVersion: number;
  readonly agreed: boolean;
  readonly at: Instant;
};

/** Whether an answer says something new: a first no says nothing that silence did not. */
export function changesAnswer(standing: Pick<Answer, "agreed"> | undefined, agreed: boolean): boolean {
  return (standing?.agreed ?? false) !== agreed;
}
