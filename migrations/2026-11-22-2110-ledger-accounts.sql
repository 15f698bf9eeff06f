-- Ledger: chart of accounts, journals, fiscal years, their periods and the end of their chain of seals.
create schema ledger;
grant usage on schema ledger to essaim_app, essaim_backup;

create table ledger.account (
  organization_id uuid not null,
  number text not null check (number ~ '^[1-8][0-9A-Z]{0,11}$'),
  label text not null check (length(label) between 1 and 120 and label !~ '[\u0001-\u001f\u007f-\u009f"|]'),
  -- usable: posted to; heading: groups others; blocked: kept for the past.
  status text not null default 'usable' check (status in ('usable', 'heading', 'blocked')),
  primary key (organization_id, number)
);
select platform.secure_table('ledger.account', 'select, insert, update');

create table ledger.journal (
  organization_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9]{1,8}$'),
  label text not null check (length(label) between 1 and 80 and label !~ '[\u0001-\u001f\u007f-\u009f"|]'),
  primary key (organization_id, code)
);
select platform.secure_table('ledger.journal', 'select, insert, update');

create table ledger.fiscal_year (
  organization_id uuid not null,
  id uuid not null,
  code text not null check (length(code) between 4 and 9),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, code),
  unique (organization_id, starts_on)
);
select platform.secure_table('ledger.fiscal_year', 'select, insert');

create table ledger.period (
  organization_id uuid not null,
  fiscal_year_id uuid not null,
  number integer not null check (number between 1 and 25),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- locked: can be reopened; closed: never, its balances are final.
  status text not null default 'open' check (status in ('open', 'locked', 'closed')),
  changed_at timestamptz not null,
  primary key (organization_id, fiscal_year_id, number),
  unique (organization_id, starts_on),
  foreign key (organization_id, fiscal_year_id) references ledger.fiscal_year (organization_id, id)
);
select platform.secure_table('ledger.period', 'select, insert, update');

create function ledger.protect_period() returns trigger language plpgsql as $$
begin
  if old.status = 'closed' then
    raise exception 'a closed period is closed for ever' using errcode = 'restrict_violation';
  end if;
  if (new.organization_id, new.fiscal_year_id, new.number, new.starts_on, new.ends_on)
     is distinct from (old.organization_id, old.fiscal_year_id, old.number, old.starts_on, old.ends_on) then
    raise exception 'a period keeps its days' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger period_is_protected before update on ledger.period for each row execute function ledger.protect_period();

-- Where the numbers and the chain of seals of a fiscal year stand. The row is the lock of posting: taken last, kept short.
create table ledger.chain (
  organization_id uuid not null,
  fiscal_year_id uuid not null,
  last_number bigint not null default 0,
  -- Rank of validation: it differs from the number only while number 1 waits for the à-nouveaux.
  last_position bigint not null default 0,
  last_hash bytea not null default decode(repeat('00', 32), 'hex') check (length(last_hash) = 32),
  last_posted_on date,
  -- The à-nouveaux get the first number (LPF art. A47 A-1) but are known when the year before is closed:
  -- "expected" keeps number 1 for them.
  opening text not null check (opening in ('none', 'expected', 'posted')),
  primary key (organization_id, fiscal_year_id),
  foreign key (organization_id, fiscal_year_id) references ledger.fiscal_year (organization_id, id),
  check (opening <> 'expected' or last_number >= 1)
) with (fillfactor = 40);
select platform.secure_table('ledger.chain', 'select, insert, update');

create function ledger.protect_chain() returns trigger language plpgsql as $$
begin
  if new.last_number < old.last_number or new.last_position < old.last_position then
    raise exception 'a number is never given twice' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger chain_goes_forward before update on ledger.chain for each row execute function ledger.protect_chain();
