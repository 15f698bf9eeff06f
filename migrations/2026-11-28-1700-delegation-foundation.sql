-- Delegation: one cooperative entrusts part of its work to another of the instance. Each keeps its own copy of what both
-- signed; what one does reaches the other by an effect after the commit (the outbox), and by no reading across.
create schema delegation;
grant usage on schema delegation to essaim_app, essaim_backup, essaim_eraser;

-- The same identifier on both sides.
create table delegation.agreement (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  side text not null check (side in ('client', 'provider')),
  -- The other cooperative: a place to carry what is done to, never one to read from.
  other_organization_id uuid not null,
  other_name text not null check (length(other_name) between 1 and 200),
  other_siren text not null check (other_siren ~ '^[0-9]{9}$'),
  other_slug text not null,
  -- What each unit of work costs, in cents before tax, and how many a month are foreseen: [{"work", "unitPrice", "volume"}].
  items jsonb not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) between 1 and 10),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- Which wording of the data-processing clause (RGPD, art. 28) both read.
  clause integer not null check (clause >= 1),
  proposed_at timestamptz not null,
  proposed_by text not null check (length(proposed_by) between 1 and 201),
  signed_at timestamptz,
  signed_by text not null default '',
  declined_at timestamptz,
  revoked_at timestamptz,
  revoked_by text not null default '',
  reason text not null default '' check (length(reason) <= 1000),
  primary key (organization_id, id),
  check (organization_id <> other_organization_id),
  check ((signed_at is null) = (signed_by = '')),
  check (signed_at is null or declined_at is null)
);
select platform.secure_table('delegation.agreement', 'select, insert, update');
create unique index agreement_live on delegation.agreement (organization_id, side, other_organization_id)
  where declined_at is null and revoked_at is null;

-- What was proposed never changes: another agreement supersedes it. An answer and an end are given once.
create function delegation.keep_agreement() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.side, new.other_organization_id, new.other_siren, new.items, new.starts_on, new.ends_on,
      new.clause, new.proposed_at, new.proposed_by)
       is distinct from (old.organization_id, old.id, old.side, old.other_organization_id, old.other_siren, old.items,
      old.starts_on, old.ends_on, old.clause, old.proposed_at, old.proposed_by)
     or (old.signed_at is not null and (new.signed_at, new.signed_by) is distinct from (old.signed_at, old.signed_by))
     or (old.declined_at is not null and new.declined_at is distinct from old.declined_at)
     or (old.revoked_at is not null
       and (new.revoked_at, new.revoked_by, new.reason) is distinct from (old.revoked_at, old.revoked_by, old.reason)) then
    raise exception 'an agreement is kept as it was signed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreement_is_kept before update on delegation.agreement
  for each row execute function delegation.keep_agreement();

-- On the provider's side: which of its persons its direction named.
create table delegation.naming (
  organization_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  named_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_id) references delegation.agreement (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create unique index naming_live on delegation.naming (organization_id, agreement_id, person_id) where withdrawn_at is null;
select platform.secure_table('delegation.naming', 'select, insert, update');

-- On the client's side: who may enter, under which agreement. A delegate is no person of the client's.
create table delegation.delegate (
  organization_id uuid not null,
  -- That of the naming on the other side; the author of what they do, in the trace.
  id uuid not null,
  agreement_id uuid not null,
  user_id text not null,
  name text not null check (length(name) between 1 and 201),
  email text not null default '',
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- Of the client: its delegates find it by this, and find nothing else of it.
  slug text not null,
  primary key (organization_id, id),
  foreign key (organization_id, agreement_id) references delegation.agreement (organization_id, id)
);
create unique index delegate_user on delegation.delegate (organization_id, user_id) where closed_at is null;
create index delegate_of_user on delegation.delegate (user_id) where closed_at is null;
select platform.secure_table('delegation.delegate', 'select, insert, update');
create policy own_delegation on delegation.delegate for select to essaim_app
  using (platform.tenant() is null and user_id = platform.signed_in_user() and closed_at is null);

-- A closed access stays closed, and belongs to whom it belonged.
create function delegation.keep_delegate() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.agreement_id, new.user_id, new.opened_at, new.slug)
       is distinct from (old.organization_id, old.id, old.agreement_id, old.user_id, old.opened_at, old.slug)
     or (old.closed_at is not null and new.closed_at is distinct from old.closed_at) then
    raise exception 'a delegated access is closed once for all' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger delegate_is_kept before update on delegation.delegate
  for each row execute function delegation.keep_delegate();

