-- Skills: what each entrepreneur shows to the other members, as they last chose it. Whether they agree to be shown at all is a
-- consent (schema privacy), read each time: withdrawn there, nothing of this is read any more.
create table skills.directory_entry (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  trade text not null check (length(trade) <= 80),
  presentation text not null check (length(presentation) <= 500),
  -- Of one's record: site, town, e-mail, telephone.
  shows text[] not null default '{}' check (shows <@ array['site', 'town', 'email', 'phone']),
  skill_ids uuid[] not null default '{}',
  -- In words, as given back to the person.
  skill_names text[] not null default '{}',
  recorded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index directory_entry_person on skills.directory_entry (organization_id, person_id, recorded_at desc, id desc);
select platform.secure_table('skills.directory_entry', 'select, insert');
create trigger directory_entry_is_written_once before update or delete on skills.directory_entry
  for each row execute function platform.refuse_change();
