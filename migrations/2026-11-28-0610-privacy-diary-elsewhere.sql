-- Privacy: the address of somebody's diary elsewhere goes with their name.
select platform.let_erase('accompaniment.external_calendar', 'select, delete');
select platform.let_erase('accompaniment.busy_slot', 'select, delete');

grant create on schema privacy to essaim_eraser;
set local role essaim_eraser;

-- Erases one category of what is known of somebody who left, not before the law lets it.
create or replace function privacy.erase_person(category text, person uuid, today date, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone date := privacy.left_on(person, today);
  own uuid[];
  who record;
begin
  if gone is null or today <= (gone + make_interval(months => privacy.least_months(category)))::date then
    raise exception 'the law still keeps % of this person', category using errcode = 'restrict_violation';
  end if;
  if not privacy.holds(category, person, today) then return false; end if;
  case category
  when 'sensitive' then
    delete from parcours.sensitive s where s.organization_id = platform.tenant() and s.person_id = person;
  when 'socialFile' then
    update membership.fact f set value = null, erased_at = at, reason = case f.reason when '' then '' else 'fact.erased' end
     where f.organization_id = platform.tenant() and f.person_id = person and f.erased_at is null
       and f.dimension <> all (privacy.lasting_dimensions() || privacy.paper_dimensions());
    update membership.fact f set reason = 'fact.erased'
     where f.organization_id = platform.tenant() and f.person_id = person and f.reason !~ '^([a-zA-Z]+[.][a-zA-Z]+)?$';
    perform privacy.erase_candidacy(c.id, at) from parcours.candidate c
     where c.organization_id = platform.tenant() and c.person_id = person and c.erased_at is null;
    update contribution.waiver w set reason = 'Effacé' where w.organization_id = platform.tenant() and w.person_id = person;
  when 'notes' then
    own := array(select privacy.own_appointments(person, today));
    update accompaniment.appointment_note n set body = ''
     where n.organization_id = platform.tenant() and n.appointment_id = any (own);
    update accompaniment.appointment_event e set reason = ''
     where e.organization_id = platform.tenant() and e.appointment_id = any (own);
    update accompaniment.appointment a set subject = '', place = '' where a.organization_id = platform.tenant() and a.id = any (own);
    update accompaniment.task t set title = 'Effacé' where t.organization_id = platform.tenant() and t.person_id = person;
    update accompaniment.workshop_demand d set title = 'Effacé', details = ''
     where d.organization_id = platform.tenant() and d.asked_by = person;
    update skills.rating r set note = '' where r.organization_id = platform.tenant() and r.note <> '' and r.evaluation_id in (
      select e.id from skills.evaluation e where e.organization_id = platform.tenant() and e.person_id = person);
    update skills.evaluation e set comment = ''
     where e.organization_id = platform.tenant() and e.person_id = person and e.comment <> '';
  when 'attendance' then
    update accompaniment.session_signature s set method = 'erased', strokes = '', typed_name = '', digest = ''
     where s.organization_id = platform.tenant() and s.person_id = person;
  when 'papers' then
    own := array(select r.id from documents.signature_request r
      join documents.document d on d.organization_id = r.organization_id and d.id = r.document_id
      where d.organization_id = platform.tenant() and d.person_id = person);
    delete from documents.signing_code c where c.organization_id = platform.tenant() and c.request_id = any (own);
    delete from documents.signature_event e where e.organization_id = platform.tenant() and e.request_id = any (own);
    delete from documents.signer s where s.organization_id = platform.tenant() and s.request_id = any (own);
    delete from documents.signature_request r where r.organization_id = platform.tenant() and r.id = any (own);
    delete from documents.document d where d.organization_id = platform.tenant() and d.person_id = person;
    own := array(select p.id from documents.piece p where p.organization_id = platform.tenant() and p.person_id = person);
    delete from documents.piece_text t where t.organization_id = platform.tenant() and t.piece_id = any (own);
    delete from documents.piece_decision d where d.organization_id = platform.tenant() and d.piece_id = any (own);
    delete from documents.piece p where p.organization_id = platform.tenant() and p.id = any (own);
    update membership.fact f set value = null, erased_at = at, reason = case f.reason when '' then '' else 'fact.erased' end
     where f.organization_id = platform.tenant() and f.person_id = person and f.erased_at is null
       and f.dimension = any (privacy.paper_dimensions());
  when 'identity' then
    select p.email, p.user_id, p.first_name || ' ' || p.last_name as name into who
      from membership.person p where p.organization_id = platform.tenant() and p.id = person;
    perform privacy.blank_mails(who.email, 'membership.person', array[person::text]);
    delete from notification.notice n where n.organization_id = platform.tenant()
       and (n.person_id = person or n.actor_id = person or n.subject_id = person::text or strpos(n.facts::text, who.name) > 0);
    delete from notification.cadence c where c.organization_id = platform.tenant() and c.person_id = person;
    delete from desk.saved_view v where v.organization_id = platform.tenant() and v.person_id = person;
    delete from desk.list_arrangement l where l.organization_id = platform.tenant() and l.person_id = person;
    delete from accompaniment.busy_slot b where b.organization_id = platform.tenant() and b.calendar_id in (
      select c.id from accompaniment.external_calendar c where c.organization_id = platform.tenant() and c.person_id = person);
    delete from accompaniment.external_calendar c where c.organization_id = platform.tenant() and c.person_id = person;
    delete from accompaniment.calendar_feed f where f.organization_id = platform.tenant() and f.person_id = person;
    delete from platform.held_file h where h.organization_id = platform.tenant() and h.user_id = who.user_id;
    update membership.activity a set email = '', phone = ''
     where a.organization_id = platform.tenant()
       and exists (select 1 from membership.participation p where p.organization_id = a.organization_id
                     and p.activity_id = a.id and p.person_id = person)
       and not exists (select 1 from membership.participation p where p.organization_id = a.organization_id
                     and p.activity_id = a.id and p.person_id <> person and privacy.left_on(p.person_id, today) is null);
    update platform.audit a set details = '{}' where a.organization_id = platform.tenant()
       and (a.subject_id = person::text or a.details ->> 'personId' = person::text);
    update membership.person p
       set first_name = 'Personne', last_name = 'effacée', email = 'effacé', phone = '', user_id = null, follower_id = null,
           archived_at = coalesce(p.archived_at, at), erased_at = at, version = p.version + 1
     where p.organization_id = platform.tenant() and p.id = person;
  end case;
  return true;
end $$;

set local role essaim_owner;
revoke create on schema privacy from essaim_eraser;