-- On the client's side: what is to be done in a month, for somebody or for the whole house.
create table delegation.work (
  organization_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  work text not null check (work in ('payVariables', 'contracts', 'declarations')),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  person_id uuid,
  due_on date not null,
  done_at timestamptz,
  -- The day in the client's time zone: late or not does not move with a clock.
  done_on date,
  fault_at timestamptz,
  fault text not null default '' check (length(fault) <= 1000),
  primary key (organization_id, id),
  unique nulls not distinct (organization_id, agreement_id, work, month, person_id),
  check ((done_at is null) = (done_on is null)),
  check ((fault_at is null) = (fault = '')),
  foreign key (organization_id, agreement_id) references delegation.agreement (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index work_month on delegation.work (organization_id, month);
select platform.secure_table('delegation.work', 'select, insert, update');

-- What both sides say about it.
create table delegation.comment (
  organization_id uuid not null,
  id uuid not null,
  work_id uuid not null,
  side text not null check (side in ('client', 'provider')),
  author text not null check (length(author) between 1 and 201),
  words text not null check (length(words) between 1 and 2000),
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, work_id) references delegation.work (organization_id, id)
);
create index comment_work on delegation.comment (organization_id, work_id, at);
select platform.secure_table('delegation.comment', 'select, insert');
create trigger comment_is_kept before update or delete on delegation.comment
  for each row execute function platform.refuse_change();

-- On the provider's side: what it did for the client, counted by month, and the invoice it made of it.
create table delegation.volume (
  organization_id uuid not null,
  agreement_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  work text not null check (work in ('payVariables', 'contracts', 'declarations')),
  asked integer not null check (asked >= 0),
  done integer not null check (done between 0 and asked),
  late integer not null check (late between 0 and asked),
  faults integer not null check (faults between 0 and asked),
  primary key (organization_id, agreement_id, month, work),
  foreign key (organization_id, agreement_id) references delegation.agreement (organization_id, id)
);
select platform.secure_table('delegation.volume', 'select, insert, update');

create table delegation.bill (
  organization_id uuid not null,
  agreement_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  invoice_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, agreement_id, month),
  foreign key (organization_id, agreement_id) references delegation.agreement (organization_id, id)
);
select platform.secure_table('delegation.bill', 'select, insert');

-- To whom a proposal goes: the identity that cooperatives publish, of the one that is named exactly; nothing else.
create function delegation.house_of(asked text)
  returns table (organization_id uuid, slug text, legal_name text, siren text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.organization_id, o.slug, o.legal_name, o.siren from membership.organization o
   where o.kind = 'cae' and (o.slug = asked or o.siren = asked)
   order by o.slug limit 2 $$;
revoke all on function delegation.house_of(text) from public;
grant execute on function delegation.house_of(text) to essaim_app;

-- What was said of somebody's work goes with their papers.
select platform.let_erase('delegation.comment', 'select, update (words)');
select platform.let_erase('delegation.work', 'select, update (fault)');
insert into migration.erasure_step (category, position, source, whose, says, act) values
  ('papers', 82, 'delegation.comment',
    't.work_id = any (array(select w.id from delegation.work w where w.organization_id = platform.tenant() and w.person_id = p.id))',
    't.words <> ''Effacé''', 'set words = ''Effacé'''),
  ('papers', 84, 'delegation.work', 't.person_id = p.id', 't.fault not in ('''', ''Effacé'')', 'set fault = ''Effacé''');
