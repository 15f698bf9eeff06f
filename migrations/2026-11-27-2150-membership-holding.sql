-- What holds from one day to another, as known now: the facts read once, so that counting twenty thousand persons on any day
-- reads an index and no history. Nobody writes here but the trigger below; what was known at another moment is read from the
-- facts themselves.
create table membership.holding (
  organization_id uuid not null,
  person_id uuid not null,
  dimension text not null,
  starts_on date not null,
  -- Last day included; infinity: until further notice.
  ends_on date not null check (ends_on >= starts_on),
  value text collate "C" not null,
  primary key (organization_id, person_id, dimension, starts_on),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
-- Long texts stay out of the index: a page of it holds a third of theirs.
create index holding_value on membership.holding (organization_id, dimension, value, starts_on, ends_on, person_id)
  where length(value) <= 200;

-- Of the facts that began, the latest holds until the next one or until its own last day: the rule of history/fact.ts.
create function membership.hold_facts() returns trigger language plpgsql as $$
begin
  -- Two acts on one person come one after the other: each reads what the other recorded.
  perform 1 from membership.person p where p.organization_id = new.organization_id and p.id = new.person_id for no key update;
  delete from membership.holding h
   where h.organization_id = new.organization_id and h.person_id = new.person_id and h.dimension = new.dimension;
  insert into membership.holding (organization_id, person_id, dimension, starts_on, ends_on, value)
  select s.organization_id, s.person_id, s.dimension, s.effect_on, s.ends_on, s.value #>> '{}' from (
    select f.organization_id, f.person_id, f.dimension, f.effect_on, f.value,
           least(coalesce(f.until_on, date 'infinity'),
                 lead(f.effect_on, 1, date 'infinity') over (order by f.effect_on, f.recorded_at, f.id) - 1) as ends_on
      from membership.fact f
     where f.organization_id = new.organization_id and f.person_id = new.person_id and f.dimension = new.dimension
       and f.superseded_at is null and f.value is not null) s
   where s.ends_on >= s.effect_on and jsonb_typeof(s.value) not in ('object', 'array');
  return null;
end $$;
create trigger fact_is_held after insert on membership.fact
  for each row execute function membership.hold_facts();
create trigger fact_is_held_no_more after update on membership.fact
  for each row when (old.superseded_at is distinct from new.superseded_at or old.value is distinct from new.value)
  execute function membership.hold_facts();

alter table membership.fact no force row level security;
insert into membership.holding (organization_id, person_id, dimension, starts_on, ends_on, value)
select s.organization_id, s.person_id, s.dimension, s.effect_on, s.ends_on, s.value #>> '{}' from (
  select f.organization_id, f.person_id, f.dimension, f.effect_on, f.value,
         least(coalesce(f.until_on, date 'infinity'),
               lead(f.effect_on, 1, date 'infinity') over (
                 partition by f.organization_id, f.person_id, f.dimension order by f.effect_on, f.recorded_at, f.id) - 1) as ends_on
    from membership.fact f
   where f.superseded_at is null and f.value is not null) s
 where s.ends_on >= s.effect_on and jsonb_typeof(s.value) not in ('object', 'array');
alter table membership.fact force row level security;
select platform.secure_table('membership.holding', 'select, insert, delete');
