import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { addDays, type Day, type Instant, toDay } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import { factsOf } from "#modules/membership/index.server.ts";
import { freshTenant, type TestTenant } from "#testing/tenant.ts";
import { isCounted } from "./evaluate.ts";
import { countPeople, listPeople, spreadPeople } from "./people.store.ts";
import { type Criterion, EMPTY_GROUP, type Group, type Node, within } from "./question.ts";
import { momentsOf, OPERATORS, type SubjectKey } from "./subject.ts";

let tenant: TestTenant;
let actor: Actor;

beforeAll(async () => {
  tenant = await freshTenant({ now: "2024-02-01T08:00:00.000Z" });
  const direction = await tenant.person({ roles: ["direction"] });
  const presence = await tenant.run((tx) => tenant.host.loadPresence(tx, direction.caller, tenant.host.clock()));
  if (presence === null) throw new Error("nobody is there");
  actor = presence.actor;
});

const START = toDay("2024-02-20");
const SPAN = 24;
const at = (index: number) => `${addDays(START, index)}T08:00:00.000Z` as Instant;

const VALUES = {
  contract: ["cape", "cesa", ""],
  zone: ["none", "qpv", ""],
  associate: ["true", "false"],
  city: ["Brest", "brést", "Landerneau", ""],
  birth_date: ["2000-02-29", "1999-03-01", "1980-02-27"],
  rights_end: ["2024-02-22", "2024-03-02", "2023-12-31", "2024-01-15"],
} as const;
const names = Object.keys(VALUES) as (keyof typeof VALUES)[];
const dimension = fc.constantFrom(...names, "contract" as const, "contract" as const);

const deed = dimension.chain((name) =>
  fc.record({
    name: fc.constant(name),
    value: fc.constantFrom(...VALUES[name]),
    effect: fc.integer({ min: 0, max: SPAN - 4 }),
    lasts: fc.option(fc.integer({ min: 0, max: 5 })),
    corrects: fc.boolean(),
  }),
);
const life = fc.record({
  deeds: fc.array(deed, { minLength: 2, maxLength: 12 }),
  activities: fc.integer({ min: 0, max: 2 }),
});

const subject = fc.constantFrom<SubjectKey>(
  ...names,
  ...(["age", "seniority", "activities", "meetings", "first_contract", "contract_end"] as const),
);
const two = (one: fc.Arbitrary<string>) => fc.tuple(one, one).map((pair) => pair.sort());
const day = fc.integer({ min: -60, max: SPAN }).map((index) => addDays(START, index) as string);
const number = fc.constantFrom("0", "1", "2", "23", "24", "25", "44");

/** Values that fit an operator; those of a list are of the dimension. */
function valuesFor(key: SubjectKey, operator: string): fc.Arbitrary<string[]> {
  if (operator === "in")
    return fc.subarray((VALUES[key as "zone"] as readonly string[]).filter(Boolean), { minLength: 1 });
  if (operator === "contains" || operator === "starts") return fc.constantFrom(["BR"], ["land"], ["é"]);
  if (operator === "equals") return fc.constantFrom(["BREST"], ["Landerneau"]);
  if (operator === "before" || operator === "after") return day.map((value) => [value]);
  if (operator === "between") return two(day);
  if (operator === "at_least" || operator === "at_most") return number.map((value) => [value]);
  if (operator === "range") return fc.tuple(number, number).map((pair) => pair.sort((a, b) => Number(a) - Number(b)));
  return fc.constant([]);
}

const kinds = { contract: "choice", zone: "choice", associate: "yes", city: "text" } as const;
const operatorsFor = (key: SubjectKey) => {
  if (key in kinds) return OPERATORS[kinds[key as keyof typeof kinds]];
  if (key === "birth_date" || key === "rights_end") return OPERATORS.day;
  return key === "first_contract" || key === "contract_end" ? OPERATORS.event : OPERATORS.number;
};

const criterion: fc.Arbitrary<Criterion> = subject.chain((key) =>
  fc.constantFrom(...operatorsFor(key)).chain((operator) =>
    fc.record({
      subject: fc.constant(key),
      operator: fc.constant(operator),
      values: valuesFor(key, operator),
      moment: fc.constantFrom(...momentsOf(key)),
      not: fc.boolean(),
    }),
  ),
);
/** Mostly alone: a tree hides what one criterion gets wrong. */
const { group } = fc.letrec<{ group: Group; node: Node }>((tie) => ({
  node: fc.oneof({ maxDepth: 2, withCrossShrink: true }, criterion, tie("group")),
  group: fc.oneof(
    { arbitrary: criterion.map((one): Group => ({ join: "all", not: false, of: [one] })), weight: 2 },
    {
      weight: 3,
      arbitrary: fc.record({
        join: fc.constantFrom("all", "any"),
        not: fc.boolean(),
        of: fc.array(tie("node"), { maxLength: 3 }),
      }),
    },
  ),
}));

type Life = {
  deeds: { name: string; value: string; effect: number; lasts: number | null; corrects: boolean }[];
  activities: number;
};

