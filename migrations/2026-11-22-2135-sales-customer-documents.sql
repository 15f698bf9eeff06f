-- The documents of one customer, the latest first: the customer's page, and the habits that a new document starts with.
create index invoice_customer on sales.invoice (organization_id, customer_id, created_at desc);
create index quote_customer on sales.quote (organization_id, customer_id, created_at desc);
create index customer_siren on sales.customer (organization_id, siren) where siren is not null;
