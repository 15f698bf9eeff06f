-- Skills: what was said of somebody is given back to them in the words of its day, without the grid it was said with.
alter table skills.rating add column skill_name text not null default '' check (length(skill_name) <= 80);
alter table skills.rating add column level_name text not null default '' check (length(level_name) <= 60);
