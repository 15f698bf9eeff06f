-- Sales: each view of the list of invoices has its own index in the order of the list. Without one, a view that shows few
-- documents, or none, reads every invoice of the cooperative.
create index invoice_unpaid_list on sales.invoice (organization_id, issue_date desc, id desc)
  where status = 'issued' and settled < due and kind <> 'credit_note';
create index invoice_open_list on sales.invoice (organization_id, status, issue_date desc, id desc) where status <> 'issued';
create index invoice_credit_note_list on sales.invoice (organization_id, issue_date desc, id desc) where kind = 'credit_note';
