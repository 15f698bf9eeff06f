-- Membership: which of several rows the tables that refer to theirs speak of. Each table is read once, however many rows are
-- asked about: an import of a thousand persons is taken back in one look. Read from the catalog and as whoever asks, as before.
create function membership.mentioned_among(target regclass, organization uuid, subjects uuid[], apart regclass[]) returns setof uuid
  language plpgsql stable as $$
declare
  link record;
begin
  for link in
    select c.conrelid::regclass as source, a.attname as field
      from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) k(source_key, target_key)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.source_key
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.target_key
     where c.contype = 'f' and c.confrelid = target and t.attname = 'id' and not (c.conrelid::regclass = any(apart))
  loop
    return query execute format('select distinct %2$I from %1$s where organization_id = $1 and %2$I = any($2)', link.source, link.field)
      using organization, subjects;
  end loop;
end $$;
drop function membership.is_mentioned(regclass, uuid, uuid, regclass[]);
