-- Ledger: entries and their lines, balanced in total and per activity, numbered, sealed and frozen when they are posted.

-- Texts hold what a FEC can carry: no control character, no quote, no bar (LPF art. A47 A-1).
create table ledger.entry (
  organization_id uuid not null,
  id uuid not null,
  fiscal_year_id uuid not null,
  journal_code text not null,
  entry_date date not null,
  label text not null check (length(label) between 1 and 200 and label !~ '[\u0001-\u001f\u007f-\u009f"|]'),
  piece_ref text not null check (length(piece_ref) between 1 and 100 and piece_ref !~ '[\u0001-\u001f\u007f-\u009f"|]'),
  piece_date date not null,
  -- What the entry comes from, opened by the module that owns the kind.
  source_kind text not null check (source_kind ~ '^[a-z]+(\.[a-zA-Z_-]+)+$'),
  source_id text not null check (length(source_id) between 1 and 100),
  created_at timestamptz not null,
  -- The person who acted; null for a job.
  created_by uuid,
  posted boolean not null default false,
  number bigint,
  position bigint,
  posted_on date,
  hash bytea,
  foreign key (organization_id, fiscal_year_id) references ledger.fiscal_year (organization_id, id),
  foreign key (organization_id, journal_code) references ledger.journal (organization_id, code),
  check (posted = (number is not null and position is not null and posted_on is not null and hash is not null))
);
create unique index entry_number on ledger.entry (organization_id, fiscal_year_id, number);
create index entry_journal on ledger.entry (organization_id, journal_code, entry_date, number);
create index entry_source on ledger.entry (organization_id, source_kind, source_id);
-- An entry is reversed once.
create unique index entry_reversal on ledger.entry (organization_id, source_id) where source_kind = 'ledger.reversal';
-- Made last on purpose: every index starts with organization_id, and while a table is small and not yet analysed the
-- planner breaks the tie in favour of the newest index. With another one, posting in a fresh database is quadratic.
alter table ledger.entry add primary key (organization_id, id);
select platform.secure_table('ledger.entry', 'select, insert, update');

create table ledger.entry_line (
  organization_id uuid not null,
  entry_id uuid not null,
  line_number integer not null check (line_number > 0),
  -- Copied from the entry by the trigger below: balances read the lines alone.
  entry_date date not null,
  opening boolean not null,
  -- null: the shared services of the cooperative.
  activity_id uuid,
  account text not null,
  auxiliary_code text check (length(auxiliary_code) between 1 and 40 and auxiliary_code !~ '[\u0001-\u001f\u007f-\u009f"|]'),
  auxiliary_label text check (length(auxiliary_label) between 1 and 200 and auxiliary_label !~ '[\u0001-\u001f\u007f-\u009f"|]'),
  label text not null check (length(label) between 1 and 200 and label !~ '[\u0001-\u001f\u007f-\u009f"|]'),
  debit bigint not null,
  credit bigint not null,
  due_date date,
  foreign key (organization_id, entry_id) references ledger.entry (organization_id, id),
  foreign key (organization_id, account) references ledger.account (organization_id, number),
  check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0)),
  check ((auxiliary_code is null) = (auxiliary_label is null))
);
-- Balances of one activity over days, from the index alone.
create index entry_line_activity on ledger.entry_line (organization_id, activity_id, entry_date)
  include (account, debit, credit, opening);
-- General ledger of an account.
create index entry_line_account on ledger.entry_line (organization_id, account, entry_date)
  include (activity_id, debit, credit, opening);
alter table ledger.entry_line add primary key (organization_id, entry_id, line_number);
select platform.secure_table('ledger.entry_line', 'select, insert');

-- The text that is sealed: sorted keys, amounts in cents as text (the same text as entry/seal.ts).
create function ledger.entry_body(e ledger.entry) returns text language sql stable as $$
  select '{"date":"' || to_char(e.entry_date, 'YYYY-MM-DD') || '","fiscalYearId":"' || e.fiscal_year_id || '","id":"' || e.id
    || '","journalCode":' || to_json(e.journal_code) || ',"label":' || to_json(e.label) || ',"lines":['
    || (select string_agg('{"account":' || to_json(l.account)
          || ',"activityId":' || coalesce('"' || l.activity_id || '"', 'null')
          || ',"auxiliaryCode":' || coalesce(to_json(l.auxiliary_code)::text, 'null')
          || ',"auxiliaryLabel":' || coalesce(to_json(l.auxiliary_label)::text, 'null')
          || ',"credit":"' || l.credit || '","debit":"' || l.debit
          || '","dueDate":' || coalesce('"' || to_char(l.due_date, 'YYYY-MM-DD') || '"', 'null')
          || ',"label":' || to_json(l.label) || '}', ',' order by l.line_number)
        from ledger.entry_line l where l.organization_id = e.organization_id and l.entry_id = e.id)
    || '],"organizationId":"' || e.organization_id || '","pieceDate":"' || to_char(e.piece_date, 'YYYY-MM-DD')
    || '","pieceRef":' || to_json(e.piece_ref)
    || ',"source":{"id":' || to_json(e.source_id) || ',"kind":' || to_json(e.source_kind) || '}}'
