-- A room: a live workshop of a network, with its board of cards and its polls. Everything is kept; what closed never changes.
create schema room;
grant usage on schema room to essaim_app, essaim_backup;

create table room.room (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 160),
  question text not null default '' check (length(question) <= 500),
  kind text not null check (kind in ('contributions', 'scenario', 'free')),
  -- What it belongs to in another module, when it does: a consultation, a session of an event.
  subject_kind text check (length(subject_kind) between 1 and 60),
  subject_id uuid,
  -- Six signs that nobody confuses, typed on a telephone; it opens nothing once the room is closed.
  code text not null check (code ~ '^[A-HJKMNP-Z2-9]{6}$'),
  -- Whether somebody without an account may come in.
  guests boolean not null,
  sorting text not null default 'arrival' check (sorting in ('arrival', 'supports')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz check (closed_at >= opened_at),
  closed_by uuid,
  names_erased_at timestamptz,
  -- Goes up by one with each act: screens know by it what they have seen.
  revision integer not null default 1,
  primary key (organization_id, id),
  check ((subject_kind is null) = (subject_id is null)),
  check ((closed_at is null) = (closed_by is null)),
  check (names_erased_at is null or closed_at is not null),
  foreign key (organization_id, opened_by) references membership.person (organization_id, id),
  foreign key (organization_id, closed_by) references membership.person (organization_id, id)
);
create index room_subject on room.room (organization_id, subject_kind, subject_id);
create index room_opened on room.room (organization_id, opened_at);
create index room_code on room.room (code) where closed_at is null;
select platform.secure_table('room.room', 'select, insert, update');
create policy door on room.room for select to essaim_owner using (closed_at is null);

-- A closed room stays as it was; only the names of its guests go, and that is told.
create function room.keep_room() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.kind, new.subject_kind, new.subject_id, new.code, new.opened_at, new.opened_by)
       is distinct from (old.organization_id, old.id, old.kind, old.subject_kind, old.subject_id, old.code, old.opened_at, old.opened_by)
     or (old.closed_at is not null and (new.title, new.question, new.guests, new.sorting, new.closed_at, new.closed_by, new.revision)
       is distinct from (old.title, old.question, old.guests, old.sorting, old.closed_at, old.closed_by, old.revision)) then
    raise exception 'a room stays as it was opened, and as it was closed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger room_is_kept before update on room.room for each row execute function room.keep_room();

-- Which room a code opens, in the whole instance: its house and its hours, nothing of what is said there.
create function room.open_code(asked text)
  returns table (organization_id uuid, room_id uuid, slug text, time_zone text, guests boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select r.organization_id, r.id, o.slug, o.time_zone, r.guests
    from room.room r join membership.organization o on o.organization_id = r.organization_id
   where r.code = asked and r.closed_at is null order by r.opened_at limit 1 $$;
revoke all on function room.open_code(text) from public;
grant execute on function room.open_code(text) to essaim_app;

create table room.scenario (
  organization_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  position integer not null check (position between 1 and 20),
  title text not null check (length(title) between 1 and 160),
  primary key (organization_id, id),
  unique (organization_id, room_id, position),
  foreign key (organization_id, room_id) references room.room (organization_id, id)
);
select platform.secure_table('room.scenario', 'select, insert');

-- A column of the board: a kind of card, of the whole room or of one of its scenarios.
create table room.lane (
  organization_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  scenario_id uuid,
  position integer not null check (position between 1 and 100),
  kind text not null check (kind in ('convergence', 'divergence', 'proposition', 'role', 'brake', 'fear', 'lever', 'strength', 'free')),
  title text not null default '' check (length(title) <= 80),
  primary key (organization_id, id),
  unique (organization_id, room_id, position),
  check ((kind = 'free') = (title <> '')),
  foreign key (organization_id, room_id) references room.room (organization_id, id),
  foreign key (organization_id, scenario_id) references room.scenario (organization_id, id)
);
select platform.secure_table('room.lane', 'select, insert');

-- Who takes part: a person of the network under their seat, or a guest by a first name.
create table room.participant (
  organization_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  person_id uuid,
  structure_id uuid,
  first_name text not null default '' check (length(first_name) <= 60),
  structure_name text not null default '' check (length(structure_name) <= 160),
  joined_at timestamptz not null,
  primary key (organization_id, id),
  check (person_id is null or (first_name = '' and structure_name = '')),
  check (structure_id is null or person_id is not null),
  foreign key (organization_id, room_id) references room.room (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
create unique index participant_person on room.participant (organization_id, room_id, person_id) where person_id is not null;
create index participant_room on room.participant (organization_id, room_id);
select platform.secure_table('room.participant', 'select, insert, update');

-- Who took part stays; a guest's name can only go.
create function room.keep_participant() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.room_id, new.person_id, new.structure_id, new.joined_at)
       is distinct from (old.organization_id, old.id, old.room_id, old.person_id, old.structure_id, old.joined_at)
     or (new.first_name, new.structure_name) is distinct from ('', '') then
    raise exception 'who took part stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger participant_is_kept before update on room.participant
  for each row execute function room.keep_participant();

create table room.card (
  organization_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  lane_id uuid not null,
  participant_id uuid not null,
  body text not null check (length(body) <= 280),
  state text not null check (state in ('shown', 'merged', 'hidden', 'withdrawn')),
  -- The card under which it is read.
  merged_into uuid,
  added_at timestamptz not null,
  primary key (organization_id, id),
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into <> id),
  check ((state = 'withdrawn') = (body = '')),
  foreign key (organization_id, room_id) references room.room (organization_id, id),
  foreign key (organization_id, lane_id) references room.lane (organization_id, id),
  foreign key (organization_id, participant_id) references room.participant (organization_id, id),
  foreign key (organization_id, merged_into) references room.card (organization_id, id)
);
create index card_room on room.card (organization_id, room_id, added_at);
create index card_merged on room.card (organization_id, merged_into) where merged_into is not null;
select platform.secure_table('room.card', 'select, insert, update');

create table room.card_support (
  organization_id uuid not null,
  card_id uuid not null,
  participant_id uuid not null,
  room_id uuid not null,
  supported_at timestamptz not null,
  primary key (organization_id, card_id, participant_id),
  foreign key (organization_id, card_id) references room.card (organization_id, id),
  foreign key (organization_id, participant_id) references room.participant (organization_id, id),
  foreign key (organization_id, room_id) references room.room (organization_id, id)
);
create index card_support_room on room.card_support (organization_id, room_id);
select platform.secure_table('room.card_support', 'select, insert, delete');

-- What the facilitator did to a card, and what it said before its author wrote it again.
create table room.card_event (
  organization_id uuid not null,
  id uuid not null,
  card_id uuid not null,
  room_id uuid not null,
  kind text not null check (kind in ('merge', 'split', 'move', 'hide', 'show', 'reword', 'withdraw')),
  -- The lane or the card it came from, what it said: as it was before.
  before_lane_id uuid,
  before_card_id uuid,
  before_body text not null default '',
  at timestamptz not null,
  by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, card_id) references room.card (organization_id, id),
  foreign key (organization_id, room_id) references room.room (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id)
);
create index card_event_card on room.card_event (organization_id, card_id, at);
select platform.secure_table('room.card_event', 'select, insert');
create trigger card_event_is_written_once before update or delete on room.card_event
  for each row execute function platform.refuse_change();

