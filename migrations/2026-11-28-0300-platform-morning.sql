-- Platform: the cooperatives that exist have their first morning tomorrow at eight, by their own clock.
create policy morning on platform.outbox for insert to essaim_owner with check (event = 'platform.morning.came.v1');

insert into platform.outbox (organization_id, id, event, payload, at, next_attempt_at)
select o.organization_id, gen_random_uuid(), 'platform.morning.came.v1', jsonb_build_object('day', d.day::text), now(),
       (d.day + time '08:00') at time zone o.time_zone
  from membership.organization o
  cross join lateral (select (now() at time zone o.time_zone)::date + 1 as day) d;

drop policy morning on platform.outbox;
