/**
 * Somebody who has every published figure, every filter and every edition tries to find a small group: a handful of persons,
 * or one or two cooperatives. Random networks, with people who withhold, correct and answer late.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, linesOf } from "./adhesion/aggregate.ts";
import { circlesOf } from "./adhesion/circle.ts";
import { SMALLEST_GROUP } from "./indicator/indicator.ts";
import { INDICATORS } from "./indicator/indicators.ts";
import { isProtected, observationText, readObservation } from "./observation/observation.ts";
import { type Cell, NESTED, protect, type RawFigure } from "./observation/protect.ts";
import { spreadOf } from "./release/measure.ts";
import { type Answer, publishable } from "./release/publishable.ts";
import { extend, isolates, type Row, type Space } from "./release/row-space.ts";

const cellOf = (category: string, weight: number): Cell => ({
  category,
  value: BigInt(weight),
  weight: BigInt(weight),
});

/** Figures as a small cooperative has them: many empty or tiny categories. */
const rawFigures: fc.Arbitrary<ReadonlyMap<string, RawFigure>> = fc
  .record({
    accompanied: fc.nat({ max: 60 }),
    left: fc.nat({ max: 12 }),
    entries: fc.nat({ max: 12 }),
    exits: fc.nat({ max: 12 }),
    parts: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 20, maxLength: 20 }),
    money: fc.nat({ max: 9_000_000 }),
  })
  .map(({ accompanied, left, entries, exits, parts, money }) => {
    const bases: Record<string, number> = {
      accompanied,
      present: Math.max(0, accompanied - left),
      entries: Math.min(entries, accompanied),
      exits: Math.min(exits, accompanied),
    };
    const raw = new Map<string, RawFigure>();
    for (const { key, base, categories } of INDICATORS) {
      const whole = bases[base];
      if (whole === undefined) {
        const weight = BigInt(accompanied % 11);
        raw.set(key, { total: { category: "", value: BigInt(money), weight }, cells: [] });
        continue;
      }
      let rest = whole;
      const cells = categories.flatMap((category, rank) => {
        const part = Math.min(rest, parts[rank] ?? 0);
        rest -= part;
        return part === 0 ? [] : [cellOf(category, part)];
      });
      raw.set(key, { total: cellOf("", whole), cells });
    }
    return raw;
  });

const isFine = (weight: bigint) => weight <= 0n || weight >= SMALLEST_GROUP;

describe("Ce qu’une coopérative envoie", () => {
  it("aucun groupe de moins de cinq, ni dit, ni trouvé en retirant un chiffre d’un autre : toutes les paires", () => {
    fc.assert(
      fc.property(rawFigures, fc.subarray(INDICATORS.map(({ key }) => key)), (raw, withheld) => {
        const figures = protect(INDICATORS, raw, new Set(withheld));
        const told = INDICATORS.flatMap((indicator) => {
          const figure = figures.get(indicator.key);
          return figure?.state === "sent" && indicator.group !== null ? [{ indicator, figure }] : [];
        });
        for (const { indicator, figure } of told) {
          const true_ = raw.get(indicator.key) as RawFigure;
          expect(isFine(figure.total.weight)).toBe(true);
          // Whoever takes what is told from the total finds the pool: it holds five at least, or only what nobody noted.
          const named = figure.cells.filter(({ category }) => category !== "pooled");
          for (const one of named) expect([indicator.key, isFine(one.weight)]).toEqual([indicator.key, true]);
          const hidden = true_.cells.filter((cell) => !named.some(({ category }) => category === cell.category));
          const pool = figure.total.weight - named.reduce((sum, { weight }) => sum + weight, 0n);
          if (hidden.length > 0) expect(isFine(pool)).toBe(true);
          if (indicator.categories.length > 0) {
            const all = figure.cells.reduce((sum, { value }) => sum + value, 0n);
            expect(all).toBe(figure.total.value);
          }
        }
        const totals = new Map(told.map(({ indicator, figure }) => [indicator.base, figure.total.weight]));
        for (const [whole, part] of NESTED) {
          const [all, some] = [totals.get(whole), totals.get(part)];
          if (all !== undefined && some !== undefined)
            expect([whole, part, isFine(all - some)]).toEqual([whole, part, true]);
        }
        const observation = {
          ...{ adhesion: "019cadc6-9a80-7973-91b4-a9b4179ce1fc", sequence: 1, period: "2025" },
          signedAt: "2026-03-02T09:00:00.000Z" as never,
          figures: [...figures].map(([key, figure]) => ({ key, version: 1, figure })),
        };
        expect(isProtected(observation)).toBe(true);
        expect(readObservation(observationText(observation))).toEqual(observation);
      }),
      { numRuns: 400 },
    );
  });
});

