-- Observatory: what a house publishes of its own books and parcours. Counts by period and by value, never a name, read with
-- the rights of who asks: forced row-level security of the tables below them keeps each house at home.
create schema published;
grant usage on schema published to essaim_app;

-- Calendar years: "2025".
create view published.period with (security_invoker = true) as
  select y::text as period, make_date(y, 1, 1) as starts_on, make_date(y, 12, 31) as ends_on
    from generate_series(2000, 2099) y;

-- The house itself, as it presents itself to a network.
create view published.house with (security_invoker = true) as
  select organization_id, kind, slug, legal_name as name from membership.organization;

-- Persons under contract on the last day of the period; by contract, and by what their file said on that day.
create view published.present with (security_invoker = true) as
  select p.period, k.organization_id, d.dimension, d.value, count(distinct k.person_id) as persons
    from published.period p
    join membership.holding k on k.dimension = 'contract' and k.starts_on <= p.ends_on and k.ends_on >= p.ends_on
     and k.value in ('cape', 'cesa')
    join membership.person w on w.organization_id = k.organization_id and w.id = k.person_id and w.withdrawn_at is null
    join lateral (
      select '' as dimension, '' as value
      union all select 'contract', k.value
      union all select h.dimension, h.value from membership.holding h
        where h.organization_id = k.organization_id and h.person_id = k.person_id
          and h.dimension in ('sex', 'zone', 'study_level', 'trade_domain', 'associate')
          and h.starts_on <= p.ends_on and h.ends_on >= p.ends_on and h.value <> '') d on true
   group by p.period, k.organization_id, d.dimension, d.value;

-- Persons under contract one day of the period at least.
create view published.accompanied with (security_invoker = true) as
  select p.period, k.organization_id, count(distinct k.person_id) as persons
    from published.period p
    join membership.holding k on k.dimension = 'contract' and k.starts_on <= p.ends_on and k.ends_on >= p.starts_on
     and k.value in ('cape', 'cesa')
    join membership.person w on w.organization_id = k.organization_id and w.id = k.person_id and w.withdrawn_at is null
   group by p.period, k.organization_id;

-- Persons whose first contract began in the period; by who sent them.
create view published.entry with (security_invoker = true) as
  select p.period, f.organization_id, coalesce(h.value, '') as prescriber, count(*) as persons
    from published.period p
    join (select k.organization_id, k.person_id, min(k.starts_on) as starts_on
            from membership.holding k
            join membership.person w on w.organization_id = k.organization_id and w.id = k.person_id and w.withdrawn_at is null
           where k.dimension = 'contract' and k.value in ('cape', 'cesa')
           group by k.organization_id, k.person_id) f on f.starts_on between p.starts_on and p.ends_on
    left join membership.holding h on h.organization_id = f.organization_id and h.person_id = f.person_id
     and h.dimension = 'prescriber' and h.starts_on <= p.ends_on and h.ends_on >= p.ends_on
   group by p.period, f.organization_id, coalesce(h.value, '');

-- Persons whose exit is dated in the period; by its kind. A return is none.
create view published.exit with (security_invoker = true) as
  select p.period, h.organization_id, h.value as kind, count(distinct h.person_id) as persons
    from published.period p
    join membership.holding h on h.dimension = 'exit' and h.value not in ('', 'returned')
     and h.starts_on between p.starts_on and p.ends_on
    join membership.person w on w.organization_id = h.organization_id and w.id = h.person_id and w.withdrawn_at is null
   group by p.period, h.organization_id, h.value;

-- Account 70 of the books, net of what was given back: it holds neither internal sales nor subsidies.
create view published.turnover with (security_invoker = true) as
  select p.period, l.organization_id, sum(l.credit - l.debit)::bigint as cents, count(distinct l.activity_id) as enseignes
    from published.period p
    join ledger.entry_line l on l.account >= '70' and l.account < '71' and not l.opening and l.activity_id is not null
     and l.entry_date between p.starts_on and p.ends_on
   group by p.period, l.organization_id;

-- Minutes spent with the persons accompanied, in appointments held and in workshops signed for, and how many came.
create view published.accompaniment with (security_invoker = true) as
  select p.period, m.organization_id, sum(m.minutes)::bigint as minutes, count(distinct m.person_id) as persons
    from published.period p
    join (
      select a.organization_id, party.person_id, a.minutes, (a.starts_at at time zone o.time_zone)::date as held_on
        from accompaniment.appointment a
        join accompaniment.appointment_party party
          on party.organization_id = a.organization_id and party.appointment_id = a.id
        join membership.organization o on o.organization_id = a.organization_id
       where a.status = 'held' and party.part = 'person' and party.attendance = 'present'
      union all
      select s.organization_id, g.person_id, s.minutes, (s.starts_at at time zone o.time_zone)::date
        from accompaniment.workshop_session s
        join accompaniment.session_signature g on g.organization_id = s.organization_id and g.session_id = s.id
        join membership.organization o on o.organization_id = s.organization_id
       where g.part = 'participant') m on m.held_on between p.starts_on and p.ends_on
   group by p.period, m.organization_id;

-- Places of a cooperative, today.
create view published.site with (security_invoker = true) as
  select organization_id, count(*) as sites from membership.site group by organization_id;

-- What a network publishes of its directory to its own observatory.
create view published.structure with (security_invoker = true) as
  select organization_id, id, kind, name, trades, is_self, closed_on,
         -- Regions by the codes of INSEE; a test compares them with the list of departments.
         case
         when department in ('01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74') then '84'
         when department in ('02', '59', '60', '62', '80') then '32'
         when department in ('04', '05', '06', '13', '83', '84') then '93'
         when department in ('08', '10', '51', '52', '54', '55', '57', '67', '68', '88') then '44'
         when department in ('09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82') then '76'
         when department in ('14', '27', '50', '61', '76') then '28'
         when department in ('16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87') then '75'
         when department in ('18', '28', '36', '37', '41', '45') then '24'
         when department in ('2A', '2B') then '94'
         when department in ('21', '25', '39', '58', '70', '71', '89', '90') then '27'
         when department in ('22', '29', '35', '56') then '53'
         when department in ('44', '49', '53', '72', '85') then '52'
         when department in ('75', '77', '78', '91', '92', '93', '94', '95') then '11'
         when department in ('971') then '01'
         when department in ('972') then '02'
         when department in ('973') then '03'
         when department in ('974') then '04'
         when department in ('976') then '06'
         else '' end as region
    from network.structure;
create view published.affiliation with (security_invoker = true) as
  select organization_id, structure_id, network_id, starts_on, ends_on from network.affiliation;
-- For whom somebody speaks there.
create view published.seat with (security_invoker = true) as
  select organization_id, person_id, structure_id, starts_on, ends_on from network.seat;

grant select on all tables in schema published to essaim_app;
