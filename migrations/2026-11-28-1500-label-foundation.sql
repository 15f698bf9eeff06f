-- Label: referentials with their editions, what structures say of themselves and prove, what independent assessors find, what is decided.
alter table platform.held_file drop constraint held_file_purpose_check;
alter table platform.held_file add constraint held_file_purpose_check
  check (purpose in ('logo', 'document', 'template', 'piece', 'evidence'));

create schema label;
grant usage on schema label to essaim_app, essaim_backup;

create table label.referential (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 160),
  -- A free example, not the list of any network.
  example boolean not null default false,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
select platform.secure_table('label.referential', 'select, insert');

-- One version of a referential: a draft that changes, then published and frozen with its rule of decision.
create table label.edition (
  organization_id uuid not null,
  id uuid not null,
  referential_id uuid not null,
  number integer not null check (number >= 1),
  status text not null check (status in ('draft', 'published')),
  -- Shares that must be met, in percents.
  mandatory_percent integer not null default 100 check (mandatory_percent between 0 and 100),
  recommended_percent integer not null default 50 check (recommended_percent between 0 and 100),
  -- What does not apply: no public rule says it. Left out of both counts, or counted as not met.
  not_applicable text not null default 'left_out' check (not_applicable in ('left_out', 'unmet')),
  validity_months integer not null default 36 check (validity_months between 1 and 120),
  created_at timestamptz not null,
  published_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  check ((status = 'published') = (published_at is not null)),
  foreign key (organization_id, referential_id) references label.referential (organization_id, id)
);
create unique index edition_number on label.edition (organization_id, referential_id, number);
create unique index edition_draft on label.edition (organization_id, referential_id) where status = 'draft';
select platform.secure_table('label.edition', 'select, insert, update');

create function label.keep_edition() returns trigger language plpgsql as $$
begin
  if old.status = 'published' then
    raise exception 'a published edition stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger edition_is_kept before update on label.edition for each row execute function label.keep_edition();

create table label.criterion (
  organization_id uuid not null,
  edition_id uuid not null,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'),
  field text not null check (length(field) between 1 and 80),
  level text not null check (level in ('mandatory', 'recommended')),
  wording text not null check (length(wording) between 1 and 500),
  -- The evidence that is expected, in words.
  expected text not null default '' check (length(expected) <= 500),
  position integer not null check (position >= 1),
  primary key (organization_id, edition_id, code),
  foreign key (organization_id, edition_id) references label.edition (organization_id, id)
);
select platform.secure_table('label.criterion');

create function label.keep_criterion() returns trigger language plpgsql as $$
declare
  concerned uuid := case when tg_op = 'DELETE' then old.edition_id else new.edition_id end;
begin
  if exists (select 1 from label.edition e where e.organization_id = platform.tenant() and e.id = concerned
               and e.status = 'published') then
    raise exception 'a published edition stays' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger criterion_is_kept before insert or update or delete on label.criterion
  for each row execute function label.keep_criterion();

-- One structure on its way to the label, under one edition.
create table label.labelling (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  edition_id uuid not null,
  mode text not null check (mode in ('audit', 'peers')),
  status text not null check (status in ('preparing', 'submitted', 'granted', 'refused', 'withdrawn')),
  registered_at timestamptz not null,
  registered_by uuid not null,
  submitted_at timestamptz,
  ended_at timestamptz,
  primary key (organization_id, id),
  check ((status in ('granted', 'refused', 'withdrawn')) = (ended_at is not null)),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, edition_id) references label.edition (organization_id, id),
  foreign key (organization_id, registered_by) references membership.person (organization_id, id)
);
create unique index labelling_open on label.labelling (organization_id, structure_id) where ended_at is null;
select platform.secure_table('label.labelling', 'select, insert, update');

create function label.keep_labelling() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (new.structure_id, new.edition_id, new.mode) is distinct from (old.structure_id, old.edition_id, old.mode) then
    raise exception 'what is decided stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger labelling_is_kept before update on label.labelling for each row execute function label.keep_labelling();

