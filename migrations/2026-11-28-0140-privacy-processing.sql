-- Privacy: the register of processing (RGPD art. 30). Each version of an entry stays; the last one stands. An entry that nobody
-- changed is the house's own, told by the application.
create table privacy.processing (
  organization_id uuid not null references membership.organization,
  -- The house's key ("candidates"), or an identifier for what the cooperative adds.
  key text not null check (key ~ '^[a-zA-Z0-9-]{1,40}$'),
  version integer not null check (version >= 1),
  name text not null check (length(name) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 2000),
  basis text not null check (basis in ('contract', 'law', 'interest', 'consent', 'vital', 'public')),
  basis_detail text not null default '' check (length(basis_detail) <= 500),
  persons text not null check (length(persons) between 1 and 1000),
  data text not null check (length(data) between 1 and 2000),
  recipients text not null check (length(recipients) between 1 and 1000),
  transfers text not null default '' check (length(transfers) <= 1000),
  -- Beside the periods that run by themselves.
  retention text not null default '' check (length(retention) <= 1000),
  security text not null check (length(security) between 1 and 2000),
  -- No longer done; what was written stays.
  ended boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, key, version),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('privacy.processing', 'select, insert');
create trigger processing_is_kept before update or delete on privacy.processing
  for each row execute function platform.refuse_change();

-- Whom to ask about data: the delegate (RGPD art. 37), or whoever answers.
create table privacy.register_contact (
  organization_id uuid not null references membership.organization,
  version integer not null check (version >= 1),
  name text not null check (length(name) <= 200),
  contact text not null check (length(contact) <= 300),
  delegate boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, version),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('privacy.register_contact', 'select, insert');
create trigger register_contact_is_kept before update or delete on privacy.register_contact
  for each row execute function platform.refuse_change();
