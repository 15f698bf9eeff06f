-- Membership: what the database guarantees by itself (contracts and participations never overlap, a CAPE lasts twelve
-- months at most, an analytical code never changes), and what the screens need (versions, invitations, cancellations).

alter table membership.participation add column version integer not null default 1;

alter table membership.person add column invited_at timestamptz;

alter table membership.contract
  add column version integer not null default 1,
  -- Recorded by mistake: kept, and counted nowhere.
  add column cancelled_at timestamptz,
  -- C. com. L127-3: twelve months at most for each CAPE and each renewal.
  add constraint contract_cape_length check (
    kind <> 'cape' or (ends_on is not null and ends_on <= starts_on + interval '12 months' - interval '1 day'));

-- Ordinary row triggers. The person's row is locked first, so that two transactions cannot each miss the other's row.
create function membership.refuse_contract_overlap() returns trigger language plpgsql as $$
begin
  perform 1 from membership.person p where p.organization_id = new.organization_id and p.id = new.person_id for update;
  if new.cancelled_at is null and exists (
    select 1 from membership.contract c
     where c.organization_id = new.organization_id and c.person_id = new.person_id and c.id <> new.id
       and c.cancelled_at is null
       and c.starts_on <= coalesce(new.ends_on, 'infinity') and coalesce(c.ends_on, 'infinity') >= new.starts_on) then
    raise exception 'two contracts of one person overlap' using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;
create trigger contract_does_not_overlap before insert or update on membership.contract
  for each row execute function membership.refuse_contract_overlap();

create function membership.refuse_participation_overlap() returns trigger language plpgsql as $$
begin
  perform 1 from membership.person p where p.organization_id = new.organization_id and p.id = new.person_id for update;
  if exists (
    select 1 from membership.participation c
     where c.organization_id = new.organization_id and c.activity_id = new.activity_id and c.person_id = new.person_id
       and c.starts_on <> new.starts_on
       and c.starts_on <= coalesce(new.ends_on, 'infinity') and coalesce(c.ends_on, 'infinity') >= new.starts_on) then
    raise exception 'two participations of one person in one activity overlap' using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;
create trigger participation_does_not_overlap before insert or update on membership.participation
  for each row execute function membership.refuse_participation_overlap();

-- The code is in the books, in files given to the tax office and in the directory of e-invoicing addresses.
create function membership.keep_activity_code() returns trigger language plpgsql as $$
begin
  if new.code <> old.code then
    raise exception 'the code of an activity never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger activity_code_is_kept before update on membership.activity
  for each row execute function membership.keep_activity_code();

create index person_follower on membership.person (organization_id, follower_id) where follower_id is not null;
create index participation_activity on membership.participation (organization_id, activity_id);

-- The first-run page opens only while there is no cooperative at all: the answer is yes or no, and nothing else of them.
create policy instance on membership.organization for select to essaim_owner using (true);
create function membership.has_cooperative() returns boolean language sql stable security definer
  set search_path = pg_catalog as $$ select exists (select 1 from membership.organization) $$;
revoke all on function membership.has_cooperative() from public;
grant execute on function membership.has_cooperative() to essaim_app;
