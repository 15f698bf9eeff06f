-- An agreement is renewed before it ends: two of them with one cooperative, on one side, share no day. Its own row is held,
-- so that two proposals of one house follow each other.
drop index delegation.agreement_live;
create index agreement_between on delegation.agreement (organization_id, side, other_organization_id)
  where declined_at is null and revoked_at is null;

create function delegation.keep_apart() returns trigger language plpgsql as $$
begin
  perform from membership.organization o where o.organization_id = new.organization_id for no key update;
  if exists (select from delegation.agreement a
      where a.organization_id = new.organization_id and a.side = new.side
        and a.other_organization_id = new.other_organization_id and a.declined_at is null and a.revoked_at is null
        and a.starts_on <= new.ends_on and a.ends_on >= new.starts_on) then
    raise exception 'two agreements between the same cooperatives share a day' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreement_is_apart before insert on delegation.agreement
  for each row execute function delegation.keep_apart();

-- One access of a user under each agreement: whoever is named for the next one keeps that of the one that runs.
drop index delegation.delegate_user;
create unique index delegate_user on delegation.delegate (organization_id, agreement_id, user_id) where closed_at is null;

-- A month whose draft was thrown away is invoiced again; while its invoice is there it stays as it was made.
create function delegation.keep_bill() returns trigger language plpgsql as $$
begin
  if (new.organization_id, new.agreement_id, new.month) is distinct from (old.organization_id, old.agreement_id, old.month)
     or exists (select from sales.invoice i where i.organization_id = old.organization_id and i.id = old.invoice_id) then
    raise exception 'a month is invoiced once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
grant update on delegation.bill to essaim_app;
create trigger bill_is_kept before update on delegation.bill for each row execute function delegation.keep_bill();

-- Whoever is no person of the house finds in it the work that the scope of their open access lists, and no other: this
-- narrows, it opens nothing. Effects run for nobody.
create policy within_scope on delegation.work as restrictive to essaim_app
  using (
    platform.signed_in_user() is null
    or exists (select from membership.person p where p.organization_id = platform.tenant()
                 and p.user_id = platform.signed_in_user() and p.archived_at is null)
    or exists (select from delegation.delegate d
                 join delegation.agreement a on a.organization_id = d.organization_id and a.id = d.agreement_id
                where d.organization_id = work.organization_id and d.agreement_id = work.agreement_id
                  and d.user_id = platform.signed_in_user() and d.closed_at is null
                  and a.side = 'client' and a.signed_at is not null and a.revoked_at is null
                  and a.items @> jsonb_build_array(jsonb_build_object('work', work.work))));
create policy within_scope on delegation.comment as restrictive to essaim_app
  using (exists (select from delegation.work w where w.organization_id = comment.organization_id and w.id = comment.work_id));
