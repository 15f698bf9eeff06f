-- Files that were kept although the antivirus gave no answer: checked later, and never served once one is found infected.
create table platform.file_check (
  organization_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Who sent it: the trace of what is found later names them.
  user_id text not null,
  asked_at timestamptz not null,
  verdict text not null check (verdict in ('waiting', 'clean', 'infected')),
  virus text check (virus is null or verdict = 'infected'),
  checked_at timestamptz,
  primary key (organization_id, hash),
  check ((verdict = 'waiting') = (checked_at is null))
);
create index file_check_not_clean on platform.file_check (organization_id, hash) where verdict <> 'clean';
select platform.secure_table('platform.file_check', 'select, insert, update (verdict, virus, checked_at)');
