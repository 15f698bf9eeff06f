-- Sales: what is searched by its number or by its amount is found through an index. Under row-level security only leakproof
-- operators may use one: equality and the byte comparisons of text_pattern_ops are, ilike is not.
create index invoice_number_prefix on sales.invoice (organization_id, number text_pattern_ops) where number is not null;
create index invoice_gross on sales.invoice (organization_id, gross, id);
create index invoice_net on sales.invoice (organization_id, net, id);
create index quote_number_prefix on sales.quote (organization_id, number text_pattern_ops) where number is not null;
create index quote_gross on sales.quote (organization_id, gross, id);
create index quote_net on sales.quote (organization_id, net, id);
