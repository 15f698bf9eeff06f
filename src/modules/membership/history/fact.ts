/**
 * The dated history of persons, on two axes of time. `effectOn`: from which day something is true. `recordedAt`: since when
 * the cooperative knows it. Both are needed to answer "what was true on that day", as known now and as known then.
 */
import type { Json } from "#kernel/canonical-json.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";

/** What a fact speaks of; each module names those it records. */
export type Dimension = string;

export type Fact = {
  readonly id: Id<"fact">;
  readonly personId: PersonId;
  readonly dimension: Dimension;
  /** The contract or the exit it belongs to, when there is one. */
  readonly subjectId: string | null;
  readonly effectOn: Day;
  /** Last day included; null: until another fact of the dimension. */
  readonly untilOn: Day | null;
  /** Null: a withdrawal, or erased. */
  readonly value: Json | null;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId | null;
  readonly reason: string;
  /** The fact that this one replaces. */
  readonly corrects: Id<"fact"> | null;
  /** When another one replaced it. */
  readonly supersededAt: Instant | null;
};

/** True when a fact counted at a moment: known, not replaced yet, and saying something. */
export function countedAt(fact: Fact, knownAt: Instant | null): boolean {
  if (fact.value === null) return false;
  if (knownAt === null) return fact.supersededAt === null;
  return fact.recordedAt <= knownAt && (fact.supersededAt === null || fact.supersededAt > knownAt);
}

/** Which of two facts of a dimension prevails where both apply: the later effect, then what was learnt last. */
function prevails(a: Fact, b: Fact): boolean {
  if (a.effectOn !== b.effectOn) return a.effectOn > b.effectOn;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt;
  return a.id > b.id;
}

/**
 * The fact that holds in each dimension on a day, as known at a moment (null: now). Of the facts that began, the latest
 * holds; when its last day is over, none does.
 */
export function stateOn(facts: readonly Fact[], on: Day, knownAt: Instant | null): ReadonlyMap<Dimension, Fact> {
  const held = new Map<Dimension, Fact>();
  for (const fact of facts) {
    if (fact.effectOn > on || !countedAt(fact, knownAt)) continue;
    const other = held.get(fact.dimension);
    if (other === undefined || prevails(fact, other)) held.set(fact.dimension, fact);
  }
  for (const [dimension, fact] of held) {
    if (fact.untilOn !== null && fact.untilOn < on) held.delete(dimension);
  }
  return held;
}
