-- Privacy: somebody who is still there asked to be forgotten: nothing may go yet, and they are told why (RGPD art. 12.4).
alter table privacy.erasure_request add column answer text not null default '' check (length(answer) <= 2000);
alter table privacy.erasure_request drop constraint erasure_request_outcome_check;
alter table privacy.erasure_request add constraint erasure_request_outcome_check
  check (outcome in ('done', 'withdrawn', 'kept'));
alter table privacy.erasure_request add constraint erasure_request_kept_says_why check (outcome <> 'kept' or answer <> '');
grant update (answer) on privacy.erasure_request to essaim_app;

create or replace function privacy.close_request_once() returns trigger language plpgsql as $$
begin
  if current_user = 'essaim_eraser' then return new; end if;
  if old.outcome is not null then
    raise exception 'the past is never edited: a request is closed once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
select platform.let_erase('privacy.erasure_request', 'select, update (answer)');
insert into migration.erasure_step (category, position, source, whose, says, act) values
  ('identity', 120, 'privacy.erasure_request', 't.person_id = p.id', 't.answer not in ('''', ''Effacé'')', 'set answer = ''Effacé''');
