-- Documents sent to be signed: who signs, in which order; each thing that happened, chained by its seal; the signed paper.
create table documents.signature_request (
  organization_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  -- What everybody signs: the PDF, byte for byte.
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  sent_at timestamptz not null,
  sent_by uuid not null,
  -- Last day to sign.
  expires_on date not null,
  outcome text check (outcome in ('signed', 'declined', 'cancelled')),
  closed_at timestamptz,
  signed_hash text check (signed_hash ~ '^[0-9a-f]{64}$'),
  primary key (organization_id, id),
  foreign key (organization_id, document_id) references documents.document (organization_id, id),
  foreign key (organization_id, sent_by) references membership.person (organization_id, id),
  constraint request_closed_with_outcome check ((outcome is null) = (closed_at is null)),
  constraint request_signed_paper check (signed_hash is null or outcome = 'signed')
);
-- One request at a time, and none after a signed one.
create unique index signature_request_standing on documents.signature_request (organization_id, document_id)
  where outcome is null or outcome = 'signed';
select platform.secure_table('documents.signature_request', 'select, insert, update (outcome, closed_at, signed_hash)');

create table documents.signer (
  organization_id uuid not null,
  request_id uuid not null,
  rank int not null check (rank between 1 and 10),
  person_id uuid not null,
  side text not null check (side in ('person', 'cooperative')),
  -- As they were when the document was sent.
  name text not null,
  email text not null,
  primary key (organization_id, request_id, rank),
  foreign key (organization_id, request_id) references documents.signature_request (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index signer_person on documents.signer (organization_id, person_id);
select platform.secure_table('documents.signer', 'select, insert');
create trigger signer_is_kept before update or delete on documents.signer
  for each row execute function platform.refuse_change();

create table documents.signature_event (
  organization_id uuid not null,
  request_id uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('sent', 'reminded', 'signed', 'declined', 'cancelled')),
  rank int,
  person_id uuid not null,
  at timestamptz not null,
  time_zone text not null,
  -- How the signer was recognised, from which network (never the whole address), what they wrote or drew, why they declined.
  details jsonb not null,
  -- SHA-256 of this line and of the seal before it.
  seal text not null check (seal ~ '^[0-9a-f]{64}$'),
  primary key (organization_id, request_id, number),
  foreign key (organization_id, request_id) references documents.signature_request (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create unique index signature_event_once on documents.signature_event (organization_id, request_id, rank) where kind = 'signed';
select platform.secure_table('documents.signature_event', 'select, insert');
create trigger signature_event_is_kept before update or delete on documents.signature_event
  for each row execute function platform.refuse_change();

-- A code sent by mail to sign: its fingerprint alone, for a quarter of an hour, for a few tries.
create table documents.signing_code (
  organization_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  rank int not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0 check (tries >= 0),
  primary key (organization_id, id),
  foreign key (organization_id, request_id, rank) references documents.signer (organization_id, request_id, rank)
);
create index signing_code_signer on documents.signing_code (organization_id, request_id, rank, sent_at desc);
select platform.secure_table('documents.signing_code', 'select, insert, update (tries)');

-- What is signed never changes: neither the request, nor the document behind it.
create function documents.protect_signature_request() returns trigger language plpgsql as $$
begin
  if (old.outcome is not null and (new.outcome, new.closed_at) is distinct from (old.outcome, old.closed_at))
     or (old.signed_hash is not null and new.signed_hash is distinct from old.signed_hash) then
    raise exception 'what was signed never changes' using errcode = 'restrict_violation';
  end if;
  if new.outcome = 'signed' and old.outcome is null and exists (
    select 1 from documents.signer s where s.organization_id = new.organization_id and s.request_id = new.id
       and not exists (select 1 from documents.signature_event e where e.organization_id = s.organization_id
                        and e.request_id = s.request_id and e.rank = s.rank and e.kind = 'signed')) then
    raise exception 'a request is signed once everybody has signed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger signature_request_is_protected before update on documents.signature_request
  for each row execute function documents.protect_signature_request();

create function documents.keep_signed_document() returns trigger language plpgsql as $$
begin
  if new.cancelled_at is not null and old.cancelled_at is null and exists (
    select 1 from documents.signature_request r where r.organization_id = new.organization_id
       and r.document_id = new.id and (r.outcome is null or r.outcome = 'signed')) then
    raise exception 'a signed document is never set aside' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger document_signed_is_kept before update on documents.document
  for each row execute function documents.keep_signed_document();
