/** What is kept for counting, against the rule of `fact.ts` read day by day and moment by moment over the facts themselves. */
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, type Instant, toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { freshTenant, type TestTenant } from "#testing/tenant.ts";
import { factsOf } from "./fact.store.ts";
import { stateOn } from "./fact.ts";
import { heldSpans } from "./held.store.ts";

const START = toDay("2024-02-20");
const DAYS = 16;
const MOMENTS = 10;
const at = (moment: number) => `${addDays(START, moment)}T08:00:00.000Z` as Instant;

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await freshTenant({ now: "2024-02-01T08:00:00.000Z" });
});

/** Moments come in any order, and several facts may share one: an import of an older sheet, one act that writes twice. */
const deed = fc.record({
  learnt: fc.nat({ max: MOMENTS - 1 }),
  effect: fc.nat({ max: DAYS - 4 }),
  lasts: fc.option(fc.nat({ max: 5 })),
  value: fc.option(fc.constantFrom("a", "b"), { freq: 5 }),
  corrects: fc.option(fc.nat({ max: 8 }), { freq: 2 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

/** Records what can be: a fact is corrected once, no earlier than it was learnt; a withdrawal corrects. */
async function live(deeds: readonly Deed[], erased: number | null): Promise<PersonId> {
  const { personId } = await tenant.person();
  await tenant.run(async (tx) => {
    const written: { id: Id<"fact">; learnt: number; isCorrected: boolean }[] = [];
    for (const { learnt, effect, lasts, value, corrects } of deeds) {
      const target = corrects === null ? undefined : written[corrects];
      const wrong = target?.isCorrected === false ? target : undefined;
      if (value === null && wrong === undefined) continue;
      const fact = { id: tenant.newId<"fact">(), learnt: Math.max(learnt, wrong?.learnt ?? 0), isCorrected: false };
      await sql`insert into membership.fact
          (organization_id, id, person_id, dimension, effect_on, until_on, value, recorded_at, reason, corrects)
        values (${tenant.organizationId}, ${fact.id}, ${personId}, 'trade', ${addDays(START, effect)},
          ${lasts === null ? null : addDays(START, effect + lasts)}, ${value === null ? null : JSON.stringify(value)}::jsonb,
          ${at(fact.learnt)}, 'x', ${wrong?.id ?? null})`.execute(tx);
      if (wrong) wrong.isCorrected = true;
      written.push(fact);
    }
    if (erased !== null) {
      await sql`update membership.fact set value = null, erased_at = ${at(MOMENTS)}
        where organization_id = ${tenant.organizationId} and id = ${written[erased]?.id ?? null}`.execute(tx);
    }
  });
  return personId;
}

type Span = { readonly value: string; readonly starts_on: string; readonly ends_on: string };

const spansAt = (personId: PersonId, knownAt: Instant | null, short: boolean) =>
  tenant.run(async (tx) => {
    const held = heldSpans(tenant.organizationId, "trade", knownAt, short);
    const { rows } = await sql<Span>`select value, starts_on, ends_on::text as ends_on from (${held}) s
      where person_id = ${personId}`.execute(tx);
    return rows;
  });

/** The calendar that spans draw; a day that two of them claim shows both. */
const drawn = (spans: readonly Span[]) =>
  Array.from({ length: DAYS }, (_, index) => {
    const day = addDays(START, index);
    return spans
      .filter(({ starts_on, ends_on }) => starts_on <= day && (ends_on === "infinity" || ends_on >= day))
      .map(({ value }) => value)
      .join();
  });

describe("Ce qui vaut et ce qui valait, gardé pour compter", () => {
  it("dit de chaque jour, tel que connu à chaque moment, ce que disent les faits, quoi qu’on ait corrigé ou effacé", async () => {
    let former = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 4, maxLength: 12 }),
        fc.option(fc.nat({ max: 8 }), { freq: 3 }),
        async (deeds, erased) => {
          const personId = await live(deeds, erased);
          const facts = await tenant.run((tx) => factsOf(tx, tenant.organizationId, personId));
          for (const knownAt of [null, ...Array.from({ length: MOMENTS + 1 }, (_, moment) => at(moment - 1))]) {
            const said = Array.from({ length: DAYS }, (_, index) => {
              const fact = stateOn(facts, addDays(START, index), knownAt).get("trade");
              return fact === undefined ? "" : String(fact.value);
            });
            expect(drawn(await spansAt(personId, knownAt, true)), `known ${knownAt}`).toEqual(said);
          }
          // What is known now is what is known at the last moment, for whoever reads one or the other.
          expect(drawn(await spansAt(personId, null, false))).toEqual(
            drawn(await spansAt(personId, at(MOMENTS), true)),
          );
          former += await kept(personId);
        },
      ),
      { numRuns: 80 },
    );
    expect(former).toBeGreaterThan(100);
    // Act after act, the triggers leave what reading every fact again from the start gives.
    const { rows: differing } = await tenant.run((tx) =>
      sql`with kept as (
          select person_id, dimension, starts_on, ends_on, value, known_from, known_until from membership.known_holding),
        read as (select person_id, dimension, starts_on, ends_on, value, known_from, known_until from membership.fact_span),
        present as (select person_id, dimension, starts_on, ends_on, value from membership.holding),
        still as (select person_id, dimension, starts_on, ends_on, value from read where known_until = 'infinity')
        select * from ((table kept except table read) union all (table read except table kept)) k
        full join ((table present except table still) union all (table still except table present)) p using (person_id)`.execute(
        tx,
      ),
    );
    expect(differing).toEqual([]);
  });

  it("ce qu’on retrouve d’avant l’arrivée d’une personne n’est connu que depuis qu’elle est là", async () => {
    tenant.setNow(at(4));
    const personId = await live([{ learnt: 0, effect: 0, lasts: null, value: "a", corrects: null }], null);
    expect(await spansAt(personId, at(3), true)).toEqual([]);
    expect(await spansAt(personId, at(4), true)).toEqual([{ value: "a", starts_on: START, ends_on: "infinity" }]);
  });
});

async function kept(personId: PersonId): Promise<number> {
  const { rows } = await tenant.run((tx) =>
    sql<{ many: number }>`select count(*)::int as many from membership.known_holding
      where organization_id = ${tenant.organizationId} and person_id = ${personId} and known_until < 'infinity'`.execute(
      tx,
    ),
  );
  return rows[0]?.many ?? 0;
}
