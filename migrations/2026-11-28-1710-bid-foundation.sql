-- Joint bids: several people answer a tender together. Of one cooperative in its own tenant, of several in their network's.
create schema bid;
grant usage on schema bid to essaim_app, essaim_backup, essaim_eraser;

create table bid.bid (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  buyer text not null check (length(buyer) between 1 and 200),
  buyer_siren text not null check (buyer_siren ~ '^[0-9]{9}$'),
  reference text not null default '' check (length(reference) <= 100),
  deadline date not null,
  -- Who bills the buyer: the lead for everybody, or each for their own part.
  billing text not null check (billing in ('lead', 'each')),
  status text not null default 'drafted' check (status in ('drafted', 'submitted', 'won', 'lost', 'dropped')),
  opened_at timestamptz not null,
  submitted_at timestamptz,
  closed_at timestamptz,
  reason text not null default '' check (length(reason) <= 1000),
  version integer not null default 1 check (version >= 1),
  primary key (organization_id, id),
  check ((submitted_at is not null) = (status in ('submitted', 'won', 'lost'))),
  check ((closed_at is not null) = (status in ('won', 'lost', 'dropped')))
);
select platform.secure_table('bid.bid', 'select, insert, update');

-- Who does what for how much. In a cooperative the part is of an activity; in a network, of a house that is named.
create table bid.part (
  organization_id uuid not null,
  id uuid not null,
  bid_id uuid not null,
  person_id uuid not null,
  lead boolean not null,
  activity_id uuid,
  house text not null default '' check (length(house) <= 200),
  house_siren text not null default '' check (house_siren ~ '^([0-9]{9})?$'),
  task text not null check (length(task) between 1 and 200),
  -- Cents before tax.
  amount bigint not null check (amount between 0 and 100000000000),
  invited_at timestamptz not null,
  agreed_at timestamptz,
  declined_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, bid_id, person_id),
  check (agreed_at is null or declined_at is null),
  check (agreed_at is null or activity_id is not null or (house <> '' and house_siren <> '')),
  foreign key (organization_id, bid_id) references bid.bid (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id)
);
create unique index part_lead on bid.part (organization_id, bid_id) where lead;
create index part_person on bid.part (organization_id, person_id);
create index part_activity on bid.part (organization_id, activity_id) where activity_id is not null;
select platform.secure_table('bid.part', 'select, insert, update, delete');

-- What was submitted is kept as it was submitted.
create function bid.keep_bid() returns trigger language plpgsql as $$
begin
  if old.status <> 'drafted' and (new.title, new.buyer, new.buyer_siren, new.reference, new.deadline, new.billing, new.submitted_at)
      is distinct from (old.title, old.buyer, old.buyer_siren, old.reference, old.deadline, old.billing, old.submitted_at)
    or (old.status, new.status) not in (('drafted', 'drafted'), ('drafted', 'submitted'), ('drafted', 'dropped'),
      ('submitted', 'submitted'), ('submitted', 'won'), ('submitted', 'lost')) then
    raise exception 'a submitted bid is kept as it was' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger bid_is_kept before update on bid.bid for each row execute function bid.keep_bid();

-- The split is frozen with the bid: its row is held, so that a submission and a change follow each other.
create function bid.freeze_part() returns trigger language plpgsql as $$
declare
  known text;
  asked uuid := case when tg_op = 'DELETE' then old.bid_id else new.bid_id end;
  tenant uuid := case when tg_op = 'DELETE' then old.organization_id else new.organization_id end;
begin
  select b.status into known from bid.bid b where b.organization_id = tenant and b.id = asked for update;
  if known is distinct from 'drafted' then
    raise exception 'the split of a submitted bid is frozen' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger part_is_frozen before insert or update or delete on bid.part
  for each row execute function bid.freeze_part();

-- What they say to each other while they answer, with the papers.
create table bid.note (
  organization_id uuid not null,
  id uuid not null,
  bid_id uuid not null,
  person_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  file_hash text,
  file_name text,
  media_type text,
  at timestamptz not null,
  primary key (organization_id, id),
  check ((file_hash is null) = (file_name is null) and (file_hash is null) = (media_type is null)),
  foreign key (organization_id, bid_id) references bid.bid (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index note_bid on bid.note (organization_id, bid_id, at);
select platform.secure_table('bid.note', 'select, insert');
create trigger note_is_kept before update or delete on bid.note for each row execute function platform.refuse_change();

select platform.let_erase('bid.note', 'select, update (words, file_hash, file_name, media_type)');
insert into migration.erasure_step (category, position, source, whose, says, act) values
  ('notes', 185, 'bid.note', 't.person_id = p.id', 't.words <> ''Effacé'' or t.file_hash is not null',
    'set words = ''Effacé'', file_hash = null, file_name = null, media_type = null');

-- The quote that a part was made into; made again when its draft was thrown away.
create table bid.quote (
  organization_id uuid not null,
  part_id uuid not null,
  quote_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, part_id),
  foreign key (organization_id, part_id) references bid.part (organization_id, id)
);
select platform.secure_table('bid.quote', 'select, insert, update');

-- What an invoice of the lead gave to the activities of the others, in the books.
create table bid.split (
  organization_id uuid not null,
  invoice_id uuid not null,
  bid_id uuid not null,
  entry_id uuid not null,
  -- Cents before tax, negative for a credit note.
  amount bigint not null,
  at timestamptz not null,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, bid_id) references bid.bid (organization_id, id)
);
create index split_bid on bid.split (organization_id, bid_id);
select platform.secure_table('bid.split', 'select, insert');
create trigger split_is_kept before update or delete on bid.split for each row execute function platform.refuse_change();

-- In a cooperative: the statement of a part that a network's bid gave it, taken once.
create table bid.statement (
  organization_id uuid not null references membership.organization,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  activity_id uuid not null,
  quote_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, digest),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id)
);
select platform.secure_table('bid.statement', 'select, insert');
create trigger statement_is_kept before update or delete on bid.statement
  for each row execute function platform.refuse_change();
