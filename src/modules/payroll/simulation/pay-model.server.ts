/**
 * The social model for one context (month, cooperative's parameters, hours), with the runs already made. A slider asks
 * for neighbouring amounts: the runs it left narrow the next search to one to three new ones.
 */
import type { Month } from "#kernel/day.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { DEFAULT_PAY_PARAMETERS, FULL_TIME, type PayContext } from "./pay-parameters.ts";
import type { PayRun } from "./pay-run.ts";
import { HIGHEST_GROSS, LOWEST_GROSS, type PayModel } from "./search-gross.ts";
import { contextKey, minimumWage, runSocialModel } from "./social-model.server.ts";

/** A cooperative has one set of parameters and a few durations of work: enough for several, bounded for all. */
const CONTEXTS_KEPT = 32;
const RUNS_KEPT = 2000;

const models = new Map<string, PayModel>();

/** The model of a context; the least recently used ones are forgotten. Same context, same figures, kept or not. */
export function payModel(context: PayContext): PayModel {
  const key = contextKey(context);
  const model = models.get(key) ?? build(context);
  models.delete(key);
  models.set(key, model);
  for (const oldest of models.keys()) {
    if (models.size <= CONTEXTS_KEPT) break;
    models.delete(oldest);
  }
  return model;
}

function build(context: PayContext): PayModel {
  let runs: PayRun[] = [];
  let seeded = false;
  const wage = minimumWage(context);
  const run = (gross: Cents): PayRun => {
    const index = position(runs, gross);
    const known = runs[index];
    if (known?.gross === gross) return known;
    const made = runSocialModel(context, gross);
    if (runs.length >= RUNS_KEPT) runs = runs.filter((_, at) => at % 2 === 0);
    runs.splice(position(runs, gross), 0, made);
    return made;
  };
  return {
    minimumWage: wage,
    run,
    known: () => {
      if (!seeded) for (const gross of knots(wage)) run(gross);
      seeded = true;
      return runs;
    },
  };
}

/**
 * Where the curves bend: under some 30 € the health insurance takes the whole pay, above three minimum wages the general
 * reduction ends; between, fractions of the minimum wage.
 */
function knots(wage: Cents): Cents[] {
  const fractions = [50n, 75n, 100n, 115n, 130n, 160n, 200n, 250n];
  return [
    LOWEST_GROSS,
    toCents(3_000),
    toCents(10_000),
    ...fractions.map((percent) => toCents((wage * percent) / 100n)),
    // The model compares with the wage before its rounding: a few cents on each side hold the end.
    toCents(wage * 3n - 5n),
    toCents(wage * 3n + 5n),
    HIGHEST_GROSS,
  ];
}

function position(runs: readonly PayRun[], gross: Cents): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.gross ?? gross) < gross) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Makes the first simulation fast: called once the application serves. The usual parameters are enough to build the
 * model; a cooperative's own then cost the few runs where the curves bend. About a second of one core.
 */
export function warmPayModel(month: Month): void {
  payModel({ month, parameters: DEFAULT_PAY_PARAMETERS, weeklyHours: FULL_TIME }).known();
}
