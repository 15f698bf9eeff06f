-- Sales: customers, catalogue, quotes, invoices, payments, number series.
create schema sales;
grant usage on schema sales to essaim_app, essaim_backup;

create table sales.customer (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  kind text not null check (kind in ('company', 'individual')),
  name text not null check (length(name) between 1 and 200),
  siren text check (siren ~ '^[0-9]{9}$'),
  siret text check (siret ~ '^[0-9]{14}$'),
  vat_number text check (length(vat_number) between 4 and 20),
  contact_name text not null default '',
  email text not null default '' check (length(email) <= 254),
  phone text not null default '',
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
  -- Address in the e-invoicing directory when it is not the SIREN alone ("123456789_ACHATS").
  electronic_address text not null default '',
  -- What the buyer asks to be recalled (BT-10: service, engagement).
  buyer_reference text not null default '',
  payment_days integer check (payment_days between 0 and 60),
  note text not null default '',
  created_at timestamptz not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id)
);
create index customer_activity on sales.customer (organization_id, activity_id, lower(name));
create index customer_search on sales.customer using gin (name gin_trgm_ops);
select platform.secure_table('sales.customer', 'select, insert, update');

create table sales.product (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  nature text not null check (nature in ('goods', 'services')),
  unit text not null,
  -- Millionths of a euro, in the price mode below.
  unit_price bigint not null check (unit_price >= 0),
  mode text not null check (mode in ('ht', 'ttc')),
  vat jsonb not null,
  account text not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id)
);
create index product_activity on sales.product (organization_id, activity_id, lower(name));
select platform.secure_table('sales.product', 'select, insert, update');

create table sales.series (
  organization_id uuid not null,
  key text not null,
  next_number bigint not null default 1 check (next_number > 0),
  last_issue_date date,
  primary key (organization_id, key)
);
select platform.secure_table('sales.series', 'select, insert, update');

create table sales.quote (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  customer_id uuid not null,
  status text not null check (status in ('draft', 'submitted', 'returned', 'validated', 'sent', 'accepted', 'declined', 'expired')),
  number text,
  title text not null default '' check (length(title) <= 200),
  issue_date date,
  valid_until date,
  content jsonb not null,
  net bigint not null,
  tax bigint not null,
  gross bigint not null,
  -- What the customer saw, kept for ever once validated.
  frozen jsonb,
  pdf_hash text,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references sales.customer (organization_id, id),
  check ((number is null) = (frozen is null))
);
create unique index quote_number on sales.quote (organization_id, number) where number is not null;
create index quote_list on sales.quote (organization_id, activity_id, created_at desc);
create index quote_waiting on sales.quote (organization_id, updated_at) where status = 'submitted';
select platform.secure_table('sales.quote');

create table sales.invoice (
  organization_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  customer_id uuid not null,
  quote_id uuid,
  -- deposit: also the intermediate claims before completion; final: deducts them.
  kind text not null check (kind in ('invoice', 'deposit', 'final', 'credit_note')),
  credited_invoice_id uuid,
  status text not null check (status in ('draft', 'submitted', 'returned', 'issued')),
  number text check (number ~ '^[A-Za-z0-9+/_-]{1,20}$'),
  issue_date date,
  due_date date,
  title text not null default '' check (length(title) <= 200),
  content jsonb not null,
  net bigint not null,
  tax bigint not null,
  gross bigint not null,
  -- What this document asks for: gross less deposits already invoiced.
  due bigint not null,
  -- Cents received, refunded, set off or written off so far: moves after issue, from the payments' own rows.
  settled bigint not null default 0,
  frozen jsonb,
  entry_id uuid,
  pdf_hash text,
  sent_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  issued_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references sales.customer (organization_id, id),
  foreign key (organization_id, quote_id) references sales.quote (organization_id, id),
  foreign key (organization_id, credited_invoice_id) references sales.invoice (organization_id, id),
  check ((status = 'issued') = (number is not null)),
  check (status <> 'issued' or (issue_date is not null and frozen is not null and entry_id is not null and issued_at is not null)),
  check ((kind = 'credit_note') = (credited_invoice_id is not null)),
  check (due >= 0 and settled between 0 and due)
);
create unique index invoice_number on sales.invoice (organization_id, number) where number is not null;
create index invoice_list on sales.invoice (organization_id, activity_id, issue_date desc, id desc);
create index invoice_list_all on sales.invoice (organization_id, issue_date desc, id desc);
create index invoice_unpaid on sales.invoice (organization_id, due_date) where status = 'issued' and settled < due;
create index invoice_waiting on sales.invoice (organization_id, updated_at) where status = 'submitted';
create index invoice_quote on sales.invoice (organization_id, quote_id) where quote_id is not null;
create index invoice_credited on sales.invoice (organization_id, credited_invoice_id) where credited_invoice_id is not null;
select platform.secure_table('sales.invoice');

