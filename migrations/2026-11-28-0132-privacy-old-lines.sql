-- Privacy: what is forgotten by age counts both of its tables.
grant create on schema privacy to essaim_eraser;
set local role essaim_eraser;

create or replace function privacy.erase_old(category text, before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  forgotten integer := 0;
  more integer;
begin
  if category = 'messages' then
    update platform.mail m
       set recipient = 'effacé', reply_to = '', sender_name = '', subject = '', body = '', attachments = '[]', error = null
     where m.organization_id = platform.tenant() and m.id in (
       select o.id from platform.mail o where o.organization_id = platform.tenant() and o.at < before
          and o.recipient <> 'effacé' and o.status <> 'waiting' order by o.at limit most);
    get diagnostics forgotten = row_count;
  elsif category = 'readings' then
    delete from platform.audit a where a.organization_id = platform.tenant() and a.id in (
       select o.id from platform.audit o where o.organization_id = platform.tenant() and o.at < before
          and o.action in ('parcours.sensitive.read', 'documents.piece.read', 'documents.document.open',
            'membership.person.export', 'parcours.candidate.export', 'accompaniment.deadline.export',
            'statistics.person.export', 'sales.activity.export', 'privacy.archive.take')
          order by o.at limit most);
    get diagnostics forgotten = row_count;
  elsif category = 'technical' then
    delete from platform.idempotency i where i.organization_id = platform.tenant() and i.key in (
       select o.key from platform.idempotency o where o.organization_id = platform.tenant() and o.at < before limit most);
    get diagnostics forgotten = row_count;
    delete from platform.outbox u where u.organization_id = platform.tenant() and u.id in (
       select o.id from platform.outbox o where o.organization_id = platform.tenant() and o.at < before
          and o.done_at is not null limit most);
    get diagnostics more = row_count;
    forgotten := forgotten + more;
  else
    raise exception 'nothing is forgotten by age under %', category;
  end if;
  return forgotten;
end $$;

set local role essaim_owner;
revoke create on schema privacy from essaim_eraser;
