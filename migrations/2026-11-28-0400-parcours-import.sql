-- Imports, so that one made by mistake can be taken back: who, when, and each thing that it made or changed.
create table parcours.import (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  kind text not null check (kind in ('persons', 'appointments')),
  file_name text not null check (length(file_name) <= 200),
  at timestamptz not null,
  by uuid not null,
  added integer not null check (added >= 0),
  updated integer not null check (updated >= 0),
  refused integer not null check (refused >= 0),
  -- Whether those concerned were written to: taken back, they are then told too.
  told boolean not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id),
  foreign key (organization_id, undone_by) references membership.person (organization_id, id),
  check ((undone_at is null) = (undone_by is null))
);
create index import_by_time on parcours.import (organization_id, kind, at desc);
select platform.secure_table('parcours.import', 'select, insert, update (undone_at, undone_by)');

create table parcours.import_item (
  organization_id uuid not null,
  import_id uuid not null,
  -- In the order in which they were made: they are taken back from the last to the first.
  position integer not null check (position > 0),
  line integer not null check (line > 1),
  kind text not null check (kind in ('person', 'fact', 'contract', 'appointment', 'appointmentChange')),
  subject_id uuid not null,
  -- Whom it is about: found again, and erased with them.
  person_id uuid not null,
  -- What a changed thing was, without any word of anybody; the dimension of a fact.
  was jsonb not null,
  outcome text check (outcome in ('undone', 'left')),
  left_because text check (left_because is null or outcome = 'left'),
  primary key (organization_id, import_id, position),
  foreign key (organization_id, import_id) references parcours.import (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index import_item_person on parcours.import_item (organization_id, person_id);
select platform.secure_table('parcours.import_item', 'select, insert, update (outcome, left_because)');

-- An import is undone once.
create function parcours.protect_import() returns trigger language plpgsql as $$
begin
  if old.undone_at is not null then
    raise exception 'an import is undone once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger import_is_protected before update on parcours.import
  for each row execute function parcours.protect_import();

-- A person added by mistake and never used: archived, and counted by nothing.
alter table membership.person add column withdrawn_at timestamptz;
alter table membership.person add constraint person_withdrawn_is_archived check (withdrawn_at is null or archived_at is not null);

-- Whether a row of one of the tables that refer to this one speaks of it, but for those left apart: read from the catalog, so
-- that a table to come is not forgotten. It reads as whoever asks, within their own cooperative.
create function membership.is_mentioned(target regclass, organization uuid, subject uuid, apart regclass[]) returns boolean
  language plpgsql stable as $$
declare
  link record;
  found_one boolean;
begin
  for link in
    select c.conrelid::regclass as source, a.attname as field
      from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) k(source_key, target_key)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.source_key
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.target_key
     where c.contype = 'f' and c.confrelid = target and t.attname = 'id' and not (c.conrelid::regclass = any(apart))
  loop
    execute format('select exists (select 1 from %s where organization_id = $1 and %I = $2)', link.source, link.field)
      into found_one using organization, subject;
    if found_one then return true; end if;
  end loop;
  return false;
end $$;
