-- What is there before a consultation: projects and findings, told by each structure; and the stance that each publishes.
create table consultation.landscape_line (
  organization_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  structure_id uuid not null,
  kind text not null check (kind in
    ('pastProject', 'presentProject', 'plannedProject', 'strength', 'weakness', 'expectation', 'need')),
  body text not null check (length(body) between 1 and 1000),
  added_at timestamptz not null,
  added_by uuid not null,
  withdrawn_at timestamptz check (withdrawn_at >= added_at),
  withdrawn_by uuid,
  primary key (organization_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  foreign key (organization_id, consultation_id) references consultation.consultation (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
create index landscape_line_consultation on consultation.landscape_line (organization_id, consultation_id, added_at);
select platform.secure_table('consultation.landscape_line', 'select, insert, update');

-- A line is taken back, never rewritten; once every phase is closed none comes and none goes.
create function consultation.keep_landscape() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (
    old.withdrawn_at is not null
    or (old.id, old.consultation_id, old.structure_id, old.kind, old.body, old.added_at, old.added_by)
       is distinct from (new.id, new.consultation_id, new.structure_id, new.kind, new.body, new.added_at, new.added_by)
  ) then
    raise exception 'a line is taken back, never rewritten' using errcode = 'restrict_violation';
  end if;
  -- The row that adding or closing a phase holds: whoever closes the last one waits for the lines under way.
  perform from consultation.phase p
    where p.organization_id = new.organization_id and p.consultation_id = new.consultation_id and p.status <> 'closed'
    for share;
  if not found then
    raise exception 'this consultation is over' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger landscape_line_is_kept before insert or update on consultation.landscape_line
  for each row execute function consultation.keep_landscape();

create table consultation.position (
  organization_id uuid not null,
  consultation_id uuid not null,
  structure_id uuid not null,
  number integer not null check (number > 0),
  taken_on date not null,
  body text not null check (length(body) between 1 and 8000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organization_id, consultation_id, structure_id, number),
  foreign key (organization_id, consultation_id) references consultation.consultation (organization_id, id),
  foreign key (organization_id, structure_id) references network.structure (organization_id, id)
);
select platform.secure_table('consultation.position', 'select, insert');
create trigger position_is_kept before update or delete on consultation.position
  for each row execute function platform.refuse_change();
