-- The social security number and what is known of a person's health: ciphers that the keys of the instance open, kept outside
-- of the database. Each is bound to its cooperative, its person and its column. The length is rounded up, and both are there as
-- soon as one is: that something is known of somebody's health does not show.
create table parcours.sensitive (
  organization_id uuid not null,
  person_id uuid not null,
  nir text not null check (length(nir) between 120 and 20000 and nir ~ '^1\.[A-Za-z0-9_-]{1,40}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$'),
  health text not null check (length(health) between 120 and 20000 and health ~ '^1\.[A-Za-z0-9_-]{1,40}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$'),
  changed_at timestamptz not null,
  version integer not null check (version > 0),
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
select platform.secure_table('parcours.sensitive', 'select, insert, update (nir, health, changed_at, version)');
