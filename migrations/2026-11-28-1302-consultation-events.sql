-- Events of a network: a day or two together, who registers, who comes.
create table consultation.event (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  consultation_id uuid,
  title text not null check (length(title) between 1 and 160),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  place text not null check (length(place) between 1 and 200),
  description text not null default '' check (length(description) <= 4000),
  capacity integer check (capacity between 1 and 5000),
  -- People without an account may register by the public address.
  public boolean not null default false,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, consultation_id) references consultation.consultation (organization_id, id)
);
create index event_starts on consultation.event (organization_id, starts_on);
select platform.secure_table('consultation.event', 'select, insert, update');

create table consultation.event_part (
  organization_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('welcome', 'roundTable', 'workshop', 'plenary')),
  title text not null check (length(title) between 1 and 160),
  starts_at timestamptz not null,
  duration integer not null check (duration between 5 and 600),
  place text not null default '' check (length(place) <= 160),
  -- What a plenary heard from it.
  restitution text not null default '' check (length(restitution) <= 8000),
  primary key (organization_id, id),
  foreign key (organization_id, event_id) references consultation.event (organization_id, id)
);
create index event_part_event on consultation.event_part (organization_id, event_id, starts_at);
select platform.secure_table('consultation.event_part');

create table consultation.attendee (
  organization_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  -- Somebody of the network, or somebody who has no place in it.
  person_id uuid,
  structure_id uuid,
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) between 1 and 80),
  email text not null default '' check (length(email) <= 254),
  -- As they wrote it, when the network does not know the structure.
  structure_name text not null default '' check (length(structure_name) <= 160),
  origin text not null check (origin in ('self', 'team', 'public', 'door')),
  registered_at timestamptz not null,
  cancelled_at timestamptz,
  seen_at timestamptz,
  seen_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, event_id) references consultation.event (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
create unique index attendee_person on consultation.attendee (organization_id, event_id, person_id)
  where person_id is not null and cancelled_at is null;
create unique index attendee_email on consultation.attendee (organization_id, event_id, email)
  where email <> '' and cancelled_at is null;
select platform.secure_table('consultation.attendee', 'select, insert, update');

-- Names go with the person; those of people without an account, by a morning, a year after the event.
grant usage on schema consultation to essaim_eraser;
select platform.let_erase('consultation.attendee', 'select, update (first_name, last_name, email, structure_name)');
insert into migration.erasure_step (category, position, source, whose, says, act) values
  ('identity', 105, 'consultation.attendee', 't.person_id = p.id', 't.first_name <> ''Personne'' or t.email <> ''''',
    'set first_name = ''Personne'', last_name = ''effacée'', email = ''''');
