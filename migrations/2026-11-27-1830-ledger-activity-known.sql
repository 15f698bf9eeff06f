-- A line of the books belongs to the shared services or to an activity of the same cooperative: an identifier made up,
-- or of another cooperative, cannot be posted. Looked at once for each entry: a key on each line would cost more.

create function ledger.refuse_unknown_activity() returns trigger language plpgsql as $$
declare
  unknown uuid;
begin
  select l.activity_id into unknown
    from ledger.entry_line l
   where l.organization_id = new.organization_id and l.entry_id = new.id and l.activity_id is not null
     and not exists (
       select 1 from membership.activity a where a.organization_id = l.organization_id and a.id = l.activity_id)
   limit 1;
  if unknown is not null then
    raise exception 'the activity % of an entry is unknown', unknown using errcode = 'LE009', detail = unknown::text;
  end if;
  return new;
end $$;

create trigger entry_activities_are_known before update on ledger.entry
  for each row when (new.posted and not old.posted) execute function ledger.refuse_unknown_activity();

-- The same function, which says so before the trigger refuses, a trial included.
create or replace function ledger.post_entry(
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
  if exists (
    select 1 from jsonb_to_recordset(lines) as l(activity uuid)
     where l.activity is not null
       and not exists (select 1 from membership.activity a where a.organization_id = organization and a.id = l.activity)
  ) then
    refusal := 'entry.activityUnknown';
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
