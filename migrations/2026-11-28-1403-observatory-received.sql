-- The documents of a structure, whether they stand or were replaced.
create index received_structure on observatory.received (organization_id, structure_id, period);