async function live({ deeds, activities }: Life, opened: readonly string[]): Promise<PersonId> {
  const { personId } = await tenant.person();
  await tenant.run(async (tx) => {
    const last = new Map<string, Id<"fact">>();
    for (const [index, { name, value, effect, lasts, corrects }] of deeds.entries()) {
      const id: Id<"fact"> = tenant.newId();
      await sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, until_on, value, recorded_at, reason, corrects)
        values (${tenant.organizationId}, ${id}, ${personId}, ${name}, ${addDays(START, effect)},
          ${lasts === null ? null : addDays(START, effect + lasts)},
          ${corrects && index % 3 === 2 ? null : JSON.stringify(value === "true" ? true : value)}::jsonb, ${at(index)}, 'x',
          ${corrects ? (last.get(name) ?? null) : null})`.execute(tx);
      last.set(name, id);
    }
    for (const activityId of opened.slice(0, activities)) {
      await sql`insert into membership.participation (organization_id, activity_id, person_id, starts_on)
        values (${tenant.organizationId}, ${activityId}, ${personId}, '2024-01-01')`.execute(tx);
    }
  });
  return personId;
}

/** A correction needs something to correct, and a withdrawal needs a correction: others become plain statements. */
function playable(deeds: Life["deeds"]): Life["deeds"] {
  const seen = new Set<string>();
  return deeds.map((each) => {
    const corrects = each.corrects && seen.has(each.name);
    seen.add(each.name);
    return { ...each, corrects };
  });
}

describe("Compter des personnes", () => {
  it("la base compte ce que la règle pure dit de chacun, à toute date et telle que connue à tout moment", async () => {
    const opened = [await tenant.activity(), await tenant.activity()];
    for (const [index, each] of fc.sample(life, 50).entries()) {
      // One in five came later: their file says what was already so.
      if (index % 5 === 0) tenant.setNow(at(index % 3 === 0 ? 4 : 8));
      await live({ ...each, deeds: playable(each.deeds) }, opened);
      tenant.setNow("2024-02-01T08:00:00.000Z");
    }
    const { personId: mistaken } = await tenant.person();
    const lived = await tenant.run(async (tx) => {
      await sql`update membership.person set archived_at = ${at(6)}, withdrawn_at = ${at(6)}
        where organization_id = ${tenant.organizationId} and id = ${mistaken}`.execute(tx);
      const { rows: everybody } = await sql<{ personId: PersonId; from: Instant; until: Instant | null }>`
        select id as "personId", created_at as from, withdrawn_at as until from membership.person
         where organization_id = ${tenant.organizationId}`.execute(tx);
      const { rows: parts } = await sql<{ personId: PersonId; activities: number }>`
        select person_id as "personId", count(*)::int as activities from membership.participation group by person_id`.execute(
        tx,
      );
      const activities = new Map(parts.map((part) => [part.personId, part.activities]));
      const known = [];
      for (const one of everybody) {
        const facts = await factsOf(tx, tenant.organizationId, one.personId);
        known.push({ ...one, facts, activities: activities.get(one.personId) ?? 0, meetings: 0 });
      }
      return known;
    });
    const isThere = ({ from, until }: (typeof lived)[number], knownAt: Instant | null) =>
      knownAt === null ? until === null : from <= knownAt && (until === null || until > knownAt);
    await fc.assert(
      fc.asyncProperty(
        group,
        fc.nat({ max: SPAN }),
        fc.integer({ min: 0, max: 8 }),
        fc.option(fc.nat({ max: 11 })),
        async (who, first, length, known) => {
          const when = asked(first, first + length, known === null ? null : at(known));
          await tenant.run(async (tx) => {
            const found = (await listPeople(tx, actor, who, when, null)).map(({ personId }) => personId);
            const expected = lived
              .filter((one) => isThere(one, when.knownAt) && isCounted(who, one, when))
              .map(({ personId }) => personId);
            expect(found.sort()).toEqual(expected.sort());
            expect(await countPeople(tx, actor, who, when)).toBe(expected.length);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it("chaque case d’un tableau compte les personnes qu’elle ouvre, et leur somme les compte toutes", async () => {
    await tenant.run(async (tx) => {
      for (const [rows, columns] of [
        ["contract", "city"],
        ["age", "zone"],
        ["rights_end", "associate"],
      ] as const) {
        for (const knownAt of [null, at(5)]) {
          const when = asked(0, 15, knownAt);
          const cells = await spreadPeople(tx, actor, EMPTY_GROUP, when, { rows, columns });
          const total = await countPeople(tx, actor, EMPTY_GROUP, when);
          expect(cells.reduce((sum, cell) => sum + cell.people, 0)).toBe(total);
          for (const cell of cells) {
            const who = within(within(EMPTY_GROUP, rows, cell.row), columns, cell.column);
            expect(await countPeople(tx, actor, who, when), `${rows} ${cell.row} ${columns} ${cell.column}`).toBe(
              cell.people,
            );
          }
        }
      }
    });
  });
});

function asked(from: number, to: number, knownAt: Instant | null) {
  return { from: addDays(START, from), to: addDays(START, to) as Day, knownAt };
}
