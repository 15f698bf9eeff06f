/** Whether each limit of a cooperative holds, and which one a movement of shares would pass. Exact, in whole numbers. Pure. */
import type { Cents } from "#kernel/money.ts";
import type { AssociateId } from "../associate/associate.ts";
import type { Limit, LimitFacts } from "./limit.ts";
import { scicLimits } from "./scic-limits.ts";
import { scopLimits } from "./scop-limits.ts";

/** The limits of a form; none where the form is not told, or has none that is watched here. */
export function limitsOf(facts: LimitFacts): readonly Limit[] {
  if (facts.form === "scop") return scopLimits(facts);
  return facts.form === "scic" ? scicLimits(facts) : [];
}

/** The same register with shares of one associate more, or fewer. */
export const afterMove = (facts: LimitFacts, id: AssociateId, change: bigint): LimitFacts => ({
  ...facts,
  holders: facts.holders.map((one) => (one.id === id ? { ...one, capital: (one.capital + change) as Cents } : one)),
});

/** The first limit that a movement of shares passes and that was not passed before it; the first shares of all pass none. */
export function passedBy(facts: LimitFacts, id: AssociateId, change: bigint): Limit | null {
  if (facts.holders.every(({ capital }) => capital === 0n)) return null;
  const before = new Map(limitsOf(facts).map((limit) => [limit.key, limit.state]));
  return (
    limitsOf(afterMove(facts, id, change)).find(
      ({ key, state }) => state === "broken" && before.get(key) !== "broken",
    ) ?? null
  );
}
