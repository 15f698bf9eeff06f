-- An effect that a party takes from the document its own house sent: which one, and its day. Null: declared by hand.
alter table objectives.effect
  add column document_id uuid,
  add column document_on date,
  add constraint effect_document check ((document_id is null) = (document_on is null)),
  add foreign key (organization_id, document_id) references observatory.received (organization_id, id);

create function objectives.check_document() returns trigger language plpgsql as $$
begin
  if new.document_id is not null and not exists (
    select 1 from observatory.received r
     where r.organization_id = new.organization_id and r.id = new.document_id and r.structure_id = new.structure_id
       and r.period = new.year::text) then
    raise exception 'an effect is measured in the document of its own party and year' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger effect_document_is_its_own before insert on objectives.effect
  for each row execute function objectives.check_document();
