-- Activities run by several persons have an agreement with its split (C. trav. R7331-6); some trades need an insurance or a
-- qualification that runs. Both are recorded once and cancelled when they were a mistake, never changed.
create function membership.shares_total(shares jsonb) returns integer language sql immutable parallel safe as
  $$ select coalesce(sum(value::integer), 0)::integer from jsonb_each_text(shares) $$;

create table membership.agreement (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- Person → parts per ten thousand of what remains.
  shares jsonb not null constraint agreement_shares_are_whole check (membership.shares_total(shares) = 10000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create index agreement_activity on membership.agreement (organization_id, activity_id, starts_on);
select platform.secure_table('membership.agreement', 'select, insert, update (cancelled_at)');

create table membership.cover (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  kind text not null check (kind in ('insurance', 'qualification')),
  -- Who insures and under which number, or which diploma: words of the trade.
  label text not null check (length(label) between 1 and 200),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  cancelled_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create index cover_activity on membership.cover (organization_id, activity_id, kind, starts_on);
select platform.secure_table('membership.cover', 'select, insert, update (cancelled_at)');

-- Which covers an activity cannot work without: its quotes wait until they run.
alter table membership.activity
  add column insurance_required boolean not null default false,
  add column qualification_required boolean not null default false;

create function membership.cancel_once() returns trigger language plpgsql as $$
begin
  if old.cancelled_at is not null or new.cancelled_at is null then
    raise exception 'the past is never edited: % is cancelled once', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreement_is_cancelled_once before update on membership.agreement
  for each row execute function membership.cancel_once();
create trigger cover_is_cancelled_once before update on membership.cover
  for each row execute function membership.cancel_once();
