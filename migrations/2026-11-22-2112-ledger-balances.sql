-- Ledger: final balances of closed periods, and reconciliation (lettrage) of lines with one another.

-- Written when a period is closed, never changed: balances of the past are read here, those of open periods from the lines.
create table ledger.period_balance (
  organization_id uuid not null,
  fiscal_year_id uuid not null,
  period_number integer not null,
  -- Rank in the period: an activity may be null (shared services), so it cannot be part of the key.
  rank integer not null,
  activity_id uuid,
  account text not null,
  -- The à-nouveaux are kept apart from the movements of the period.
  opening boolean not null,
  debit bigint not null check (debit >= 0),
  credit bigint not null check (credit >= 0),
  foreign key (organization_id, fiscal_year_id, period_number) references ledger.period (organization_id, fiscal_year_id, number)
);
create index period_balance_activity on ledger.period_balance (organization_id, activity_id, fiscal_year_id, period_number)
  include (account, opening, debit, credit);
alter table ledger.period_balance add primary key (organization_id, fiscal_year_id, period_number, rank);
select platform.secure_table('ledger.period_balance', 'select, insert');
create trigger period_balance_is_final before update or delete on ledger.period_balance
  for each row execute function platform.refuse_change();

-- Lines that settle one another. A line is never edited: its letter is here, and undoing is a dated fact.
create table ledger.reconciliation (
  organization_id uuid not null,
  id uuid not null,
  account text not null,
  -- '' when the lines have no auxiliary.
  auxiliary_code text not null,
  letter text not null check (letter ~ '^[A-Z]{2,8}$'),
  reconciled_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  unique (organization_id, account, auxiliary_code, letter),
  foreign key (organization_id, account) references ledger.account (organization_id, number)
);
alter table ledger.reconciliation add primary key (organization_id, id);
select platform.secure_table('ledger.reconciliation', 'select, insert, update');

create table ledger.reconciliation_line (
  organization_id uuid not null,
  reconciliation_id uuid not null,
  entry_id uuid not null,
  line_number integer not null,
  active boolean not null default true,
  -- As the FEC shows them, copied here so that an export of a million lines stays cheap. The year is null when the lines
  -- belong to two years: the FEC of a year shows balanced letters only.
  letter text not null,
  reconciled_on date not null,
  fiscal_year_id uuid,
  entry_number bigint not null,
  foreign key (organization_id, reconciliation_id) references ledger.reconciliation (organization_id, id),
  foreign key (organization_id, entry_id, line_number) references ledger.entry_line (organization_id, entry_id, line_number)
);
-- A line has one letter at a time.
create unique index reconciliation_line_once on ledger.reconciliation_line (organization_id, entry_id, line_number) where active;
create index reconciliation_line_fec on ledger.reconciliation_line (organization_id, fiscal_year_id, entry_number)
  where active and fiscal_year_id is not null;
alter table ledger.reconciliation_line add primary key (organization_id, reconciliation_id, entry_id, line_number);
select platform.secure_table('ledger.reconciliation_line', 'select, insert, update');

create function ledger.undo_reconciliation_only() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'reconciliation_line' then
    if not old.active or new.active
       or (new.reconciliation_id, new.entry_id, new.line_number, new.letter, new.reconciled_on, new.fiscal_year_id, new.entry_number)
          is distinct from (old.reconciliation_id, old.entry_id, old.line_number, old.letter, old.reconciled_on, old.fiscal_year_id, old.entry_number) then
      raise exception 'a reconciliation is undone, never changed' using errcode = 'restrict_violation';
    end if;
  elsif old.undone_at is not null or new.undone_at is null
        or (new.id, new.account, new.auxiliary_code, new.letter, new.reconciled_on, new.created_at)
           is distinct from (old.id, old.account, old.auxiliary_code, old.letter, old.reconciled_on, old.created_at) then
    raise exception 'a reconciliation is undone, never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger reconciliation_is_undone_only before update on ledger.reconciliation
  for each row execute function ledger.undo_reconciliation_only();
create trigger reconciliation_line_is_undone_only before update on ledger.reconciliation_line
  for each row execute function ledger.undo_reconciliation_only();

-- Letters go AA, AB… ZZ, AAA… for each account and auxiliary.
create table ledger.letter_series (
  organization_id uuid not null,
  account text not null,
  auxiliary_code text not null,
  last_rank integer not null check (last_rank > 0),
  primary key (organization_id, account, auxiliary_code)
);
select platform.secure_table('ledger.letter_series', 'select, insert, update');
