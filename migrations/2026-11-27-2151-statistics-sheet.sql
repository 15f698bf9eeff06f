create schema statistics;
grant usage on schema statistics to essaim_app, essaim_backup;

-- A question kept under a name: its author's only, or shared with those who read statistics.
create table statistics.sheet (
  organization_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text not null default '' check (length(description) <= 1000),
  definition jsonb not null,
  shared boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Put aside, never destroyed: it may have been quoted in a report.
  deleted_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, author_id) references membership.person (organization_id, id)
);
create index sheet_name on statistics.sheet (organization_id, name) where deleted_at is null;
select platform.secure_table('statistics.sheet', 'select, insert, update');
