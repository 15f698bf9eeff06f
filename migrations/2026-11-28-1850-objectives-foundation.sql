-- Multi-year agreements of objectives: parties, objectives with targets a year, tranches and their allocation, joint actions with
-- their evidence, and the effects of cooperation that each party declares from its books.
create schema objectives;
grant usage on schema objectives to essaim_app, essaim_backup;

create table objectives.convention (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 160),
  reference text not null default '' check (length(reference) <= 80),
  purpose text not null default '' check (length(purpose) <= 4000),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- Who carries the funds in the name of all.
  lead_id uuid not null,
  -- Null: still being written.
  signed_on date,
  created_at timestamptz not null,
  created_by uuid not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, lead_id) references network.structure (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
select platform.secure_table('objectives.convention', 'select, insert, update');
create function objectives.protect_convention() returns trigger language plpgsql as $$
begin
  if old.signed_on is not null then
    raise exception 'what was signed changes by an amendment only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger convention_is_kept before update on objectives.convention
  for each row execute function objectives.protect_convention();

create table objectives.party (
  organization_id uuid not null,
  convention_id uuid not null,
  structure_id uuid not null,
  primary key (organization_id, convention_id, structure_id),
  foreign key (organization_id, convention_id) references objectives.convention (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
create index party_structure on objectives.party (organization_id, structure_id);
select platform.secure_table('objectives.party', 'select, insert, delete');
create function objectives.protect_part() returns trigger language plpgsql as $$
begin
  if exists (select 1 from objectives.convention c where c.organization_id = coalesce(new.organization_id, old.organization_id)
               and c.id = coalesce(new.convention_id, old.convention_id) and c.signed_on is not null) then
    raise exception 'the parties of what was signed do not change' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger party_is_kept before insert or update or delete on objectives.party
  for each row execute function objectives.protect_part();

create table objectives.amendment (
  organization_id uuid not null,
  convention_id uuid not null,
  number integer not null check (number >= 1),
  agreed_on date not null,
  body text not null check (length(body) between 1 and 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, convention_id, number),
  foreign key (organization_id, convention_id) references objectives.convention (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('objectives.amendment', 'select, insert');
create trigger amendment_is_kept before update or delete on objectives.amendment
  for each row execute function platform.refuse_change();

create table objectives.objective (
  organization_id uuid not null,
  id uuid not null,
  convention_id uuid not null,
  position integer not null,
  title text not null check (length(title) between 1 and 200),
  details text not null default '' check (length(details) <= 2000),
  -- The amendment that brought it; 0 for what was signed at first.
  amendment integer not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, convention_id) references objectives.convention (organization_id, id),
  unique (organization_id, convention_id, position)
);
select platform.secure_table('objectives.objective', 'select, insert');

create table objectives.indicator (
  organization_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  position integer not null,
  label text not null check (length(label) between 1 and 200),
  unit text not null default '' check (length(unit) <= 40),
  primary key (organization_id, id),
  foreign key (organization_id, objective_id) references objectives.objective (organization_id, id),
  unique (organization_id, objective_id, position)
);
select platform.secure_table('objectives.indicator', 'select, insert');

-- What is aimed at in a year: the latest amendment counts, all stay. Hundredths of the unit.
create table objectives.target (
  organization_id uuid not null,
  indicator_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  amendment integer not null default 0 check (amendment >= 0),
  planned bigint not null check (planned >= 0),
  primary key (organization_id, indicator_id, year, amendment),
  foreign key (organization_id, indicator_id) references objectives.indicator (organization_id, id)
);
select platform.secure_table('objectives.target', 'select, insert');
create trigger target_is_kept before update or delete on objectives.target
  for each row execute function platform.refuse_change();

-- What was done: the latest counts, all stay.
create table objectives.result (
  organization_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  done bigint not null check (done >= 0),
  note text not null default '' check (length(note) <= 1000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, indicator_id) references objectives.indicator (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create index result_indicator on objectives.result (organization_id, indicator_id, year, recorded_at desc, id desc);
select platform.secure_table('objectives.result', 'select, insert');
create trigger result_is_kept before update or delete on objectives.result
  for each row execute function platform.refuse_change();

create function objectives.total(amounts bigint[]) returns bigint language sql immutable parallel safe as $$
  select coalesce(sum(a), 0)::bigint from unnest(amounts) a $$;

-- Funds that are expected, then come, shared between the parties to the cent.
create table objectives.tranche (
  organization_id uuid not null,
  id uuid not null,
  convention_id uuid not null,
  label text not null check (length(label) between 1 and 160),
  funder_id uuid not null,
  -- Cents.
  amount bigint not null check (amount > 0),
  due_on date not null,
  received_on date,
  amendment integer not null default 0,
  recorded_at timestamptz not null,
  -- The parties that have a share, and how much, in the same order.
  party_ids uuid[] not null,
  shares bigint[] not null,
  check (cardinality(party_ids) = cardinality(shares) and 0 < all (shares)),
  constraint tranche_is_shared check (objectives.total(shares) = amount),
  primary key (organization_id, id),
  foreign key (organization_id, convention_id) references objectives.convention (organization_id, id),
  foreign key (organization_id, funder_id) references network.structure (organization_id, id)
);
create index tranche_convention on objectives.tranche (organization_id, convention_id, due_on);
select platform.secure_table('objectives.tranche', 'select, insert, update (received_on)');

create table objectives.action (
  organization_id uuid not null,
  id uuid not null,
  convention_id uuid not null,
  objective_id uuid,
  title text not null check (length(title) between 1 and 200),
  carrier_id uuid not null,
  planned_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, convention_id) references objectives.convention (organization_id, id),
  foreign key (organization_id, objective_id) references objectives.objective (organization_id, id),
  foreign key (organization_id, carrier_id) references network.structure (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create index action_convention on objectives.action (organization_id, convention_id, planned_on);
select platform.secure_table('objectives.action', 'select, insert');

-- Where a joint action stands, with what proves it: the latest counts, all stay.
create table objectives.step (
  organization_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  state text not null check (state in ('underway', 'done', 'dropped')),
  note text not null check (length(note) between 1 and 1000),
  link text not null default '' check (link = '' or (link ~ '^https?://' and length(link) <= 400)),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, action_id) references objectives.action (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create index step_action on objectives.step (organization_id, action_id, recorded_at desc, id desc);
select platform.secure_table('objectives.step', 'select, insert');
create trigger step_is_kept before update or delete on objectives.step
  for each row execute function platform.refuse_change();

-- An economic effect of cooperation, as a party reads it in its own books and declares it: the latest counts, all stay.
create table objectives.effect (
  organization_id uuid not null,
  id uuid not null,
  convention_id uuid not null,
  structure_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  kind text not null check (kind in ('jointQuotes', 'internalInvoices', 'referrals', 'sharedCustomers')),
  number integer not null check (number >= 0),
  -- Cents excluding tax; zero where only the number is counted.
  amount bigint not null check (amount >= 0),
  source text not null default '' check (length(source) <= 400),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, convention_id, structure_id)
    references objectives.party (organization_id, convention_id, structure_id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create index effect_party on objectives.effect (organization_id, convention_id, structure_id, year, kind, recorded_at desc, id desc);
select platform.secure_table('objectives.effect', 'select, insert');
create trigger effect_is_kept before update or delete on objectives.effect
  for each row execute function platform.refuse_change();
