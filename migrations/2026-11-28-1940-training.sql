-- Training shared by the structures of a network: a catalogue, dated runs, seats that structures book, the cost that they share.
-- No person is written here: who comes is known to each structure alone.
create schema training;
grant usage on schema training to essaim_app, essaim_backup;

create table training.course (
  organization_id uuid not null,
  id uuid not null,
  -- The structure that proposes it and keeps it.
  structure_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  audience text not null default '' check (length(audience) <= 1000),
  programme text not null check (length(programme) between 1 and 8000),
  trainer text not null check (length(trainer) between 1 and 200),
  -- Quarters of an hour.
  quarters integer not null check (quarters between 1 and 4000),
  created_at timestamptz not null,
  created_by uuid not null,
  withdrawn_on date,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
select platform.secure_table('training.course', 'select, insert, update');

create table training.run (
  organization_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  place text not null default '' check (length(place) <= 200),
  seats integer not null check (seats between 1 and 500),
  -- Cents excluding tax: the price of the whole, whoever comes.
  cost bigint not null check (cost >= 0),
  split text not null check (split in ('seats', 'structures')),
  planned_at timestamptz not null,
  planned_by uuid not null,
  cancelled_on date,
  reason text not null default '' check (length(reason) <= 1000),
  settled_at timestamptz,
  check (cancelled_on is null or settled_at is null),
  primary key (organization_id, id),
  foreign key (organization_id, course_id) references training.course (organization_id, id),
  foreign key (organization_id, planned_by) references membership.person (organization_id, id)
);
create index run_course on training.run (organization_id, course_id, starts_on);
select platform.secure_table('training.run', 'select, insert, update');

-- How many seats a structure wants: the latest counts, all stay.
create table training.booking (
  organization_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  structure_id uuid not null,
  number integer not null check (number >= 1),
  seats integer not null check (seats between 0 and 500),
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, run_id, structure_id, number),
  foreign key (organization_id, run_id) references training.run (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, said_by) references membership.person (organization_id, id)
);
select platform.secure_table('training.booking', 'select, insert');
create trigger booking_is_kept before update or delete on training.booking
  for each row execute function platform.refuse_change();

-- What each structure bears of a run, written once when it is settled.
create table training.share (
  organization_id uuid not null,
  run_id uuid not null,
  structure_id uuid not null,
  seats integer not null check (seats >= 1),
  amount bigint not null check (amount >= 0),
  primary key (organization_id, run_id, structure_id),
  foreign key (organization_id, run_id) references training.run (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
select platform.secure_table('training.share', 'select, insert');
create trigger share_is_kept before update or delete on training.share
  for each row execute function platform.refuse_change();

-- Seats are never booked twice, nor on a run that is over. Two structures that ask at the same time wait for one another.
create function training.keep_seats() returns trigger language plpgsql as $$
declare
  run record;
  taken integer;
begin
  select r.seats, r.cancelled_on, r.settled_at into run from training.run r
   where r.organization_id = new.organization_id and r.id = new.run_id for update;
  if run.cancelled_on is not null or run.settled_at is not null then
    raise exception 'nothing is booked on a run that was cancelled or settled' using errcode = 'restrict_violation';
  end if;
  select coalesce(sum(last.seats), 0) into taken from (
    select distinct on (b.structure_id) b.seats from training.booking b
     where b.organization_id = new.organization_id and b.run_id = new.run_id and b.structure_id <> new.structure_id
     order by b.structure_id, b.number desc) last;
  if taken + new.seats > run.seats then
    raise exception 'more seats are booked than there are' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger booking_has_seats before insert on training.booking
  for each row execute function training.keep_seats();

create function training.keep_share() returns trigger language plpgsql as $$
begin
  perform from training.run r
   where r.organization_id = new.organization_id and r.id = new.run_id and r.settled_at is null and r.cancelled_on is null
     for update;
  if not found then
    raise exception 'a run is settled once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger share_is_of_an_open_run before insert on training.share
  for each row execute function training.keep_share();

-- Once cancelled or settled a run stays as it is; settled, its shares make the whole, to the cent.
create function training.keep_run() returns trigger language plpgsql as $$
begin
  if old.cancelled_on is not null or old.settled_at is not null then
    raise exception 'a run that was cancelled or settled does not change' using errcode = 'restrict_violation';
  end if;
  if new.settled_at is not null and new.cost is distinct from (
      select coalesce(sum(s.amount), 0) from training.share s
       where s.organization_id = new.organization_id and s.run_id = new.id) then
    raise exception 'the shares of a run make its cost' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger run_is_kept before update on training.run for each row execute function training.keep_run();
