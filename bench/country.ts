/**
 * The observatory of a country: 163 cooperatives, 12,000 entrepreneurs, ten years of their books, sales and parcours, the
 * documents that these give, and ten times as many; a seeded generator that writes the same tables.
 * ESSAIM_BENCH_COUNTRY_TIMES=100 takes a hundred times as many instead of ten; ESSAIM_BENCH_COUNTRY_HOUSES=16 a smaller country.
 */
import { sql } from "kysely";
import pg from "pg";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { effectsOf } from "#modules/objectives/effect/effect.store.ts";
import { standingOf } from "#modules/objectives/effect/measured.store.ts";
import { recomputedSums, sumsOf } from "#modules/observatory/adhesion/aggregate.store.ts";
import { readComparison } from "#modules/observatory/figure/compare.store.ts";
import { openDataLines } from "#modules/observatory/figure/open-data.ts";
import { type FigurePlace, readFigures } from "#modules/observatory/figure/read-figures.store.ts";
import { INDICATORS, protect } from "#modules/observatory/index.ts";
import { figuresOf, withheldOf } from "#modules/observatory/observation/observation.store.ts";
import { publishFigures } from "#modules/observatory/release/publish-figures.command.ts";
import { systemClock } from "#platform/clock.ts";
import { execute } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { newId } from "#platform/id.ts";
import { type BulkConvention, writeConvention } from "./bulk-convention.ts";
import {
  COUNTRY_TABLES,
  HOUSES,
  housesOf,
  millionsOf,
  PUBLIC,
  readBooks,
  writeCountry,
  YEARS,
} from "./bulk-country.ts";
import { inBulk } from "./bulk-entries.ts";
import { HOUSE_TABLES, writeHouses } from "./bulk-houses.ts";
import { salesAndBooks } from "./bulk-sales.ts";
import { line, openStage, target } from "./stage.ts";

const TIMES = Number(process.env.ESSAIM_BENCH_COUNTRY_TIMES ?? 10);
const ONE = Number(process.env.ESSAIM_BENCH_COUNTRY_HOUSES ?? HOUSES);
const ROUNDS = 60;

const stage = await openStage(4);
const admin = new pg.Client(stage.admin);
await admin.connect();

type Country = {
  readonly organizationId: OrganizationId;
  readonly houses: ReturnType<typeof housesOf>;
  /** Milliseconds. */
  readonly writing: number;
  readonly reading: number;
  readonly structureId: Id<"structure">;
  readonly publishing: number;
  readonly convention: BulkConvention;
};

async function openCountry(times: number): Promise<Country> {
  const now = systemClock();
  const organizationId = newId<"organization">(now);
  const userId = `chief-${times}` as Id<"user">;
  await withTenant(stage.database, { organizationId, userId: null }, async (tx) => {
    await sql`insert into membership.organization (organization_id, slug, legal_name, siren, siret, vat_number, kind, created_at)
      values (${organizationId}, ${`pays-${organizationId.slice(-12)}`}, 'Pays', '', '', '', 'network', ${now})`.execute(
      tx,
    );
    const personId = newId<"person">(now);
    await sql`insert into membership.person (organization_id, id, user_id, first_name, last_name, email, created_at)
      values (${organizationId}, ${personId}, ${userId}, 'Camille', 'Pays', 'pays@example.org', ${now})`.execute(tx);
    await sql`insert into membership.role_grant (organization_id, id, person_id, role, granted_at)
      values (${organizationId}, ${newId(now)}, ${personId}, 'direction', ${now})`.execute(tx);
  });
  const houses = housesOf(ONE * times);
  let began = performance.now();
  await inBulk(admin, HOUSE_TABLES, () =>
    writeHouses(admin, houses, YEARS, (year) => (times * millionsOf(year) * ONE) / HOUSES),
  );
  const writing = performance.now() - began;
  began = performance.now();
  const books = await readBooks(admin, houses);
  const reading = performance.now() - began;
  await writeCountry(admin, organizationId, houses, books);
  await stage.analyze();
  began = performance.now();
  for (const period of YEARS) {
    const published = await execute(stage.host, { organizationId, userId }, publishFigures, { period });
    if (isRefusal(published)) throw new Error(published.code);
  }
  const publishing = (performance.now() - began) / YEARS.length;
  await stage.analyze();
  const { rows } = await admin.query<{ id: Id<"structure"> }>(
    "select structure_id as id from observatory.received where organization_id = $1 limit 1",
    [organizationId],
  );
  const convention = await writeConvention(admin, organizationId, YEARS, (work) =>
    withTenant(stage.database, { organizationId, userId: null }, work),
  );
  const structureId = rows[0]?.id as Id<"structure">;
  return { organizationId, houses, writing, reading, structureId, publishing, convention };
}

type Page = { readonly name: string; readonly read: (country: Country) => Promise<unknown> };

const inside = <T>({ organizationId }: Country, work: (place: FigurePlace) => Promise<T>) =>
  withTenant(stage.database, { organizationId, userId: null }, (tx) =>
    work({ tx, organizationId, timeZone: "Europe/Paris", language: "fr" }),
  );

