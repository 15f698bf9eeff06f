-- Sales: the page of a document for a customer without an account. The address carries a seal made with the instance's
-- secret: nothing here opens anything, whoever reads this table or a backup of it.
create table sales.document_link (
  organization_id uuid not null,
  id uuid not null,
  document_kind text not null check (document_kind in ('quote', 'invoice')),
  document_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  closed_by uuid,
  closed_at timestamptz,
  primary key (organization_id, id),
  check ((closed_at is null) = (closed_by is null))
);
create unique index document_link_open on sales.document_link (organization_id, document_kind, document_id) where closed_at is null;
select platform.secure_table('sales.document_link', 'select, insert, update');

-- What a customer answers online is done by nobody of the cooperative.
alter table sales.document_event alter column person_id drop not null;
