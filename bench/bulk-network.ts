/** What cooperatives of a simulated country know of one another: agreements of delegation, the directory of their network. */
import type pg from "pg";

export const KNOWN_TABLES = [
  "delegation.agreement",
  "delegation.bill",
  "observatory.signing_key",
  "observatory.connection",
  "observatory.known_cooperative",
] as const;

/** Every house is connected to the network, which told it the nine cooperatives in ten that its public directory lists. */
async function writeDirectory(admin: pg.Client): Promise<void> {
  await admin.query(
    `create temporary table bench_connection as
       select h.id as house, gen_random_uuid() as id, gen_random_uuid() as key, p.id as chief
         from bench_house h join lateral (select id from bench_person where house = h.id order by key limit 1) p on true;
     insert into observatory.signing_key (organization_id, id, public_key, sealed, created_at)
       select house, key, rpad('key', 60, '='), 'sealed', date '2016-01-04' from bench_connection;
     insert into observatory.connection (organization_id, id, address, network_name, network_key, adhesion_id, structure_name, key_id,
         format_version, connected_at, connected_by)
       select house, id, 'https://pays.example/reseau', 'Pays', rpad('key', 60, '='), gen_random_uuid(), 'Une CAE', key, 1,
              date '2016-01-04', chief from bench_connection;
     insert into observatory.known_cooperative (organization_id, connection_id, siren, said_at)
       select c.house, c.id, h.siren, date '2026-01-05'
         from bench_connection c join bench_house h on h.id <> c.house and ${isListed("h.place")};
     drop table bench_connection;`,
  );
}

/** Whether the public directory of the network lists the house of a place. */
export const isListed = (place: string): string => `${place} % 10 <> 9`;

/** One house in eight works for another one by agreement, and bills it as the first cooperative among its customers. */
async function writeAgreements(admin: pg.Client): Promise<void> {
  await admin.query(
    `create temporary table bench_provider as
       select h.id as house, gen_random_uuid() as agreement, c.id as customer, c.since, o.id as other, o.place, o.siren
         from bench_house h
         join lateral (select * from bench_customer c where c.house = h.id and c.who = 'cooperative' order by c.key limit 1) c on true
         join bench_house o on o.place = c.rank
        where h.sells and h.place % 8 = 0;
     insert into delegation.agreement (organization_id, id, side, other_organization_id, other_name, other_siren, other_slug, items,
         starts_on, ends_on, clause, proposed_at, proposed_by, signed_at, signed_by)
       select house, agreement, 'provider', other, 'CAE ' || place, siren, 'cae-' || place,
              '[{"work": "payVariables", "unitPrice": "1450", "volume": 10}]', since, date '2026-12-31', 1, since, 'Hugo', since, 'Hélène'
         from bench_provider;
     insert into delegation.bill (organization_id, agreement_id, month, invoice_id, at)
       select p.house, p.agreement, to_char(i.issue_date, 'YYYY-MM'), i.id, i.issued_at
         from bench_provider p join sales.invoice i on i.organization_id = p.house and i.customer_id = p.customer and i.kind = 'invoice';
     drop table bench_provider;`,
  );
}

export async function writeKnown(admin: pg.Client): Promise<void> {
  await writeAgreements(admin);
  await writeDirectory(admin);
}