type Sent = {
  readonly answer: string;
  readonly structure: string;
  readonly circles: readonly string[];
  readonly lines: readonly Line[];
};

const rankOf = (rows: readonly Row[]) => rows.reduce<Space>((space, row) => extend(space, row), []).length;

type Edition = { readonly told: ReadonlyMap<string, readonly string[]>; readonly documents: readonly Sent[] };

const structure = fc.record({
  region: fc.constantFrom("53", "52", "11", ""),
  trades: fc.subarray(["building", "arts", "care"]),
  networks: fc.subarray(["one", "two"]),
  raw: rawFigures,
  withheld: fc.subarray(["women", "zone", "contract", "present", "turnover"]),
});

function documentOf(
  name: string,
  rank: number,
  { region, trades, networks, raw, withheld }: typeof structure extends fc.Arbitrary<infer T> ? T : never,
): Sent {
  const figures = protect(INDICATORS, raw, new Set(withheld));
  const present = figures.get("present");
  return {
    answer: name,
    structure: String(rank),
    circles: circlesOf({ region, trades, networks, persons: present?.state === "sent" ? present.total.value : null }),
    lines: linesOf({ figures: [...figures].map(([key, figure]) => ({ key, version: 1, figure })) }),
  };
}

/** Publishes as the command does: each family with all that was told of it before. */
function publish(documents: readonly Sent[], before: readonly Edition[]): Edition {
  const told = new Map<string, readonly string[]>();
  for (const base of new Set(INDICATORS.map((one) => one.base))) {
    const family = INDICATORS.filter((one) => one.base === base).map(({ key }) => key);
    const answers = documents.map(
      (one): Answer => ({ ...one, indicators: new Set(one.lines.map((line) => line.indicator)) }),
    );
    const past = before.flatMap((edition) =>
      family.flatMap((key) => (edition.told.get(key) ?? []).map((circle) => answering(edition, key, circle))),
    );
    for (const [key, list] of publishable(family, answers, past)) told.set(key, list);
  }
  return { told, documents };
}

const answering = ({ documents }: Edition, indicator: string, circle: string) =>
  documents.filter(
    ({ circles, lines }) => circles.includes(circle) && lines.some((line) => line.indicator === indicator),
  );

/** Every figure that an attacker holds of a family of indicators: who it adds up, and the cells. */
function held(editions: readonly Edition[], base: string) {
  const keys = INDICATORS.filter((one) => one.base === base).map(({ key }) => key);
  return editions.flatMap((edition) =>
    keys.flatMap((key) =>
      (edition.told.get(key) ?? []).map((circle) => ({ key, circle, of: answering(edition, key, circle) })),
    ),
  );
}

