/** Le pays simulé des bancs d’essai, en tout petit : ses ventes tiennent, et chaque effet s’y recompte facture par facture. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "#platform/database/tenant.ts";
import { testDatabase } from "#testing/test-database.ts";
import { housesOf, millionsOf } from "../../../bench/bulk-country.ts";
import { type BulkHouse, writeHouses } from "../../../bench/bulk-houses.ts";
import { INDICATORS } from "./index.ts";
import { figuresOf } from "./observation/observation.store.ts";

const YEARS = ["2024", "2025"];
const EFFECTS = INDICATORS.filter(({ source }) => source === "sales");

type Houses = ReturnType<typeof housesOf>;
let admin: pg.Client;
let houses: Houses;

beforeAll(async () => {
  admin = new pg.Client((await testDatabase()).admin);
  await admin.connect();
  houses = await written();
});
afterAll(() => admin.end());

async function written(): Promise<Houses> {
  const made = housesOf(3);
  await writeHouses(admin, made, YEARS, (year) => (millionsOf(year) * made.length) / 163);
  return made;
}

/** What the observatory says of the effects in a house, as the application reads it: [value, weight] by indicator. */
async function told({ organizationId }: Houses[number], year: string) {
  const { app } = await testDatabase();
  const raw = await withTenant(app, { organizationId, userId: null }, (tx) =>
    figuresOf(tx, organizationId, year, EFFECTS),
  );
  return Object.fromEntries([...raw].map(([key, { total }]) => [key, [total.value, total.weight]]));
}

type Sale = {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly activity: string;
  readonly customer: string;
  readonly siren: string | null;
  readonly referred: boolean;
  readonly credits: string | null;
  readonly net: string;
  readonly delegated: boolean;
};

/** The same, counted one document after the other. */
async function counted({ organizationId, siren }: BulkHouse, year: string) {
  const read = async <T extends pg.QueryResultRow>(query: string) =>
    (await admin.query<T>(query, [organizationId])).rows;
  const sales = await read<Sale>(
    `select i.id, i.kind, i.issue_date::text as on, i.activity_id as activity, i.customer_id as customer, c.siren,
            c.referred_by <> '' as referred, i.credited_invoice_id as credits, i.net::text as net,
            exists (select from delegation.bill b where b.invoice_id = coalesce(i.credited_invoice_id, i.id)) as delegated
       from sales.invoice i join sales.customer c on c.id = i.customer_id where i.organization_id = $1 and i.status = 'issued'`,
  );
  const known = new Set(
    (
      await read<{ siren: string }>(
        `select siren from observatory.known_cooperative where organization_id = $1
          union select other_siren from delegation.agreement where organization_id = $1
          union select cooperative_siren from bid.statement where organization_id = $1`,
      )
    ).flatMap((row) => (row.siren === siren ? [] : [row.siren])),
  );
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const signed = ({ kind, net }: Sale) => (kind === "credit_note" ? -BigInt(net) : BigInt(net));
  const total = (list: readonly Sale[]) => list.reduce((sum, sale) => sum + signed(sale), 0n);
  const back = new Map<string, bigint>();
  for (const { credits, on, net } of sales) {
    if (credits !== null && on <= until) back.set(credits, (back.get(credits) ?? 0n) + BigInt(net));
  }
  const stands = ({ id, kind, net }: Sale) => kind !== "credit_note" && (back.get(id) ?? 0n) < BigInt(net);
  const ofYear = sales.filter(({ on }) => from <= on && on <= until);
  const size = (list: readonly unknown[]) => BigInt(new Set(list).size);
  const fewer = (one: bigint, other: bigint) => (one < other ? one : other);

  const between = ofYear.filter((sale) => sale.siren !== null && known.has(sale.siren));
  const behind = size(between.filter(({ delegated }) => !delegated).map(({ activity }) => activity));

  const earlier = new Set(sales.filter((sale) => sale.on < from && stands(sale)).map(({ customer }) => customer));
  const first = ofYear.filter((sale) => sale.referred && !earlier.has(sale.customer));
  const started = new Set(first.filter(stands).map(({ customer }) => customer));
  const referred = first.filter(({ customer }) => started.has(customer));
  const people = fewer(BigInt(started.size), size(referred.map(({ activity }) => activity)));

  const pairs = Map.groupBy(
    ofYear.filter((sale) => sale.siren !== null),
    (sale) => `${sale.siren} ${sale.activity}`,
  );
  const paid = [...pairs].filter(([, list]) => total(list) > 0n);
  const sharing = [...Map.groupBy(paid, ([name]) => name.slice(0, 9)).values()].filter((list) => list.length > 1);
  const shared = sharing.flat();
  const sharers = fewer(BigInt(sharing.length), size(shared.map(([name]) => name.slice(10))));

  const quotes = await read<{ id: string; net: string; activities: string[] }>(
    `select q.id, q.net::text as net, array(
              select t.activity_id from bid.quote m join bid.part own on own.id = m.part_id join bid.bid d on d.id = own.bid_id
                join bid.part t on t.bid_id = d.id and (t.id = own.id or d.billing = 'lead') where m.quote_id = q.id
              union select activity_id from bid.statement s where s.quote_id = q.id) as activities
       from sales.quote q where q.organization_id = $1 and extract(year from q.issue_date) = ${year}`,
  );
  const joint = quotes.filter(({ activities }) => activities.length > 0);
  const bidders = size(joint.flatMap(({ activities }) => activities));
  return {
    jointQuotes: [BigInt(joint.length), bidders],
    jointQuotesAmount: [joint.reduce((sum, { net }) => sum + BigInt(net), 0n), bidders],
    invoicesBetween: [BigInt(between.filter(stands).length), behind],
    invoicesBetweenAmount: [total(between), behind],
    referrals: [BigInt(started.size), people],
    referralsAmount: [total(referred), people],
    sharedCustomers: [BigInt(sharing.length), sharers],
    sharedCustomersAmount: [shared.reduce((sum, [, list]) => sum + total(list), 0n), sharers],
  };
}

