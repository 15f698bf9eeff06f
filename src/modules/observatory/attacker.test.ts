/**
 * Somebody holds every published table: each edition of each year, under every filter, as pages and files give them. They
 * even know who answered what when. They subtract whatever can be subtracted: cells of one edition, of two, of two filters.
 */
import { describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { execute } from "#platform/command.ts";
import { linesOf } from "./adhesion/aggregate.ts";
import { answerMachine } from "./adhesion/machine-door.server.ts";
import { readAnswer, textOf } from "./adhesion/protocol.ts";
import { openDataLines } from "./figure/open-data.ts";
import { readFigures } from "./figure/read-figures.store.ts";
import { SMALLEST_GROUP } from "./indicator/indicator.ts";
import { INDICATORS, indicatorOf } from "./indicator/indicators.ts";
import { observationText, readObservation } from "./observation/observation.ts";
import { type Cell, protect, type RawFigure } from "./observation/protect.ts";
import { newKeyPair, signText } from "./observation/signature.server.ts";
import { addStructure, codeFor, type House, makeHouse } from "./observatory.fixture.ts";
import type { EditionCell } from "./release/edition.ts";
import { publishFigures } from "./release/publish-figures.command.ts";
import { cellsOf, documentsAmong, releasesOf, spreadsOf } from "./release/release.store.ts";
import { extend, type Row, type Space } from "./release/row-space.ts";

const YEAR = "2025";

/** The same numbers each time. */
function lot(seed: number) {
  let state = seed * 2_654_435_761;
  return (most: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % (most + 1);
  };
}
type Lot = ReturnType<typeof lot>;

/** Effects of cooperation are of a few, or of nobody. */
const isRare = (key: string) => /^(jointQuotes|invoicesBetween|referrals|sharedCustomers)/.test(key);

/** Figures as a small cooperative has them: parts that are empty, tiny, or not noted. */
function figures(draw: Lot, persons: number): Map<string, RawFigure> {
  const exits = draw(9);
  const bases: Readonly<Record<string, number>> = {
    ...{ present: persons, accompanied: persons + exits, exits, entries: draw(12) },
  };
  const cell = (category: string, value: number, weight = value): Cell => ({
    ...{ category, value: BigInt(value), weight: BigInt(weight) },
  });
  const raw = new Map<string, RawFigure>();
  // Indicators of one base have the same group behind them.
  const behind = new Map<string, number>();
  for (const { key, base, categories } of INDICATORS) {
    const whole = bases[base];
    if (whole === undefined) {
      const weight = behind.get(base) ?? (key === "sites" ? 0 : isRare(key) ? draw(9) : persons - draw(2));
      behind.set(base, weight);
      raw.set(key, { total: cell("", key === "enseignes" ? weight : draw(9_000_000), weight), cells: [] });
      continue;
    }
    let rest = whole;
    const cells = categories.flatMap((category) => {
      const part = Math.min(rest, draw(14));
      rest -= part;
      return part === 0 ? [] : [cell(category, part)];
    });
    raw.set(key, { total: cell("", whole), cells });
  }
  return raw;
}

type Sender = { tell(raw: ReadonlyMap<string, RawFigure>, withheld?: readonly string[]): Promise<void> };

async function joins(network: House, rank: number, draw: Lot): Promise<Sender> {
  const { host, slug } = network.tenant;
  const trades = ["building", "arts", "care"].filter(() => draw(2) === 0);
  const department = ["29", "35", "44", "75"][draw(3)] ?? "29";
  const code = await codeFor(network, await addStructure(network, { name: `CAE ${rank}`, department, trades }));
  const { publicKey, privateKey } = newKeyPair();
  const post = async (act: string, purpose: "essaim-adhesion" | "essaim-observation", text: string) => {
    const body = JSON.stringify({ text, signature: signText(privateKey, purpose, text) });
    const answer = await answerMachine(host, `/api/v1/observatoire/${slug}/${act}`, body);
    expect(answer.status, answer.body).toBe(200);
    return answer.body;
  };
  const asked = textOf({ format: "essaim-adhesion", versions: [1], code: code.replaceAll("-", ""), publicKey });
  const said = JSON.parse(await post("adhesion", "essaim-adhesion", asked)) as { text: string };
  const adhesion = readAnswer(said.text)?.adhesion ?? "";
  let sequence = 0;
  return {
    async tell(raw, withheld = []) {
      sequence += 1;
      const told = protect(INDICATORS, raw, new Set(withheld));
      const text = observationText({
        ...{ adhesion, sequence, period: YEAR, signedAt: "2026-03-02T09:00:00.000Z" as never },
        figures: INDICATORS.flatMap(({ key, version }) => {
          const figure = told.get(key);
          return figure === undefined ? [] : [{ key, version, figure }];
        }),
      });
      await post("observation", "essaim-observation", text);
    },
  };
}

/** One person more in a cooperative: a woman, who entered, under a CAPE. */
function oneMore(raw: ReadonlyMap<string, RawFigure>): Map<string, RawFigure> {
  const more = (cell: Cell) => ({ ...cell, value: cell.value + 1n, weight: cell.weight + 1n });
  return new Map(
    [...raw].map(([key, figure]) => {
      if (indicatorOf(key)?.unit !== "persons") return [key, figure];
      const [first, ...others] = figure.cells;
      return [key, { total: more(figure.total), cells: first === undefined ? [] : [more(first), ...others] }];
    }),
  );
}

type Answered = {
  readonly id: string;
  readonly structureId: string;
  readonly circles: readonly string[];
  readonly lines: ReturnType<typeof linesOf>;
};
type Held = EditionCell & { readonly rank: number; readonly of: readonly Answered[] };

/** Every cell of every edition, and the documents it adds up. */
async function everything({ tenant }: House) {
  return tenant.run(async (tx) => {
    const place = { tx, organizationId: tenant.organizationId };
    const releases = await releasesOf(place, YEAR);
    const held: Held[] = [];
    const spreads = [];
    for (const release of [...releases].reverse()) {
      const own = releases.map(async ({ rank, documents }) => {
        const kept = await documentsAmong(place, documents);
        const read = kept.map(({ document, ...rest }): Answered => {
          const said = readObservation(document);
          if ("fault" in said) throw new Error(said.fault);
          return { ...rest, lines: linesOf(said) };
        });
        return [rank, read] as const;
      });
      const documents = new Map(await Promise.all(own));
      for (const cell of await cellsOf(place, [release.id], null)) {
        const of = (documents.get(cell.carriedFrom ?? release.rank) ?? []).filter(
          ({ circles, lines }) =>
            circles.includes(cell.circle) && lines.some(({ indicator }) => indicator === cell.indicator),
        );
        held.push({ ...cell, rank: release.rank, of });
      }
      spreads.push(...(await spreadsOf(place, release.id)));
    }
    return { held, spreads, ranks: releases.length };
  });
}

const lineOf = ({ lines }: Answered, { indicator, category }: Held) =>
  lines.find((line) => line.indicator === indicator && line.category === category);
const rankOf = (rows: readonly Row[]) => rows.reduce<Space>((space, row) => extend(space, row), []).length;
const isFew = (weight: bigint) => {
  const size = weight < 0n ? -weight : weight;
  return size > 0n && size < SMALLEST_GROUP;
};

/** Subtracts every pair: what each cooperative adds to the difference is nobody, or five at least. */
function searchPairs(held: readonly Held[]): void {
  for (const cells of Map.groupBy(held, ({ indicator, category }) => `${indicator} ${category}`).values()) {
    const [{ indicator, category } = { indicator: "", category: "" }] = cells;
    const isCounted = indicatorOf(indicator)?.group !== null && category !== "pooled";
    const weights = cells.map(
      (cell) => new Map(cell.of.map((one) => [one.structureId, lineOf(one, cell)?.weight ?? 0n])),
    );
    for (const [a, one] of cells.entries()) {
      // To the cent: what was published is what the documents say.
      const sum = one.of.reduce((all, document) => all + (lineOf(document, one)?.value ?? 0n), 0n);
      expect([one.rank, one.circle, indicator, category, sum, one.of.length]).toEqual([
        ...[one.rank, one.circle, indicator, category, one.value, one.answers],
      ]);
      if (!isCounted) continue;
      expect(isFew(one.weight)).toBe(false);
      for (const [b, other] of cells.entries()) {
        if (b <= a) continue;
        const [mine, theirs] = [weights[a], weights[b]];
        for (const structure of new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
          const change = (mine?.get(structure) ?? 0n) - (theirs?.get(structure) ?? 0n);
          const bothSay = mine?.has(structure) === true && theirs?.has(structure) === true;
          if (bothSay && isFew(change)) {
            expect.fail(`${indicator} ${category}: ${one.circle} (${one.rank}) less ${other.circle} (${other.rank})`);
          }
        }
        if (one.circle === other.circle) {
          expect([indicator, category, one.circle, isFew(one.weight - other.weight)]).toEqual([
            ...[indicator, category, one.circle, false],
          ]);
        }
      }
    }
  }
}

/** Combines everything at once: nothing stands on the answers of one cooperative alone, nor of two. */
function searchCombinations(held: readonly Held[]): void {
  for (const base of new Set(INDICATORS.map((one) => one.base))) {
    const keys = INDICATORS.filter((one) => one.base === base).map(({ key }) => key);
    const told = held.filter(({ indicator, category }) => category === "" && keys.includes(indicator));
    const wordsOf = ({ structureId, lines }: Answered) =>
      `${structureId} ${lines
        .filter(({ indicator }) => keys.includes(indicator))
        .map(({ category, value, weight }) => `${category}:${value}:${weight}`)
        .join()}`;
    const answers = [...new Map(told.flatMap(({ of }) => of.map((one) => [wordsOf(one), one.structureId])))];
    const rows = told.map(({ of }) => {
      const own = new Set(of.map(wordsOf));
      return answers.map(([words]) => (own.has(words) ? 1 : 0));
    });
    const all = rankOf(rows);
    const houses = [...new Set(answers.map(([, structure]) => structure))];
    for (const [rank, one] of houses.entries()) {
      for (const other of houses.slice(rank)) {
        const outside = rows.map((row) => row.filter((_, at) => ![one, other].includes(answers[at]?.[1] ?? "")));
        expect([base, rankOf(outside)]).toEqual([base, all]);
      }
    }
  }
}

describe("Qui tient tout ce qu’un réseau a publié", () => {
  it.each([1, 2, 3])(
    "ne trouve ni une CAE, ni un petit groupe, d’une édition à l’autre et d’un filtre à l’autre (%i)",
    async (seed) => {
      const draw = lot(seed);
      const network = await makeHouse("network");
      const publish = async () => {
        const done = await execute(network.tenant.host, network.chief.caller, publishFigures, { period: YEAR });
        return isRefusal(done) ? done.code : "done";
      };
      const senders: { readonly sender: Sender; raw: Map<string, RawFigure>; readonly withheld: string[] }[] = [];
      for (let rank = 0; rank < 14; rank++) {
        const withheld = ["women", "zone", "contract", "present", "turnover"].filter(() => draw(9) === 0);
        const raw = figures(draw, 6 + draw(40));
        senders.push({ sender: await joins(network, rank, draw), raw, withheld });
      }
      const tell = async (from: number, until: number) => {
        for (const { sender, raw, withheld } of senders.slice(from, until)) await sender.tell(raw, withheld);
      };
      await tell(0, 9);
      const editions = [await publish()];
      // One cooperative more, then one person more in four others.
      await tell(9, 10);
      editions.push(await publish());
      for (const one of senders.slice(0, 4)) one.raw = oneMore(one.raw);
      await tell(0, 4);
      editions.push(await publish());
      // Late ones, and three whose figures are others.
      for (const one of senders.slice(4, 7)) one.raw = figures(draw, 20 + draw(40));
      await tell(4, 7);
      await tell(10, 14);
      editions.push(await publish());
      expect(editions[0]).toBe("done");
      const { held, spreads, ranks } = await everything(network);
      expect(ranks).toBe(editions.filter((one) => one === "done").length);
      expect(ranks).toBeGreaterThan(1);
      searchPairs(held);
      searchCombinations(held);
      expect(spreads.every(({ answers }) => answers >= 8)).toBe(true);
      // Pages and files give these cells, and no other, whatever filter is asked.
      await network.tenant.run(async (tx) => {
        const place = {
          tx,
          organizationId: network.tenant.organizationId,
          timeZone: "Europe/Paris",
          language: "fr" as const,
        };
        const last = held.filter(({ rank }) => rank === ranks);
        const circles = [...new Set(last.map(({ circle }) => circle)), "region:94", "size:9", "all' or true"];
        const lines = new Map<string, number>();
        for (const circle of circles) {
          const shown = await readFigures(place, new URLSearchParams({ annee: YEAR, perimetre: circle }));
          if (shown.release === null) throw new Error("nothing is published");
          lines.set(shown.circle, openDataLines(shown, "fr").length);
        }
        const told = Map.groupBy(last, ({ circle }) => circle);
        expect([...lines].sort()).toEqual([...told].map(([circle, cells]) => [circle, cells.length]).sort());
      });
    },
    60_000,
  );

  it("une personne de plus dans une CAE attend : l’édition suivante reprend ce qui était publié", async () => {
    const network = await makeHouse("network");
    const publish = () => execute(network.tenant.host, network.chief.caller, publishFigures, { period: YEAR });
    const of = (persons: number) => {
      const total = { category: "", value: BigInt(persons), weight: BigInt(persons) };
      return new Map<string, RawFigure>([["present", { total, cells: [] }]]);
    };
    const senders: Sender[] = [];
    for (let rank = 0; rank < 5; rank++) senders.push(await joins(network, rank, () => 0));
    const tell = (...persons: (number | null)[]) =>
      Promise.all(persons.map(async (count, rank) => (count === null ? undefined : senders[rank]?.tell(of(count)))));
    const shown = async () => {
      const { held, ranks } = await everything(network);
      return held.filter(({ rank, circle }) => rank === ranks && circle === "all").map(({ value }) => value);
    };
    await tell(26, 30, 40, 50, 54);
    expect(isRefusal(await publish())).toBe(false);
    expect(await shown()).toEqual([200n]);
    // Whoever takes the first edition from a second would read one person.
    await tell(27);
    expect(await publish()).toMatchObject({ code: "release.tooFew" });
    // Six more in another, and in two: one cooperative, then two, would be read.
    await tell(null, 36);
    expect(await publish()).toMatchObject({ code: "release.tooFew" });
    await tell(null, null, 46);
    expect(await publish()).toMatchObject({ code: "release.tooFew" });
    await tell(null, null, null, 56);
    expect(isRefusal(await publish())).toBe(false);
    // Eighteen more in three; the one person waits.
    expect(await shown()).toEqual([218n]);
    const { held } = await everything(network);
    searchPairs(held);
    searchCombinations(held);
  }, 30_000);
});