describe("Ce qu’un réseau publie", () => {
  it("ni un chiffre, ni la différence de deux, ni aucune combinaison ne dit une ou deux coopératives", () => {
    fc.assert(
      fc.property(
        fc.array(structure, { minLength: 3, maxLength: 14 }),
        fc.array(fc.record({ rank: fc.nat({ max: 13 }), by: structure }), { maxLength: 5 }),
        (structures, changes) => {
          const first = structures.map((one, rank) => documentOf(`${rank}`, rank, one));
          // Some answer again, or answer late: another edition follows.
          const second = [...first];
          for (const [turn, { rank, by }] of changes.entries()) {
            second[Math.min(rank, second.length)] = documentOf(`${rank} again ${turn}`, rank, by);
          }
          const editions: Edition[] = [];
          for (const documents of [first, second]) editions.push(publish(documents, editions));
          for (const base of new Set(INDICATORS.map((one) => one.base))) {
            const figures = held(editions, base);
            for (const { of } of figures) expect(of.length).toBeGreaterThanOrEqual(3);
            // All pairs: a figure whose documents are within another's, and what is left of it.
            for (const larger of figures) {
              for (const smaller of figures) {
                if (!smaller.of.every((one) => larger.of.includes(one))) continue;
                expect([
                  base,
                  larger.circle,
                  smaller.circle,
                  [0, ...range(3, 20)].includes(larger.of.length - smaller.of.length),
                ]).toEqual([base, larger.circle, smaller.circle, true]);
              }
            }
            // All combinations: nothing that stands on the answers of one cooperative alone, or of two, whatever its signs.
            const documents = [...new Set(editions.flatMap((edition) => edition.documents))];
            const rows = figures.map(({ of }) => documents.map((one) => (of.includes(one) ? 1 : 0)));
            const all = rankOf(rows);
            const houses = [...new Set(documents.map((one) => one.structure))];
            for (const [rank, one] of houses.entries()) {
              for (const other of houses.slice(rank)) {
                const outside = documents.map(({ structure: of }) => of !== one && of !== other);
                expect([base, one, other, rankOf(rows.map((row) => row.filter((_, at) => outside[at])))]).toEqual([
                  ...[base, one, other, all],
                ]);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it("les personnes derrière chaque somme, et derrière ce qui reste d’une somme : cinq au moins, ou personne", () => {
    fc.assert(
      fc.property(fc.array(structure, { minLength: 3, maxLength: 12 }), (structures) => {
        const edition = publish(
          structures.map((one, rank) => documentOf(`${rank}`, rank, one)),
          [],
        );
        for (const base of new Set(INDICATORS.filter((one) => one.group !== null).map((one) => one.base))) {
          const figures = held([edition], base);
          for (const a of figures) {
            for (const b of figures) {
              if (a.key !== b.key || !b.of.every((one) => a.of.includes(one))) continue;
              for (const category of INDICATORS.find(({ key }) => key === a.key)?.categories ?? []) {
                const people = (list: readonly Sent[]) =>
                  list
                    .flatMap(({ lines }) => lines)
                    .filter((line) => line.indicator === a.key && line.category === category)
                    .reduce((sum, { weight }) => sum + weight, 0n);
                expect(isFine(people(a.of))).toBe(true);
                expect(isFine(people(a.of) - people(b.of))).toBe(true);
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("l’épreuve voit ce qu’elle cherche : sans la règle, un seul manque à l’appel se trouve", () => {
    const spaceOf = (...rows: Row[]) => rows.reduce<Space>((space, row) => extend(space, row), []);
    expect(isolates(spaceOf([1, 1, 1, 1]), ["a", "b", "c", "d"])).toBe(false);
    expect(isolates(spaceOf([1, 1, 1, 1], [1, 1, 1, 0]), ["a", "b", "c", "d"])).toBe(true);
    // Halves that overlap: their sum less everybody is the pair they share.
    const six = ["a", "b", "c", "d", "e", "f"];
    expect(isolates(spaceOf([1, 1, 1, 1, 0, 0], [0, 0, 1, 1, 1, 1]), six)).toBe(false);
    expect(isolates(spaceOf([1, 1, 1, 1, 0, 0], [0, 0, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]), six)).toBe(true);
    // What one has more than another: whoever is the other knows it.
    expect(isolates(spaceOf([1, 0, 1, 1], [0, 1, 1, 1]), ["a", "b", "c", "d"])).toBe(true);
    // The same four answer again, one of them otherwise: what it changed is the difference of two editions.
    const again = ["a", "b", "c", "d", "d"];
    expect(isolates(spaceOf([1, 1, 1, 1, 0], [1, 1, 1, 0, 1]), again)).toBe(true);
    // Two of them, then three.
    expect(isolates(spaceOf([1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 1]), ["a", "b", "c", "d", "c", "d"])).toBe(true);
    const three = ["a", "b", "c", "d", "b", "c", "d"];
    expect(isolates(spaceOf([1, 1, 1, 1, 0, 0, 0], [1, 0, 0, 0, 1, 1, 1]), three)).toBe(false);
    // Columns that stand for three are nobody's.
    expect(isolates(spaceOf([1, 0]), [null, null])).toBe(false);
  });

  it("des quartiles ne disent la valeur de personne, et rien en dessous de huit", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.bigInt({ min: 1_000n, max: 99_000_000n }), { minLength: 8, maxLength: 40 }),
        (values) => {
          const spread = spreadOf(values);
          const ordered = spread !== null && spread.low <= spread.middle && spread.middle <= spread.high;
          expect(ordered).toBe(true);
          expect(spreadOf(values.slice(0, 7))).toBeNull();
        },
      ),
    );
  });
});

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
