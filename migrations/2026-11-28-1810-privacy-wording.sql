-- Privacy: when the words of a consent change what is agreed to, those who agreed to the words before are asked again.
alter table privacy.consent_wording add column asks_again boolean not null default false;
