-- Pieces that persons give: which are asked at which stage, each version given, what was decided of it, its words.
create table documents.piece_kind (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Identity, residence, health: read by those who keep the files, each reading written down.
  sensitive boolean not null,
  needs_validation boolean not null,
  expires boolean not null,
  -- Stage → "mandatory", "recommended", "optional"; a stage that is not there does not ask for it.
  levels jsonb not null,
  version int not null default 1,
  archived_at timestamptz,
  primary key (organization_id, id)
);
create unique index piece_kind_name on documents.piece_kind (organization_id, lower(name)) where archived_at is null;
select platform.secure_table('documents.piece_kind', 'select, insert, update');

create table documents.piece (
  organization_id uuid not null,
  id uuid not null,
  kind_id uuid not null,
  person_id uuid not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  expires_on date,
  given_at timestamptz not null,
  given_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, kind_id) references documents.piece_kind (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, given_by) references membership.person (organization_id, id)
);
create index piece_person on documents.piece (organization_id, person_id, kind_id, given_at desc);
select platform.secure_table('documents.piece', 'select, insert');
create trigger piece_is_kept before update or delete on documents.piece
  for each row execute function platform.refuse_change();

create table documents.piece_decision (
  organization_id uuid not null,
  id uuid not null,
  piece_id uuid not null,
  accepted boolean not null,
  reason text not null default '' check (length(reason) <= 500),
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, piece_id) references documents.piece (organization_id, id),
  foreign key (organization_id, decided_by) references membership.person (organization_id, id),
  constraint refusal_has_reason check (accepted or reason <> '')
);
create index piece_decision_piece on documents.piece_decision (organization_id, piece_id, decided_at desc);
select platform.secure_table('documents.piece_decision', 'select, insert');
create trigger piece_decision_is_kept before update or delete on documents.piece_decision
  for each row execute function platform.refuse_change();

-- The words of a piece, as French is searched.
create table documents.piece_text (
  organization_id uuid not null,
  piece_id uuid not null,
  words tsvector not null,
  primary key (organization_id, piece_id),
  foreign key (organization_id, piece_id) references documents.piece (organization_id, id)
);
create index piece_text_words on documents.piece_text using gin (words);
select platform.secure_table('documents.piece_text', 'select, insert');
