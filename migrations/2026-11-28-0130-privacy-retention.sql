-- Privacy: for how long each category is kept, what was erased and why, and who asked to be forgotten.
create table privacy.retention_rule (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  category text not null check (category in ('candidacy', 'sensitive', 'socialFile', 'notes', 'attendance', 'papers', 'identity',
    'messages', 'readings', 'technical')),
  -- Months after the last contact, the departure, or the day of the row.
  months integer not null check (months between 1 and 600),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id),
  constraint rule_keeps_what_law_keeps check (months >= privacy.least_months(category))
);
create index retention_rule_category on privacy.retention_rule (organization_id, category, recorded_at desc, id desc);
select platform.secure_table('privacy.retention_rule', 'select, insert');
create trigger retention_rule_is_kept before update or delete on privacy.retention_rule
  for each row execute function platform.refuse_change();

-- What was erased: how many, of what, why. Never whom.
create table privacy.erasure (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  at timestamptz not null,
  category text not null,
  cause text not null check (cause in ('rule', 'request')),
  -- Persons or candidates; lines for what is forgotten by age.
  count integer not null check (count > 0),
  -- The rule that ran.
  months integer,
  primary key (organization_id, id)
);
create index erasure_list on privacy.erasure (organization_id, at desc, id desc);
select platform.secure_table('privacy.erasure', 'select, insert');
create trigger erasure_is_kept before update or delete on privacy.erasure
  for each row execute function platform.refuse_change();

-- When the rules ran last, day after day: one line a cooperative.
create table privacy.retention_clock (
  organization_id uuid not null primary key references membership.organization,
  ran_at timestamptz not null,
  erased integer not null
);
select platform.secure_table('privacy.retention_clock', 'select, insert, update');

-- Somebody asks to be forgotten (RGPD art. 17), by themself or by a letter that the cooperative received.
create table privacy.erasure_request (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  person_id uuid not null,
  asked_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  outcome text check (outcome in ('done', 'withdrawn')),
  closed_at timestamptz,
  closed_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id),
  check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null))
);
create unique index erasure_request_open on privacy.erasure_request (organization_id, person_id) where outcome is null;
create index erasure_request_person on privacy.erasure_request (organization_id, person_id);
select platform.secure_table('privacy.erasure_request', 'select, insert, update (outcome, closed_at, closed_by)');
create function privacy.close_request_once() returns trigger language plpgsql as $$
begin
  if old.outcome is not null then
    raise exception 'the past is never edited: a request is closed once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger erasure_request_is_closed_once before update on privacy.erasure_request
  for each row execute function privacy.close_request_once();

-- The bytes of a file are shared by the cooperatives of an instance: they go once nobody keeps them.
create policy bytes on platform.file for select to essaim_owner using (true);
create function privacy.kept_elsewhere(content text) returns boolean language sql stable security definer
  set search_path = pg_catalog as $$ select exists (select 1 from platform.file f where f.hash = content) $$;
revoke all on function privacy.kept_elsewhere(text) from public;
grant execute on function privacy.kept_elsewhere(text) to essaim_app;
