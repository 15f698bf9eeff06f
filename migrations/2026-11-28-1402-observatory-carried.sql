-- A figure that an edition takes over from an earlier one, since telling the new one would show what a few changed: the rank
-- of the edition it was reckoned for. Null: this one.
alter table observatory.release_cell add column carried_from integer check (carried_from > 0);