-- An opinion poll on each of several things: evaluated, never chosen between. Consultative.
create table room.poll (
  organization_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  -- Whether results are read while it is open.
  live boolean not null,
  status text not null check (status in ('ready', 'open', 'closed')),
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (organization_id, id),
  check ((status = 'ready') = (opened_at is null)),
  check ((status = 'closed') = (closed_at is not null)),
  foreign key (organization_id, room_id) references room.room (organization_id, id)
);
create index poll_room on room.poll (organization_id, room_id, created_at);
select platform.secure_table('room.poll', 'select, insert, update');

create function room.keep_poll() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.room_id, new.title, new.live, new.created_at)
       is distinct from (old.organization_id, old.id, old.room_id, old.title, old.live, old.created_at)
     or old.status = 'closed' or (old.status = 'open' and new.opened_at is distinct from old.opened_at) then
    raise exception 'a poll stays as it was asked, and as it was closed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger poll_is_kept before update on room.poll for each row execute function room.keep_poll();

create table room.poll_item (
  organization_id uuid not null,
  id uuid not null,
  poll_id uuid not null,
  scenario_id uuid,
  position integer not null check (position between 1 and 20),
  label text not null check (length(label) between 1 and 160),
  primary key (organization_id, id),
  unique (organization_id, poll_id, position),
  foreign key (organization_id, poll_id) references room.poll (organization_id, id),
  foreign key (organization_id, scenario_id) references room.scenario (organization_id, id)
);
select platform.secure_table('room.poll_item', 'select, insert');

-- One person, one answer on each item, changed as long as the poll is open.
create table room.poll_answer (
  organization_id uuid not null,
  item_id uuid not null,
  participant_id uuid not null,
  poll_id uuid not null,
  answer text not null check (answer in ('favourable', 'neutral', 'unfavourable', 'noOpinion')),
  answered_at timestamptz not null,
  primary key (organization_id, item_id, participant_id),
  foreign key (organization_id, item_id) references room.poll_item (organization_id, id),
  foreign key (organization_id, poll_id) references room.poll (organization_id, id),
  foreign key (organization_id, participant_id) references room.participant (organization_id, id)
);
create index poll_answer_poll on room.poll_answer (organization_id, poll_id);
select platform.secure_table('room.poll_answer', 'select, insert, update');

-- Nothing is written in a closed room. Every act of a room locks its row first, so that none passes beside the closing.
create function room.only_while_open() returns trigger language plpgsql as $$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (select 1 from room.room r where r.organization_id = touched.organization_id and r.id = touched.room_id
              and r.closed_at is not null) then
    raise exception 'this room is closed' using errcode = 'restrict_violation';
  end if;
  return touched;
end $$;
create trigger participant_while_open before insert on room.participant
  for each row execute function room.only_while_open();
create trigger card_while_open before insert or update on room.card
  for each row execute function room.only_while_open();
create trigger card_support_while_open before insert or delete on room.card_support
  for each row execute function room.only_while_open();
create trigger card_event_while_open before insert on room.card_event
  for each row execute function room.only_while_open();
create trigger poll_while_open before insert or update on room.poll
  for each row execute function room.only_while_open();
create trigger scenario_while_open before insert on room.scenario
  for each row execute function room.only_while_open();
create trigger lane_while_open before insert on room.lane
  for each row execute function room.only_while_open();

create function room.answer_while_open() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from room.poll p where p.organization_id = new.organization_id and p.id = new.poll_id
                  and p.status = 'open') then
    raise exception 'this poll is not open' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger answer_while_open before insert or update on room.poll_answer
  for each row execute function room.answer_while_open();

-- What is asked is settled before it is asked.
create function room.item_while_ready() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from room.poll p where p.organization_id = new.organization_id and p.id = new.poll_id
                  and p.status = 'ready') then
    raise exception 'this poll has been opened' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger item_while_ready before insert on room.poll_item
  for each row execute function room.item_while_ready();
