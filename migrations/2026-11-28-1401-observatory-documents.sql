-- Observatory: keys exchanged once, documents that are signed, sent and received, figures that a network adds up and publishes.
create schema observatory;
grant usage on schema observatory to essaim_app, essaim_backup;

-- The key of a house, its private part a cipher of the vault.
create table observatory.signing_key (
  organization_id uuid not null,
  id uuid not null,
  public_key text not null check (length(public_key) between 40 and 200),
  sealed text not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select platform.secure_table('observatory.signing_key', 'select, insert');
create trigger signing_key_is_kept before update or delete on observatory.signing_key
  for each row execute function platform.refuse_change();

-- A cooperative joins the observatory of a network: whom it sends to, under which name it is known there.
create table observatory.connection (
  organization_id uuid not null,
  id uuid not null,
  -- "https://reseau.example/faisceau": where documents go.
  address text not null check (length(address) between 8 and 500),
  network_name text not null check (length(network_name) between 1 and 200),
  network_key text not null,
  -- The adhesion as the network numbers it.
  adhesion_id uuid not null,
  structure_name text not null check (length(structure_name) between 1 and 200),
  key_id uuid not null,
  format_version integer not null,
  connected_at timestamptz not null,
  connected_by uuid not null,
  last_sequence bigint not null default 0,
  closed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, key_id) references observatory.signing_key (organization_id, id),
  foreign key (organization_id, connected_by) references membership.person (organization_id, id)
);
create unique index connection_open on observatory.connection (organization_id, address) where closed_at is null;
select platform.secure_table('observatory.connection', 'select, insert, update (last_sequence, closed_at)');

-- What a cooperative keeps for itself of a period.
create table observatory.withheld (
  organization_id uuid not null,
  period text not null check (period ~ '^20[0-9]{2}$'),
  indicator text not null check (indicator ~ '^[a-z][a-zA-Z]{1,40}$'),
  since timestamptz not null,
  primary key (organization_id, period, indicator)
);
select platform.secure_table('observatory.withheld', 'select, insert, delete');

-- What was sent, word for word, for ever. Only the network's answer is written later.
create table observatory.sending (
  organization_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  sequence bigint not null check (sequence > 0),
  period text not null check (period ~ '^20[0-9]{2}$'),
  document text not null check (length(document) <= 200000),
  signature text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  signed_by uuid not null,
  receipt text,
  receipt_signature text,
  fault text check (length(fault) <= 40),
  answered_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, connection_id) references observatory.connection (organization_id, id),
  foreign key (organization_id, signed_by) references membership.person (organization_id, id)
);
create unique index sending_sequence on observatory.sending (organization_id, connection_id, sequence);
create index sending_period on observatory.sending (organization_id, period, signed_at);
select platform.secure_table('observatory.sending', 'select, insert, update (receipt, receipt_signature, fault, answered_at)');
create function observatory.keep_sending() returns trigger language plpgsql as $$
begin
  if old.receipt is not null then
    raise exception 'a receipt is written once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger sending_is_kept before update on observatory.sending
  for each row execute function observatory.keep_sending();

-- A code that a network gives to a structure, once.
create table observatory.invitation (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  cancelled_at timestamptz,
  primary key (organization_id, id)
);
create index invitation_code on observatory.invitation (organization_id, code_hash);
create index invitation_structure on observatory.invitation (organization_id, structure_id);
select platform.secure_table('observatory.invitation', 'select, insert, update (used_at, cancelled_at)');

-- A structure whose key a network knows.
create table observatory.adhesion (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  public_key text not null check (length(public_key) between 40 and 200),
  since timestamptz not null,
  last_sequence bigint not null default 0,
  revoked_at timestamptz,
  primary key (organization_id, id)
);
create unique index adhesion_standing on observatory.adhesion (organization_id, structure_id) where revoked_at is null;
select platform.secure_table('observatory.adhesion', 'select, insert, update (last_sequence, revoked_at)');

-- What a network received, word for word. The latest of a structure for a period counts.
create table observatory.received (
  organization_id uuid not null,
  id uuid not null,
  adhesion_id uuid not null,
  structure_id uuid not null,
  sequence bigint not null check (sequence > 0),
  period text not null check (period ~ '^20[0-9]{2}$'),
  document text not null check (length(document) <= 200000),
  signature text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  -- The circles it was added to ("all", "region:53", "size:2"…), as they were on that day.
  circles text[] not null default '{}',
  superseded_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, adhesion_id) references observatory.adhesion (organization_id, id)
);
create unique index received_sequence on observatory.received (organization_id, adhesion_id, sequence);
create unique index received_standing on observatory.received (organization_id, period, structure_id) where superseded_at is null;
select platform.secure_table('observatory.received', 'select, insert, update (superseded_at)');

-- Sums of what stands, kept in the transaction that receives: one line for each cell of a circle. Shown to nobody as it is.
create table observatory.aggregate (
  organization_id uuid not null,
  period text not null,
  circle text not null,
  indicator text not null,
  category text not null,
  -- How many structures answered this cell.
  answers integer not null check (answers >= 0),
  value bigint not null,
  weight bigint not null,
  primary key (organization_id, period, circle, indicator, category)
);
select platform.secure_table('observatory.aggregate', 'select, insert, update');

-- Figures of a period as a network published them: they never change, another publication follows.
create table observatory.release (
  organization_id uuid not null,
  id uuid not null,
  period text not null check (period ~ '^20[0-9]{2}$'),
  rank integer not null check (rank > 0),
  released_at timestamptz not null,
  released_by uuid not null,
  answered integer not null,
  expected integer not null,
  -- The documents that it adds up.
  documents uuid[] not null default '{}',
  primary key (organization_id, id),
  foreign key (organization_id, released_by) references membership.person (organization_id, id)
);
create unique index release_rank on observatory.release (organization_id, period, rank);
select platform.secure_table('observatory.release', 'select, insert');
create trigger release_is_kept before update or delete on observatory.release
  for each row execute function platform.refuse_change();

create table observatory.release_cell (
  organization_id uuid not null,
  release_id uuid not null,
  circle text not null,
  indicator text not null,
  category text not null,
  answers integer not null,
  value bigint not null,
  weight bigint not null,
  primary key (organization_id, release_id, circle, indicator, category),
  foreign key (organization_id, release_id) references observatory.release (organization_id, id)
);
select platform.secure_table('observatory.release_cell', 'select, insert');
create trigger release_cell_is_kept before update or delete on observatory.release_cell
  for each row execute function platform.refuse_change();

-- How the structures of a circle spread on a measure: quartiles, and nobody's own figure.
create table observatory.release_spread (
  organization_id uuid not null,
  release_id uuid not null,
  circle text not null,
  measure text not null,
  answers integer not null,
  -- In thousandths of the measure's unit.
  low bigint not null,
  middle bigint not null,
  high bigint not null,
  primary key (organization_id, release_id, circle, measure),
  foreign key (organization_id, release_id) references observatory.release (organization_id, id)
);
select platform.secure_table('observatory.release_spread', 'select, insert');
create trigger release_spread_is_kept before update or delete on observatory.release_spread
  for each row execute function platform.refuse_change();

-- The network of an address, for whoever brings a signed document: its identity and its hours, nothing else.
create function observatory.network_door(asked text) returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.organization_id, o.time_zone from membership.organization o where o.slug = asked and o.kind = 'network' $$;
revoke all on function observatory.network_door(text) from public;
grant execute on function observatory.network_door(text) to essaim_app;
