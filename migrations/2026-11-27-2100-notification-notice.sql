-- Notification: what is told to a person of the cooperative, and how soon they want a mail of it.
create schema notification;
grant usage on schema notification to essaim_app, essaim_backup;

create table notification.notice (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- "sales.invoice.returned": who brings its words knows it.
  topic text not null check (topic ~ '^[a-z]+(\.[a-zA-Z]+)+$'),
  -- What people choose the pace of: "sales.correction".
  heading text not null check (length(heading) <= 60),
  -- What it is about: when the thing is done, its notices are.
  subject_kind text not null,
  subject_id text not null,
  -- Where its one act is, within the cooperative: "factures/0190…".
  path text not null check (path !~ '^/' and length(path) <= 300),
  -- What its sentence needs: a number, an amount.
  facts jsonb not null default '{}',
  -- Who did it; null for what happens by itself.
  actor_id uuid,
  at timestamptz not null,
  read_at timestamptz,
  done_at timestamptz,
  -- A mail told it, or its time came and there was nothing left to tell.
  mailed_at timestamptz,
  primary key (organization_id, id)
);
create index notice_open on notification.notice (organization_id, person_id, at desc) where done_at is null;
create index notice_subject on notification.notice (organization_id, subject_kind, subject_id) where done_at is null;
select platform.secure_table('notification.notice');

create table notification.cadence (
  organization_id uuid not null,
  person_id uuid not null,
  heading text not null check (length(heading) <= 60),
  choice text not null check (choice in ('now', 'daily', 'weekly', 'never')),
  changed_at timestamptz not null,
  primary key (organization_id, person_id, heading)
);
select platform.secure_table('notification.cadence', 'select, insert, update');

-- Who asked for a message: the one to tell when it cannot be delivered.
alter table platform.mail add column requested_by uuid;
