-- Skills: once somebody's identity is erased (privacy), what they chose to show goes too. The role that erases does it, in the
-- same act: the trigger runs as whoever updates the person.
grant usage on schema skills to essaim_eraser;
select platform.let_erase('skills.directory_entry', 'select, delete');

create function skills.forget_entry() returns trigger language plpgsql as $$
begin
  delete from skills.directory_entry e where e.organization_id = new.organization_id and e.person_id = new.id;
  return null;
end $$;
create trigger erased_person_shows_nothing after update on membership.person
  for each row when (old.erased_at is null and new.erased_at is not null) execute function skills.forget_entry();
