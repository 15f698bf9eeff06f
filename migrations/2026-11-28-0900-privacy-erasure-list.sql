-- Privacy: what is erased of somebody is a list, one line a table, read by the erasure and by its preview alike. A table to come
-- adds its lines by a migration of its own, and no function is written again.
create table migration.erasure_step (
  category text not null,
  -- In this order: what points to a row goes before it, a name last.
  position integer not null,
  -- The table, "t" in what follows.
  source text not null,
  -- Which of its rows speak of somebody: p.id, on the day p.today.
  whose text not null,
  -- Which of these still say something. Once erased, none does.
  says text not null,
  -- "delete", "set …" or "call …"; p.at is the moment.
  act text not null check (act ~ '^(delete$|set |call )'),
  primary key (category, position)
);

select platform.let_erase('contribution.waiver_withdrawal', 'select, update (reason)');
select platform.let_erase('parcours.import_item', 'select, update (was)');

insert into migration.erasure_step (category, position, source, whose, says, act) values
  ('sensitive', 10, 'parcours.sensitive', 't.person_id = p.id', 'true', 'delete'),

  ('socialFile', 10, 'membership.fact',
    't.person_id = p.id and t.dimension <> all (privacy.lasting_dimensions() || privacy.paper_dimensions())',
    't.value is not null',
    'set value = null, erased_at = p.at, reason = case t.reason when '''' then '''' else ''fact.erased'' end'),
  ('socialFile', 20, 'membership.fact', 't.person_id = p.id', 't.reason !~ ''^([a-zA-Z]+[.][a-zA-Z]+)?$''',
    'set reason = ''fact.erased'''),
  ('socialFile', 30, 'parcours.candidate', 't.person_id = p.id', 't.erased_at is null',
    'call privacy.erase_candidacy(t.id, p.at)'),
  ('socialFile', 40, 'contribution.waiver', 't.person_id = p.id', 't.reason <> ''Effacé''', 'set reason = ''Effacé'''),
  ('socialFile', 50, 'contribution.waiver_withdrawal',
    't.waiver_id = any (array(select w.id from contribution.waiver w where w.organization_id = platform.tenant() and w.person_id = p.id))',
    't.reason <> ''Effacé''', 'set reason = ''Effacé'''),

  ('notes', 5, 'accompaniment.appointment', 't.id = any (array(select privacy.own_appointments(p.id, p.today)))',
    't.subject <> '''' or t.place <> ''''', 'set subject = '''', place = '''''),
  ('notes', 10, 'accompaniment.appointment_note', 't.appointment_id = any (array(select privacy.own_appointments(p.id, p.today)))',
    't.body <> ''''', 'set body = '''''),
  ('notes', 20, 'accompaniment.appointment_event', 't.appointment_id = any (array(select privacy.own_appointments(p.id, p.today)))',
    't.reason <> ''''', 'set reason = '''''),
  -- What an appointment was before an import changed it; at version 0, nothing takes that import back.
  ('notes', 40, 'parcours.import_item',
    't.person_id = p.id and t.subject_id = any (array(select privacy.own_appointments(p.id, p.today)))',
    't.was ? ''before''', 'set was = jsonb_build_object(''version'', 0)'),
  ('notes', 50, 'accompaniment.task', 't.person_id = p.id', 't.title <> ''Effacé''', 'set title = ''Effacé'''),
  ('notes', 60, 'accompaniment.workshop_demand', 't.asked_by = p.id', 't.title <> ''Effacé'' or t.details <> ''''',
    'set title = ''Effacé'', details = '''''),
  ('notes', 70, 'skills.rating',
    't.evaluation_id = any (array(select e.id from skills.evaluation e where e.organization_id = platform.tenant() and e.person_id = p.id))',
    't.note <> ''''', 'set note = '''''),
  ('notes', 80, 'skills.evaluation', 't.person_id = p.id', 't.comment <> ''''', 'set comment = '''''),

  ('attendance', 10, 'accompaniment.session_signature', 't.person_id = p.id', 't.method <> ''erased''',
    'set method = ''erased'', strokes = '''', typed_name = '''', digest = '''''),

  ('papers', 10, 'documents.signing_code', 't.request_id = any (array(select privacy.requests_of(p.id)))', 'true', 'delete'),
  ('papers', 20, 'documents.signature_event', 't.request_id = any (array(select privacy.requests_of(p.id)))', 'true', 'delete'),
  ('papers', 30, 'documents.signer', 't.request_id = any (array(select privacy.requests_of(p.id)))', 'true', 'delete'),
  ('papers', 40, 'documents.signature_request', 't.id = any (array(select privacy.requests_of(p.id)))', 'true', 'delete'),
  ('papers', 50, 'documents.document', 't.person_id = p.id', 'true', 'delete'),
  ('papers', 60, 'documents.piece_text', 't.piece_id = any (array(select privacy.pieces_of(p.id)))', 'true', 'delete'),
  ('papers', 70, 'documents.piece_decision', 't.piece_id = any (array(select privacy.pieces_of(p.id)))', 'true', 'delete'),
  ('papers', 80, 'documents.piece', 't.person_id = p.id', 'true', 'delete'),
  ('papers', 90, 'membership.fact', 't.person_id = p.id and t.dimension = any (privacy.paper_dimensions())',
    't.value is not null',
    'set value = null, erased_at = p.at, reason = case t.reason when '''' then '''' else ''fact.erased'' end'),

  ('identity', 10, 'membership.person', 't.id = p.id', 't.erased_at is null',
    'call privacy.blank_mails(t.email, ''membership.person'', array[t.id::text])'),
  ('identity', 20, 'notification.notice',
    't.person_id = p.id or t.actor_id = p.id or t.subject_id = p.id::text or exists (select 1 from membership.person n
       where n.organization_id = platform.tenant() and n.id = p.id and n.erased_at is null
         and strpos(t.facts::text, n.first_name || '' '' || n.last_name) > 0)', 'true', 'delete'),
  ('identity', 30, 'notification.cadence', 't.person_id = p.id', 'true', 'delete'),
  ('identity', 40, 'desk.saved_view', 't.person_id = p.id', 'true', 'delete'),
  ('identity', 50, 'desk.list_arrangement', 't.person_id = p.id', 'true', 'delete'),
  ('identity', 60, 'accompaniment.busy_slot',
    't.calendar_id = any (array(select c.id from accompaniment.external_calendar c
       where c.organization_id = platform.tenant() and c.person_id = p.id))', 'true', 'delete'),
  ('identity', 70, 'accompaniment.external_calendar', 't.person_id = p.id', 'true', 'delete'),
  ('identity', 80, 'accompaniment.calendar_feed', 't.person_id = p.id', 'true', 'delete'),
  ('identity', 90, 'platform.held_file',
    't.user_id = (select n.user_id from membership.person n where n.organization_id = platform.tenant() and n.id = p.id)',
    'true', 'delete'),
  ('identity', 100, 'membership.activity',
    'exists (select 1 from membership.participation a where a.organization_id = t.organization_id
       and a.activity_id = t.id and a.person_id = p.id)
     and not exists (select 1 from membership.participation a where a.organization_id = t.organization_id
       and a.activity_id = t.id and a.person_id <> p.id and privacy.left_on(a.person_id, p.today) is null)',
    't.email <> '''' or t.phone <> ''''', 'set email = '''', phone = '''''),
  ('identity', 110, 'platform.audit', 't.subject_id = p.id::text or t.details ->> ''personId'' = p.id::text',
    't.details <> ''{}''', 'set details = ''{}'''),
  ('identity', 1000, 'membership.person', 't.id = p.id', 't.erased_at is null',
    'set first_name = ''Personne'', last_name = ''effacée'', email = ''effacé'', phone = '''', user_id = null,
       follower_id = null, archived_at = coalesce(t.archived_at, p.at), erased_at = p.at, version = t.version + 1');

create function privacy.requests_of(person uuid) returns setof uuid language sql stable set search_path = pg_catalog as $$
  select r.id from documents.signature_request r
    join documents.document d on d.organization_id = r.organization_id and d.id = r.document_id
   where d.organization_id = platform.tenant() and d.person_id = person $$;
create function privacy.pieces_of(person uuid) returns setof uuid language sql stable set search_path = pg_catalog as $$
  select p.id from documents.piece p where p.organization_id = platform.tenant() and p.person_id = person $$;

drop function privacy.holds(text, uuid, date);
grant usage on schema migration to essaim_eraser;
grant select on migration.erasure_step to essaim_eraser;
grant create on schema privacy to essaim_eraser;
set local role essaim_eraser;

-- What is left of some persons, category by category: one query a table for all of whom nothing was found before it. A name is
-- left until it is erased.
create function privacy.held(persons uuid[], today date) returns table (person uuid, category text) language plpgsql stable
  security definer set search_path = pg_catalog as $$
declare
  step record;
  asked text;
  rest uuid[];
  found_here uuid[];
begin
  for step in select * from migration.erasure_step s where s.category <> 'identity' order by s.category, s.position loop
    if step.category is distinct from asked then
      asked := step.category;
      rest := persons;
    end if;
    -- "offset 0": person by person, through the index of each table.
    execute format('select array(select p.id from unnest($1) as u(id) cross join lateral (select u.id, $2 as today) p
      where exists (select 1 from %s t where t.organization_id = platform.tenant() and (%s) and (%s) offset 0))',
      step.source, step.whose, step.says) into found_here using rest, today;
    return query select unnest(found_here), step.category;
    rest := array(select unnest(rest) except select unnest(found_here));
  end loop;
  return query select n.id, 'identity' from membership.person n
    where n.organization_id = platform.tenant() and n.id = any (persons) and n.erased_at is null;
end $$;

-- Erases one category of what is known of somebody who left, not before the law lets it.
create or replace function privacy.erase_person(category text, person uuid, today date, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone date := privacy.left_on(person, today);
  step record;
begin
  if gone is null or today <= (gone + make_interval(months => privacy.least_months(category)))::date then
    raise exception 'the law still keeps % of this person', category using errcode = 'restrict_violation';
  end if;
  if not exists (select 1 from privacy.held(array[person], today) h where h.category = erase_person.category) then
    return false;
  end if;
  for step in select s.*, format('t.organization_id = platform.tenant() and (%s) and (%s)', s.whose, s.says) as those
      from migration.erasure_step s where s.category = erase_person.category order by s.position loop
    execute case
      when step.act = 'delete' then
        format('delete from %s t using (select $1 as id, $2 as today, $3 as at) p where %s', step.source, step.those)
      when step.act like 'set %' then
        format('update %s t %s from (select $1 as id, $2 as today, $3 as at) p where %s', step.source, step.act, step.those)
      else
        format('select %s from %s t, (select $1 as id, $2 as today, $3 as at) p where %s',
          substr(step.act, 6), step.source, step.those)
      end using person, today, at;
  end loop;
  return true;
end $$;

revoke all on function privacy.held(uuid[], date) from public;
grant execute on function privacy.held(uuid[], date) to essaim_app;

set local role essaim_owner;
revoke create on schema privacy from essaim_eraser;
