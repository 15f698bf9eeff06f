-- Parcours: from the public form to a person. What people write of themselves before they belong to anything, what the
-- support team makes of it, and the trace of each step.
create schema parcours;
grant usage on schema parcours to essaim_app, essaim_backup;

-- The public page of a cooperative: closed until somebody of its direction opens it.
create table parcours.intake (
  organization_id uuid not null primary key references membership.organization,
  open boolean not null default false,
  introduction text not null default '' check (length(introduction) <= 4000),
  -- What may be chosen as the reason of a refusal, in the cooperative's own words.
  refusal_reasons jsonb not null default '[]',
  version integer not null default 1
);
select platform.secure_table('parcours.intake', 'select, insert, update');
create policy door on parcours.intake for select to essaim_owner using (open);

-- Anybody may ask for an open page, and is told its cooperative and nothing else.
create function parcours.open_page(asked text) returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.organization_id, o.time_zone from membership.organization o
    join parcours.intake i on i.organization_id = o.organization_id
   where o.slug = asked and i.open $$;
revoke all on function parcours.open_page(text) from public;
grant execute on function parcours.open_page(text) to essaim_app;

-- What candidates agree to: each version stays, since each consent names the one that was read.
create table parcours.consent_text (
  organization_id uuid not null references membership.organization,
  version integer not null check (version >= 1),
  french text not null check (length(french) between 1 and 4000),
  english text not null default '' check (length(english) <= 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, version),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('parcours.consent_text', 'select, insert');
create trigger consent_text_is_kept before update or delete on parcours.consent_text
  for each row execute function platform.refuse_change();

create table parcours.information_meeting (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  held_on date not null,
  starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer not null check (minutes between 15 and 480),
  -- One of both at least: where to go, or the address to open.
  place text not null default '' check (length(place) <= 300),
  link text not null default '' check (length(link) <= 500),
  seats integer not null check (seats between 1 and 500),
  notes text not null default '' check (length(notes) <= 2000),
  published boolean not null default false,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id),
  check (place <> '' or link <> '')
);
create index information_meeting_day on parcours.information_meeting (organization_id, held_on);
select platform.secure_table('parcours.information_meeting', 'select, insert, update');

create table parcours.candidate (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  status text not null check (status in
    ('received', 'invited', 'attended', 'planned', 'interviewed', 'accepted', 'refused', 'abandoned', 'converted')),
  source text not null check (source in ('form', 'staff')),
  first_name text not null check (length(first_name) between 1 and 100),
  last_name text not null check (length(last_name) between 1 and 100),
  email text not null check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 30),
  birth_date date,
  postal_code text not null default '' check (length(postal_code) <= 20),
  city text not null default '' check (length(city) <= 100),
  trade text not null default '' check (length(trade) <= 40),
  project text not null default '' check (length(project) <= 4000),
  situation text not null default '' check (length(situation) <= 40),
  prescriber text not null default '' check (length(prescriber) <= 200),
  heard text not null default '' check (length(heard) <= 40),
  availability text not null default '' check (length(availability) <= 500),
  message text not null default '' check (length(message) <= 4000),
  language text not null check (language in ('fr', 'en')),
  -- Null for somebody whom the team wrote down: their consent is asked for when they write themselves.
  consent_version integer,
  consented_at timestamptz,
  follower_id uuid,
  created_at timestamptz not null,
  -- Two years after it, somebody who did not join is forgotten (CNIL: prospects).
  last_contact_at timestamptz not null,
  merged_into uuid,
  person_id uuid,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, follower_id) references membership.person (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, merged_into) references parcours.candidate (organization_id, id),
  foreign key (organization_id, consent_version) references parcours.consent_text (organization_id, version),
  check ((consent_version is null) = (consented_at is null)),
  check (merged_into is null or merged_into <> id),
  check ((status = 'converted') = (person_id is not null))
);
create index candidate_list on parcours.candidate (organization_id, created_at desc) where merged_into is null;
create index candidate_email on parcours.candidate (organization_id, lower(email));
create index candidate_person on parcours.candidate (organization_id, person_id) where person_id is not null;
select platform.secure_table('parcours.candidate', 'select, insert, update');

-- What happened, one row for each fact, never changed: who, when, the state that it led to.
create table parcours.candidate_event (
  organization_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-zA-Z]*$'),
  status text,
  -- Null: the candidate, by the public form or by their own link.
  person_id uuid,
  details jsonb not null default '{}',
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, candidate_id) references parcours.candidate (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index candidate_event_list on parcours.candidate_event (organization_id, candidate_id, at);
select platform.secure_table('parcours.candidate_event', 'select, insert');
create trigger candidate_event_is_kept before update or delete on parcours.candidate_event
  for each row execute function platform.refuse_change();

create table parcours.registration (
  organization_id uuid not null,
  meeting_id uuid not null,
  candidate_id uuid not null,
  registered_at timestamptz not null,
  cancelled_at timestamptz,
  attendance text check (attendance in ('present', 'absent')),
  noted_at timestamptz,
  noted_by uuid,
  primary key (organization_id, meeting_id, candidate_id),
  foreign key (organization_id, meeting_id) references parcours.information_meeting (organization_id, id),
  foreign key (organization_id, candidate_id) references parcours.candidate (organization_id, id),
  foreign key (organization_id, noted_by) references membership.person (organization_id, id)
);
create index registration_candidate on parcours.registration (organization_id, candidate_id);
select platform.secure_table('parcours.registration', 'select, insert, update');

create table parcours.interview (
  organization_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  held_on date not null,
  starts_at text not null default '' check (starts_at ~ '^(([01][0-9]|2[0-3]):[0-5][0-9])?$'),
  -- Who receives the candidate.
  person_id uuid not null,
  status text not null check (status in ('planned', 'held', 'cancelled')),
  notes text not null default '' check (length(notes) <= 8000),
  -- team: whoever may read candidates; author: who wrote it, and the direction.
  privacy text not null default 'team' check (privacy in ('team', 'author')),
  next_step text not null default '' check (length(next_step) <= 500),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, candidate_id) references parcours.candidate (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, written_by) references membership.person (organization_id, id)
);
create index interview_candidate on parcours.interview (organization_id, candidate_id, held_on);
select platform.secure_table('parcours.interview', 'select, insert, update');

-- The personal links of candidates: their addresses carry a seal of the instance, and nothing that is kept opens them.
create table parcours.candidate_link (
  organization_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, candidate_id) references parcours.candidate (organization_id, id)
);
create index candidate_link_candidate on parcours.candidate_link (organization_id, candidate_id);
select platform.secure_table('parcours.candidate_link', 'select, insert, delete');

-- What came by the public form in the last day, to slow down who sends too much: forgotten after it.
create table parcours.submission (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  -- A sealed form of the sender's address: nobody reads it back.
  sender text not null check (length(sender) between 1 and 100),
  at timestamptz not null,
  primary key (organization_id, id)
);
create index submission_at on parcours.submission (organization_id, at);
select platform.secure_table('parcours.submission', 'select, insert, delete');
