-- A roadmap, and what each structure makes of it.
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
