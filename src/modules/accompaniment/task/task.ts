/** Next steps: who does what, by when. */
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import type { AppointmentId } from "../appointment/appointment.ts";

export type TaskId = Id<"task">;

export type Task = {
  readonly id: TaskId;
  readonly appointmentId: AppointmentId | null;
  /** Whom it is about. */
  readonly personId: PersonId;
  /** Who does it. */
  readonly assigneeId: PersonId;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly doneAt: Instant | null;
  readonly createdBy: PersonId;
};

export const isOverdue = (task: Pick<Task, "dueOn" | "doneAt">, today: Day): boolean =>
  task.doneAt === null && task.dueOn !== null && task.dueOn < today;
