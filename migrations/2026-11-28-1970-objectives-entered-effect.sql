-- An effect that the network's team typed for a party: who of that party said it. Null: the party declared it itself.
alter table objectives.effect
  add column told_by text check (length(told_by) between 1 and 160),
  add constraint effect_measured_by_its_party check (document_id is null or told_by is null);

-- A party speaks for itself: who declares has a seat for it that day, or says who told the figure. What it declared, it changes.
create function objectives.check_voice() returns trigger language plpgsql as $$
begin
  if new.told_by is null and not exists (
    select 1 from network.seat s
      join membership.organization o on o.organization_id = s.organization_id
     where s.organization_id = new.organization_id and s.structure_id = new.structure_id and s.person_id = new.recorded_by
       and s.starts_on <= (new.recorded_at at time zone o.time_zone)::date
       and (s.ends_on is null or s.ends_on >= (new.recorded_at at time zone o.time_zone)::date)) then
    raise exception 'an effect is declared by its own party, or entered with who told it' using errcode = 'restrict_violation';
  end if;
  if new.told_by is not null and exists (
    select 1 from objectives.effect e
     where e.organization_id = new.organization_id and e.convention_id = new.convention_id
       and e.structure_id = new.structure_id and e.year = new.year and e.kind = new.kind and e.told_by is null) then
    raise exception 'what a party declared is changed by that party alone' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger effect_is_said_by_its_party before insert on objectives.effect
  for each row execute function objectives.check_voice();