$$;

create function ledger.seal(body text, number bigint, rank bigint, posted_on date, previous bytea) returns bytea
language sql immutable as $$
  select sha256(convert_to('{"entry":' || body || ',"number":"' || number || '","position":"' || rank
    || '","postedOn":"' || to_char(posted_on, 'YYYY-MM-DD') || '","previous":"' || encode(previous, 'hex') || '"}', 'UTF8'))
$$;

-- Errors of posting: LE001 unbalanced, LE002 unbalanced in an activity, LE003 account not usable, LE004 period locked,
-- LE005 period closed, LE006 no fiscal year, LE007 fewer than two lines, LE008 the opening is already posted.
create function ledger.post_entry_row() returns trigger language plpgsql as $$
declare
  total record;
  head ledger.chain;
  body text;
  period_status text;
  is_opening boolean := new.source_kind = 'ledger.opening';
begin
  if old.posted then
    raise exception 'a posted entry is never changed' using errcode = 'restrict_violation';
  end if;
  if (new.organization_id, new.id, new.fiscal_year_id, new.journal_code, new.entry_date, new.label, new.piece_ref,
      new.piece_date, new.source_kind, new.source_id)
     is distinct from (old.organization_id, old.id, old.fiscal_year_id, old.journal_code, old.entry_date, old.label,
      old.piece_ref, old.piece_date, old.source_kind, old.source_id) then
    raise exception 'an entry is written once' using errcode = 'restrict_violation';
  end if;
  if not new.posted then
    return new;
  end if;

  select coalesce(sum(parts.lines), 0) as lines, coalesce(sum(parts.gap), 0) as gap,
         min(parts.activity_id::text) filter (where parts.gap <> 0) as activity,
         count(*) filter (where parts.gap <> 0) as uneven, min(parts.refused) as refused
    into total
    from (select l.activity_id, count(*) as lines, sum(l.debit - l.credit) as gap,
                 min(l.account) filter (where a.status <> 'usable') as refused
            from ledger.entry_line l
            join ledger.account a on a.organization_id = l.organization_id and a.number = l.account
           where l.organization_id = new.organization_id and l.entry_id = new.id
           group by l.activity_id) parts;
  if total.lines < 2 then
    raise exception 'an entry has at least two lines' using errcode = 'LE007';
  elsif total.gap <> 0 then
    raise exception 'debit is not credit' using errcode = 'LE001', detail = total.gap::text;
  elsif total.uneven > 0 then
    raise exception 'an activity does not balance' using errcode = 'LE002', detail = coalesce(total.activity, '');
  elsif total.refused is not null then
    raise exception 'account not usable' using errcode = 'LE003', detail = total.refused;
  end if;
  body := ledger.entry_body(new);

  -- From here on, this fiscal year is ours until the commit.
  if is_opening then
    select * into head from ledger.chain c
     where c.organization_id = new.organization_id and c.fiscal_year_id = new.fiscal_year_id for update;
    if head.opening = 'posted' then
      raise exception 'the opening is already posted' using errcode = 'LE008';
    end if;
    new.number := case when head.opening = 'expected' then 1 else head.last_number + 1 end;
    new.position := head.last_position + 1;
    new.posted_on := greatest(head.last_posted_on, new.posted_on);
    new.hash := ledger.seal(body, new.number, new.position, new.posted_on, head.last_hash);
    update ledger.chain c
       set last_number = greatest(c.last_number, new.number), last_position = new.position,
           last_posted_on = new.posted_on, last_hash = new.hash, opening = 'posted'
     where c.organization_id = new.organization_id and c.fiscal_year_id = new.fiscal_year_id;
  else
    update ledger.chain c
       set last_number = c.last_number + 1,
           last_position = c.last_position + 1,
           last_posted_on = greatest(c.last_posted_on, new.posted_on),
           last_hash = ledger.seal(body, c.last_number + 1, c.last_position + 1,
             greatest(c.last_posted_on, new.posted_on), c.last_hash)
     where c.organization_id = new.organization_id and c.fiscal_year_id = new.fiscal_year_id
    returning c.last_number, c.last_position, c.last_posted_on, c.last_hash
      into new.number, new.position, new.posted_on, new.hash;
  end if;

  -- Read after the lock: whoever locks or closes a period takes the same lock first.
  select p.status into period_status from ledger.period p
   where p.organization_id = new.organization_id and p.fiscal_year_id = new.fiscal_year_id
     and p.starts_on <= new.entry_date and p.ends_on >= new.entry_date;
  if not found then
    raise exception 'no period on this day' using errcode = 'LE006';
  elsif period_status = 'closed' then
    raise exception 'period closed' using errcode = 'LE005';
  elsif period_status = 'locked' and not is_opening then
    raise exception 'period locked' using errcode = 'LE004';
  end if;
  return new;
