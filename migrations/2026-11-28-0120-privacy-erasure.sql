-- Privacy: erasing what is known of people (RGPD art. 5.1.e and 17). The application may still change nothing of the past:
-- it calls functions that belong to a role of their own, essaim_eraser, which logs in nowhere, sees one cooperative at a
-- time, and may write the columns named below and no other. It never touches the ledger, invoices, quotes or payments.
grant usage on schema platform, membership, parcours, accompaniment, documents, notification, desk, contribution, privacy
  to essaim_eraser;

alter table membership.person add column erased_at timestamptz;
alter table parcours.candidate add column erased_at timestamptz;

create function platform.let_erase(target regclass, privileges text) returns void language plpgsql as $$
begin
  execute format('create policy erasure on %s to essaim_eraser using (organization_id = platform.tenant()) with check (organization_id = platform.tenant())', target);
  execute format('grant %s on %s to essaim_eraser', privileges, target);
end $$;

select platform.let_erase('platform.audit', 'select, delete, update (details)');
select platform.let_erase('platform.idempotency', 'select, delete');
select platform.let_erase('platform.outbox', 'select, delete');
select platform.let_erase('platform.file', 'select, delete');
select platform.let_erase('platform.held_file', 'select, delete');
select platform.let_erase('platform.mail', 'select, update (recipient, reply_to, sender_name, subject, body, attachments, status, error)');
select platform.let_erase('membership.organization', 'select');
select platform.let_erase('membership.person', 'select, update (user_id, first_name, last_name, email, phone, follower_id, archived_at, erased_at, version)');
select platform.let_erase('membership.contract', 'select');
select platform.let_erase('membership.participation', 'select');
select platform.let_erase('membership.role_grant', 'select');
select platform.let_erase('membership.activity', 'select, update (email, phone)');
select platform.let_erase('membership.fact', 'select, update (value, reason, erased_at)');
select platform.let_erase('membership.holding', 'select, insert, delete');
select platform.let_erase('parcours.sensitive', 'select, delete');
select platform.let_erase('parcours.candidate', 'select, update (status, first_name, last_name, email, phone, birth_date, postal_code, city, trade, project, situation, prescriber, heard, availability, message, follower_id, erased_at, version)');
select platform.let_erase('parcours.candidate_event', 'select, update (details)');
select platform.let_erase('parcours.candidate_link', 'select, delete');
select platform.let_erase('parcours.interview', 'select, update (notes, next_step)');
select platform.let_erase('accompaniment.appointment', 'select, update (subject, place)');
select platform.let_erase('accompaniment.appointment_party', 'select');
select platform.let_erase('accompaniment.appointment_event', 'select, update (reason)');
select platform.let_erase('accompaniment.appointment_note', 'select, update (body)');
select platform.let_erase('accompaniment.task', 'select, update (title)');
select platform.let_erase('accompaniment.workshop_demand', 'select, update (title, details)');
select platform.let_erase('accompaniment.session_signature', 'select, update (method, strokes, typed_name, digest)');
select platform.let_erase('accompaniment.calendar_feed', 'select, delete');
select platform.let_erase('documents.document', 'select, delete');
select platform.let_erase('documents.signature_request', 'select, delete');
select platform.let_erase('documents.signer', 'select, delete');
select platform.let_erase('documents.signature_event', 'select, delete');
select platform.let_erase('documents.signing_code', 'select, delete');
select platform.let_erase('documents.piece', 'select, delete');
select platform.let_erase('documents.piece_decision', 'select, delete');
select platform.let_erase('documents.piece_text', 'select, delete');
select platform.let_erase('contribution.waiver', 'select, update (reason)');
select platform.let_erase('notification.notice', 'select, delete');
select platform.let_erase('notification.cadence', 'select, delete');
select platform.let_erase('desk.saved_view', 'select, delete');
select platform.let_erase('desk.list_arrangement', 'select, delete');

-- A signature whose drawing or name is gone: that somebody signed, and when, stays.
alter table accompaniment.session_signature drop constraint session_signature_method_check;
alter table accompaniment.session_signature add constraint session_signature_method_check
  check (method in ('drawn', 'typed', 'paper', 'erased'));

-- The triggers that keep the past let this one role through: what it may write is said by its rights above.
create or replace function platform.refuse_change() returns trigger language plpgsql as $$
begin
  if current_user = 'essaim_eraser' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'the past is never edited: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace function membership.protect_fact() returns trigger language plpgsql as $$
