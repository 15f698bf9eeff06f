-- Accompaniment: workshops asked for, their dates, who registered, who signed that they were there.
create table accompaniment.workshop_demand (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  details text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, asked_by) references membership.person (organization_id, id)
);
select platform.secure_table('accompaniment.workshop_demand', 'select, insert');
create trigger workshop_demand_is_written_once before update or delete on accompaniment.workshop_demand
  for each row execute function platform.refuse_change();

create table accompaniment.demand_vote (
  organization_id uuid not null,
  demand_id uuid not null,
  person_id uuid not null,
  voted_at timestamptz not null,
  primary key (organization_id, demand_id, person_id),
  foreign key (organization_id, demand_id) references accompaniment.workshop_demand (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('accompaniment.demand_vote', 'select, insert, delete');

create table accompaniment.workshop (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  description text not null,
  themes text not null,
  place text not null,
  outside_trainer text not null,
  capacity integer not null check (capacity between 1 and 500),
  signup text not null check (signup in ('open', 'closed')),
  demand_id uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  cancelled_at timestamptz,
  cancel_reason text not null default '',
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, demand_id) references accompaniment.workshop_demand (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
create unique index workshop_of_demand on accompaniment.workshop (organization_id, demand_id)
  where demand_id is not null and cancelled_at is null;
select platform.secure_table('accompaniment.workshop', 'select, insert, update');

create table accompaniment.workshop_trainer (
  organization_id uuid not null,
  workshop_id uuid not null,
  person_id uuid not null,
  primary key (organization_id, workshop_id, person_id),
  foreign key (organization_id, workshop_id) references accompaniment.workshop (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('accompaniment.workshop_trainer', 'select, insert');

create table accompaniment.workshop_session (
  organization_id uuid not null,
  id uuid not null,
  workshop_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 15 and 720),
  primary key (organization_id, id),
  foreign key (organization_id, workshop_id) references accompaniment.workshop (organization_id, id)
);
create index workshop_session_by_time on accompaniment.workshop_session (organization_id, starts_at);
create unique index workshop_session_once on accompaniment.workshop_session (organization_id, workshop_id, starts_at);
select platform.secure_table('accompaniment.workshop_session', 'select, insert');
create trigger workshop_session_is_written_once before update or delete on accompaniment.workshop_session
  for each row execute function platform.refuse_change();

-- In line from the moment one asks; seated at once or when a seat frees; over once one leaves, for good.
create table accompaniment.workshop_registration (
  organization_id uuid not null,
  id uuid not null,
  workshop_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  seated_at timestamptz,
  left_at timestamptz,
  registered_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, workshop_id) references accompaniment.workshop (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, registered_by) references membership.person (organization_id, id)
);
create unique index workshop_registration_standing on accompaniment.workshop_registration
  (organization_id, workshop_id, person_id) where left_at is null;
select platform.secure_table('accompaniment.workshop_registration', 'select, insert, update');

create function accompaniment.protect_registration() returns trigger language plpgsql as $$
begin
  if old.left_at is not null or (old.seated_at is not null and new.seated_at is distinct from old.seated_at)
     or (new.organization_id, new.id, new.workshop_id, new.person_id, new.asked_at, new.registered_by)
        is distinct from (old.organization_id, old.id, old.workshop_id, old.person_id, old.asked_at, old.registered_by) then
    raise exception 'a registration is seated once and left once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger workshop_registration_is_protected before update on accompaniment.workshop_registration
  for each row execute function accompaniment.protect_registration();

-- A signature: who, when, at which session, by which hand. Strokes are a drawing of 400 by 160; typed: the name they wrote;
-- paper: the sheet is in a folder, and whoever saw it answers for it.
create table accompaniment.session_signature (
  organization_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('participant', 'trainer')),
  method text not null check (method in ('drawn', 'typed', 'paper')),
  strokes text not null check (length(strokes) <= 12000),
  typed_name text not null,
  digest text not null,
  signed_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, session_id) references accompaniment.workshop_session (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id),
  check ((method = 'drawn') = (strokes <> '')),
  check ((method = 'typed') = (typed_name <> ''))
);
create unique index session_signature_once on accompaniment.session_signature (organization_id, session_id, person_id);
select platform.secure_table('accompaniment.session_signature', 'select, insert');
create trigger session_signature_is_written_once before update or delete on accompaniment.session_signature
  for each row execute function platform.refuse_change();

create table accompaniment.session_absence (
  organization_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('absent', 'excused')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, session_id, person_id),
  foreign key (organization_id, session_id) references accompaniment.workshop_session (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('accompaniment.session_absence', 'select, insert');
create trigger session_absence_is_written_once before update or delete on accompaniment.session_absence
  for each row execute function platform.refuse_change();

-- The reminder of the day before: one for each person and session, whatever is tried again.
create table accompaniment.session_reminder (
  organization_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  primary key (organization_id, session_id, person_id),
  foreign key (organization_id, session_id) references accompaniment.workshop_session (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('accompaniment.session_reminder', 'select, insert');
