-- Who recommended the activity to a customer: nobody, another activity of the house, another cooperative. Nobody is named.
alter table sales.customer add column referred_by text not null default '' check (referred_by in ('', 'activity', 'cooperative'));

-- What a document asks for before tax, as its buyer was told: deposits that were invoiced already are deducted.
create function sales.claimed_net(frozen jsonb) returns bigint language sql immutable as $$
  select coalesce(sum((g ->> 'net')::bigint), 0)::bigint from jsonb_array_elements(frozen -> 'claim') g $$;
