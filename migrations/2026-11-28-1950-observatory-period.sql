-- The bounds of a period are columns of its own, not expressions put in their place wherever a period is joined: under
-- row-level security an index is read by a bound only when nothing that could leak is computed in it (make_date could). Without
-- this, an effect of one year reads the invoices of all years.
create or replace view published.period with (security_invoker = true) as
  select p.period, p.starts_on, p.ends_on
    from (select y::text as period, make_date(y, 1, 1) as starts_on, make_date(y, 12, 31) as ends_on
            from generate_series(2000, 2099) y offset 0) p;