-- An issued document is frozen for ever: only what happens to it afterwards may change.
create function sales.freeze_issued_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'issued' then
      raise exception 'an issued invoice is never deleted' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.status = 'issued' and
     (new.status, new.number, new.issue_date, new.due_date, new.title, new.content, new.net, new.tax, new.gross, new.due,
      new.frozen, new.entry_id, new.issued_at, new.activity_id, new.customer_id, new.quote_id, new.kind, new.credited_invoice_id)
     is distinct from
     (old.status, old.number, old.issue_date, old.due_date, old.title, old.content, old.net, old.tax, old.gross, old.due,
      old.frozen, old.entry_id, old.issued_at, old.activity_id, old.customer_id, old.quote_id, old.kind, old.credited_invoice_id)
  then
    raise exception 'an issued invoice is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger invoice_is_frozen before update or delete on sales.invoice
  for each row execute function sales.freeze_issued_invoice();

create function sales.freeze_validated_quote() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.number is not null then
      raise exception 'a validated quote is never deleted' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.number is not null and
     (new.number, new.issue_date, new.valid_until, new.title, new.content, new.net, new.tax, new.gross, new.frozen, new.activity_id, new.customer_id)
     is distinct from
     (old.number, old.issue_date, old.valid_until, old.title, old.content, old.net, old.tax, old.gross, old.frozen, old.activity_id, old.customer_id)
  then
    raise exception 'a validated quote is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger quote_is_frozen before update or delete on sales.quote
  for each row execute function sales.freeze_validated_quote();

-- Who did what to a quote or an invoice, with the comment of a return: shown as its timeline.
create table sales.document_event (
  organization_id uuid not null,
  id uuid not null,
  document_kind text not null check (document_kind in ('quote', 'invoice')),
  document_id uuid not null,
  action text not null,
  person_id uuid not null,
  comment text not null default '' check (length(comment) <= 2000),
  at timestamptz not null,
  primary key (organization_id, id)
);
create index document_event_document on sales.document_event (organization_id, document_id, at);
select platform.secure_table('sales.document_event', 'select, insert');
create trigger document_event_is_append_only before update or delete on sales.document_event
  for each row execute function platform.refuse_change();

-- Money received on an invoice, or given back on a credit note. Corrected by a reversing row only.
create table sales.payment (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  activity_id uuid not null,
  -- Cents: positive when it settles the document, negative when it reverses.
  amount bigint not null,
  -- The part beyond or short of the amount due that the tolerance takes: + gained (758), − lost (658).
  difference bigint not null default 0,
  paid_on date not null,
  method text not null check (method in ('transfer', 'cheque', 'card', 'cash', 'direct_debit', 'set_off', 'other')),
  account text not null,
  reference text not null default '',
  -- A set-off: the other document (credit note and invoice settle each other).
  counterpart_invoice_id uuid,
  reverses_payment_id uuid,
  entry_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references sales.invoice (organization_id, id),
  foreign key (organization_id, counterpart_invoice_id) references sales.invoice (organization_id, id),
  foreign key (organization_id, reverses_payment_id) references sales.payment (organization_id, id),
  check ((method = 'set_off') = (counterpart_invoice_id is not null))
);
create index payment_invoice on sales.payment (organization_id, invoice_id, paid_on);
create unique index payment_reversed_once on sales.payment (organization_id, reverses_payment_id) where reverses_payment_id is not null;
select platform.secure_table('sales.payment', 'select, insert');
create trigger payment_is_append_only before update or delete on sales.payment
  for each row execute function platform.refuse_change();
