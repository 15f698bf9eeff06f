-- Accompaniment: the diary that an adviser keeps elsewhere, by its secret address, and when it says that they are taken. No title.
create table accompaniment.external_calendar (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  person_id uuid not null,
  -- Encrypted: whoever has the address reads the whole diary.
  address text not null,
  -- What is shown of it.
  host text not null check (length(host) between 1 and 253),
  added_at timestamptz not null,
  removed_at timestamptz,
  -- The last time that it was asked, the last time that it answered, and why it did not.
  asked_at timestamptz,
  read_at timestamptz,
  fault text check (fault in ('unreachable', 'refused', 'tooLarge', 'notCalendar', 'tooSlow', 'private', 'key')),
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create unique index external_calendar_of_person on accompaniment.external_calendar (organization_id, person_id)
  where removed_at is null;
select platform.secure_table('accompaniment.external_calendar', 'select, insert, update');

create table accompaniment.busy_slot (
  organization_id uuid not null,
  calendar_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (organization_id, calendar_id, starts_at),
  foreign key (organization_id, calendar_id) references accompaniment.external_calendar (organization_id, id)
);
select platform.secure_table('accompaniment.busy_slot', 'select, insert, delete');