describe("Le pays simulé", () => {
  it("vend ce que disent ses livres, sous des numéros sans trou dans l’ordre des jours", async () => {
    const all = [houses.map(({ organizationId }) => organizationId)];
    const { rows } = await admin.query<{ sold: string; booked: string; apart: string; invoices: string }>(
      `select (select sum(case kind when 'credit_note' then -net else net end) from sales.invoice where organization_id = any ($1))::text as sold,
              (select sum(credit - debit) from ledger.entry_line where organization_id = any ($1) and account = '706')::text as booked,
              (select count(*) from sales.invoice i left join ledger.entry e on e.organization_id = i.organization_id and e.id = i.entry_id
                  and e.source_id = i.id::text and e.piece_ref = i.number and e.entry_date = i.issue_date
                where i.organization_id = any ($1) and e.id is null)::text as apart,
              (select count(*) from sales.invoice where organization_id = any ($1))::text as invoices`,
      all,
    );
    expect(rows[0]?.sold).toBe(rows[0]?.booked);
    expect(rows[0]?.apart).toBe("0");
    expect(Number(rows[0]?.invoices)).toBeGreaterThan(500);
    for (const table of ["invoice", "quote"]) {
      const { rows: faults } = await admin.query(
        `select * from (
           select number, right(number, -6)::int as rank, row_number() over w as place, lag(issue_date) over w as before, issue_date
             from sales.${table} where organization_id = any ($1) and number is not null
           window w as (partition by organization_id, left(number, 5) order by number)) n where rank <> place or before > issue_date`,
        all,
      );
      expect(faults).toEqual([]);
    }
  });

  it("chaque effet de la coopération, recompté facture par facture", async () => {
    for (const house of houses) {
      for (const year of YEARS) expect(await told(house, year)).toEqual(await counted(house, year));
    }
    const large = await told(houses.toSorted((one, other) => other.size - one.size)[0] as Houses[number], "2025");
    for (const [value] of Object.values(large)) expect(value).toBeGreaterThan(0n);
  });

  it("la même graine donne le même pays", async () => {
    const again = await written();
    for (const [place, house] of houses.entries()) {
      expect(await told(again[place] as Houses[number], "2025")).toEqual(await told(house, "2025"));
    }
  });
});
