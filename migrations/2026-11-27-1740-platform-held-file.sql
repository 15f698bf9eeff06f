-- Files that somebody sent with a form that is not accepted yet: what was chosen is not lost when the form comes back.
create table platform.held_file (
  organization_id uuid not null,
  id uuid not null,
  -- Only who sent it may keep it.
  user_id text not null,
  -- What it was checked for: a file checked as a logo is not a supplier's invoice.
  purpose text not null check (purpose in ('logo', 'document')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  name text not null check (length(name) between 1 and 200),
  size bigint not null check (size > 0),
  at timestamptz not null,
  primary key (organization_id, id)
);
create index held_file_sender on platform.held_file (organization_id, user_id, at);
select platform.secure_table('platform.held_file', 'select, insert, delete');
