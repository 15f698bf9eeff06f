/** Quotes and joint bids of a simulated country, by SQL, from a seed: of the sales of a year, in the table bench_sale. */
import type pg from "pg";
import { lot } from "./bulk-lots.ts";

export const QUOTE_TABLES = ["sales.quote", "bid.bid", "bid.part", "bid.quote", "bid.statement"] as const;

/**
 * Activities of a house that sell in a quarter are taken three by three: seven such groups in a hundred answer a tender
 * together, two in three of them with a quote of each and the others with one quote of the lead; two bids in three are won.
 * One activity in a hundred takes its part of a bid that another cooperative leads in their network. Besides these, five sales
 * in a hundred had a quote of their own, and three more quotes in a hundred were declined.
 */
export async function writeQuotes(admin: pg.Client, year: string): Promise<void> {
  const draw = (way: number, row = "s") => lot(`${way} + extract(doy from ${row}.day)::bigint + ${year}`, `${row}.key`);
  await admin.query(
    `create temporary table bench_bid as
       select l.house, gen_random_uuid() as id, l.day - 30 as day, l.buyer, l.siren, l.net,
              case when ${draw(50, "l")} < 0.33 then 'lead' else 'each' end as billing,
              case when l.key % 3 = 0 then 'lost' else 'won' end as status, l.turn, l.day as sold, l.key
         from bench_sale l
        where l.sells and l.sale and l.turn % 3 = 1 and ${draw(51, "l")} < 0.07 and l.siren is not null
          and exists (select 1 from bench_sale o where o.house = l.house and o.day = l.day and o.turn = l.turn + 1);
     create temporary table bench_part as
       select b.house, b.id as bid, gen_random_uuid() as id, s.person, s.invoice, s.turn = b.turn as lead, b.billing, b.status, b.day,
              case when b.billing = 'each' then s.net when s.turn = b.turn then b.net - b.net / 5 * (count(*) over (partition by b.id) - 1)
                   else b.net / 5 end as amount
         from bench_bid b join bench_sale s on s.house = b.house and s.day = b.sold and s.turn between b.turn and b.turn + 2;
     insert into bid.bid (organization_id, id, title, buyer, buyer_siren, deadline, billing, status, opened_at, submitted_at, closed_at)
       select house, id, 'Marché ' || key, buyer, siren, day + 10, billing, status, day - 10, day, day + 25 from bench_bid;
     insert into bid.part (organization_id, id, bid_id, person_id, lead, activity_id, task, amount, invited_at, agreed_at)
       select house, id, bid, person, lead, person, 'Une part', amount, day - 9, day - 5 from bench_part;
     update bench_sale s set quote = gen_random_uuid(), answer = case p.status when 'won' then 'accepted' else 'declined' end
       from bench_part p where p.invoice = s.invoice and (p.lead or p.billing = 'each');
     insert into bid.quote (organization_id, part_id, quote_id, at)
       select p.house, p.id, s.quote, p.day from bench_part p join bench_sale s on s.invoice = p.invoice where s.quote is not null;
     with taken as (
       update bench_sale s set quote = gen_random_uuid(), answer = 'accepted'
        where sells and sale and quote is null and ${draw(52)} < 0.01 and (select count(*) from bench_house) > 1
       returning house, person, quote, day, key)
     insert into bid.statement (organization_id, digest, activity_id, quote_id, at, cooperative_siren)
       select t.house, encode(sha256(t.quote::text::bytea), 'hex'), t.person, t.quote, t.day - 30, o.siren
         from taken t join bench_house h on h.id = t.house
         join bench_house o on o.place = (h.place + 1 + t.key % 5) % (select count(*) from bench_house);
     update bench_sale s set quote = gen_random_uuid(), answer = case when ${draw(53)} < 0.05 then 'accepted' else 'declined' end
      where sells and sale and quote is null and ${draw(53)} < 0.08;
     create temporary table bench_quote as
       select *, day - 30 as said, 'D${year}-' || lpad((row_number() over (partition by house order by day, key))::text, 4, '0') as quote_number
         from bench_sale where quote is not null;
     insert into sales.quote (organization_id, id, activity_id, customer_id, status, number, title, issue_date, valid_until, content,
         net, tax, gross, frozen, created_by, created_at, updated_at)
       select house, quote, person, customer, answer, quote_number, 'Travail de ' || to_char(day, 'MM/YYYY'), said, said + 30,
              ('{"mode":"ht","lines":[{"name":"Prestation","quantity":"10000","unitPrice":"' || net || '0000"}]}')::jsonb,
              net, tax, net + tax, ('{"net":"' || net || '","tax":"' || tax || '"}')::jsonb, person, said, said
         from bench_quote;
     insert into sales.series (organization_id, key, next_number, last_issue_date)
       select house, 'quote:${year}', count(*) + 1, max(said) from bench_quote group by house;
     drop table bench_bid, bench_part, bench_quote;`,
  );
}
