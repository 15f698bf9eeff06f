-- Governance: what the articles say, the register of associates, and the movements of their shares. Rows are written once.
create schema governance;
grant usage on schema governance to essaim_app, essaim_backup;

-- One row for each cooperative: the last number of the register, and the lock of what must be counted as a whole.
create table governance.register (
  organization_id uuid not null references membership.organization,
  last_number integer not null default 0 check (last_number >= 0),
  primary key (organization_id)
);
select platform.secure_table('governance.register', 'select, insert, update');

-- What the articles of association say: each change is the next version.
create table governance.articles (
  organization_id uuid not null references membership.organization,
  version integer not null check (version >= 1),
  share_value bigint not null check (share_value > 0),
  minimum_capital bigint not null check (minimum_capital >= 0),
  refund_years smallint not null check (refund_years between 0 and 10),
  admitted_by text not null check (admitted_by in ('assembly', 'organ')),
  convocation_days smallint not null check (convocation_days between 1 and 90),
  proxies_most smallint not null check (proxies_most between 0 and 100),
  quorum_scope text not null check (quorum_scope in ('whole', 'college')),
  quorums text[] not null check (cardinality(quorums) = 4),
  majorities text[] not null check (cardinality(majorities) = 2),
  bases text[] not null check (cardinality(bases) = 4),
  weighted boolean not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (organization_id, version),
  foreign key (organization_id, saved_by) references membership.person (organization_id, id)
);
select platform.secure_table('governance.articles', 'select, insert');
create trigger articles_are_written_once before update or delete on governance.articles
  for each row execute function platform.refuse_change();

-- The colleges of a version; a weight in ten thousandths counts when the version says that colleges are weighted.
create table governance.college (
  organization_id uuid not null,
  articles_version integer not null,
  number smallint not null check (number between 1 and 8),
  name text not null check (length(name) between 1 and 80),
  weight integer not null check (weight between 0 and 10000),
  primary key (organization_id, articles_version, number),
  foreign key (organization_id, articles_version) references governance.articles (organization_id, version)
);
select platform.secure_table('governance.college', 'select, insert');
create trigger college_is_written_once before update or delete on governance.college
  for each row execute function platform.refuse_change();

-- A person of the house, or a legal person. Who they are stays; what becomes of them are events.
create table governance.associate (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('person', 'organization')),
  person_id uuid,
  legal_name text not null check (length(legal_name) <= 120),
  siren text not null check (siren = '' or siren ~ '^\d{9}$'),
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id),
  check ((kind = 'person') = (person_id is not null)),
  check ((kind = 'organization') = (legal_name <> ''))
);
create index associate_of_person on governance.associate (organization_id, person_id);
select platform.secure_table('governance.associate', 'select, insert');
create trigger associate_is_written_once before update or delete on governance.associate
  for each row execute function platform.refuse_change();

create table governance.associate_event (
  organization_id uuid not null,
  id uuid not null,
  associate_id uuid not null,
  -- The order in which it was recorded, which is the order of its day too.
  rank integer not null check (rank >= 1),
  kind text not null check (kind in ('apply', 'admit', 'decline', 'assign', 'leave', 'exclude', 'die')),
  effect_on date not null,
  college smallint,
  -- Who speaks for a legal person, from that day on.
  representative_id uuid,
  decided_by text not null check (decided_by in ('', 'assembly', 'organ')),
  reason text not null check (length(reason) <= 500),
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, associate_id) references governance.associate (organization_id, id),
  foreign key (organization_id, representative_id) references membership.person (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id),
  check (kind not in ('apply', 'assign') or college is not null)
);
create unique index associate_event_of_associate on governance.associate_event (organization_id, associate_id, rank);
create index associate_event_of_representative on governance.associate_event (organization_id, representative_id);
select platform.secure_table('governance.associate_event', 'select, insert');
create trigger associate_event_is_written_once before update or delete on governance.associate_event
  for each row execute function platform.refuse_change();

-- The movements of shares, each with the entry of the books that was posted with it.
create table governance.share_movement (
  organization_id uuid not null,
  id uuid not null,
  associate_id uuid not null,
  rank integer not null check (rank >= 1),
  kind text not null check (kind in ('subscribe', 'pay', 'withhold', 'redeem', 'refund', 'reverse')),
  effect_on date not null,
  shares integer not null check (shares >= 0),
  amount bigint not null check (amount > 0),
  -- Of shares given back: what had not been paid of them, and is not refunded.
  unpaid bigint not null default 0 check (unpaid between 0 and amount),
  activity_id uuid,
  reverses uuid,
  reason text not null check (length(reason) <= 200),
  entry_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, associate_id) references governance.associate (organization_id, id),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id),
  foreign key (organization_id, reverses) references governance.share_movement (organization_id, id),
  foreign key (organization_id, entry_id) references ledger.entry (organization_id, id),
  foreign key (organization_id, by) references membership.person (organization_id, id),
  check ((kind = 'reverse') = (reverses is not null)),
  check ((kind in ('subscribe', 'redeem')) = (shares > 0)),
  check (kind = 'redeem' or unpaid = 0)
);
create unique index share_movement_of_associate on governance.share_movement (organization_id, associate_id, rank);
create unique index share_movement_reversed_once on governance.share_movement (organization_id, reverses);
create unique index share_movement_entry on governance.share_movement (organization_id, entry_id);
select platform.secure_table('governance.share_movement', 'select, insert');
create trigger share_movement_is_written_once before update or delete on governance.share_movement
  for each row execute function platform.refuse_change();
