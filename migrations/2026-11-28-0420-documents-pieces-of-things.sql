-- Pieces of an activity and of a contract, besides those of a person: the same kinds, versions and decisions.
alter table documents.piece_kind add column subject text not null default 'person' check (subject in ('person', 'activity', 'contract'));
-- What identifies somebody is theirs: nothing of an activity or of a contract is confidential.
alter table documents.piece_kind add constraint piece_kind_confidential_of_person check (not sensitive or subject = 'person');

alter table documents.piece alter column person_id drop not null;
alter table documents.piece add column activity_id uuid;
alter table documents.piece add column contract_id uuid;
alter table documents.piece add foreign key (organization_id, activity_id) references membership.activity (organization_id, id);
alter table documents.piece add foreign key (organization_id, contract_id) references membership.contract (organization_id, id);
alter table documents.piece add constraint piece_of_one_thing check ((person_id is null) <> (activity_id is null));
alter table documents.piece add constraint piece_of_contract_names_person check (contract_id is null or person_id is not null);
create index piece_activity on documents.piece (organization_id, activity_id, kind_id, given_at desc) where activity_id is not null;