begin
  if current_user = 'essaim_eraser' then return new; end if;
  if (new.organization_id, new.id, new.person_id, new.dimension, new.subject_id, new.effect_on, new.until_on, new.recorded_at,
      new.recorded_by, new.reason, new.corrects) is distinct from
     (old.organization_id, old.id, old.person_id, old.dimension, old.subject_id, old.effect_on, old.until_on, old.recorded_at,
      old.recorded_by, old.reason, old.corrects)
     or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at)
     or (new.value is distinct from old.value and not (new.value is null and new.erased_at is not null))
     or (old.erased_at is not null and new.erased_at is distinct from old.erased_at) then
    raise exception 'the past is never edited: a fact is corrected by another one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace function accompaniment.protect_appointment() returns trigger language plpgsql as $$
begin
  if current_user = 'essaim_eraser' then return new; end if;
  if (new.organization_id, new.id, new.created_at, new.created_by)
     is distinct from (old.organization_id, old.id, old.created_at, old.created_by)
     or old.status = 'cancelled' or (old.status = 'held' and new.status = 'planned') then
    raise exception 'an appointment that is over does not begin again' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace function accompaniment.protect_task() returns trigger language plpgsql as $$
begin
  if current_user = 'essaim_eraser' then return new; end if;
  if (new.organization_id, new.id, new.appointment_id, new.person_id, new.assignee_id, new.title, new.due_on, new.created_at, new.created_by)
     is distinct from
     (old.organization_id, old.id, old.appointment_id, old.person_id, old.assignee_id, old.title, old.due_on, old.created_at, old.created_by) then
    raise exception 'a task is done or not, its words do not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- The last day of somebody in the cooperative; null while they are there: a contract, an activity or a role that runs, or an
-- associate who did not leave. Somebody who never had any of these left on the day they were archived.
create function privacy.left_on(person uuid, today date) returns date language sql stable set search_path = pg_catalog as $$
  select case when
      exists (select 1 from membership.contract c where c.organization_id = platform.tenant() and c.person_id = person
                and c.cancelled_at is null and (c.ends_on is null or c.ends_on >= today))
      or exists (select 1 from membership.participation p where p.organization_id = platform.tenant() and p.person_id = person
                and (p.ends_on is null or p.ends_on >= today))
      or exists (select 1 from membership.role_grant g where g.organization_id = platform.tenant() and g.person_id = person
                and g.revoked_at is null)
      or (exists (select 1 from membership.holding h where h.organization_id = platform.tenant() and h.person_id = person
                    and h.dimension = 'associate' and h.starts_on <= today and h.ends_on >= today)
          and not exists (select 1 from membership.holding h where h.organization_id = platform.tenant() and h.person_id = person
                    and h.dimension = 'exit' and h.value <> 'associate_stays' and h.starts_on <= today and h.ends_on >= today))
    then null
    else (select max(d.day) from (
        select c.ends_on from membership.contract c
         where c.organization_id = platform.tenant() and c.person_id = person and c.cancelled_at is null
        union all select p.ends_on from membership.participation p
         where p.organization_id = platform.tenant() and p.person_id = person
        union all select (g.revoked_at at time zone o.time_zone)::date
          from membership.role_grant g join membership.organization o on o.organization_id = g.organization_id
         where g.organization_id = platform.tenant() and g.person_id = person
        union all select h.starts_on from membership.holding h
         where h.organization_id = platform.tenant() and h.person_id = person and h.dimension = 'exit' and h.starts_on <= today
        union all select (p.archived_at at time zone o.time_zone)::date
          from membership.person p join membership.organization o on o.organization_id = p.organization_id
         where p.organization_id = platform.tenant() and p.id = person) as d(day))
    end $$;

-- What the law says must be kept, in months after somebody left; the application explains it, this guarantees it.
create function privacy.least_months(category text) returns integer language sql immutable parallel safe as $$
  select case category when 'sensitive' then 36 when 'attendance' then 36 when 'papers' then 60 when 'identity' then 60
    else 0 end $$;

-- Dimensions that stay, without a name, so that past figures stay true: which contract, which exit, where, from when.
create function privacy.lasting_dimensions() returns text[] language sql immutable parallel safe as $$
  select array['contract', 'associate', 'exit', 'exit_rights', 'follow_up_6', 'follow_up_12', 'follow_up_24', 'site', 'follower',
    'sex', 'entered_on'] $$;
create function privacy.paper_dimensions() returns text[] language sql immutable parallel safe as $$
  select array['terms', 'notice_urssaf', 'notice_france_travail'] $$;

