-- A part that was taken is taken again when its draft quote was thrown away; while that quote is there it stays as it was.
drop trigger statement_is_kept on bid.statement;
create function bid.keep_statement() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.digest) is distinct from (old.organization_id, old.digest)
     or exists (select from sales.quote q where q.organization_id = old.organization_id and q.id = old.quote_id) then
    raise exception 'a part is taken once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
grant update on bid.statement to essaim_app;
create trigger statement_is_kept before update on bid.statement for each row execute function bid.keep_statement();