end $$;
create trigger entry_is_posted_once before update on ledger.entry for each row execute function ledger.post_entry_row();

create function ledger.insert_entry_row() returns trigger language plpgsql as $$
begin
  raise exception 'an entry is inserted, then its lines, then it is posted' using errcode = 'restrict_violation';
end $$;
create trigger entry_starts_unposted before insert on ledger.entry for each row when (new.posted)
  execute function ledger.insert_entry_row();
create trigger entry_is_never_deleted before delete on ledger.entry for each row execute function platform.refuse_change();

-- Lines are written with their entry, before it is posted; never changed, never deleted.
create function ledger.insert_line_row() returns trigger language plpgsql as $$
declare
  is_posted boolean;
begin
  select e.posted, e.entry_date, e.source_kind = 'ledger.opening' into is_posted, new.entry_date, new.opening
    from ledger.entry e where e.organization_id = new.organization_id and e.id = new.entry_id;
  if is_posted then
    raise exception 'a posted entry is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger line_follows_entry before insert on ledger.entry_line for each row execute function ledger.insert_line_row();
create trigger line_is_never_changed before update or delete on ledger.entry_line
  for each row execute function platform.refuse_change();

-- Writes an entry, its lines and posts it: three statements in one call. The answer is (number, null, null), or what
-- refuses it: (null, code, fact). The caller rolls back on a refusal.
create function ledger.post_entry(
  organization uuid, entry uuid, journal text, day date, entry_label text, piece text, piece_day date,
  kind text, source text, validated_on date, at timestamptz, person uuid, lines jsonb, dry_run boolean,
  out number bigint, out refusal text, out fact text
) language plpgsql as $$
declare
  place record;
begin
  select p.fiscal_year_id, p.status into place from ledger.period p
   where p.organization_id = organization and p.starts_on <= day and p.ends_on >= day
   order by p.starts_on desc limit 1;
  if not found then
    refusal := 'entry.noFiscalYear';
    return;
  elsif place.status = 'closed' then
    refusal := 'entry.periodClosed';
    return;
  elsif place.status = 'locked' and kind <> 'ledger.opening' then
    refusal := 'entry.periodLocked';
    return;
  end if;
  if not exists (select 1 from ledger.journal j where j.organization_id = organization and j.code = journal) then
    refusal := 'entry.journalUnknown';
    return;
  end if;
  -- The foreign key and the trigger say no as well; this says which account.
  select l.account, case a.status when 'heading' then 'entry.accountHeading' when 'blocked' then 'entry.accountBlocked'
                    else 'entry.accountUnknown' end
    into fact, refusal
    from jsonb_to_recordset(lines) as l(n integer, account text)
    left join ledger.account a on a.organization_id = organization and a.number = l.account
   where a.status is distinct from 'usable' order by l.n limit 1;
  if found then
    return;
  end if;
  insert into ledger.entry (organization_id, id, fiscal_year_id, journal_code, entry_date, label, piece_ref, piece_date,
                            source_kind, source_id, created_at, created_by)
  values (organization, entry, place.fiscal_year_id, journal, day, entry_label, piece, piece_day, kind, source, at, person);
  insert into ledger.entry_line (organization_id, entry_id, line_number, activity_id, account, auxiliary_code,
                                 auxiliary_label, label, debit, credit, due_date)
  select organization, entry, l.n, l.activity, l.account, l.code, l.name, l.label, l.debit, l.credit, l.due
    from jsonb_to_recordset(lines) as l(n integer, activity uuid, account text, code text, name text, label text,
                                        debit bigint, credit bigint, due date);
  if dry_run then
    number := 0;
    return;
  end if;
  update ledger.entry e set posted = true, posted_on = validated_on
   where e.organization_id = organization and e.id = entry
  returning e.number into number;
end $$;
grant execute on function ledger.post_entry to essaim_app;
