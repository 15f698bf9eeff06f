import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { countedAt, type Fact, stateOn } from "./fact.ts";

const START = toDay("2024-02-27");
const dayAt = (index: number): Day => addDays(START, index);
const momentAt = (index: number): Instant => `${addDays(START, index)}T12:00:00.000Z` as Instant;
const DAYS = 12;

/** What somebody did at the keyboard, in the order of time: a statement, or the correction of one of those made before. */
type Deed = {
  readonly dimension: string;
  readonly effect: number;
  readonly lasts: number | null;
  readonly value: string | null;
  readonly corrects: number | null;
};

const deed: fc.Arbitrary<Deed> = fc.record({
  dimension: fc.constantFrom("contract", "site"),
  effect: fc.integer({ min: 0, max: DAYS - 1 }),
  lasts: fc.option(fc.integer({ min: 0, max: 4 })),
  value: fc.option(fc.constantFrom("cape", "cesa", "none"), { freq: 6 }),
  corrects: fc.option(fc.nat({ max: 8 })),
});

type Said = { dimension: string; effect: number; until: number | null; value: string; order: number };

/**
 * The naive model: plays the deeds one by one on a plain list, in which a correction really replaces its line, then fills a
 * calendar day by day. It knows nothing of facts, of moments, nor of supersession.
 */
function naive(deeds: readonly Deed[], known: number): Map<string, (string | undefined)[]> {
  const list = new Map<number, Said>();
  for (const [index, each] of deeds.slice(0, known).entries()) {
    const target = each.corrects;
    const dimension = target === null ? each.dimension : (list.get(target)?.dimension ?? null);
    if (target !== null) {
      if (dimension === null) continue;
      list.delete(target);
    }
    if (each.value === null || dimension === null) continue;
    const until = each.lasts === null ? null : each.effect + each.lasts;
    list.set(index, { dimension, effect: each.effect, until, value: each.value, order: index });
  }
  const calendar = new Map<string, (string | undefined)[]>();
  for (const dimension of ["contract", "site"]) {
    const said = [...list.values()].filter((one) => one.dimension === dimension);
    const days: (string | undefined)[] = [];
    for (let index = 0; index < DAYS; index++) {
      let last: Said | undefined;
      for (const one of said) {
        if (one.effect > index) continue;
        if (!last || one.effect > last.effect || (one.effect === last.effect && one.order > last.order)) last = one;
      }
      days.push(last === undefined || (last.until !== null && last.until < index) ? undefined : last.value);
    }
    calendar.set(dimension, days);
  }
  return calendar;
}

/** The same deeds as the database keeps them. A correction of what does not stand any more is refused: it is left out. */
function recorded(deeds: readonly Deed[]): Fact[] {
  const facts = new Map<number, Fact>();
  for (const [index, each] of deeds.entries()) {
    const target = each.corrects === null ? undefined : facts.get(each.corrects);
    if (each.corrects !== null && (target === undefined || target.supersededAt !== null || target.value === null))
      continue;
    if (each.value === null && target === undefined) continue;
    if (target && each.corrects !== null) facts.set(each.corrects, { ...target, supersededAt: momentAt(index) });
    facts.set(index, {
      id: String(index).padStart(4, "0") as Id<"fact">,
      personId: "p" as PersonId,
      dimension: target?.dimension ?? each.dimension,
      subjectId: null,
      effectOn: dayAt(each.effect),
      untilOn: each.lasts === null ? null : dayAt(each.effect + each.lasts),
      value: each.value,
      recordedAt: momentAt(index),
      recordedBy: null,
      reason: "",
      corrects: target?.id ?? null,
      supersededAt: null,
    });
  }
  return [...facts.values()];
}

describe("L’histoire datée", () => {
  it("redit ce qu’un modèle naïf dit de chaque jour, tel que connu à chaque moment", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 9 }), (deeds) => {
        const facts = recorded(deeds);
        for (let known = 0; known <= deeds.length; known++) {
          const expected = naive(deeds, known);
          const knownAt = momentAt(known - 1);
          for (let index = 0; index < DAYS; index++) {
            const state = stateOn(facts, dayAt(index), known === deeds.length ? null : knownAt);
            for (const [dimension, days] of expected) {
              expect(state.get(dimension)?.value, `${dimension} day ${index} known ${known}`).toBe(days[index]);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("ce qui était connu hier ne change jamais, quoi qu’on enregistre ensuite", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 4 }), (before, after) => {
        const knownAt = momentAt(before.length - 1);
        const later = recorded([...before, ...after]);
        for (let index = 0; index < DAYS; index++) {
          const then = [...stateOn(recorded(before), dayAt(index), knownAt)].map(([key, fact]) => [key, fact.value]);
          const now = [...stateOn(later, dayAt(index), knownAt)].map(([key, fact]) => [key, fact.value]);
          expect(new Map(now as [string, string][])).toEqual(new Map(then as [string, string][]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("un retrait ne dit plus rien, et son fait d’origine reste connu d’avant", () => {
    const facts = recorded([
      { dimension: "contract", effect: 0, lasts: null, value: "cape", corrects: null },
      { dimension: "contract", effect: 0, lasts: null, value: null, corrects: 0 },
    ]);
    expect(stateOn(facts, dayAt(3), null).size).toBe(0);
    expect(stateOn(facts, dayAt(3), momentAt(0)).get("contract")?.value).toBe("cape");
    expect(facts.map((fact) => countedAt(fact, null))).toEqual([false, false]);
  });
});
