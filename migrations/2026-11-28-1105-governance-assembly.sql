-- General assemblies: called, attended, voted in, and told by minutes. What happened there is written once.
create table governance.assembly (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  kind text not null check (kind in ('ordinary', 'extraordinary')),
  -- The second call, when the first lacked its quorum, has rules of its own.
  call smallint not null check (call in (1, 2)),
  starts_at timestamptz not null,
  place text not null check (length(place) <= 200),
  link text not null check (link = '' or link ~ '^https://'),
  agenda text not null check (length(agenda) <= 4000),
  status text not null check (status in ('draft', 'convened', 'open', 'closed', 'cancelled')),
  -- The articles that it was called under: their version; 0 for the usual rules of law.
  articles_version integer,
  -- Shown in the room: whoever scans it is there.
  room_code text not null check (room_code ~ '^[a-z0-9]{10}$'),
  chair text not null default '' check (length(chair) <= 120),
  secretary text not null default '' check (length(secretary) <= 120),
  convened_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
create index assembly_by_time on governance.assembly (organization_id, starts_at);
select platform.secure_table('governance.assembly', 'select, insert, update');

create function governance.keep_assembly() returns trigger language plpgsql as $$
begin
  if old.status in ('closed', 'cancelled')
     or (old.status <> 'draft' and (new.kind, new.call, new.agenda, new.articles_version, new.starts_at)
           is distinct from (old.kind, old.call, old.agenda, old.articles_version, old.starts_at)) then
    raise exception 'an assembly stays as it was called, and as it was held' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger assembly_is_kept before update on governance.assembly
  for each row execute function governance.keep_assembly();

-- Who was called, and how.
create table governance.convocation (
  organization_id uuid not null,
  assembly_id uuid not null,
  associate_id uuid not null,
  person_id uuid,
  -- '' when nobody could be written to: called by letter.
  email text not null,
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, assembly_id, associate_id),
  foreign key (organization_id, assembly_id) references governance.assembly (organization_id, id),
  foreign key (organization_id, associate_id) references governance.associate (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('governance.convocation', 'select, insert');
create trigger convocation_is_written_once before update or delete on governance.convocation
  for each row execute function platform.refuse_change();

-- Those who may vote, as they were when the assembly was opened.
create table governance.voter (
  organization_id uuid not null,
  assembly_id uuid not null,
  associate_id uuid not null,
  college smallint not null,
  person_id uuid,
  primary key (organization_id, assembly_id, associate_id),
  foreign key (organization_id, assembly_id) references governance.assembly (organization_id, id),
  foreign key (organization_id, associate_id) references governance.associate (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('governance.voter', 'select, insert');
create trigger voter_is_written_once before update or delete on governance.voter
  for each row execute function platform.refuse_change();

-- A proxy given to another associate, or taken back (no holder): the last row of a giver counts.
create table governance.proxy (
  organization_id uuid not null,
  assembly_id uuid not null,
  giver_id uuid not null,
  rank integer not null check (rank >= 1),
  holder_id uuid check (holder_id <> giver_id),
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, assembly_id, giver_id, rank),
  foreign key (organization_id, assembly_id) references governance.assembly (organization_id, id),
  foreign key (organization_id, giver_id) references governance.associate (organization_id, id),
  foreign key (organization_id, holder_id) references governance.associate (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id)
);
select platform.secure_table('governance.proxy', 'select, insert');
create trigger proxy_is_written_once before update or delete on governance.proxy
  for each row execute function platform.refuse_change();

-- Who came and who left: the last row of an associate counts.
create table governance.assembly_presence (
  organization_id uuid not null,
  assembly_id uuid not null,
  associate_id uuid not null,
  rank integer not null check (rank >= 1),
  present boolean not null,
  how text not null check (how in ('self', 'list')),
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, assembly_id, associate_id, rank),
  foreign key (organization_id, assembly_id, associate_id)
    references governance.voter (organization_id, assembly_id, associate_id),
  foreign key (organization_id, by) references membership.person (organization_id, id)
);
select platform.secure_table('governance.assembly_presence', 'select, insert');
create trigger assembly_presence_is_written_once before update or delete on governance.assembly_presence
  for each row execute function platform.refuse_change();

create table governance.motion (
  organization_id uuid not null,
  id uuid not null,
  assembly_id uuid not null,
  number smallint not null check (number >= 1),
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 4000),
  rule text not null check (rule in ('ordinary', 'extraordinary')),
  -- A secret ballot is held on paper: only its result is written here, with who counted.
  ballot text not null check (ballot in ('open', 'secret')),
  status text not null check (status in ('written', 'voting', 'settled')),
  primary key (organization_id, id),
  unique (organization_id, assembly_id, number),
  foreign key (organization_id, assembly_id) references governance.assembly (organization_id, id)
);
select platform.secure_table('governance.motion', 'select, insert, update, delete');

-- The words of a motion stay once its assembly is called; a settled one moves no more.
create function governance.keep_motion() returns trigger language plpgsql as $$
declare
  place text;
begin
  select status into place from governance.assembly
    where organization_id = old.organization_id and id = old.assembly_id;
  if tg_op = 'DELETE' then
    if place is distinct from 'draft' then
      raise exception 'a motion stays once its assembly is called' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.status = 'settled' or (new.organization_id, new.id, new.assembly_id, new.number, new.title, new.body, new.rule, new.ballot)
       is distinct from (old.organization_id, old.id, old.assembly_id, old.number, old.title, old.body, old.rule, old.ballot) then
    raise exception 'a motion stays as it was called' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger motion_is_kept before update or delete on governance.motion
  for each row execute function governance.keep_motion();

-- Open votes: one for each associate; the last row counts until the vote is closed.
create table governance.vote (
  organization_id uuid not null,
  motion_id uuid not null,
  associate_id uuid not null,
  rank integer not null check (rank >= 1),
  choice text not null check (choice in ('for', 'against', 'abstain')),
  -- Who held their proxy, when they were not there.
  holder_id uuid,
  how text not null check (how in ('self', 'list')),
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, motion_id, associate_id, rank),
  foreign key (organization_id, motion_id) references governance.motion (organization_id, id),
  foreign key (organization_id, associate_id) references governance.associate (organization_id, id),
  foreign key (organization_id, holder_id) references governance.associate (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id)
);
select platform.secure_table('governance.vote', 'select, insert');
create trigger vote_is_written_once before update or delete on governance.vote
  for each row execute function platform.refuse_change();

