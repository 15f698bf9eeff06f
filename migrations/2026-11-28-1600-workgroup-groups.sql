-- Working groups of a network: members of several structures, sessions, decisions, deliverables, a template that each adopts freely.
create schema workgroup;
grant usage on schema workgroup to essaim_app, essaim_backup;

create table workgroup.workgroup (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 160),
  subject text not null default '' check (length(subject) <= 400),
  mandate text not null default '' check (length(mandate) <= 4000),
  -- Read by everybody of the network, or by its members and the team.
  readers text not null check (readers in ('network', 'members')),
  created_at timestamptz not null,
  created_by uuid not null,
  closed_on date,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
select platform.secure_table('workgroup.workgroup', 'select, insert, update');

-- Persons of the network, with or without a seat; somebody leads.
create table workgroup.member (
  organization_id uuid not null,
  id uuid not null,
  workgroup_id uuid not null,
  person_id uuid not null,
  leads boolean not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  recorded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, workgroup_id) references workgroup.workgroup (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create unique index member_today on workgroup.member (organization_id, workgroup_id, person_id) where ends_on is null;
create index member_person on workgroup.member (organization_id, person_id);
select platform.secure_table('workgroup.member', 'select, insert, update');

create table workgroup.session (
  organization_id uuid not null,
  id uuid not null,
  workgroup_id uuid not null,
  held_on date not null,
  starts_at text not null default '' check (starts_at ~ '^(([01][0-9]|2[0-3]):[0-5][0-9])?$'),
  place text not null default '' check (length(place) <= 200),
  link text not null default '' check (link = '' or (link ~ '^https?://' and length(link) <= 400)),
  agenda text not null default '' check (length(agenda) <= 4000),
  recorded_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, workgroup_id) references workgroup.workgroup (organization_id, id)
);
create index session_workgroup on workgroup.session (organization_id, workgroup_id, held_on);
select platform.secure_table('workgroup.session', 'select, insert, update');

-- Minutes, version after version, each with who came.
create table workgroup.minutes (
  organization_id uuid not null,
  session_id uuid not null,
  number integer not null check (number >= 1),
  body text not null check (length(body) between 1 and 20000),
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (organization_id, session_id, number),
  foreign key (organization_id, session_id) references workgroup.session (organization_id, id),
  foreign key (organization_id, written_by) references membership.person (organization_id, id)
);
select platform.secure_table('workgroup.minutes', 'select, insert');
create trigger minutes_are_kept before update or delete on workgroup.minutes
  for each row execute function platform.refuse_change();

create table workgroup.attendee (
  organization_id uuid not null,
  session_id uuid not null,
  number integer not null,
  person_id uuid not null,
  primary key (organization_id, session_id, number, person_id),
  foreign key (organization_id, session_id, number) references workgroup.minutes (organization_id, session_id, number),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index attendee_person on workgroup.attendee (organization_id, person_id);
select platform.secure_table('workgroup.attendee', 'select, insert');
create trigger attendee_is_kept before update or delete on workgroup.attendee
  for each row execute function platform.refuse_change();

-- The log of decisions: append-only; a later one may take the place of an earlier one, once.
create table workgroup.decision (
  organization_id uuid not null,
  id uuid not null,
  workgroup_id uuid not null,
  number integer not null check (number >= 1),
  body text not null check (length(body) between 1 and 2000),
  decided_on date not null,
  supersedes uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, workgroup_id, number),
  unique (organization_id, supersedes),
  foreign key (organization_id, workgroup_id) references workgroup.workgroup (organization_id, id),
  foreign key (organization_id, supersedes) references workgroup.decision (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('workgroup.decision', 'select, insert');
create trigger decision_is_kept before update or delete on workgroup.decision
  for each row execute function platform.refuse_change();

-- A deliverable or a shared file, and its versions: a file, a link, or a note.
create table workgroup.deliverable (
  organization_id uuid not null,
  id uuid not null,
  workgroup_id uuid not null,
  kind text not null check (kind in ('deliverable', 'file')),
  title text not null check (length(title) between 1 and 160),
  primary key (organization_id, id),
  foreign key (organization_id, workgroup_id) references workgroup.workgroup (organization_id, id)
);
create index deliverable_workgroup on workgroup.deliverable (organization_id, workgroup_id);
select platform.secure_table('workgroup.deliverable', 'select, insert');

create table workgroup.deliverable_version (
  organization_id uuid not null,
  id uuid not null,
  deliverable_id uuid not null,
  number integer not null check (number >= 1),
  note text not null default '' check (length(note) <= 400),
  link text not null default '' check (link = '' or (link ~ '^https?://' and length(link) <= 400)),
  file_hash text,
  file_name text,
  media_type text,
  given_at timestamptz not null,
  given_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, deliverable_id, number),
  check ((file_hash is null) = (file_name is null) and (file_hash is null) = (media_type is null)),
  check (file_hash is not null or link <> ''),
  foreign key (organization_id, deliverable_id) references workgroup.deliverable (organization_id, id),
  foreign key (organization_id, given_by) references membership.person (organization_id, id)
);
select platform.secure_table('workgroup.deliverable_version', 'select, insert');
create trigger deliverable_version_is_kept before update or delete on workgroup.deliverable_version
  for each row execute function platform.refuse_change();

-- A template of roadmap as the group published it: a later one is another row, adoptions stay with what they adopted.
create table workgroup.template (
  organization_id uuid not null,
  id uuid not null,
  workgroup_id uuid not null,
  number integer not null check (number >= 1),
  title text not null check (length(title) between 1 and 160),
  introduction text not null default '' check (length(introduction) <= 4000),
  -- One a line, in order.
  steps text[] not null default '{}' check (cardinality(steps) between 1 and 40),
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, workgroup_id, number),
  foreign key (organization_id, workgroup_id) references workgroup.workgroup (organization_id, id),
  foreign key (organization_id, published_by) references membership.person (organization_id, id)
);
select platform.secure_table('workgroup.template', 'select, insert');
create trigger template_is_kept before update or delete on workgroup.template
  for each row execute function platform.refuse_change();

-- What a structure does with it, freely: the latest counts, all stay.
create table workgroup.uptake (
  organization_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  structure_id uuid not null,
  state text not null check (state in ('adopted', 'adapted', 'notYet', 'declined')),
  body text not null default '' check (length(body) <= 8000),
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (organization_id, id),
  check (state <> 'adapted' or body <> ''),
  foreign key (organization_id, template_id) references workgroup.template (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, said_by) references membership.person (organization_id, id)
);
create index uptake_template on workgroup.uptake (organization_id, template_id, structure_id, said_at);
select platform.secure_table('workgroup.uptake', 'select, insert');
create trigger uptake_is_kept before update or delete on workgroup.uptake
  for each row execute function platform.refuse_change();
