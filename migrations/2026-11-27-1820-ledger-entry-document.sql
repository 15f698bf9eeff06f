-- The documents of an entry: a dated fact each, added with the entry or later. The entry itself never changes.
create table ledger.entry_document (
  organization_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  -- Among those added at the same moment.
  rank integer not null check (rank >= 0),
  hash text not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size bigint not null check (size between 1 and 10485760),
  at timestamptz not null,
  -- The person who added it.
  added_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, entry_id, hash),
  foreign key (organization_id, entry_id) references ledger.entry (organization_id, id),
  foreign key (organization_id, hash) references platform.file (organization_id, hash)
);
select platform.secure_table('ledger.entry_document', 'select, insert');
create trigger entry_document_is_append_only before update or delete on ledger.entry_document
  for each row execute function platform.refuse_change();
