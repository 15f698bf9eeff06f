/** Counting an assembly: its quorum, and the result of an open vote, one person one vote, by college when the articles say so. Pure. */
import type { Articles, CollegeNumber, Majority, Rule } from "../setup/articles.ts";
import { compare, type Fraction, fraction, NOTHING, over, plus, readFraction, times } from "./fraction.ts";

export const CHOICES = ["for", "against", "abstain"] as const;
export type Choice = (typeof CHOICES)[number];

/** Somebody who may vote: their college, whether they are there or represented, what they chose. */
export type Counted = {
  readonly college: CollegeNumber;
  readonly counts: boolean;
  readonly choice: Choice | null;
};

export type CollegeCount = {
  readonly college: CollegeNumber;
  readonly members: number;
  /** Present or represented. */
  readonly counting: number;
  readonly votes: Readonly<Record<Choice, number>>;
};

export function countColleges(colleges: readonly CollegeNumber[], voters: readonly Counted[]): CollegeCount[] {
  return colleges.map((college) => {
    const own = voters.filter((voter) => voter.college === college);
    const chose = (choice: Choice) => own.filter((voter) => voter.counts && voter.choice === choice).length;
    return {
      college,
      members: own.length,
      counting: own.filter(({ counts }) => counts).length,
      votes: { for: chose("for"), against: chose("against"), abstain: chose("abstain") },
    };
  });
}

export type Quorum = {
  readonly reached: boolean;
  readonly members: number;
  readonly counting: number;
  /** How many are needed of the whole. */
  readonly needed: number;
  readonly colleges: readonly {
    readonly college: CollegeNumber;
    readonly members: number;
    readonly counting: number;
    readonly needed: number;
    readonly reached: boolean;
  }[];
};

/** The least whole number that reaches a share of so many. */
function least(share: Fraction, of: number): number {
  const exact = share.numerator * BigInt(of);
  return Number((exact + share.denominator - 1n) / share.denominator);
}

/** Without anybody who may vote no quorum is reached; a college without members hinders nobody. */
export function quorumOf(
  counts: readonly CollegeCount[],
  rule: Pick<Rule, "quorum">,
  scope: Articles["quorumScope"],
): Quorum {
  const share = readFraction(rule.quorum);
  const members = counts.reduce((sum, one) => sum + one.members, 0);
  const counting = counts.reduce((sum, one) => sum + one.counting, 0);
  const needed = Math.max(1, least(share, members));
  const colleges = counts.map((one) => {
    const own = least(share, one.members);
    return {
      ...{ college: one.college, members: one.members, counting: one.counting },
      needed: own,
      reached: one.counting >= own,
    };
  });
  const whole = members > 0 && counting >= needed;
  const reached = scope === "whole" ? whole : whole && colleges.every((one) => one.reached);
  return { reached, members, counting, needed, colleges };
}

/** « Plus de la moitié » is more than half; another majority is reached when it is equalled. */
export function reaches(share: Fraction, majority: Majority): boolean {
  const order = compare(share, readFraction(majority));
  return majority === "1/2" ? order > 0 : order >= 0;
}

const baseOf = ({ votes, counting, members }: CollegeCount, base: Rule["base"]): number =>
  base === "all" ? members : base === "present" ? counting : votes.for + votes.against;

export type Outcome = {
  readonly adopted: boolean;
  /** The exact share of votes for. */
  readonly share: Fraction;
  readonly colleges: readonly (CollegeCount & { readonly base: number })[];
};

/**
 * Weighted: the share of votes for in each college, times its weight, over the weights of the colleges whose votes count
 * (one where nobody voted carries nothing). Otherwise the votes of all over the base of all.
 */
export function outcomeOf(
  counts: readonly CollegeCount[],
  rule: Pick<Rule, "majority" | "base">,
  articles: Pick<Articles, "weighted" | "colleges">,
): Outcome {
  const colleges = counts.map((one) => ({ ...one, base: baseOf(one, rule.base) }));
  const share = articles.weighted ? weightedShare(colleges, articles.colleges) : plainShare(colleges);
  return { adopted: reaches(share, rule.majority), share, colleges };
}

type Based = CollegeCount & { readonly base: number };

function plainShare(colleges: readonly Based[]): Fraction {
  const base = colleges.reduce((sum, one) => sum + one.base, 0);
  return base === 0
    ? NOTHING
    : fraction(
        colleges.reduce((sum, one) => sum + one.votes.for, 0),
        base,
      );
}

function weightedShare(counts: readonly Based[], colleges: Articles["colleges"]): Fraction {
  let favourable = NOTHING;
  let weights = NOTHING;
  for (const { number, weight } of colleges) {
    const count = counts.find(({ college }) => college === number);
    if (count === undefined || count.base === 0) continue;
    const weighs = fraction(weight, 10_000);
    favourable = plus(favourable, times(weighs, fraction(count.votes.for, count.base)));
    weights = plus(weights, weighs);
  }
  return weights.numerator === 0n ? NOTHING : over(favourable, weights);
}
