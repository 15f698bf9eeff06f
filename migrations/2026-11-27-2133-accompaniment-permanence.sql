-- Accompaniment: the hours at which an adviser receives in a town, and the slots that people book there.
create table accompaniment.permanence (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  adviser_id uuid not null,
  town text not null check (length(town) between 1 and 80),
  place text not null,
  -- 1 Monday to 7 Sunday, each week between two days; or one day only.
  weekday integer check (weekday between 1 and 7),
  from_day date not null,
  until_day date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  slot_minutes integer not null check (slot_minutes between 10 and 240),
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, adviser_id) references membership.person (organization_id, id),
  check (starts < ends),
  check (from_day <= until_day),
  check (weekday is not null or from_day = until_day)
);
select platform.secure_table('accompaniment.permanence', 'select, insert, update');

alter table accompaniment.appointment add column permanence_id uuid;
alter table accompaniment.appointment add foreign key (organization_id, permanence_id)
  references accompaniment.permanence (organization_id, id);
-- A slot is somebody's, once.
create unique index appointment_of_slot on accompaniment.appointment (organization_id, permanence_id, starts_at)
  where permanence_id is not null and status <> 'cancelled';