-- A file or an address that a structure shows; it serves several criteria, from one edition to the next.
create table label.evidence (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  link text not null default '' check (link = '' or link ~ '^https?://'),
  file_hash text,
  file_name text,
  media_type text,
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  added_at timestamptz not null,
  added_by uuid not null,
  -- Not offered any more; criteria that lean on it keep it.
  retired_at timestamptz,
  primary key (organization_id, id),
  check ((link = '') = (file_hash is not null)),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, added_by) references membership.person (organization_id, id)
);
create index evidence_structure on label.evidence (organization_id, structure_id);
select platform.secure_table('label.evidence', 'select, insert, update');

create function label.keep_evidence() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.structure_id, new.title, new.link, new.file_hash, new.valid_from, new.valid_until)
       is distinct from (old.organization_id, old.id, old.structure_id, old.title, old.link, old.file_hash, old.valid_from, old.valid_until)
     or old.retired_at is not null then
    raise exception 'evidence that was given stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger evidence_is_kept before update on label.evidence for each row execute function label.keep_evidence();

-- What a structure says of itself, criterion by criterion, until it hands it over.
create table label.answer (
  organization_id uuid not null,
  labelling_id uuid not null,
  code text not null,
  value text not null check (value in ('met', 'partly', 'unmet', 'not_applicable')),
  comment text not null default '' check (length(comment) <= 2000),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (organization_id, labelling_id, code),
  foreign key (organization_id, labelling_id) references label.labelling (organization_id, id)
);
select platform.secure_table('label.answer');

create table label.answer_evidence (
  organization_id uuid not null,
  labelling_id uuid not null,
  code text not null,
  evidence_id uuid not null,
  primary key (organization_id, labelling_id, code, evidence_id),
  foreign key (organization_id, labelling_id, code) references label.answer (organization_id, labelling_id, code),
  foreign key (organization_id, evidence_id) references label.evidence (organization_id, id)
);
create index answer_evidence_evidence on label.answer_evidence (organization_id, evidence_id);
select platform.secure_table('label.answer_evidence', 'select, insert, delete');

create function label.keep_answer() returns trigger language plpgsql as $$
declare
  concerned uuid := case when tg_op = 'DELETE' then old.labelling_id else new.labelling_id end;
begin
  if not exists (select 1 from label.labelling l where l.organization_id = platform.tenant() and l.id = concerned
                   and l.status = 'preparing') then
    raise exception 'what was handed over stays' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger answer_is_kept before insert or update or delete on label.answer
  for each row execute function label.keep_answer();
create trigger answer_evidence_is_kept before insert or update or delete on label.answer_evidence
  for each row execute function label.keep_answer();

