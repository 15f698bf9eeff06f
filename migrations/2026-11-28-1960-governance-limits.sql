-- What the legal limits of a cooperative are counted from: its form, and whom each college brings together. Told by the
-- articles, version after version; '' where nobody told it.
alter table governance.articles
  add column form text not null default '' check (form in ('', 'scop', 'scic', 'other')),
  add column company text not null default '' check (company in ('', 'sarl', 'sas', 'sa'));
alter table governance.college
  add column kind text not null default ''
    check (kind in ('', 'employee', 'beneficiary', 'producer', 'volunteer', 'public', 'cooperative', 'other'));

-- A limit that was seen passed of a morning, or held again: the last row of a limit says where it stands, and since when.
create table governance.limit_change (
  organization_id uuid not null references membership.organization,
  limit_key text not null check (limit_key in ('employedCapital', 'employedVotes', 'largestHolder', 'employedNumber',
    'categories', 'publicCapital', 'collegeWeights')),
  rank integer not null check (rank >= 1),
  passed boolean not null,
  seen_on date not null,
  at timestamptz not null,
  primary key (organization_id, limit_key, rank)
);
select platform.secure_table('governance.limit_change', 'select, insert');
create trigger limit_change_is_written_once before update or delete on governance.limit_change
  for each row execute function platform.refuse_change();
