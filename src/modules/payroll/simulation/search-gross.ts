/** The gross pay that reaches an amount: exact runs of the social model, as few as possible, never an approximation shown. */
import { type Cents, toCents } from "#kernel/money.ts";
import type { PayRun } from "./pay-run.ts";

export const LOWEST_GROSS = toCents(100);
export const HIGHEST_GROSS = toCents(2_000_000);

/** A social model in one context. `known`: the runs already made, by gross; they cost nothing. */
export type PayModel = {
  readonly minimumWage: Cents;
  run(gross: Cents): PayRun;
  known(): readonly PayRun[];
};

export type Search = {
  /** What is compared with the target; grows with gross, but for steps of some cents (coefficient at 4 decimals). */
  readonly measure: (run: PayRun) => Cents;
  readonly target: Cents;
  /** The run found measures at most, or at least, the target. */
  readonly side: "atMost" | "atLeast";
  /** How far from the target a run may be to stop there; else the search goes on to neighbouring cents. */
  readonly tolerance: Cents;
};

/** The run found; "low" when even the lowest gross measures more than the target, "high" when the highest is not enough. */
export function searchGross(model: PayModel, { measure, target, side, tolerance }: Search): PayRun | "low" | "high" {
  const under = (run: PayRun) => (side === "atMost" ? measure(run) <= target : measure(run) < target);
  const known = model.known();
  let low = known.findLast(under) ?? model.run(LOWEST_GROSS);
  if (!under(low)) return side === "atLeast" ? low : "low";
  const from = low.gross;
  let high = known.find((run) => run.gross > from && !under(run)) ?? model.run(HIGHEST_GROSS);
  if (under(high)) return side === "atMost" ? high : "high";
  const aim = toCents(side === "atMost" ? target - tolerance / 2n : target);
  for (let step = 1; high.gross - low.gross > 1n; step += 1) {
    const best = side === "atMost" ? low : high;
    const distance = target - measure(best);
    if (distance <= tolerance && -distance <= tolerance) return best;
    const middle = model.run(step % HALVING === 0 ? half(low, high) : chord(low, high, measure, aim));
    if (under(middle)) low = middle;
    else high = middle;
  }
  return side === "atMost" ? low : high;
}

/** The chord errs by the curve's bend and by its steps: every fourth run halves the bracket, so the search ends. */
const HALVING = 4;

/** Where the chord of two runs meets the aim, strictly between them. */
function chord(low: PayRun, high: PayRun, measure: (run: PayRun) => Cents, aim: Cents): Cents {
  const rise = measure(high) - measure(low);
  if (rise <= 0n) return half(low, high);
  const at = low.gross + ((aim - measure(low)) * (high.gross - low.gross)) / rise;
  if (at <= low.gross) return toCents(low.gross + 1n);
  return toCents(at >= high.gross ? high.gross - 1n : at);
}

function half(low: PayRun, high: PayRun): Cents {
  return toCents((low.gross + high.gross) / 2n);
}
