-- Consultation: a network asks its cooperatives, phase by phase; what a closed phase holds never changes.
create schema consultation;
grant usage on schema consultation to essaim_app, essaim_backup;

create table consultation.consultation (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 160),
  question text not null check (length(question) between 1 and 4000),
  -- The cooperatives, or every structure that is no network.
  audience text not null default 'cae' check (audience in ('cae', 'all')),
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
select platform.secure_table('consultation.consultation', 'select, insert, update');

create table consultation.axis (
  organization_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  position integer not null check (position between 1 and 12),
  title text not null check (length(title) between 1 and 120),
  primary key (organization_id, id),
  unique (organization_id, consultation_id, position),
  foreign key (organization_id, consultation_id) references consultation.consultation (organization_id, id)
);
select platform.secure_table('consultation.axis', 'select, insert, delete');

create table consultation.phase (
  organization_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  position integer not null check (position between 1 and 6),
  title text not null check (length(title) between 1 and 120),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  status text not null default 'prepared' check (status in ('prepared', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz check (closed_at >= opened_at),
  reminded_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, consultation_id, position),
  check ((status = 'prepared') = (opened_at is null)),
  check ((status = 'closed') = (closed_at is not null)),
  foreign key (organization_id, consultation_id) references consultation.consultation (organization_id, id)
);
create index phase_running on consultation.phase (organization_id, closes_on) where status <> 'closed';
select platform.secure_table('consultation.phase', 'select, insert, update');

-- A closed phase stays as it was; an open one keeps its beginning and may be given another last day.
create function consultation.keep_phase() returns trigger language plpgsql as $$
begin
  if old.status = 'closed' then
    raise exception 'a closed phase never changes' using errcode = 'restrict_violation';
  end if;
  if new.consultation_id <> old.consultation_id or new.position <> old.position
     or (old.status = 'open' and (new.status = 'prepared' or new.opened_at <> old.opened_at or new.opens_on <> old.opens_on)) then
    raise exception 'an open phase keeps its beginning' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger phase_is_kept before update on consultation.phase for each row execute function consultation.keep_phase();

-- What is asked does not move once somebody may have answered.
create function consultation.keep_asked() returns trigger language plpgsql as $$
declare
  asked uuid;
begin
  if tg_table_name = 'axis' then asked := coalesce(new.consultation_id, old.consultation_id);
  elsif (new.question, new.title, new.audience) is not distinct from (old.question, old.title, old.audience) then return new;
  else asked := old.id;
  end if;
  if exists (select from consultation.phase p
              where p.organization_id = coalesce(new.organization_id, old.organization_id)
                and p.consultation_id = asked and p.status <> 'prepared') then
    raise exception 'what was asked never changes' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger axis_is_kept before insert or delete on consultation.axis
  for each row execute function consultation.keep_asked();
create trigger question_is_kept before update on consultation.consultation
  for each row execute function consultation.keep_asked();

-- A territorial meeting: where several people, perhaps of several structures, answered together.
create table consultation.gathering (
  organization_id uuid not null,
  id uuid not null,
  phase_id uuid not null,
  held_on date not null,
  place text not null check (length(place) between 1 and 160),
  attendees integer check (attendees between 1 and 10000),
  minutes text not null check (length(minutes) between 1 and 20000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, phase_id) references consultation.phase (organization_id, id)
);
create index gathering_phase on consultation.gathering (organization_id, phase_id);
select platform.secure_table('consultation.gathering', 'select, insert');

-- Written once; of one structure and phase the latest by its day, then by its number, stands.
create table consultation.answer (
  organization_id uuid not null,
  id uuid not null,
  phase_id uuid not null,
  structure_id uuid not null,
  number integer not null check (number > 0),
  channel text not null check (channel in ('form', 'gathering')),
  gathering_id uuid,
  -- The day of the form, or of the meeting.
  given_on date not null,
  comment text not null default '' check (length(comment) <= 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, phase_id, structure_id, number),
  check ((channel = 'gathering') = (gathering_id is not null)),
  foreign key (organization_id, phase_id) references consultation.phase (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, gathering_id) references consultation.gathering (organization_id, id)
);
select platform.secure_table('consultation.answer', 'select, insert');

create table consultation.ranking (
  organization_id uuid not null,
  answer_id uuid not null,
  axis_id uuid not null,
  rank integer not null check (rank between 1 and 12),
  note text not null default '' check (length(note) <= 2000),
  primary key (organization_id, answer_id, axis_id),
  unique (organization_id, answer_id, rank),
  foreign key (organization_id, answer_id) references consultation.answer (organization_id, id),
  foreign key (organization_id, axis_id) references consultation.axis (organization_id, id)
);
select platform.secure_table('consultation.ranking', 'select, insert');

-- Whom a phase asked, as they were on the day it closed: figures of later days are counted on the same ground.
create table consultation.asked_structure (
  organization_id uuid not null,
  phase_id uuid not null,
  structure_id uuid not null,
  name text not null,
  department text not null,
  networks text[] not null default '{}',
  primary key (organization_id, phase_id, structure_id),
  foreign key (organization_id, phase_id) references consultation.phase (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
select platform.secure_table('consultation.asked_structure', 'select, insert');

-- The row of the phase is held until the end: whoever closes it waits for the answers under way, and the others for it.
create function consultation.hold_open_phase() returns trigger language plpgsql as $$
declare
  wanted uuid;
begin
  if tg_table_name = 'ranking' then
    select a.phase_id into wanted from consultation.answer a
     where a.organization_id = new.organization_id and a.id = new.answer_id;
  else wanted := new.phase_id;
  end if;
  perform from consultation.phase p where p.organization_id = new.organization_id and p.id = wanted and p.status = 'open' for share;
  if not found then
    raise exception 'this phase takes no more answers' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger gathering_while_open before insert on consultation.gathering
  for each row execute function consultation.hold_open_phase();
create trigger answer_while_open before insert on consultation.answer
  for each row execute function consultation.hold_open_phase();
create trigger ranking_while_open before insert on consultation.ranking
  for each row execute function consultation.hold_open_phase();
create trigger asked_while_open before insert on consultation.asked_structure
  for each row execute function consultation.hold_open_phase();

create trigger gathering_is_kept before update or delete on consultation.gathering
  for each row execute function platform.refuse_change();
create trigger answer_is_kept before update or delete on consultation.answer
  for each row execute function platform.refuse_change();
create trigger ranking_is_kept before update or delete on consultation.ranking
  for each row execute function platform.refuse_change();
create trigger asked_is_kept before update or delete on consultation.asked_structure
  for each row execute function platform.refuse_change();

-- What the team draws from it, version after version.
create table consultation.synthesis (
  organization_id uuid not null,
  consultation_id uuid not null,
  number integer not null check (number > 0),
  body text not null check (length(body) between 1 and 20000),
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (organization_id, consultation_id, number),
  foreign key (organization_id, consultation_id) references consultation.consultation (organization_id, id)
);
select platform.secure_table('consultation.synthesis', 'select, insert');
create trigger synthesis_is_kept before update or delete on consultation.synthesis
  for each row execute function platform.refuse_change();
