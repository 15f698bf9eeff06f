/** The turnover that a budget takes, through whatever contribution rule applies. */
import { type Cents, subtract, sum, toCents } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import type { PayRefusal } from "./pay-parameters.ts";

/** The contribution on a month's turnover HT, by the rule in force for the activity. */
export type ContributionOn = (turnover: Cents) => Cents;

export type Turnover = { readonly turnover: Cents; readonly contribution: Cents };

/** One hundred million euros: what no activity reaches, and a rule of 100 % neither. */
const HIGHEST = toCents(10_000_000_000);

/**
 * The turnover HT to invoice so that, the contribution taken and the direct costs paid, the budget remains; to the
 * cent. With a flat rate it is (budget + costs) ÷ (1 − rate). With whole-base bands whose rates rise, a threshold may
 * make a smaller turnover do as well. Refuses when the rule leaves nothing.
 */
export function turnoverFor(budget: Cents, directCosts: Cents, contributionOn: ContributionOn): Turnover | PayRefusal {
  const needed = sum([budget, directCosts]);
  const enough = (turnover: Cents) => turnover - contributionOn(turnover) >= needed;
  let low = toCents(0);
  if (enough(low)) return { turnover: low, contribution: contributionOn(low) };
  let high = needed > 0n ? needed : toCents(1);
  while (!enough(high)) {
    low = high;
    high = toCents(high * 2n);
    if (high > HIGHEST) return refuse("conflict", "pay.turnoverUnreachable");
  }
  while (subtract(high, low) > 1n) {
    const middle = toCents((low + high) / 2n);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return { turnover: high, contribution: contributionOn(high) };
}
