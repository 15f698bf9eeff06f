-- The matrix of functions and structures: what each needs, what each offers, and what came of it.
create table workgroup.shared_function (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  position integer not null,
  -- Not proposed any more; what was said of it stays.
  retired boolean not null default false,
  primary key (organization_id, id)
);
create unique index shared_function_title on workgroup.shared_function (organization_id, lower(title));
select platform.secure_table('workgroup.shared_function', 'select, insert, update');

create table workgroup.capacity (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  function_id uuid not null,
  side text not null check (side in ('need', 'offer')),
  -- Hundredths of a day a month, or of a full-time job.
  quantity integer not null check (quantity between 1 and 100000),
  unit text not null check (unit in ('days', 'fte')),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  note text not null default '' check (length(note) <= 1000),
  said_at timestamptz not null,
  said_by uuid not null,
  withdrawn_on date,
  primary key (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, function_id) references workgroup.shared_function (organization_id, id),
  foreign key (organization_id, said_by) references membership.person (organization_id, id)
);
create index capacity_function on workgroup.capacity (organization_id, function_id) where withdrawn_on is null;
create index capacity_structure on workgroup.capacity (organization_id, structure_id);
select platform.secure_table('workgroup.capacity', 'select, insert, update');

create function workgroup.keep_capacity() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'withdrawn_on') is distinct from (to_jsonb(old) - 'withdrawn_on') or old.withdrawn_on is not null then
    raise exception 'what was needed or offered is a dated fact' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger capacity_is_kept before update on workgroup.capacity
  for each row execute function workgroup.keep_capacity();

-- What two structures made of a need and an offer that meet: the latest counts, all stay.
create table workgroup.encounter (
  organization_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  offer_id uuid not null,
  state text not null check (state in ('discussed', 'agreed', 'dropped')),
  note text not null default '' check (length(note) <= 1000),
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, need_id) references workgroup.capacity (organization_id, id),
  foreign key (organization_id, offer_id) references workgroup.capacity (organization_id, id),
  foreign key (organization_id, said_by) references membership.person (organization_id, id)
);
create index encounter_pair on workgroup.encounter (organization_id, need_id, offer_id, said_at);
create index encounter_offer on workgroup.encounter (organization_id, offer_id);
select platform.secure_table('workgroup.encounter', 'select, insert');
create trigger encounter_is_kept before update or delete on workgroup.encounter
  for each row execute function platform.refuse_change();