-- The appointments of somebody whose words speak of nobody who is still there.
create function privacy.own_appointments(person uuid, today date) returns setof uuid language sql stable
  set search_path = pg_catalog as $$
  select a.appointment_id from accompaniment.appointment_party a
   where a.organization_id = platform.tenant() and a.person_id = person and a.part = 'person'
     and not exists (select 1 from accompaniment.appointment_party o
       where o.organization_id = a.organization_id and o.appointment_id = a.appointment_id and o.part = 'person'
         and o.person_id <> person and privacy.left_on(o.person_id, today) is null) $$;

-- Whether anything of a category is left of somebody.
create function privacy.holds(category text, person uuid, today date) returns boolean language sql stable
  set search_path = pg_catalog as $$
  select case category
    when 'sensitive' then exists (select 1 from parcours.sensitive s
      where s.organization_id = platform.tenant() and s.person_id = person)
    when 'socialFile' then exists (select 1 from membership.fact f
      where f.organization_id = platform.tenant() and f.person_id = person and f.value is not null
        and f.dimension <> all (privacy.lasting_dimensions() || privacy.paper_dimensions()))
      or exists (select 1 from parcours.candidate c
      where c.organization_id = platform.tenant() and c.person_id = person and c.erased_at is null)
      or exists (select 1 from contribution.waiver w
      where w.organization_id = platform.tenant() and w.person_id = person and w.reason <> 'Effacé')
    when 'notes' then exists (select 1 from accompaniment.appointment a
      where a.organization_id = platform.tenant() and a.id in (select privacy.own_appointments(person, today))
        and (a.subject <> '' or exists (select 1 from accompaniment.appointment_note n
          where n.organization_id = a.organization_id and n.appointment_id = a.id and n.body <> '')))
      or exists (select 1 from accompaniment.task t
      where t.organization_id = platform.tenant() and t.person_id = person and t.title <> 'Effacé')
      or exists (select 1 from accompaniment.workshop_demand d
      where d.organization_id = platform.tenant() and d.asked_by = person and d.title <> 'Effacé')
    when 'attendance' then exists (select 1 from accompaniment.session_signature s
      where s.organization_id = platform.tenant() and s.person_id = person and s.method <> 'erased')
    when 'papers' then exists (select 1 from documents.document d
      where d.organization_id = platform.tenant() and d.person_id = person)
      or exists (select 1 from documents.piece p where p.organization_id = platform.tenant() and p.person_id = person)
      or exists (select 1 from membership.fact f where f.organization_id = platform.tenant() and f.person_id = person
        and f.value is not null and f.dimension = any (privacy.paper_dimensions()))
    when 'identity' then exists (select 1 from membership.person p
      where p.organization_id = platform.tenant() and p.id = person and p.erased_at is null)
    else false end $$;

-- The files that a person's papers name: what nothing else names any more leaves the disk.
create function privacy.files_of(person uuid) returns setof text language sql stable set search_path = pg_catalog as $$
  select h.hash from (
    select d.docx_hash from documents.document d where d.organization_id = platform.tenant() and d.person_id = person
    union select d.pdf_hash from documents.document d where d.organization_id = platform.tenant() and d.person_id = person
    union select unnest(array[r.document_hash, r.signed_hash]) from documents.signature_request r
      join documents.document d on d.organization_id = r.organization_id and d.id = r.document_id
     where d.organization_id = platform.tenant() and d.person_id = person
    union select p.file_hash from documents.piece p where p.organization_id = platform.tenant() and p.person_id = person
  ) as h(hash) where h.hash is not null $$;

grant create on schema privacy to essaim_eraser;
set local role essaim_eraser;

-- Mails that were sent to an address, or that speak of one thing: nothing of their words stays, that they left does.
create function privacy.blank_mails(address text, kind text, subjects text[]) returns void language sql
  set search_path = pg_catalog as $$
  update platform.mail m
     set recipient = 'effacé', reply_to = '', sender_name = '', subject = '', body = '', attachments = '[]', error = null,
         status = case m.status when 'waiting' then 'cancelled' else m.status end
   where m.organization_id = platform.tenant() and m.recipient <> 'effacé'
     and (lower(m.recipient) = lower(nullif(address, '')) or (m.subject_kind = kind and m.subject_id = any (subjects))) $$;

create function privacy.erase_candidacy(candidate uuid, at timestamptz) returns boolean language plpgsql security definer
  set search_path = pg_catalog as $$
declare
  all_of_them uuid[];
  addresses text[];
  address text;
