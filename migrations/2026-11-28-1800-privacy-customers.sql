-- Privacy: the cards of customers are kept so many months after the last dealing (CNIL, référentiel gestion commerciale: three
-- years). What was issued says for ever whom it was for: it is a copy, and it is never touched.
alter table sales.customer add column erased_at timestamptz;

alter table privacy.retention_rule drop constraint retention_rule_category_check;
alter table privacy.retention_rule add constraint retention_rule_category_check
  check (category in ('candidacy', 'customers', 'sensitive', 'socialFile', 'notes', 'attendance', 'papers', 'identity',
    'messages', 'readings', 'technical'));

grant usage on schema sales to essaim_eraser;
select platform.let_erase('sales.customer', 'select, update (name, contact_name, email, phone, street, postal_code, city,
  buyer_reference, note, archived_at, erased_at, version)');
select platform.let_erase('sales.invoice', 'select (organization_id, customer_id, due, settled)');

grant create on schema privacy to essaim_eraser;
set local role essaim_eraser;

-- Somebody's card says nothing any more; a company's keeps what is public of it and loses whom one spoke to there. Not while
-- anything is owed. False: nothing was left.
create function privacy.erase_customer(customer uuid, at timestamptz) returns boolean language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  if exists (select 1 from sales.invoice i where i.organization_id = platform.tenant() and i.customer_id = customer
               and i.settled < i.due) then
    raise exception 'something is still owed by this customer' using errcode = 'restrict_violation';
  end if;
  update sales.customer c
     set contact_name = '', email = '', phone = '', note = '', version = c.version + 1,
         name = case c.kind when 'individual' then 'Client effacé' else c.name end,
         street = case c.kind when 'individual' then '' else c.street end,
         postal_code = case c.kind when 'individual' then '' else c.postal_code end,
         city = case c.kind when 'individual' then '' else c.city end,
         buyer_reference = case c.kind when 'individual' then '' else c.buyer_reference end,
         archived_at = case c.kind when 'individual' then coalesce(c.archived_at, at) else c.archived_at end,
         erased_at = case c.kind when 'individual' then at end
   where c.organization_id = platform.tenant() and c.id = customer
     and (c.kind = 'individual' and c.erased_at is null
       or c.kind = 'company' and (c.contact_name, c.email, c.phone, c.note) <> ('', '', '', ''));
  if not found then return false; end if;
  update platform.audit a set details = '{}' where a.organization_id = platform.tenant()
     and a.subject_kind = 'sales.customer' and a.subject_id = customer::text;
  return true;
end $$;
revoke all on function privacy.erase_customer(uuid, timestamptz) from public;
grant execute on function privacy.erase_customer(uuid, timestamptz) to essaim_app;

set local role essaim_owner;
revoke create on schema privacy from essaim_eraser;
