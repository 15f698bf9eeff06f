-- Membership: cooperatives, sites, persons, activities (enseignes), who takes part in what, who may do what.
create schema membership;
grant usage on schema membership to essaim_app, essaim_backup;

create table membership.organization (
  organization_id uuid not null primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  legal_name text not null check (length(legal_name) between 1 and 200),
  -- "SCOP SARL à capital variable": printed on documents (C. com. R123-237).
  legal_form text not null default '',
  siren text not null check (siren ~ '^[0-9]{9}$'),
  siret text not null check (siret ~ '^[0-9]{14}$'),
  vat_number text not null check (vat_number ~ '^FR[0-9A-Z]{2}[0-9]{9}$'),
  rcs text not null default '',
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
  email text not null default '',
  phone text not null default '',
  iban text not null default '',
  bic text not null default '',
  time_zone text not null default 'Europe/Paris',
  accent_colour text not null default '#0b5c55' check (accent_colour ~ '^#[0-9a-f]{6}$'),
  -- Settings that a cooperative votes or chooses (numbering, VAT option, footers, tolerance…), validated by the application.
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  version integer not null default 1
);
select platform.secure_table('membership.organization', 'select, insert, update');

create table membership.site (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  primary key (organization_id, id),
  unique (organization_id, name)
);
select platform.secure_table('membership.site');

create table membership.person (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  user_id text,
  first_name text not null check (length(first_name) between 1 and 100),
  last_name text not null check (length(last_name) between 1 and 100),
  email text not null check (length(email) between 3 and 254),
  phone text not null default '',
  site_id uuid,
  -- The accompagnateur who follows this person.
  follower_id uuid,
  created_at timestamptz not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, site_id) references membership.site (organization_id, id),
  foreign key (organization_id, follower_id) references membership.person (organization_id, id)
);
create unique index person_user on membership.person (organization_id, user_id) where user_id is not null;
create unique index person_email on membership.person (organization_id, lower(email)) where archived_at is null;
create index person_by_user on membership.person (user_id) where user_id is not null;
select platform.secure_table('membership.person', 'select, insert, update');

-- Outside of any tenant, a signed-in user finds the cooperatives they belong to, and nothing else.
create policy own_membership on membership.person for select to essaim_app
  using (platform.tenant() is null and user_id = platform.signed_in_user());
create policy own_organization on membership.organization for select to essaim_app
  using (platform.tenant() is null and exists (
    select 1 from membership.person p
     where p.organization_id = organization.organization_id and p.user_id = platform.signed_in_user()));

-- CAPE (C. com. L127-1) and CESA (C. trav. L7331-2) with their dates; a person under neither has no row.
create table membership.contract (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('cape', 'cesa')),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  recorded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index contract_person on membership.contract (organization_id, person_id, starts_on);
select platform.secure_table('membership.contract', 'select, insert, update');

create table membership.role_grant (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('accompagnateur', 'accountant', 'payroll', 'direction', 'administrator')),
  -- null: the whole cooperative. Otherwise the activities of the persons of this site.
  site_id uuid,
  -- Only the activities of the persons this one follows.
  followed_only boolean not null default false,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, site_id) references membership.site (organization_id, id)
);
create index role_grant_person on membership.role_grant (organization_id, person_id) where revoked_at is null;
select platform.secure_table('membership.role_grant', 'select, insert, update');

create table membership.activity (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  -- Analytical code: in the FEC, on addresses of e-invoicing; opaque, never a person's name.
  code text not null check (code ~ '^[A-Z0-9]{2,12}$'),
  -- Trade name (enseigne, BT-28).
  name text not null check (length(name) between 1 and 120),
  trade text not null default '',
  email text not null default '',
  phone text not null default '',
  accent_colour text check (accent_colour ~ '^#[0-9a-f]{6}$'),
  logo_hash text,
  -- Insurance and other lines printed at the foot of its documents.
  footer text not null default '',
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, code)
);
select platform.secure_table('membership.activity', 'select, insert, update');

create table membership.participation (
  organization_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  self_validates_quotes boolean not null default false,
  self_validates_invoices boolean not null default false,
  records_payments boolean not null default false,
  quote_required boolean not null default false,
  primary key (organization_id, activity_id, person_id, starts_on),
  foreign key (organization_id, activity_id) references membership.activity (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index participation_person on membership.participation (organization_id, person_id);
select platform.secure_table('membership.participation', 'select, insert, update');
