import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AppointmentId } from "../appointment/appointment.ts";
import type { AccompanimentTables } from "../tables.ts";
import type { Task, TaskId } from "./task.ts";

const COLUMNS = sql`t.id, t.appointment_id as "appointmentId", t.person_id as "personId",
  t.assignee_id as "assigneeId", t.title, t.due_on as "dueOn", t.done_at as "doneAt", t.created_by as "createdBy"`;

export type TaskQuery = {
  readonly organizationId: OrganizationId;
  readonly assigneeId?: PersonId;
  readonly personIds?: readonly PersonId[];
  readonly appointmentId?: AppointmentId;
  /** Left out: all, done or not. */
  readonly done?: boolean;
  readonly limit: number;
};

/** Next steps, those to do first, the soonest due first. Rights are the caller's matter. */
export async function listTasks(tx: Tx, query: TaskQuery): Promise<Task[]> {
  const { organizationId, assigneeId, personIds, appointmentId, done, limit } = query;
  const { rows } = await sql<Task>`select ${COLUMNS} from accompaniment.task t
    where t.organization_id = ${organizationId}
      ${assigneeId === undefined ? sql`` : sql`and t.assignee_id = ${assigneeId}`}
      ${personIds === undefined ? sql`` : sql`and t.person_id = any(${personIds}::uuid[])`}
      ${appointmentId === undefined ? sql`` : sql`and t.appointment_id = ${appointmentId}`}
      ${done === undefined ? sql`` : sql`and (t.done_at is not null) = ${done}`}
    order by t.done_at desc nulls first, t.due_on nulls last, t.id limit ${limit}`.execute(tx);
  return rows;
}

export async function findTask(tx: Tx, organizationId: OrganizationId, id: TaskId): Promise<Task | null> {
  const { rows } = await sql<Task>`select ${COLUMNS} from accompaniment.task t
    where t.organization_id = ${organizationId} and t.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

export type NewTask = {
  readonly appointmentId: AppointmentId | null;
  readonly personId: PersonId;
  readonly assigneeId: PersonId;
  readonly title: string;
  readonly dueOn: Day | null;
};

export async function insertTask(
  { tx, organizationId, actor, now, id }: CommandContext,
  task: NewTask,
): Promise<TaskId> {
  const taskId = id<"task">();
  await tx
    .withTables<AccompanimentTables>()
    .insertInto("accompaniment.task")
    .values({
      organization_id: organizationId,
      id: taskId,
      appointment_id: task.appointmentId,
      person_id: task.personId,
      assignee_id: task.assigneeId,
      title: task.title,
      due_on: task.dueOn,
      created_at: now,
      created_by: actor.personId,
      done_at: null,
      done_by: null,
    })
    .execute();
  return taskId;
}

export async function setDone(
  tx: Tx,
  organizationId: OrganizationId,
  id: TaskId,
  done: { readonly at: Instant; readonly by: PersonId } | null,
): Promise<void> {
  await tx
    .withTables<AccompanimentTables>()
    .updateTable("accompaniment.task")
    .set({ done_at: done?.at ?? null, done_by: done?.by ?? null })
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
}

/** How many next steps about each of these persons are overdue. */
export async function overdueTasks(
  tx: Tx,
  organizationId: OrganizationId,
  personIds: readonly PersonId[],
  today: Day,
): Promise<ReadonlyMap<PersonId, number>> {
  const { rows } = await sql<{ personId: PersonId; count: number }>`
    select person_id as "personId", count(*)::int as count from accompaniment.task
     where organization_id = ${organizationId} and person_id = any(${[...personIds]}::uuid[])
       and done_at is null and due_on < ${today}
     group by person_id`.execute(tx);
  return new Map(rows.map(({ personId, count }) => [personId, count]));
}
