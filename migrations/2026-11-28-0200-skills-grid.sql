-- Skills: what a cooperative helps people to learn, where each of them stands, and what they agree to show to the others.
create schema skills;
grant usage on schema skills to essaim_app, essaim_backup;

-- The grid as it was after each change: written once, so that an evaluation always reads the words it was made with.
create table skills.grid_version (
  organization_id uuid not null references membership.organization,
  version integer not null check (version >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, version),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('skills.grid_version', 'select, insert');
create trigger grid_version_is_written_once before update or delete on skills.grid_version
  for each row execute function platform.refuse_change();

-- Somebody's skills seen on a day, by themselves or by the team; another look is another evaluation.
create table skills.evaluation (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  side text not null check (side in ('self', 'team')),
  grid_version integer not null,
  evaluated_on date not null,
  comment text not null check (length(comment) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id),
  foreign key (organization_id, grid_version) references skills.grid_version (organization_id, version),
  constraint evaluation_of_oneself check ((side = 'self') = (recorded_by = person_id))
);
create index evaluation_person on skills.evaluation (organization_id, person_id, evaluated_on desc);
select platform.secure_table('skills.evaluation', 'select, insert');
create trigger evaluation_is_written_once before update or delete on skills.evaluation
  for each row execute function platform.refuse_change();

create table skills.rating (
  organization_id uuid not null,
  evaluation_id uuid not null,
  skill_id uuid not null,
  level integer not null check (level between 1 and 5),
  note text not null check (length(note) <= 500),
  primary key (organization_id, evaluation_id, skill_id),
  foreign key (organization_id, evaluation_id) references skills.evaluation (organization_id, id)
);
select platform.secure_table('skills.rating', 'select, insert');
create trigger rating_is_written_once before update or delete on skills.rating
  for each row execute function platform.refuse_change();
