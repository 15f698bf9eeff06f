-- What was known at another moment counts as quickly as what is known now: `known_holding` says of everything that holds, or
-- was held to, since which moment it is known and until which it was. `holding` stays what is known now, alone: whoever counts
-- the present cannot count the past by forgetting a condition. Nobody writes in either but the trigger below.

-- The rule of history/fact.ts, at every moment at which something was learnt: of the facts that count at that moment, each holds
-- until the next one begins or until its own last day. Moments that follow one another and say the same are one.
-- Nothing is known of somebody before they are there themselves.
create view membership.fact_span with (security_invoker = true) as
select s.organization_id, s.person_id, s.dimension, s.starts_on, s.ends_on, s.value #>> '{}' as value,
       lower(k.known) as known_from, upper(k.known) as known_until
  from (
    select h.organization_id, h.person_id, h.dimension, h.starts_on, h.ends_on, h.value,
           range_agg(tstzrange(h.learnt_at, h.until)) as moments
      from (
        select m.organization_id, m.person_id, m.dimension, m.learnt_at, m.until, f.effect_on as starts_on, f.value,
               least(coalesce(f.until_on, date 'infinity'),
                     lead(f.effect_on, 1, date 'infinity') over (
                       partition by m.organization_id, m.person_id, m.dimension, m.learnt_at
                       order by f.effect_on, f.recorded_at, f.id) - 1) as ends_on
          from (
            select l.organization_id, l.person_id, l.dimension, l.learnt_at,
                   lead(l.learnt_at, 1, timestamptz 'infinity') over (
                     partition by l.organization_id, l.person_id, l.dimension order by l.learnt_at) as until
              from (
                select distinct f.organization_id, f.person_id, f.dimension, greatest(change.at, p.created_at) as learnt_at
                  from membership.fact f
                  join membership.person p on p.organization_id = f.organization_id and p.id = f.person_id
                 cross join lateral (values (f.recorded_at), (f.superseded_at)) as change (at)
                 where f.value is not null and change.at is not null) l) m
          join membership.fact f on f.organization_id = m.organization_id and f.person_id = m.person_id
           and f.dimension = m.dimension and f.value is not null and f.recorded_at <= m.learnt_at
           and (f.superseded_at is null or f.superseded_at > m.learnt_at)) h
     where h.ends_on >= h.starts_on and jsonb_typeof(h.value) not in ('object', 'array')
     group by h.organization_id, h.person_id, h.dimension, h.starts_on, h.ends_on, h.value) s
 cross join lateral unnest(s.moments) as k (known);
grant select on membership.fact_span to essaim_app, essaim_eraser;

create table membership.known_holding (
  organization_id uuid not null,
  person_id uuid not null,
  dimension text not null,
  starts_on date not null,
  -- Last day included; infinity: until further notice.
  ends_on date not null check (ends_on >= starts_on),
  value text collate "C" not null,
  -- Known from this moment on; until that one, when a later fact replaced it, cut it short or withdrew it. Infinity: still.
  known_from timestamptz not null,
  known_until timestamptz not null check (known_until > known_from),
  primary key (organization_id, person_id, dimension, starts_on, known_from),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
-- Long texts stay out of the index: a page of it holds a third of theirs.
create index known_holding_value on membership.known_holding
  (organization_id, dimension, value, known_until, known_from, starts_on, ends_on, person_id) where length(value) <= 200;
select platform.secure_table('membership.known_holding', 'select, insert, delete');
select platform.let_erase('membership.known_holding', 'select, insert, delete');

-- Read again as a whole, person by person and dimension by dimension: a fact that is erased, or that comes late, leaves behind
-- what replaying everything would give.
create or replace function membership.hold_facts() returns trigger language plpgsql as $$
begin
  -- Two acts on one person come one after the other: each reads what the other recorded.
  perform 1 from membership.person p where p.organization_id = new.organization_id and p.id = new.person_id for no key update;
  delete from membership.holding h
   where h.organization_id = new.organization_id and h.person_id = new.person_id and h.dimension = new.dimension;
  delete from membership.known_holding h
   where h.organization_id = new.organization_id and h.person_id = new.person_id and h.dimension = new.dimension;
  with known as (
    insert into membership.known_holding
      (organization_id, person_id, dimension, starts_on, ends_on, value, known_from, known_until)
    select s.organization_id, s.person_id, s.dimension, s.starts_on, s.ends_on, s.value, s.known_from, s.known_until
      from membership.fact_span s
     where s.organization_id = new.organization_id and s.person_id = new.person_id and s.dimension = new.dimension
    returning *)
  insert into membership.holding (organization_id, person_id, dimension, starts_on, ends_on, value)
  select organization_id, person_id, dimension, starts_on, ends_on, value from known where known_until = 'infinity';
  return null;
end $$;

-- What there is so far is read from the facts: what is known now does not change.
alter table membership.fact no force row level security;
alter table membership.person no force row level security;
alter table membership.known_holding no force row level security;
insert into membership.known_holding
  (organization_id, person_id, dimension, starts_on, ends_on, value, known_from, known_until)
select organization_id, person_id, dimension, starts_on, ends_on, value, known_from, known_until from membership.fact_span;
alter table membership.fact force row level security;
alter table membership.person force row level security;
alter table membership.known_holding force row level security;

-- How many a value has goes with what it is a value of, and what holds until further notice with what is known still: planned
-- apart, sets of thousands were taken for a handful, and put together one by one.
create statistics membership.holding_shape (mcv) on organization_id, dimension, value, ends_on from membership.holding;
create statistics membership.known_holding_shape (mcv) on organization_id, dimension, value, ends_on, known_until
  from membership.known_holding;
