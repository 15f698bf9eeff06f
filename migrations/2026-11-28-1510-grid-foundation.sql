-- Cooperation grid: a project and its partners, a grid in versions, ratings that each makes alone, what is agreed, and a plan.
create schema grid;
grant usage on schema grid to essaim_app, essaim_backup;

create table grid.model (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 160),
  number integer not null check (number >= 1),
  -- A free example, not the official wording of anybody.
  example boolean not null default false,
  status text not null check (status in ('draft', 'published')),
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (organization_id, id),
  check ((status = 'published') = (published_at is not null))
);
create unique index model_number on grid.model (organization_id, lower(name), number);
create unique index model_draft on grid.model (organization_id, lower(name)) where status = 'draft';
select platform.secure_table('grid.model', 'select, insert, update');

create table grid.indicator (
  organization_id uuid not null,
  model_id uuid not null,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'),
  general text not null check (length(general) between 1 and 120),
  main text not null check (length(main) between 1 and 160),
  wording text not null check (length(wording) between 1 and 300),
  -- What each level looks like, from 0 up.
  levels text[] not null check (cardinality(levels) between 2 and 7),
  position integer not null,
  primary key (organization_id, model_id, code),
  foreign key (organization_id, model_id) references grid.model (organization_id, id)
);
select platform.secure_table('grid.indicator');

create function grid.keep_model() returns trigger language plpgsql as $$
begin
  if old.status = 'published' then
    raise exception 'a published grid stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger model_is_kept before update on grid.model for each row execute function grid.keep_model();

create function grid.keep_indicator() returns trigger language plpgsql as $$
declare
  concerned uuid := case when tg_op = 'DELETE' then old.model_id else new.model_id end;
begin
  if exists (select 1 from grid.model m where m.organization_id = platform.tenant() and m.id = concerned
               and m.status = 'published') then
    raise exception 'a published grid stays' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger indicator_is_kept before insert or update or delete on grid.indicator
  for each row execute function grid.keep_indicator();

create table grid.project (
  organization_id uuid not null references membership.organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 160),
  kind text not null check (kind in ('ptce', 'other')),
  territory text not null default '' check (length(territory) <= 160),
  description text not null default '' check (length(description) <= 2000),
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references membership.person (organization_id, id)
);
select platform.secure_table('grid.project', 'select, insert, update');

create table grid.partner (
  organization_id uuid not null,
  project_id uuid not null,
  structure_id uuid not null,
  primary key (organization_id, project_id, structure_id),
  foreign key (organization_id, project_id) references grid.project (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
select platform.secure_table('grid.partner', 'select, insert, delete');

-- One time that a project is rated: each alone, then compared and agreed, then closed for ever.
create table grid.round (
  organization_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  model_id uuid not null,
  mode text not null check (mode in ('description', 'self', 'external', 'mutual')),
  status text not null check (status in ('rating', 'comparing', 'closed')),
  opened_on date not null,
  opened_at timestamptz not null,
  compared_at timestamptz,
  closed_at timestamptz,
  primary key (organization_id, id),
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'rating') = (compared_at is null)),
  foreign key (organization_id, project_id) references grid.project (organization_id, id),
  foreign key (organization_id, model_id) references grid.model (organization_id, id)
);
create unique index round_open on grid.round (organization_id, project_id) where status <> 'closed';
select platform.secure_table('grid.round', 'select, insert, update');

-- One way only: ratings that everybody has seen are never alone again.
create function grid.keep_round() returns trigger language plpgsql as $$
begin
  if old.status = 'closed' or (old.status = 'comparing' and new.status = 'rating')
     or (new.project_id, new.model_id, new.mode) is distinct from (old.project_id, old.model_id, old.mode) then
    raise exception 'a round goes one way' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger round_is_kept before update on grid.round for each row execute function grid.keep_round();

create table grid.rater (
  organization_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  named_at timestamptz not null,
  finished_at timestamptz,
  primary key (organization_id, round_id, person_id),
  foreign key (organization_id, round_id) references grid.round (organization_id, id),
  foreign key (organization_id, person_id) references membership.person (organization_id, id)
);
create index rater_person on grid.rater (organization_id, person_id);
select platform.secure_table('grid.rater', 'select, insert, update, delete');

create table grid.rating (
  organization_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  code text not null,
  level integer not null check (level >= 0),
  comment text not null default '' check (length(comment) <= 1000),
  rated_at timestamptz not null,
  primary key (organization_id, round_id, person_id, code),
  foreign key (organization_id, round_id, person_id) references grid.rater (organization_id, round_id, person_id)
);
select platform.secure_table('grid.rating', 'select, insert, update');

-- Until the comparison opens a rating is its author's alone, for reading as for writing: this narrows, it opens nothing.
create policy own_until_compared on grid.rating as restrictive to essaim_app
  using (
    exists (select 1 from grid.round r where r.organization_id = rating.organization_id and r.id = rating.round_id
              and r.status <> 'rating')
    or exists (select 1 from membership.person p where p.organization_id = rating.organization_id and p.id = rating.person_id
                 and p.user_id = platform.signed_in_user()))
  with check (
    exists (select 1 from membership.person p where p.organization_id = rating.organization_id and p.id = rating.person_id
              and p.user_id = platform.signed_in_user()));

create function grid.keep_rating() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from grid.round r where r.organization_id = new.organization_id and r.id = new.round_id
                   and r.status = 'rating') then
    raise exception 'ratings stay once they are compared' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger rating_is_kept before insert or update on grid.rating for each row execute function grid.keep_rating();

-- What is said while comparing, and the value that is agreed with its evidence and its reason.
create table grid.remark (
  organization_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  code text not null,
  body text not null check (length(body) between 1 and 1000),
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, round_id) references grid.round (organization_id, id),
  foreign key (organization_id, said_by) references membership.person (organization_id, id)
);
create index remark_round on grid.remark (organization_id, round_id, code);
select platform.secure_table('grid.remark', 'select, insert');

create table grid.agreed_value (
  organization_id uuid not null,
  round_id uuid not null,
  code text not null,
  level integer not null check (level >= 0),
  reason text not null check (length(reason) between 1 and 1000),
  evidence text not null default '' check (length(evidence) <= 500),
  agreed_at timestamptz not null,
  agreed_by uuid not null,
  primary key (organization_id, round_id, code),
  foreign key (organization_id, round_id) references grid.round (organization_id, id)
);
select platform.secure_table('grid.agreed_value', 'select, insert, update');

create function grid.keep_agreed() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from grid.round r where r.organization_id = new.organization_id and r.id = new.round_id
                   and r.status = 'comparing') then
    raise exception 'values are agreed while a round is compared' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreed_value_is_kept before insert or update on grid.agreed_value
  for each row execute function grid.keep_agreed();
create trigger remark_is_kept before insert on grid.remark for each row execute function grid.keep_agreed();

create table grid.plan_action (
  organization_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  round_id uuid not null,
  code text not null default '',
  what text not null check (length(what) between 1 and 500),
  who text not null check (length(who) between 1 and 160),
  due_on date not null,
  planned_at timestamptz not null,
  done_at timestamptz,
  done_note text not null default '' check (length(done_note) <= 1000),
  primary key (organization_id, id),
  foreign key (organization_id, project_id) references grid.project (organization_id, id),
  foreign key (organization_id, round_id) references grid.round (organization_id, id)
);
create index plan_action_project on grid.plan_action (organization_id, project_id, due_on);
select platform.secure_table('grid.plan_action', 'select, insert, update');
