-- Accompaniment: appointments with who came, what was said (by degrees of privacy), and the next steps.
create table accompaniment.settings (
  organization_id uuid not null references membership.organization,
  months_without_appointment integer not null default 3 check (months_without_appointment between 1 and 24),
  weeks_without_invoice integer not null default 8 check (weeks_without_invoice between 1 and 104),
  version integer not null default 1,
  primary key (organization_id)
);
select platform.secure_table('accompaniment.settings', 'select, insert, update');

create table accompaniment.funded_action (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  archived_at timestamptz,
  primary key (organization_id, id)
);
create unique index funded_action_name on accompaniment.funded_action (organization_id, lower(name));
select platform.secure_table('accompaniment.funded_action', 'select, insert, update');

create table accompaniment.appointment (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  status text not null check (status in ('planned', 'held', 'cancelled')),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 720),
  mode text not null check (mode in ('onSite', 'phone', 'video')),
  nature text not null check (nature in ('interview', 'technical', 'other')),
  subject text not null,
  place text not null,
  activity_id uuid,
  funded_action_id uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id),
  foreign key (organization_id, funded_action_id) references accompaniment.funded_action (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
create index appointment_by_time on accompaniment.appointment (organization_id, starts_at);
select platform.secure_table('accompaniment.appointment', 'select, insert, update');

create table accompaniment.appointment_party (
  organization_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('adviser', 'person')),
  attendance text not null default 'registered' check (attendance in ('registered', 'present', 'absent', 'excused')),
  primary key (organization_id, appointment_id, person_id),
  foreign key (organization_id, appointment_id) references accompaniment.appointment (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index appointment_party_person on accompaniment.appointment_party (organization_id, person_id);
select platform.secure_table('accompaniment.appointment_party', 'select, insert, update');

-- What happened to an appointment, by whom and why: written once.
create table accompaniment.appointment_event (
  organization_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  kind text not null check (kind in ('plan', 'move', 'hold', 'cancel', 'askToMove')),
  at timestamptz not null,
  by uuid not null,
  reason text not null,
  starts_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, appointment_id) references accompaniment.appointment (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id)
);
create index appointment_event_by_appointment on accompaniment.appointment_event (organization_id, appointment_id, at);
select platform.secure_table('accompaniment.appointment_event', 'select, insert');
create trigger appointment_event_is_written_once before update or delete on accompaniment.appointment_event
  for each row execute function platform.refuse_change();

-- A note is corrected by a following version, never overwritten. One of each degree for an appointment, but those of one's own.
create table accompaniment.appointment_note (
  organization_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  privacy text not null check (privacy in ('shared', 'team', 'mine')),
  version integer not null check (version > 0),
  body text not null check (length(body) <= 20000),
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, appointment_id) references accompaniment.appointment (organization_id, id),
  foreign key (organization_id, written_by) references membership.person (organization_id, id)
);
create unique index appointment_note_version on accompaniment.appointment_note (organization_id, appointment_id, privacy, version)
  where privacy <> 'mine';
create unique index appointment_note_of_one on accompaniment.appointment_note (organization_id, appointment_id, written_by, version)
  where privacy = 'mine';
select platform.secure_table('accompaniment.appointment_note', 'select, insert');
create trigger appointment_note_is_written_once before update or delete on accompaniment.appointment_note
  for each row execute function platform.refuse_change();

create table accompaniment.task (
  organization_id uuid not null,
  id uuid not null,
  appointment_id uuid,
  person_id uuid not null,
  assignee_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  due_on date,
  created_at timestamptz not null,
  created_by uuid not null,
  done_at timestamptz,
  done_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, appointment_id) references accompaniment.appointment (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, assignee_id) references membership.person (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id),
  foreign key (organization_id, done_by) references membership.person (organization_id, id),
  check ((done_at is null) = (done_by is null))
);
create index task_to_do on accompaniment.task (organization_id, assignee_id) where done_at is null;
create index task_of_person on accompaniment.task (organization_id, person_id);
select platform.secure_table('accompaniment.task', 'select, insert, update');

create function accompaniment.protect_appointment() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.created_at, new.created_by)
     is distinct from (old.organization_id, old.id, old.created_at, old.created_by)
     or old.status = 'cancelled' or (old.status = 'held' and new.status = 'planned') then
    raise exception 'an appointment that is over does not begin again' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger appointment_is_protected before update on accompaniment.appointment
  for each row execute function accompaniment.protect_appointment();

create function accompaniment.protect_task() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.appointment_id, new.person_id, new.assignee_id, new.title, new.due_on, new.created_at, new.created_by)
     is distinct from
     (old.organization_id, old.id, old.appointment_id, old.person_id, old.assignee_id, old.title, old.due_on, old.created_at, old.created_by) then
    raise exception 'a task is done or not, its words do not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger task_is_protected before update on accompaniment.task
  for each row execute function accompaniment.protect_task();
