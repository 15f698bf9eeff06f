-- Platform: tenant isolation, trace of acts, idempotency keys and outbox.
-- Group roles (essaim_app, essaim_auth, essaim_jobs, essaim_backup) are made before the first migration.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create schema platform;
grant usage on schema platform to essaim_app, essaim_jobs, essaim_backup;

-- The tenant of the running transaction; '' (after a commit) counts as none.
create function platform.tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organization_id', true), '')::uuid;

-- The signed-in user of the running transaction, used only to find one's own memberships.
create function platform.signed_in_user() returns text language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '');

-- Every business table passes here: forced row-level security, one tenant policy, backup reads all.
create function platform.secure_table(target regclass, privileges text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s to essaim_app using (organization_id = platform.tenant()) with check (organization_id = platform.tenant())', target);
  execute format('create policy backup on %s for select to essaim_backup using (true)', target);
  execute format('grant %s on %s to essaim_app', privileges, target);
  execute format('grant select on %s to essaim_backup', target);
end $$;

-- Refuses any change of a row: for tables that are written once.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the past is never edited: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create table platform.audit (
  organization_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  user_id text not null,
  person_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  primary key (organization_id, id)
);
create index audit_subject on platform.audit (organization_id, subject_kind, subject_id, at);
select platform.secure_table('platform.audit', 'select, insert');
create trigger audit_is_append_only before update or delete on platform.audit
  for each row execute function platform.refuse_change();

create table platform.idempotency (
  organization_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  command text not null,
  input_hash text not null,
  output jsonb,
  at timestamptz not null,
  primary key (organization_id, key)
);
select platform.secure_table('platform.idempotency', 'select, insert, update');

create table platform.outbox (
  organization_id uuid not null,
  id uuid not null,
  event text not null check (event ~ '^[a-z]+(\.[a-z_]+)+\.v[0-9]+$'),
  payload jsonb not null,
  at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  done_at timestamptz,
  last_error text,
  primary key (organization_id, id)
);
create index outbox_waiting on platform.outbox (next_attempt_at) where done_at is null;
select platform.secure_table('platform.outbox', 'select, insert');
grant usage on schema platform to essaim_jobs;
grant select, update on platform.outbox to essaim_jobs;
create policy jobs on platform.outbox to essaim_jobs using (true) with check (true);
