-- Accompaniment: the secret address by which a diary reads what awaits one person. Its digest alone is kept.
create table accompaniment.calendar_feed (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create unique index calendar_feed_token on accompaniment.calendar_feed (organization_id, token_hash);
create unique index calendar_feed_standing on accompaniment.calendar_feed (organization_id, person_id) where revoked_at is null;
select platform.secure_table('accompaniment.calendar_feed', 'select, insert, update');

create function accompaniment.protect_calendar_feed() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null
     or (new.organization_id, new.id, new.person_id, new.token_hash, new.created_at)
        is distinct from (old.organization_id, old.id, old.person_id, old.token_hash, old.created_at) then
    raise exception 'an address is revoked for good' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger calendar_feed_is_protected before update on accompaniment.calendar_feed
  for each row execute function accompaniment.protect_calendar_feed();
