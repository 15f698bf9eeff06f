-- Privacy: what the cooperative does with what it knows of people. First, what each agreed to, to which words, and when they
-- changed their mind: one row for each answer, never changed.
create schema privacy;
grant usage on schema privacy to essaim_app, essaim_backup;

-- The words that were read: each version stays, since each answer names its own.
create table privacy.consent_wording (
  organization_id uuid not null references membership.organization,
  purpose text not null check (purpose ~ '^[a-z][a-zA-Z]{1,39}$'),
  version integer not null check (version >= 1),
  french text not null check (length(french) between 1 and 2000),
  english text not null default '' check (length(english) <= 2000),
  recorded_at timestamptz not null,
  -- Null: the words that come with the house.
  recorded_by uuid,
  primary key (organization_id, purpose, version),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id)
);
select platform.secure_table('privacy.consent_wording', 'select, insert');
create trigger consent_wording_is_kept before update or delete on privacy.consent_wording
  for each row execute function platform.refuse_change();

create table privacy.consent (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  wording_version integer not null,
  -- False: withdrawn, or refused from the start.
  agreed boolean not null,
  at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, recorded_by) references membership.person (organization_id, id),
  foreign key (organization_id, purpose, wording_version) references privacy.consent_wording (organization_id, purpose, version)
);
create index consent_person on privacy.consent (organization_id, person_id, purpose, at desc, id desc);
create index consent_purpose on privacy.consent (organization_id, purpose, person_id, at desc, id desc);
select platform.secure_table('privacy.consent', 'select, insert');
create trigger consent_is_kept before update or delete on privacy.consent
  for each row execute function platform.refuse_change();
