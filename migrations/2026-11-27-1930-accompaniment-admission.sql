-- Accompaniment: the day on which a person became an associate of the cooperative (C. trav. L7331-3). A dated fact: an
-- admission recorded by mistake is cancelled, never erased.
create schema accompaniment;
grant usage on schema accompaniment to essaim_app, essaim_backup;

create table accompaniment.admission (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  person_id uuid not null,
  admitted_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create unique index admission_standing on accompaniment.admission (organization_id, person_id) where cancelled_at is null;
select platform.secure_table('accompaniment.admission', 'select, insert, update');

create function accompaniment.protect_admission() returns trigger language plpgsql as $$
begin
  if old.cancelled_at is not null
     or (new.organization_id, new.id, new.person_id, new.admitted_on, new.recorded_at, new.recorded_by)
        is distinct from (old.organization_id, old.id, old.person_id, old.admitted_on, old.recorded_at, old.recorded_by) then
    raise exception 'an admission is cancelled, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger admission_is_protected before update on accompaniment.admission
  for each row execute function accompaniment.protect_admission();
