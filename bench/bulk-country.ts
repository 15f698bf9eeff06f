/** A country of cooperatives: their structures, ten years of signed documents and the sums of them, in the tables of a network. */
import type pg from "pg";
import type { OrganizationId } from "#kernel/id.ts";
import { DEPARTMENTS_IN_ORDER, TRADE_FAMILIES } from "#modules/network/index.ts";
import { addTo, linesOf, type Sum } from "#modules/observatory/adhesion/aggregate.ts";
import { circlesOf } from "#modules/observatory/adhesion/circle.ts";
import { INDICATORS, observationText, protect, type RawFigure } from "#modules/observatory/index.ts";
import { type Cell, rawFigure } from "#modules/observatory/observation/protect.ts";
import { hashOf, newKeyPair, signText } from "#modules/observatory/observation/signature.server.ts";
import { newId } from "#platform/id.ts";
import { chanceOf } from "../src/demo/chance.ts";
import { inventedSiren } from "../src/demo/invented-number.ts";
import type { BulkHouse } from "./bulk-houses.ts";
import { isListed } from "./bulk-network.ts";

export const COUNTRY_TABLES = [
  "network.structure",
  "observatory.adhesion",
  "observatory.received",
  "observatory.aggregate",
];
export const YEARS = Array.from({ length: 10 }, (_, index) => String(2016 + index));
export const HOUSES = 163;
export const PERSONS = 12_000;
/** Public figures of the federation: cooperatives, entrepreneurs, millions of euros. */
export const PUBLIC = { "2019": [155, 12_000, 260], "2025": [163, 12_000, 318] } as const;

const NOW = "2026-03-02T09:00:00.000Z" as never;
/** One department of each region. */
const PLACES = [...new Map(DEPARTMENTS_IN_ORDER.map((one) => [one.region, one])).values()];

/**
 * Houses of the sizes that there are: a few large ones, many small ones; together so many persons. In a country that is larger
 * than the real one, two in three have the documents of their sales: with those of everybody it would not fit the disk.
 */
export function housesOf(houses: number): (BulkHouse & { readonly organizationId: OrganizationId })[] {
  const chance = chanceOf("the country");
  const weights = Array.from({ length: houses }, () => 0.15 + chance.next() ** 3 * 4);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.max(4, Math.round((weight / whole) * PERSONS * (houses / HOUSES))));
  return sizes.map((size, place) => ({
    organizationId: newId<"organization">(NOW),
    siren: inventedSiren(place),
    rank: place + houses * 10,
    place,
    size,
    sells: houses <= HOUSES || place % 3 < 2,
  }));
}

/** 260 million in 2019 and 318 in 2025, a straight line through both. */
export const millionsOf = (year: string) => 260 + ((Number(year) - 2019) * (318 - 260)) / 6;

type BookLine = {
  readonly house: string;
  readonly period: string;
  readonly category: string;
  readonly value: string | null;
  readonly weight: string | null;
};
export type FiguresOf = (house: BulkHouse, period: string) => ReadonlyMap<string, RawFigure>;

/** The figures of every house and year, from their books: the queries of the indicators, for many houses at once. */
export async function readBooks(admin: pg.Client, houses: readonly BulkHouse[]): Promise<FiguresOf> {
  await admin.query("set jit = off");
  const lines = new Map<string, Cell[]>();
  const name = (house: string, period: string, indicator: string) => `${house} ${period} ${indicator}`;
  for (const { key, query } of INDICATORS) {
    const { rows } = await admin.query<BookLine>(
      `select p.house, p.period, q.category, q.value, q.weight
         from (select h as house, y as period from unnest($1::uuid[]) h, unnest($2::text[]) y) p
        cross join lateral (${query.replaceAll(":house", "p.house").replaceAll(":period", "p.period")}) q`,
      [houses.map((house) => house.organizationId), YEARS],
    );
    for (const { house, period, category, value, weight } of rows) {
      const own = lines.get(name(house, period, key)) ?? [];
      own.push({ category, value: BigInt(value ?? 0), weight: BigInt(weight ?? 0) });
      lines.set(name(house, period, key), own);
    }
  }
  return ({ organizationId }, period) =>
    new Map(INDICATORS.map((one) => [one.key, rawFigure(one, lines.get(name(organizationId, period, one.key)) ?? [])]));
}

export async function writeCountry(
  admin: pg.Client,
  organizationId: string,
  houses: readonly BulkHouse[],
  figuresOf: FiguresOf,
): Promise<void> {
  const { publicKey, privateKey } = newKeyPair();
  const sums = new Map(YEARS.map((period) => [period, new Map<string, Sum>()]));
  const networks = [newId(NOW), newId(NOW), newId(NOW)];
  await admin.query("set session_replication_role = replica");
  for (const [rank, house] of houses.entries()) {
    const chance = chanceOf(`house ${rank}`);
    const structure = newId(NOW);
    const adhesion = newId(NOW);
    const place = chance.pick(PLACES);
    const trades = TRADE_FAMILIES.filter(() => chance.percent(18));
    await admin.query(
      `insert into network.structure (organization_id, id, kind, name, siren, listed, department, trades, created_at)
        values ($1, $2, 'cae', $3, $4, ${isListed("$7::int")}, $5, $6, now())`,
      [organizationId, structure, `CAE ${rank}`, house.siren, place.code, trades, house.place],
    );
    await admin.query(
      `insert into observatory.adhesion (organization_id, id, structure_id, public_key, since, last_sequence)
        values ($1, $2, $3, $4, now(), 10)`,
      [organizationId, adhesion, structure, publicKey],
    );
    const rows = YEARS.map((period, index) => {
      const figures = [...protect(INDICATORS, figuresOf(house, period), new Set(chance.percent(4) ? ["zone"] : []))];
      const said = figures.map(([key, figure]) => ({ key, version: 1, figure }));
      const document = observationText({ adhesion, sequence: index + 1, period, signedAt: NOW, figures: said });
      const present = figures.find(([key]) => key === "present")?.[1];
      const persons = present?.state === "sent" ? present.total.value : null;
      const circles = circlesOf({
        ...{ region: place.region, trades, persons },
        networks: networks.filter((_, at) => (rank + at) % 3 !== 0),
      });
      addTo(sums.get(period) ?? new Map(), { circles, lines: linesOf({ figures: said }) });
      const signature = signText(privateKey, "essaim-observation", document);
      return { id: newId(NOW), sequence: index + 1, period, document, signature, hash: hashOf(document), circles };
    });
    await admin.query(
      `insert into observatory.received (organization_id, id, adhesion_id, structure_id, sequence, period, document, signature, hash, received_at, circles)
        select $1, r.id, $2, $3, r.sequence, r.period, r.document, r.signature, r.hash, now(), r.circles
          from jsonb_to_recordset($4::jsonb) as r(id uuid, sequence bigint, period text, document text, signature text, hash text, circles text[])`,
      [organizationId, adhesion, structure, JSON.stringify(rows)],
    );
  }
  const lines = [...sums].flatMap(([period, own]) =>
    [...own.values()].map((sum) => ({ ...sum, period, value: String(sum.value), weight: String(sum.weight) })),
  );
  await admin.query(
    `insert into observatory.aggregate (organization_id, period, circle, indicator, category, answers, value, weight)
      select $1, r.period, r.circle, r.indicator, r.category, r.answers, r.value, r.weight
        from jsonb_to_recordset($2::jsonb) as r(period text, circle text, indicator text, category text, answers integer, value bigint, weight bigint)`,
    [organizationId, JSON.stringify(lines)],
  );
  await admin.query("set session_replication_role = origin");
}