begin
  with recursive merged as (
    select c.id from parcours.candidate c where c.organization_id = platform.tenant() and c.id = candidate
    union select c.id from parcours.candidate c join merged m on c.merged_into = m.id where c.organization_id = platform.tenant())
  select array_agg(m.id) into all_of_them from merged m;
  select array_agg(distinct c.email) into addresses from parcours.candidate c
   where c.organization_id = platform.tenant() and c.id = any (all_of_them) and c.erased_at is null;
  if addresses is null then return false; end if;
  foreach address in array addresses loop
    -- The address of somebody who belongs to the cooperative is theirs: their own mails are not a candidate's.
    if exists (select 1 from membership.person p where p.organization_id = platform.tenant()
                 and lower(p.email) = lower(address) and p.erased_at is null) then
      address := '';
    end if;
    perform privacy.blank_mails(address, 'parcours.candidate', array(select unnest(all_of_them)::text));
  end loop;
  update parcours.candidate c
     set first_name = 'Candidature', last_name = 'effacée', email = '', phone = '', birth_date = null, postal_code = '',
         city = '', trade = '', project = '', situation = '', prescriber = '', heard = '', availability = '', message = '',
         follower_id = null, erased_at = at, version = c.version + 1,
         status = case when c.status in ('refused', 'converted') then c.status else 'abandoned' end
   where c.organization_id = platform.tenant() and c.id = any (all_of_them);
  update parcours.candidate_event e set details = '{}'
   where e.organization_id = platform.tenant() and e.candidate_id = any (all_of_them);
  update parcours.interview i set notes = '', next_step = ''
   where i.organization_id = platform.tenant() and i.candidate_id = any (all_of_them);
  delete from parcours.candidate_link l where l.organization_id = platform.tenant() and l.candidate_id = any (all_of_them);
  delete from notification.notice n where n.organization_id = platform.tenant()
     and n.subject_id = any (array(select unnest(all_of_them)::text));
  update platform.audit a set details = '{}' where a.organization_id = platform.tenant()
     and a.subject_kind = 'parcours.candidate' and a.subject_id = any (array(select unnest(all_of_them)::text));
  return true;
end $$;

-- Erases one category of what is known of somebody who left, not before the law lets it.
create function privacy.erase_person(category text, person uuid, today date, at timestamptz) returns boolean
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

-- Forgets by age what belongs to no category of somebody. At most so many rows at a time.
create function privacy.erase_old(category text, before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  forgotten integer;
begin
  if category = 'messages' then
    update platform.mail m
       set recipient = 'effacé', reply_to = '', sender_name = '', subject = '', body = '', attachments = '[]', error = null
     where m.organization_id = platform.tenant() and m.id in (
       select o.id from platform.mail o where o.organization_id = platform.tenant() and o.at < before
          and o.recipient <> 'effacé' and o.status <> 'waiting' order by o.at limit most);
  elsif category = 'readings' then
    delete from platform.audit a where a.organization_id = platform.tenant() and a.id in (
       select o.id from platform.audit o where o.organization_id = platform.tenant() and o.at < before
          and o.action in ('parcours.sensitive.read', 'documents.piece.read', 'documents.document.open',
            'membership.person.export', 'parcours.candidate.export', 'accompaniment.deadline.export',
            'statistics.person.export', 'sales.activity.export', 'privacy.archive.take')
          order by o.at limit most);
  elsif category = 'technical' then
    delete from platform.idempotency i where i.organization_id = platform.tenant() and i.key in (
       select o.key from platform.idempotency o where o.organization_id = platform.tenant() and o.at < before limit most);
    delete from platform.outbox u where u.organization_id = platform.tenant() and u.id in (
       select o.id from platform.outbox o where o.organization_id = platform.tenant() and o.at < before
          and o.done_at is not null limit most);
  else
    raise exception 'nothing is forgotten by age under %', category;
  end if;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

-- What the tenant knows of a file that nothing names any more. The caller has looked.
create function privacy.drop_file(content text) returns void language sql security definer set search_path = pg_catalog as $$
  delete from platform.file f where f.organization_id = platform.tenant() and f.hash = content $$;

revoke all on function privacy.blank_mails(text, text, text[]), privacy.erase_candidacy(uuid, timestamptz),
  privacy.erase_person(text, uuid, date, timestamptz), privacy.erase_old(text, timestamptz, integer), privacy.drop_file(text)
  from public;
grant execute on function privacy.erase_candidacy(uuid, timestamptz), privacy.erase_person(text, uuid, date, timestamptz),
  privacy.erase_old(text, timestamptz, integer), privacy.drop_file(text) to essaim_app;

set local role essaim_owner;
revoke create on schema privacy from essaim_eraser;
