-- The end of an issue in one call: the series and the chain of the books are locked from its first statement to the
-- commit, and each round trip meanwhile is everybody's wait. Everything was decided before; "{number}" stands for the
-- number in texts. Answers the number and the latest date of the series, or what the books refuse; a number longer
-- than 20 characters or a date that goes back is left to the caller, who rolls back.
create function sales.issue_document(
  organization uuid, document uuid, series_key text, prefix text, width integer, suffix text, issue date, due_on date,
  entry uuid, journal text, entry_label text, source_kind text, validated_on date, at timestamptz, person uuid,
  lines jsonb, frozen_words jsonb, due_amount bigint, dry_run boolean,
  out number text, out last_date date, out refusal text, out fact text
) language plpgsql as $$
#variable_conflict use_variable
declare
  taken bigint := 0;
  posted record;
begin
  last_date := issue;
  if not dry_run then
    insert into sales.series as s (organization_id, key, next_number, last_issue_date)
    values (organization, series_key, 2, issue)
    on conflict (organization_id, key) do update
      set next_number = s.next_number + 1, last_issue_date = greatest(s.last_issue_date, excluded.last_issue_date)
    returning s.next_number - 1, s.last_issue_date into taken, last_date;
  end if;
  number := prefix || lpad(taken::text, greatest(width, length(taken::text)), '0') || suffix;
  if last_date > issue or number !~ '^[A-Za-z0-9+/_-]{1,20}$' then
    return;
  end if;
  select * into posted from ledger.post_entry(organization, entry, journal, issue, replace(entry_label, '{number}', number),
    number, issue, source_kind, document::text, validated_on, at, person,
    replace(lines::text, '{number}', number)::jsonb, dry_run);
  if posted.refusal is not null then
    refusal := posted.refusal;
    fact := posted.fact;
    return;
  end if;
  update sales.invoice i
     set status = 'issued', number = number, issue_date = issue, due_date = due_on, due = due_amount, settled = 0,
         frozen = jsonb_set(frozen_words, '{number}', to_jsonb(number)), entry_id = entry, issued_at = at, updated_at = at
   where i.organization_id = organization and i.id = document;
end $$;
grant execute on function sales.issue_document to essaim_app;
