-- The same customers and the same amounts: whoever was invoiced in the period and never before it. What a customer was invoiced is
-- added up for the period alone; an earlier invoice, unless a credit note took it back whole, only has to be there.
create or replace view published.referral with (security_invoker = true) as
  select p.period, c.organization_id, count(*) as customers, sum(f.cents)::bigint as cents,
         count(distinct c.activity_id) as enseignes
    from published.period p
    join sales.customer c on c.referred_by <> ''
    join lateral (
      select bool_or(i.kind <> 'credit_note' and (n.cents is null or n.cents < sales.claimed_net(i.frozen))) as counted,
             sum(case i.kind when 'credit_note' then -1 else 1 end * sales.claimed_net(i.frozen)) as cents
        from sales.invoice i
        left join lateral (
          select sum(sales.claimed_net(n.frozen)) as cents from sales.invoice n
           where n.organization_id = i.organization_id and n.credited_invoice_id = i.id and n.status = 'issued'
             and n.issue_date <= p.ends_on) n on true
       where i.organization_id = c.organization_id and i.customer_id = c.id and i.status = 'issued'
         and i.issue_date between p.starts_on and p.ends_on) f on f.counted
   where not exists (
      select 1 from sales.invoice e
        left join lateral (
          select sum(sales.claimed_net(n.frozen)) as cents from sales.invoice n
           where n.organization_id = e.organization_id and n.credited_invoice_id = e.id and n.status = 'issued'
             and n.issue_date <= p.ends_on) n on true
       where e.organization_id = c.organization_id and e.customer_id = c.id and e.status = 'issued'
         and e.kind <> 'credit_note' and e.issue_date < p.starts_on
         and (n.cents is null or n.cents < sales.claimed_net(e.frozen)))
   group by p.period, c.organization_id;
