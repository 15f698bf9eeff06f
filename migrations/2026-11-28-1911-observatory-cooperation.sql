-- The economic effects of cooperation, counted from the books: joint quotes, invoices between cooperatives, referrals, shared
-- customers.

-- When the statement of a won bid is for the cooperative that leads it: its SIREN; empty when it is for the buyer.
alter table bid.statement add column cooperative_siren text not null default '' check (cooperative_siren ~ '^([0-9]{9})?$');

-- Cooperatives that a network's directory lists, as it last said them to this house.
create table observatory.known_cooperative (
  organization_id uuid not null,
  connection_id uuid not null,
  siren text not null check (siren ~ '^[0-9]{9}$'),
  said_at timestamptz not null,
  primary key (organization_id, connection_id, siren),
  foreign key (organization_id, connection_id) references observatory.connection (organization_id, id)
);
select platform.secure_table('observatory.known_cooperative', 'select, insert, delete');

-- The other cooperatives that a house knows, by their SIREN: those of its own public directory, those that the networks it is
-- connected to told it, those of its delegation agreements, those that lead a bid it won a part of.
create view published.cooperative with (security_invoker = true) as
  select k.organization_id, k.siren
    from (
      select organization_id, siren from network.structure where kind = 'cae' and listed and siren <> ''
      union select k.organization_id, k.siren
        from observatory.known_cooperative k
        join observatory.connection c on c.organization_id = k.organization_id and c.id = k.connection_id and c.closed_at is null
      union select organization_id, other_siren from delegation.agreement where signed_at is not null
      union select organization_id, cooperative_siren from bid.statement where cooperative_siren <> '') k
    join membership.organization o on o.organization_id = k.organization_id and o.siren <> k.siren;

-- Quotes validated in the period that answer a joint bid, and the trade names behind them: all those of a bid that its lead bills.
create view published.joint_quote with (security_invoker = true) as
  select a.period, a.organization_id, count(*) filter (where a.rank = 1) as quotes,
         (sum(a.net) filter (where a.rank = 1))::bigint as cents, count(distinct a.activity_id) as enseignes
    from (
      select p.period, q.organization_id, q.net, b.activity_id,
             row_number() over (partition by p.period, q.organization_id, q.id order by b.activity_id) as rank
        from published.period p
        join sales.quote q on q.number is not null and q.issue_date between p.starts_on and p.ends_on
        join (
          select m.organization_id, m.quote_id, t.activity_id
            from bid.quote m
            join bid.part own on own.organization_id = m.organization_id and own.id = m.part_id
            join bid.bid d on d.organization_id = m.organization_id and d.id = own.bid_id
            join bid.part t on t.organization_id = m.organization_id and t.bid_id = own.bid_id
             and (t.id = own.id or d.billing = 'lead' and t.agreed_at is not null)
          union select organization_id, quote_id, activity_id from bid.statement) b
          on b.organization_id = q.organization_id and b.quote_id = q.id) a
   group by a.period, a.organization_id;

-- Invoices of the period to another cooperative, credit notes deducted. What the house itself does for another one by a
-- delegation agreement has no trade name behind it.
create view published.invoice_between with (security_invoker = true) as
  select p.period, i.organization_id,
         count(*) filter (where i.kind <> 'credit_note' and not coalesce(n.cents >= sales.claimed_net(i.frozen), false)) as invoices,
         sum(case i.kind when 'credit_note' then -1 else 1 end * sales.claimed_net(i.frozen))::bigint as cents,
         count(distinct i.activity_id) filter (where not exists (
           select 1 from delegation.bill b
            where b.organization_id = i.organization_id and b.invoice_id = coalesce(i.credited_invoice_id, i.id))) as enseignes
    from published.period p
    join sales.invoice i on i.status = 'issued' and i.issue_date between p.starts_on and p.ends_on
    join sales.customer c on c.organization_id = i.organization_id and c.id = i.customer_id
    join published.cooperative k on k.organization_id = i.organization_id and k.siren = c.siren
    left join lateral (
      select sum(sales.claimed_net(n.frozen)) as cents from sales.invoice n
       where n.organization_id = i.organization_id and n.credited_invoice_id = i.id and n.status = 'issued'
         and n.issue_date <= p.ends_on) n on true
   group by p.period, i.organization_id;

-- Customers who were recommended and whose first invoice is of the period, and what they were invoiced in it. An invoice that
-- a credit note took back whole is none.
create view published.referral with (security_invoker = true) as
  select p.period, c.organization_id, count(*) as customers, sum(f.cents)::bigint as cents,
         count(distinct c.activity_id) as enseignes
    from published.period p
    join sales.customer c on c.referred_by <> ''
    join lateral (
      select min(i.issue_date) filter (where i.kind <> 'credit_note'
                and not coalesce(n.cents >= sales.claimed_net(i.frozen), false)) as first_on,
             sum(case i.kind when 'credit_note' then -1 else 1 end * sales.claimed_net(i.frozen))
               filter (where i.issue_date >= p.starts_on) as cents
        from sales.invoice i
        left join lateral (
          select sum(sales.claimed_net(n.frozen)) as cents from sales.invoice n
           where n.organization_id = i.organization_id and n.credited_invoice_id = i.id and n.status = 'issued'
             and n.issue_date <= p.ends_on) n on true
       where i.organization_id = c.organization_id and i.customer_id = c.id and i.status = 'issued'
         and i.issue_date <= p.ends_on) f on f.first_on >= p.starts_on
   group by p.period, c.organization_id;

-- Companies that two activities of the house at least invoiced in the period, credit notes deducted.
create view published.shared_customer with (security_invoker = true) as
  select s.period, s.organization_id, count(distinct s.siren) as customers, sum(s.cents)::bigint as cents,
         count(distinct s.activity_id) as enseignes
    from (
      select p.period, i.organization_id, c.siren, i.activity_id,
             sum(case i.kind when 'credit_note' then -1 else 1 end * sales.claimed_net(i.frozen)) as cents,
             count(*) over (partition by p.period, i.organization_id, c.siren) as activities
        from published.period p
        join sales.invoice i on i.status = 'issued' and i.issue_date between p.starts_on and p.ends_on
        join sales.customer c on c.organization_id = i.organization_id and c.id = i.customer_id and c.siren is not null
       group by p.period, i.organization_id, c.siren, i.activity_id
      having sum(case i.kind when 'credit_note' then -1 else 1 end * sales.claimed_net(i.frozen)) > 0) s
   where s.activities >= 2
   group by s.period, s.organization_id;

grant select on published.cooperative, published.joint_quote, published.invoice_between, published.referral,
  published.shared_customer to essaim_app;
