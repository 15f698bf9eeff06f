-- Network: a network of cooperatives is a tenant of its own, and what it knows of the organisations around it.
alter table membership.organization add column kind text not null default 'cae' check (kind in ('cae', 'network'));
-- An informal family of cooperatives has no legal number.
alter table membership.organization drop constraint organization_siren_check;
alter table membership.organization drop constraint organization_siret_check;
alter table membership.organization drop constraint organization_vat_number_check;
alter table membership.organization
  add constraint organization_siren_check check (siren ~ '^[0-9]{9}$' or (kind = 'network' and siren = '')),
  add constraint organization_siret_check check (siret ~ '^[0-9]{14}$' or (kind = 'network' and siret = '')),
  add constraint organization_vat_number_check
    check (vat_number ~ '^FR[0-9A-Z]{2}[0-9]{9}$' or (kind = 'network' and vat_number = ''));

-- Who animates a network: prepares, invites, facilitates, and decides of no right.
alter table membership.role_grant drop constraint role_grant_role_check;
alter table membership.role_grant add constraint role_grant_role_check
  check (role in ('accompagnateur', 'accountant', 'payroll', 'direction', 'administrator', 'facilitator'));

create schema network;
grant usage on schema network to essaim_app, essaim_backup;

-- An organisation as a network knows it: member or not, with or without a place on this instance.
create table network.structure (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  kind text not null check (kind in ('cae', 'network', 'thirdPlace', 'collective', 'incubator', 'insertion', 'authority', 'funder', 'lab')),
  name text not null check (length(name) between 1 and 160),
  siren text not null default '' check (siren = '' or siren ~ '^[0-9]{9}$'),
  legal_form text not null default '' check (length(legal_form) <= 120),
  street text not null default '' check (length(street) <= 200),
  postal_code text not null default '' check (length(postal_code) <= 10),
  city text not null default '' check (length(city) <= 100),
  -- INSEE code of the department of its seat: "29", "2A", "974"; empty when it is not known.
  department text not null default '' check (department ~ '^([0-9]{2}|2[AB]|97[1-6]|98[0-9])?$'),
  website text not null default '' check (website = '' or website ~ '^https?://'),
  -- Receives what the contact form says; shown to nobody by the public page.
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 30),
  description text not null default '' check (length(description) <= 2000),
  -- Keys of families of trades.
  trades text[] not null default '{}',
  -- In the public directory.
  listed boolean not null default false,
  -- The network itself has a structure too, to which others belong.
  is_self boolean not null default false,
  created_at timestamptz not null,
  closed_on date,
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index structure_name on network.structure (organization_id, lower(name)) where closed_on is null;
create unique index structure_siren on network.structure (organization_id, siren) where siren <> '' and closed_on is null;
create unique index structure_self on network.structure (organization_id) where is_self;
select platform.secure_table('network.structure', 'select, insert, update');

-- Membership is dated and plural: a structure belongs to several networks at a time, or to none.
create table network.affiliation (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  network_id uuid not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  recorded_at timestamptz not null,
  primary key (organization_id, id),
  check (structure_id <> network_id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id),
  foreign key (organization_id, network_id) references network.structure (organization_id, id)
);
create index affiliation_structure on network.affiliation (organization_id, structure_id, starts_on);
create index affiliation_network on network.affiliation (organization_id, network_id, starts_on);
select platform.secure_table('network.affiliation', 'select, insert, update');

-- A dated fact: only its end is written later, once.
create function network.keep_affiliation() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.id, new.structure_id, new.network_id, new.starts_on, new.recorded_at)
       is distinct from (old.organization_id, old.id, old.structure_id, old.network_id, old.starts_on, old.recorded_at)
     or old.ends_on is not null then
    raise exception 'an affiliation is a dated fact' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger affiliation_is_kept before update on network.affiliation
  for each row execute function network.keep_affiliation();

-- Sites (antennes) and permanences, by town and rhythm.
create table network.place (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  kind text not null check (kind in ('site', 'permanence')),
  name text not null default '' check (length(name) <= 120),
  city text not null check (length(city) between 1 and 100),
  department text not null check (department ~ '^([0-9]{2}|2[AB]|97[1-6]|98[0-9])$'),
  -- "Tous les mardis, de 9 h à 12 h": said by people for people.
  rhythm text not null default '' check (length(rhythm) <= 200),
  primary key (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
create index place_structure on network.place (organization_id, structure_id);
select platform.secure_table('network.place');

-- Who speaks for a structure in this network, from when to when. People cooperate, not organisations.
create table network.seat (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  structure_id uuid not null,
  -- What they are there: "gérante", "chargé d’accompagnement".
  function text not null default '' check (length(function) <= 120),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  recorded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
create index seat_person on network.seat (organization_id, person_id, starts_on);
create index seat_structure on network.seat (organization_id, structure_id, starts_on);
select platform.secure_table('network.seat', 'select, insert, update');

-- The public page of a network, closed until somebody opens it.
create table network.page (
  organization_id uuid not null primary key references membership.organization,
  open boolean not null default false,
  introduction text not null default '' check (length(introduction) <= 2000),
  version integer not null default 1
);
select platform.secure_table('network.page', 'select, insert, update');

-- The owner's function below looks for an open page; it reads no other row.
create policy door on network.page for select to essaim_owner using (open);

-- The network that opened its public page under an address: its identity and its hours, nothing else.
create function network.open_page(asked text) returns table (organization_id uuid, time_zone text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.organization_id, o.time_zone from membership.organization o
    join network.page p on p.organization_id = o.organization_id
   where o.slug = asked and o.kind = 'network' and p.open $$;
revoke all on function network.open_page(text) from public;
grant execute on function network.open_page(text) to essaim_app;

-- When the contact form of the directory was used, by a sealed address of the sender: enough to refuse floods, and no more.
create table network.contact (
  organization_id uuid not null,
  id uuid not null,
  structure_id uuid not null,
  sender text not null,
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
create index contact_at on network.contact (organization_id, at);
select platform.secure_table('network.contact', 'select, insert, delete');
