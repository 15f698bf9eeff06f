-- Conditions of sale of an activity, printed after those of its cooperative; and its logo is always the tenant's own file.
alter table membership.activity
  add column conditions text not null default '' check (length(conditions) <= 20000),
  add foreign key (organization_id, logo_hash) references platform.file (organization_id, hash);
