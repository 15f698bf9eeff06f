-- Files kept by their content, and mail that leaves by the outbox.
create table platform.file (
  organization_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  name text not null default '' check (length(name) <= 200),
  size bigint not null check (size >= 0),
  at timestamptz not null,
  primary key (organization_id, hash)
);
select platform.secure_table('platform.file', 'select, insert');

create table platform.mail (
  organization_id uuid not null,
  -- Also the Message-ID: a retry carries the same one.
  id uuid not null,
  recipient text not null check (length(recipient) between 3 and 254),
  reply_to text not null default '',
  sender_name text not null default '',
  subject text not null,
  body text not null,
  -- [{ "hash": …, "name": "F2026-00001.pdf", "mediaType": "application/pdf" }]
  attachments jsonb not null default '[]',
  subject_kind text not null,
  subject_id text not null,
  -- waiting: not tried yet; kept: no SMTP server is set, the message lies in the outgoing box; sent; failed: tried for a day.
  status text not null check (status in ('waiting', 'kept', 'sent', 'failed')),
  error text,
  at timestamptz not null,
  sent_at timestamptz,
  primary key (organization_id, id)
);
create index mail_list on platform.mail (organization_id, at desc);
create index mail_subject on platform.mail (organization_id, subject_kind, subject_id);
select platform.secure_table('platform.mail', 'select, insert, update');
