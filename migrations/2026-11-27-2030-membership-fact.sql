-- The dated history of persons, bitemporal and never overwritten: a fact says what is true from a day on (effect_on), and
-- when the cooperative came to know it (recorded_at). A correction is another fact, with its reason; the one it replaces
-- stays, and stops counting for whoever asks what is known since then (superseded_at).
create table membership.fact (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- What it speaks of: "contract", "site", "associate", "study_level"…
  dimension text not null check (dimension ~ '^[a-z][a-z0-9_]{1,40}$'),
  -- The contract or the exit it belongs to, when there is one.
  subject_id uuid,
  effect_on date not null,
  -- Last day included; null: until another fact of the dimension.
  until_on date check (until_on >= effect_on),
  -- Null: a withdrawal, which says that the corrected fact never was; or what was erased at the person's request.
  value jsonb,
  recorded_at timestamptz not null,
  -- Null: known before this history existed.
  recorded_by uuid,
  reason text not null default '' check (length(reason) <= 500),
  corrects uuid,
  superseded_at timestamptz,
  erased_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, corrects),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id),
  foreign key (organization_id, corrects) references membership.fact (organization_id, id),
  constraint fact_says_something check (value is not null or corrects is not null or erased_at is not null),
  constraint fact_correction_has_reason check (corrects is null or reason <> '')
);
create index fact_person on membership.fact (organization_id, person_id, dimension, effect_on);
create index fact_dimension on membership.fact (organization_id, dimension, person_id, effect_on desc, recorded_at desc, id desc);
select platform.secure_table('membership.fact', 'select, insert, update (superseded_at, value, erased_at)');

-- A correction closes what it corrects, itself: a forgotten one is impossible. The same person and the same dimension, once.
create function membership.supersede_fact() returns trigger language plpgsql as $$
begin
  if new.corrects is null then return new; end if;
  update membership.fact f set superseded_at = new.recorded_at
   where f.organization_id = new.organization_id and f.id = new.corrects and f.person_id = new.person_id
     and f.dimension = new.dimension and f.superseded_at is null and f.recorded_at <= new.recorded_at;
  if not found then
    raise exception 'a fact is corrected once, for the same person and dimension' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger fact_supersedes before insert on membership.fact
  for each row execute function membership.supersede_fact();

-- Only two things ever change: a fact stops counting, or what it said is erased (RGPD art. 17) while its place stays.
create function membership.protect_fact() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.person_id, new.dimension, new.subject_id, new.effect_on, new.until_on, new.recorded_at,
      new.recorded_by, new.reason, new.corrects) is distinct from
     (old.organization_id, old.id, old.person_id, old.dimension, old.subject_id, old.effect_on, old.until_on, old.recorded_at,
      old.recorded_by, old.reason, old.corrects)
     or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at)
     or (new.value is distinct from old.value and not (new.value is null and new.erased_at is not null))
     or (old.erased_at is not null and new.erased_at is distinct from old.erased_at) then
    raise exception 'the past is never edited: a fact is corrected by another one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger fact_is_protected before update on membership.fact
  for each row execute function membership.protect_fact();

-- What was known before: contracts, cancelled ones with their cancellation, admissions, places and followers.
alter table membership.fact no force row level security;
alter table membership.contract no force row level security;
alter table membership.person no force row level security;
alter table accompaniment.admission no force row level security;

insert into membership.fact (organization_id, id, person_id, dimension, subject_id, effect_on, until_on, value, recorded_at)
select organization_id, gen_random_uuid(), person_id, 'contract', id, starts_on, ends_on, to_jsonb(kind), recorded_at
  from membership.contract;
insert into membership.fact (organization_id, id, person_id, dimension, subject_id, effect_on, until_on, value, recorded_at, reason, corrects)
select f.organization_id, gen_random_uuid(), f.person_id, 'contract', f.subject_id, f.effect_on, f.until_on, null,
       greatest(c.cancelled_at, f.recorded_at), 'contract.cancelled', f.id
  from membership.fact f
  join membership.contract c on c.organization_id = f.organization_id and c.id = f.subject_id
 where c.cancelled_at is not null;

insert into membership.fact (organization_id, id, person_id, dimension, subject_id, effect_on, value, recorded_at, recorded_by)
select organization_id, gen_random_uuid(), person_id, 'associate', id, admitted_on, 'true', recorded_at, recorded_by
  from accompaniment.admission;
insert into membership.fact (organization_id, id, person_id, dimension, subject_id, effect_on, value, recorded_at, reason, corrects)
select f.organization_id, gen_random_uuid(), f.person_id, 'associate', f.subject_id, f.effect_on, null,
       greatest(a.cancelled_at, f.recorded_at), 'associate.cancelled', f.id
  from membership.fact f
  join accompaniment.admission a on a.organization_id = f.organization_id and a.id = f.subject_id
 where a.cancelled_at is not null;

insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
select organization_id, gen_random_uuid(), id, 'site', created_at::date, to_jsonb(site_id), created_at
  from membership.person where site_id is not null;
insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
select organization_id, gen_random_uuid(), id, 'follower', created_at::date, to_jsonb(follower_id), created_at
  from membership.person where follower_id is not null;

alter table membership.fact force row level security;
alter table membership.contract force row level security;
alter table membership.person force row level security;

-- Admissions are facts like the others now.
drop table accompaniment.admission;
drop function accompaniment.protect_admission();
