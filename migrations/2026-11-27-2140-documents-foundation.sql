-- Documents: templates by kind, the articles of association in force, what was made from them for somebody.
create schema documents;
grant usage on schema documents to essaim_app, essaim_backup;

alter table platform.held_file drop constraint held_file_purpose_check;
alter table platform.held_file add constraint held_file_purpose_check
  check (purpose in ('logo', 'document', 'template', 'piece'));

-- A template as it was sent: never changed, replaced by the next version of its kind.
create table documents.template (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  kind text not null,
  version int not null check (version > 0),
  name text not null check (length(name) between 1 and 120),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  -- The names of the fields it asks for.
  fields jsonb not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, kind, version),
  foreign key (organization_id, uploaded_by) references membership.person (organization_id, id)
);
select platform.secure_table('documents.template', 'select, insert');
create trigger template_is_kept before update or delete on documents.template
  for each row execute function platform.refuse_change();

-- Which version serves, kind by kind: the last line counts. Null: the one that comes with the house.
create table documents.template_choice (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  rank int not null check (rank > 0),
  template_id uuid,
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, kind, rank),
  foreign key (organization_id, template_id) references documents.template (organization_id, id),
  foreign key (organization_id, chosen_by) references membership.person (organization_id, id)
);
select platform.secure_table('documents.template_choice', 'select, insert');
create trigger template_choice_is_kept before update or delete on documents.template_choice
  for each row execute function platform.refuse_change();

-- The articles of association, version after version (C. trav. L7331-2 e).
create table documents.statutes (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  adopted_on date not null,
  effective_on date not null,
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
create index statutes_effective on documents.statutes (organization_id, effective_on desc, recorded_at desc);
select platform.secure_table('documents.statutes', 'select, insert');
create trigger statutes_are_kept before update or delete on documents.statutes
  for each row execute function platform.refuse_change();

-- What was made for somebody: the template and the values of its fields, frozen; then its two files, written once.
create table documents.document (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  contract_id uuid,
  activity_id uuid,
  kind text not null,
  title text not null check (length(title) between 1 and 160),
  -- Null: the template that comes with the house.
  template_id uuid,
  template_version int,
  statutes_id uuid,
  field_values jsonb not null,
  -- What was filled by hand for this document alone.
  filled jsonb not null,
  docx_hash text check (docx_hash ~ '^[0-9a-f]{64}$'),
  pdf_hash text check (pdf_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  created_by uuid not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, contract_id) references membership.contract (organization_id, id),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id),
  foreign key (organization_id, template_id) references documents.template (organization_id, id),
  foreign key (organization_id, statutes_id) references documents.statutes (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id),
  foreign key (organization_id, cancelled_by) references membership.person (organization_id, id),
  constraint document_cancelled_by_somebody check ((cancelled_at is null) = (cancelled_by is null))
);
create index document_person on documents.document (organization_id, person_id, created_at desc);
create index document_recent on documents.document (organization_id, created_at desc, id desc);
select platform.secure_table('documents.document', 'select, insert, update (docx_hash, pdf_hash, cancelled_at, cancelled_by)');

create function documents.protect_document() returns trigger language plpgsql as $$
begin
  if (old.docx_hash is not null and new.docx_hash is distinct from old.docx_hash)
     or (old.pdf_hash is not null and new.pdf_hash is distinct from old.pdf_hash)
     or (old.cancelled_at is not null and (new.cancelled_at, new.cancelled_by) is distinct from (old.cancelled_at, old.cancelled_by)) then
    raise exception 'a document never changes: another one is made' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger document_is_protected before update on documents.document
  for each row execute function documents.protect_document();
