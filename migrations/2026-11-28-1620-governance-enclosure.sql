-- What is read before an assembly: a report, the accounts, a draft of the articles. A file, with the name that it is read by.
create table governance.enclosure (
  organization_id uuid not null,
  id uuid not null,
  assembly_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  file_hash text not null,
  file_name text not null check (length(file_name) <= 200),
  media_type text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, assembly_id) references governance.assembly (organization_id, id),
  foreign key (organization_id, file_hash) references platform.file (organization_id, hash),
  foreign key (organization_id, added_by) references membership.person (organization_id, id)
);
create index enclosure_of_assembly on governance.enclosure (organization_id, assembly_id);
create index enclosure_of_file on governance.enclosure (organization_id, file_hash);
select platform.secure_table('governance.enclosure', 'select, insert, delete');
create trigger enclosure_is_timely before insert on governance.enclosure
  for each row execute function governance.only_while('draft', 'convened', 'open');

-- What the associates were called with stays.
create function governance.keep_enclosure() returns trigger language plpgsql as $$
declare
  stage text;
begin
  select status into stage from governance.assembly
    where organization_id = old.organization_id and id = old.assembly_id;
  if tg_op = 'UPDATE' or stage is distinct from 'draft' then
    raise exception 'what an assembly was called with stays' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger enclosure_is_kept before update or delete on governance.enclosure
  for each row execute function governance.keep_enclosure();
