-- What networks do and say, and the roadmap that each structure adopts freely.
create table consultation.network_project (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  network_id uuid not null,
  period text not null check (period in ('past', 'present', 'future')),
  title text not null check (length(title) between 1 and 160),
  description text not null default '' check (length(description) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, network_id) references network.structure (organization_id, id)
);
select platform.secure_table('consultation.network_project', 'select, insert, update');

create table consultation.statement (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  structure_id uuid not null,
  kind text not null check (kind in ('strength', 'weakness', 'expectation', 'need')),
  body text not null check (length(body) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
select platform.secure_table('consultation.statement', 'select, insert, update');

create table consultation.stance (
  organization_id uuid not null references membership.organization,
  network_id uuid not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 160),
  body text not null check (length(body) between 1 and 8000),
  stated_on date not null,
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (organization_id, network_id, number),
  foreign key (organization_id, network_id) references network.structure (organization_id, id)
);
select platform.secure_table('consultation.stance', 'select, insert');
create trigger stance_is_kept before update or delete on consultation.stance
  for each row execute function platform.refuse_change();

create table consultation.roadmap (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  consultation_id uuid,
  title text not null check (length(title) between 1 and 160),
  mandate text not null default '' check (length(mandate) <= 4000),
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, consultation_id) references consultation.consultation (organization_id, id)
);
select platform.secure_table('consultation.roadmap', 'select, insert, update');

create table consultation.committee_seat (
  organization_id uuid not null,
  roadmap_id uuid not null,
  person_id uuid not null,
  function text not null default '' check (length(function) <= 120),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  primary key (organization_id, roadmap_id, person_id),
  foreign key (organization_id, roadmap_id) references consultation.roadmap (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('consultation.committee_seat', 'select, insert, update');

create table consultation.workstream (
  organization_id uuid not null,
  id uuid not null,
  roadmap_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  description text not null default '' check (length(description) <= 2000),
  -- The structure that carries it, when one does.
  structure_id uuid,
  added_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, roadmap_id) references consultation.roadmap (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
select platform.secure_table('consultation.workstream', 'select, insert, update');

create table consultation.milestone (
  organization_id uuid not null,
  id uuid not null,
  workstream_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  due_on date not null,
  reached_on date,
  primary key (organization_id, id),
  foreign key (organization_id, workstream_id) references consultation.workstream (organization_id, id)
);
select platform.secure_table('consultation.milestone', 'select, insert, update');

create table consultation.roadmap_decision (
  organization_id uuid not null,
  id uuid not null,
  roadmap_id uuid not null,
  decided_on date not null,
  title text not null check (length(title) between 1 and 160),
  body text not null default '' check (length(body) <= 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, roadmap_id) references consultation.roadmap (organization_id, id)
);
select platform.secure_table('consultation.roadmap_decision', 'select, insert');
create trigger roadmap_decision_is_kept before update or delete on consultation.roadmap_decision
  for each row execute function platform.refuse_change();

create table consultation.adoption (
  organization_id uuid not null,
  roadmap_id uuid not null,
  structure_id uuid not null,
  number integer not null check (number > 0),
  choice text not null check (choice in ('adopted', 'adapted', 'notYet', 'declined')),
  comment text not null default '' check (length(comment) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, roadmap_id, structure_id, number),
  foreign key (organization_id, roadmap_id) references consultation.roadmap (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
select platform.secure_table('consultation.adoption', 'select, insert');
create trigger adoption_is_kept before update or delete on consultation.adoption
  for each row execute function platform.refuse_change();