-- Who assesses: one auditor, or several peers. Nobody assesses a structure for which they speak.
create table label.assessor (
  organization_id uuid not null,
  labelling_id uuid not null,
  person_id uuid not null,
  named_at timestamptz not null,
  named_by uuid not null,
  released_at timestamptz,
  primary key (organization_id, labelling_id, person_id),
  foreign key (organization_id, labelling_id) references label.labelling (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index assessor_person on label.assessor (organization_id, person_id);
select platform.secure_table('label.assessor', 'select, insert, update');

-- True when somebody speaks, that day or later, for the structure that is assessed.
create function label.is_bound(whose uuid, concerned uuid, on_day date) returns boolean language sql stable as $$
  select exists (
    select 1 from label.labelling l
      join network.seat s on s.organization_id = l.organization_id and s.structure_id = l.structure_id
     where l.organization_id = platform.tenant() and l.id = concerned and s.person_id = whose
       and (s.ends_on is null or s.ends_on >= on_day)) $$;

create function label.keep_independence() returns trigger language plpgsql as $$
begin
  if label.is_bound(new.person_id, new.labelling_id, new.named_at::date) then
    raise exception 'nobody assesses a structure for which they speak' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger assessor_is_independent before insert on label.assessor
  for each row execute function label.keep_independence();

-- What an assessor finds: the latest of each one counts, and none is rewritten.
create table label.finding (
  organization_id uuid not null,
  id uuid not null,
  labelling_id uuid not null,
  code text not null,
  person_id uuid not null,
  value text not null check (value in ('met', 'unmet', 'not_applicable')),
  note text not null default '' check (length(note) <= 2000),
  found_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, labelling_id, person_id) references label.assessor (organization_id, labelling_id, person_id)
);
create index finding_labelling on label.finding (organization_id, labelling_id, code, found_at);
select platform.secure_table('label.finding', 'select, insert');
create trigger finding_is_written_once before update or delete on label.finding
  for each row execute function platform.refuse_change();

create function label.keep_finding() returns trigger language plpgsql as $$
begin
  if label.is_bound(new.person_id, new.labelling_id, new.found_at::date) then
    raise exception 'nobody assesses a structure for which they speak' using errcode = 'restrict_violation';
  end if;
  if not exists (select 1 from label.labelling l join label.assessor a
                   on a.organization_id = l.organization_id and a.labelling_id = l.id
                  where l.organization_id = new.organization_id and l.id = new.labelling_id and l.status = 'submitted'
                    and a.person_id = new.person_id and a.released_at is null) then
    raise exception 'findings are written while a labelling is assessed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger finding_is_in_time before insert on label.finding for each row execute function label.keep_finding();

-- What the structure has to put right, and by when. Done is written once, checked is written once.
create table label.corrective_action (
  organization_id uuid not null,
  id uuid not null,
  labelling_id uuid not null,
  code text not null,
  wording text not null check (length(wording) between 1 and 500),
  due_on date not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  done_at timestamptz,
  done_by uuid,
  done_note text not null default '' check (length(done_note) <= 1000),
  checked_at timestamptz,
  checked_by uuid,
  primary key (organization_id, id),
  check (checked_at is null or done_at is not null),
  foreign key (organization_id, labelling_id) references label.labelling (organization_id, id)
);
create index corrective_action_labelling on label.corrective_action (organization_id, labelling_id);
select platform.secure_table('label.corrective_action', 'select, insert, update');

create function label.keep_action() returns trigger language plpgsql as $$
begin
  if (new.labelling_id, new.code, new.wording, new.due_on, new.asked_at, new.asked_by)
       is distinct from (old.labelling_id, old.code, old.wording, old.due_on, old.asked_at, old.asked_by)
     or old.checked_at is not null
     or (old.done_at is not null and (new.done_at, new.done_note) is distinct from (old.done_at, old.done_note)) then
    raise exception 'what was asked stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger action_is_kept before update on label.corrective_action
  for each row execute function label.keep_action();

-- The rule applied to the findings, once and for ever; the database counts with it.
create table label.decision (
  organization_id uuid not null,
  labelling_id uuid not null,
  outcome text not null check (outcome in ('granted', 'refused')),
  mandatory_met integer not null check (mandatory_met >= 0 and mandatory_met <= mandatory_total),
  mandatory_total integer not null,
  recommended_met integer not null check (recommended_met >= 0 and recommended_met <= recommended_total),
  recommended_total integer not null,
  mandatory_percent integer not null,
  recommended_percent integer not null,
  note text not null default '' check (length(note) <= 2000),
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  -- Of a certificate: "2026-0007", and its last day.
  number text,
  valid_until date,
  primary key (organization_id, labelling_id),
  check ((outcome = 'granted') = (mandatory_met * 100 >= mandatory_percent * mandatory_total
    and recommended_met * 100 >= recommended_percent * recommended_total)),
  check ((outcome = 'granted') = (number is not null and valid_until is not null)),
  foreign key (organization_id, labelling_id) references label.labelling (organization_id, id)
);
create unique index decision_number on label.decision (organization_id, number);
select platform.secure_table('label.decision', 'select, insert');
create trigger decision_is_written_once before update or delete on label.decision
  for each row execute function platform.refuse_change();
