-- Reminders of late invoices: one row for each invoice that a message recalled, and customers who are left alone.
create table sales.reminder (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  mail_id uuid not null,
  -- 1: polite; 2: asks for an answer; 3: the last one before formal notice.
  level integer not null check (level between 1 and 3),
  -- What remained to pay that day, in cents.
  amount bigint not null check (amount > 0),
  day date not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, mail_id, invoice_id),
  foreign key (organization_id, invoice_id) references sales.invoice (organization_id, id),
  foreign key (organization_id, mail_id) references platform.mail (organization_id, id)
);
create index reminder_invoice on sales.reminder (organization_id, invoice_id, at desc);
select platform.secure_table('sales.reminder', 'select, insert');
create trigger reminder_is_append_only before update or delete on sales.reminder
  for each row execute function platform.refuse_change();

alter table sales.customer
  add column reminders_paused_at timestamptz,
  add column reminders_pause_reason text check (length(reminders_pause_reason) <= 500);

-- cancelled: the reason of the message went away before it left (a reminder, when the customer has just paid).
alter table platform.mail drop constraint mail_status_check;
alter table platform.mail add constraint mail_status_check
  check (status in ('waiting', 'kept', 'sent', 'failed', 'cancelled'));
