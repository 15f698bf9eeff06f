-- Meetings: cooperative meetings, what people propose there, and what became of it. Consultative: nothing here is a vote.
create schema meetings;
grant usage on schema meetings to essaim_app, essaim_backup;

create table meetings.meeting (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  audience text not null check (audience in ('everybody', 'entrepreneurs', 'team')),
  starts_at timestamptz not null,
  duration integer not null check (duration between 15 and 720),
  place text not null,
  link text not null check (link = '' or link ~ '^https://'),
  agenda text not null,
  -- Minutes that nobody but the team reads yet.
  draft text not null default '',
  created_at timestamptz not null,
  created_by uuid not null,
  cancelled_at timestamptz,
  cancel_reason text not null default '',
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
create index meeting_by_time on meetings.meeting (organization_id, starts_at);
select platform.secure_table('meetings.meeting', 'select, insert, update');

-- Who says that they come, and who came.
create table meetings.presence (
  organization_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  answer text check (answer in ('coming', 'excused')),
  answered_at timestamptz,
  seen text check (seen in ('present', 'excused', 'absent')),
  seen_at timestamptz,
  seen_by uuid,
  primary key (organization_id, meeting_id, person_id),
  foreign key (organization_id, meeting_id) references meetings.meeting (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('meetings.presence', 'select, insert, update');

create table meetings.minutes (
  organization_id uuid not null,
  meeting_id uuid not null,
  version integer not null check (version >= 1),
  body text not null check (length(body) between 1 and 40000),
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (organization_id, meeting_id, version),
  foreign key (organization_id, meeting_id) references meetings.meeting (organization_id, id),
  foreign key (organization_id, published_by) references membership.person (organization_id, id)
);
select platform.secure_table('meetings.minutes', 'select, insert');
create trigger minutes_are_written_once before update or delete on meetings.minutes
  for each row execute function platform.refuse_change();

create table meetings.proposal (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  body text not null check (length(body) between 1 and 4000),
  why text not null,
  status text not null check (status in ('filed', 'scheduled', 'postponed', 'adopted', 'amended', 'refused', 'withdrawn')),
  filed_at timestamptz not null,
  filed_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, filed_by) references membership.person (organization_id, id)
);
create index proposal_by_status on meetings.proposal (organization_id, status, filed_at);
select platform.secure_table('meetings.proposal', 'select, insert, update');

-- What was proposed stays as it was said, and what became of it does not change.
create function meetings.keep_proposal() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.title, new.body, new.why, new.filed_at, new.filed_by)
       is distinct from (old.organization_id, old.id, old.title, old.body, old.why, old.filed_at, old.filed_by)
     or old.status in ('adopted', 'amended', 'refused', 'withdrawn') then
    raise exception 'a proposal stays as it was said, and its outcome as it was' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger proposal_is_kept before update on meetings.proposal
  for each row execute function meetings.keep_proposal();

create table meetings.proposal_event (
  organization_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  kind text not null check (kind in ('place', 'remove', 'adopt', 'amend', 'refuse', 'postpone', 'withdraw')),
  meeting_id uuid,
  reason text not null,
  -- What was agreed instead, of an amended one.
  amended text not null check ((amended = '') = (kind <> 'amend')),
  -- Hands that were counted, all three or none.
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  votes_abstained integer check (votes_abstained >= 0),
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, proposal_id) references meetings.proposal (organization_id, id),
  foreign key (organization_id, meeting_id) references meetings.meeting (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id),
  check (kind not in ('place', 'adopt', 'amend', 'refuse', 'postpone') or meeting_id is not null),
  check (num_nonnulls(votes_for, votes_against, votes_abstained) in (0, 3))
);
create index proposal_event_of_proposal on meetings.proposal_event (organization_id, proposal_id, at);
create index proposal_event_of_meeting on meetings.proposal_event (organization_id, meeting_id);
select platform.secure_table('meetings.proposal_event', 'select, insert');
create trigger proposal_event_is_written_once before update or delete on meetings.proposal_event
  for each row execute function platform.refuse_change();

create table meetings.proposal_support (
  organization_id uuid not null,
  proposal_id uuid not null,
  person_id uuid not null,
  supported_at timestamptz not null,
  primary key (organization_id, proposal_id, person_id),
  foreign key (organization_id, proposal_id) references meetings.proposal (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('meetings.proposal_support', 'select, insert, delete');

create table meetings.proposal_comment (
  organization_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  body text not null check (length(body) between 1 and 2000),
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, proposal_id) references meetings.proposal (organization_id, id),
  foreign key (organization_id, written_by) references membership.person (organization_id, id)
);
create index proposal_comment_of_proposal on meetings.proposal_comment (organization_id, proposal_id, written_at);
select platform.secure_table('meetings.proposal_comment', 'select, insert');
create trigger proposal_comment_is_written_once before update or delete on meetings.proposal_comment
  for each row execute function platform.refuse_change();
