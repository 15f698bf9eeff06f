import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { accompanies, type Reached } from "../appointment/appointment.policy.ts";
import type { TaskRefusalCode } from "./task.fr.ts";
import type { Task } from "./task.ts";

/** Who gives somebody something to do outside of an appointment: those who accompany them. */
export function mayAddTask(actor: Actor, personId: PersonId, reached: Reached): Refusal<TaskRefusalCode> | null {
  if (!accompanies(actor)) return refuse("forbidden", "task.notAllowed");
  return reached === "all" || reached.has(personId) ? null : refuse("missing", "task.personMissing");
}

/** Who says that it is done: who does it, whom it is about, those who accompany them. */
export function mayFinishTask(
  actor: Actor,
  task: Pick<Task, "assigneeId" | "personId">,
  reached: Reached,
): Refusal<TaskRefusalCode> | null {
  const mine = task.assigneeId === actor.personId || task.personId === actor.personId;
  const theirs = accompanies(actor) && (reached === "all" || reached.has(task.personId));
  return mine || theirs ? null : refuse("missing", "task.missing");
}
