-- What happens to an assembly is written while it may happen, and never afterwards: by the database too.
create function governance.only_while() returns trigger language plpgsql as $$
declare
  stage text;
begin
  select status into stage from governance.assembly
    where organization_id = new.organization_id and id = new.assembly_id;
  if not stage = any (tg_argv) then
    raise exception 'nothing is added to % of an assembly that is %', tg_table_name, stage using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger motion_is_timely before insert on governance.motion
  for each row execute function governance.only_while('draft');
create trigger convocation_is_timely before insert on governance.convocation
  for each row execute function governance.only_while('draft');
create trigger voter_is_timely before insert on governance.voter
  for each row execute function governance.only_while('convened');
create trigger proxy_is_timely before insert on governance.proxy
  for each row execute function governance.only_while('convened', 'open');
create trigger assembly_presence_is_timely before insert on governance.assembly_presence
  for each row execute function governance.only_while('open');
create trigger assembly_minutes_are_timely before insert on governance.assembly_minutes
  for each row execute function governance.only_while('closed');

-- A result is written once, in an assembly that is open, of a motion that is not settled yet.
create function governance.check_result() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from governance.motion m
                   join governance.assembly a on a.organization_id = m.organization_id and a.id = m.assembly_id
                  where m.organization_id = new.organization_id and m.id = new.motion_id
                    and m.status <> 'settled' and a.status = 'open') then
    raise exception 'a result is written in session' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger motion_result_is_timely before insert on governance.motion_result
  for each row execute function governance.check_result();