create function governance.check_vote() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from governance.motion m where m.organization_id = new.organization_id and m.id = new.motion_id
                   and m.status = 'voting' and m.ballot = 'open') then
    raise exception 'votes are cast while an open vote runs' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger vote_is_timely before insert on governance.vote
  for each row execute function governance.check_vote();

create table governance.motion_result (
  organization_id uuid not null,
  motion_id uuid not null,
  adopted boolean not null,
  votes_for integer not null check (votes_for >= 0),
  votes_against integer not null check (votes_against >= 0),
  votes_abstain integer not null check (votes_abstain >= 0),
  -- The exact share of votes for, as a fraction: no rounding decides.
  numerator numeric(60, 0) not null check (numerator >= 0),
  denominator numeric(60, 0) not null check (denominator > 0),
  -- College by college, as it was counted.
  colleges jsonb not null,
  -- Of a secret ballot: who counted the papers.
  counted_by text not null check (length(counted_by) <= 200),
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, motion_id),
  foreign key (organization_id, motion_id) references governance.motion (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id)
);
select platform.secure_table('governance.motion_result', 'select, insert');
create trigger motion_result_is_written_once before update or delete on governance.motion_result
  for each row execute function platform.refuse_change();

create table governance.assembly_minutes (
  organization_id uuid not null,
  assembly_id uuid not null,
  version integer not null check (version >= 1),
  body text not null check (length(body) between 1 and 60000),
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (organization_id, assembly_id, version),
  foreign key (organization_id, assembly_id) references governance.assembly (organization_id, id),
  foreign key (organization_id, published_by) references membership.person (organization_id, id)
);
select platform.secure_table('governance.assembly_minutes', 'select, insert');
create trigger assembly_minutes_are_written_once before update or delete on governance.assembly_minutes
  for each row execute function platform.refuse_change();
