-- Contribution: rules that assemblies voted, waivers, months posted to the books. Everything is written once.
create schema contribution;
grant usage on schema contribution to essaim_app, essaim_backup;

-- One row a cooperative: whoever adopts a rule or posts a month holds it until the commit.
create table contribution.head (
  organization_id uuid not null,
  last_month text check (last_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  primary key (organization_id)
);
select platform.secure_table('contribution.head', 'select, insert, update');

-- A rule as adopted (C. trav. R7331-8): dated data with the resolution that voted it. null activity: the default rule.
create table contribution.rule_version (
  organization_id uuid not null,
  id uuid not null,
  effective_from text not null check (effective_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  resolution text not null check (length(resolution) between 1 and 200),
  decided_on date not null,
  activity_id uuid,
  rule jsonb not null,
  adopted_at timestamptz not null,
  adopted_by uuid not null,
  primary key (organization_id, id)
);
create index rule_version_month on contribution.rule_version (organization_id, effective_from);
select platform.secure_table('contribution.rule_version', 'select, insert');
create trigger rule_version_is_append_only before update or delete on contribution.rule_version
  for each row execute function platform.refuse_change();

-- Who decided that an activity, or a person in all of theirs, does not pay a part, a floor or anything, and why.
create table contribution.waiver (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid,
  person_id uuid,
  -- "everything", "floor", or the key of a fixed part or of an extra.
  target text not null check (target ~ '^[a-z][a-z0-9-]{0,39}$'),
  from_month text not null check (from_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  until_month text not null check (until_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  reason text not null check (length(reason) between 1 and 300),
  decided_by text not null check (length(decided_by) between 1 and 200),
  decided_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  check (num_nonnulls(activity_id, person_id) = 1),
  check (until_month >= from_month)
);
create index waiver_activity on contribution.waiver (organization_id, activity_id) where activity_id is not null;
create index waiver_person on contribution.waiver (organization_id, person_id) where person_id is not null;
select platform.secure_table('contribution.waiver', 'select, insert');
create trigger waiver_is_append_only before update or delete on contribution.waiver
  for each row execute function platform.refuse_change();

-- A waiver recorded by mistake: kept, and counted nowhere.
create table contribution.waiver_withdrawal (
  organization_id uuid not null,
  waiver_id uuid not null,
  reason text not null check (length(reason) between 1 and 300),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  primary key (organization_id, waiver_id),
  foreign key (organization_id, waiver_id) references contribution.waiver (organization_id, id)
);
select platform.secure_table('contribution.waiver_withdrawal', 'select, insert');
create trigger waiver_withdrawal_is_append_only before update or delete on contribution.waiver_withdrawal
  for each row execute function platform.refuse_change();

-- A month posted. Sequence 1 posts the month; the following ones post differences only.
create table contribution.run (
  organization_id uuid not null,
  id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  sequence integer not null check (sequence > 0),
  -- The accounting date of its entries.
  entry_date date not null,
  posted_at timestamptz not null,
  posted_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, month, sequence)
);
select platform.secure_table('contribution.run', 'select, insert');
create trigger run_is_append_only before update or delete on contribution.run
  for each row execute function platform.refuse_change();

create table contribution.run_line (
  organization_id uuid not null,
  run_id uuid not null,
  activity_id uuid not null,
  month text not null,
  sequence integer not null,
  -- Cents posted by this run: what the month bears less what the runs before posted.
  amount bigint not null,
  -- Cents that the month bears, as of this run.
  total bigint not null,
  rule_version_id uuid not null,
  -- What the month leaves to the months after it, and the steps that a screen shows.
  computed jsonb not null,
  trace jsonb not null,
  entry_id uuid,
  primary key (organization_id, run_id, activity_id),
  unique (organization_id, activity_id, month, sequence),
  foreign key (organization_id, run_id) references contribution.run (organization_id, id),
  foreign key (organization_id, rule_version_id) references contribution.rule_version (organization_id, id),
  check ((amount = 0) = (entry_id is null))
);
select platform.secure_table('contribution.run_line', 'select, insert');
create trigger run_line_is_append_only before update or delete on contribution.run_line
  for each row execute function platform.refuse_change();

-- A new rule never changes a month already posted.
create function contribution.check_rule_version() returns trigger language plpgsql as $$
begin
  if exists (select 1 from contribution.run r
              where r.organization_id = new.organization_id and r.month >= new.effective_from) then
    raise exception 'a rule never changes a posted month' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger rule_version_looks_ahead before insert on contribution.rule_version
  for each row execute function contribution.check_rule_version();

-- Runs of a month follow one another without a gap: two at once cannot both be the next one.
create function contribution.check_run() returns trigger language plpgsql as $$
begin
  if new.sequence <> 1 + (select coalesce(max(r.sequence), 0) from contribution.run r
                           where r.organization_id = new.organization_id and r.month = new.month) then
    raise exception 'runs of a month follow one another' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger run_follows before insert on contribution.run for each row execute function contribution.check_run();

-- What the runs of a month posted for an activity adds up to what the month bears: nothing is posted twice.
create function contribution.check_run_line() returns trigger language plpgsql as $$
declare
  owner contribution.run;
begin
  select * into owner from contribution.run r where r.organization_id = new.organization_id and r.id = new.run_id;
  if (owner.month, owner.sequence) is distinct from (new.month, new.sequence) then
    raise exception 'a line is of the month of its run' using errcode = 'restrict_violation';
  end if;
  if new.total <> new.amount + (select coalesce(sum(l.amount), 0) from contribution.run_line l
       where l.organization_id = new.organization_id and l.activity_id = new.activity_id and l.month = new.month) then
    raise exception 'a month is posted once: a correction posts the difference' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger run_line_posts_the_difference before insert on contribution.run_line
  for each row execute function contribution.check_run_line();
