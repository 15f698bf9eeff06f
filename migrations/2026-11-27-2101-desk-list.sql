-- Desk: how each person likes their lists.
create schema desk;
grant usage on schema desk to essaim_app, essaim_backup;

-- An address of a list that somebody named: filters, sort, columns.
create table desk.saved_view (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The list, by its address within the cooperative: "factures", "compta/journaux".
  list text not null check (list ~ '^[a-z0-9/-]{1,60}$'),
  name text not null check (length(name) between 1 and 60),
  -- What follows the question mark of the address.
  search text not null check (length(search) <= 1000),
  saved_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index saved_view_name on desk.saved_view (organization_id, person_id, list, lower(name));
select platform.secure_table('desk.saved_view');

-- The columns that somebody does not want to see, and how high the lines are.
create table desk.list_arrangement (
  organization_id uuid not null,
  person_id uuid not null,
  list text not null check (list ~ '^[a-z0-9/-]{1,60}$'),
  hidden text[] not null default '{}',
  -- Null: as usual for this person's work.
  density text check (density in ('comfort', 'compact')),
  changed_at timestamptz not null,
  primary key (organization_id, person_id, list)
);
select platform.secure_table('desk.list_arrangement');