const PAGES: readonly Page[] = [
  {
    name: "figures of everybody, ten years",
    read: (country) => inside(country, (place) => readFigures(place, new URLSearchParams())),
  },
  {
    name: "figures of a region, another year",
    read: (country) =>
      inside(country, (place) => readFigures(place, new URLSearchParams("annee=2021&perimetre=region:53"))),
  },
  {
    name: "a structure and its peers",
    read: (country) => inside(country, (place) => readComparison(place, country.structureId, "2025")),
  },
  {
    name: "effects of cooperation in an agreement of eight",
    read: (country) =>
      inside(country, async (place) => {
        await effectsOf(place.tx, place.organizationId, country.convention.id);
        return standingOf(place, country.convention.parties, 2025);
      }),
  },
  {
    name: "open data of a year",
    async read(country) {
      const figures = await inside(country, (place) => readFigures(place, new URLSearchParams()));
      return figures.release === null ? [] : openDataLines(figures, "fr");
    },
  },
];

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** What a cooperative sees before it sends: the figures of its books, and what may leave of them. */
async function seeFigures(tx: Tx, organizationId: OrganizationId): Promise<void> {
  const raw = await figuresOf(tx, organizationId, "2025");
  protect(INDICATORS, raw, await withheldOf(tx, organizationId, "2025"));
}

const EFFECTS = INDICATORS.filter(({ source }) => source === "sales");
/** The figures that come from its sales, alone. */
const seeEffects = (tx: Tx, organizationId: OrganizationId) => figuresOf(tx, organizationId, "2025", EFFECTS);

/** One cooperative after the other, of those whose sales have their documents. */
async function tellings({ houses }: Country, see: (tx: Tx, organizationId: OrganizationId) => Promise<unknown>) {
  const selling = houses.filter(({ sells }) => sells);
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const house = selling[(round * 37) % selling.length];
    if (house === undefined) continue;
    const { organizationId } = house;
    const began = performance.now();
    await withTenant(stage.database, { organizationId, userId: null }, (tx) => see(tx, organizationId));
    if (round > 4) taken.push(performance.now() - began);
  }
  return taken;
}

const small = await openCountry(1);
const TOLD = [
  ["what a cooperative sees before it sends", seeFigures],
  ["its eight effects of cooperation", seeEffects],
] as const;
const alone: number[] = [];
for (const [, see] of TOLD) alone.push(p95(await tellings(small, see)));
const large = await openCountry(TIMES);
line("tables written", [...HOUSE_TABLES, ...COUNTRY_TABLES].join(", "));
const { rows: counted } = await admin.query<{ rows: string; size: string }>(
  `select sum(n_live_tup)::text as rows, pg_size_pretty(pg_database_size(current_database())) as size
     from pg_stat_user_tables where schemaname || '.' || relname = any ($1)`,
  [[...HOUSE_TABLES, ...COUNTRY_TABLES]],
);
line("rows of both, size of the database", `${counted[0]?.rows} rows, ${counted[0]?.size}`);
for (const [name, { houses, writing, reading, publishing }] of [
  ["×1", small],
  [`×${TIMES}`, large],
] as const) {
  line(
    `${name}: ${houses.length} cooperatives, ${houses.filter(({ sells }) => sells).length} with their sales, ${houses.length * YEARS.length} documents`,
    `written in ${(writing / 1000).toFixed(0)} s, read for documents in ${(reading / 1000).toFixed(0)} s, published in ${publishing.toFixed(0)} ms a year`,
  );
}
for (const [rank, [name, see]] of TOLD.entries()) {
  const [before, among] = [alone[rank] ?? Number.NaN, p95(await tellings(large, see))];
  line(name, `p95 ${before.toFixed(1)} ms alone, ${among.toFixed(1)} ms among ${TIMES + 1} times as many`);
  target(`${name}, times slower`, among / before, "at most", 3);
}

for (const { name, read } of PAGES) {
  const taken = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [key, country] of [
      ["small", small],
      ["large", large],
    ] as const) {
      const began = performance.now();
      await read(country);
      if (round > 4) taken[key].push(performance.now() - began);
    }
  }
  const [one, other] = [p95(taken.small), p95(taken.large)];
  line(name, `p95 ${one.toFixed(1)} ms, ${other.toFixed(1)} ms`);
  target(`${name}, times slower`, other / one, "at most", 3);
}

for (const [name, country] of [
  ["×1", small],
  [`×${TIMES}`, large],
] as const) {
  const same = await inside(country, async (place) => {
    const [kept, again] = [await sumsOf(place, "2025"), await recomputedSums(place, "2025")];
    return (
      kept.length === again.length &&
      kept.every((sum, at) => sum.value === again[at]?.value && sum.answers === again[at]?.answers)
    );
  });
  line(`sums of 2025 recomputed from the documents (${name})`, same ? "equal to the cent" : "NOT EQUAL");
  const { invoices, booked, tenders } = await salesAndBooks(admin, country.houses);
  line(
    `invoices of those that sell, their account 70 (${name})`,
    invoices === booked ? `${invoices} cents, equal to the cent` : `NOT EQUAL: ${invoices}, ${booked}`,
  );
  line(`joint bids, effects taken in the agreement (${name})`, `${tenders}, ${country.convention.effects}`);
}
for (const [year, [houses, persons, millions]] of Object.entries(PUBLIC)) {
  const told = await inside(small, (place) => readFigures(place, new URLSearchParams(`annee=${year}`)));
  const cells = told.release === null ? [] : told.cells;
  const of = (indicator: string) =>
    Number(cells.find((cell) => cell.indicator === indicator && cell.category === "")?.value ?? 0n);
  line(
    `${year}: public figures ${houses} CAE, ${persons} entrepreneurs, ${millions} M€`,
    `${ONE} simulated, ${of("present")} present, ${(of("turnover") / 100_000_000).toFixed(0)} M€`,
  );
}
await admin.end();
await stage.close();
