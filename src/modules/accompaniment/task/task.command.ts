import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personsReached } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalDay, optionalId, requiredText, ticked } from "#platform/field.ts";
import { ACCOMPANYING } from "../appointment/appointment.policy.ts";
import { contactsByPerson } from "../people.store.ts";
import type { TaskRefusalCode } from "./task.fr.ts";
import { mayAddTask, mayFinishTask } from "./task.policy.ts";
import { findTask, insertTask, setDone } from "./task.store.ts";
import type { TaskId } from "./task.ts";

type Kept = { readonly taskId: TaskId };

/** Something to do about somebody, by them or by oneself, outside of an appointment. */
export const addTask = defineCommand({
  name: "accompaniment.task.add",
  input: z.object({
    personId: idText<"person">(),
    assigneeId: optionalId<"person">(),
    title: requiredText(200),
    dueOn: optionalDay(),
  }),
  async run(context, { personId, assigneeId, title, dueOn }): Promise<Kept | Refusal<TaskRefusalCode>> {
    const { tx, organizationId, actor } = context;
    const refusal = mayAddTask(actor, personId, await personsReached(tx, actor, ACCOMPANYING));
    if (refusal) return refusal;
    const who = assigneeId ?? actor.personId;
    if (who !== personId && who !== actor.personId) return refuse("invalid", "task.assignee", {}, "assigneeId");
    if (!(await contactsByPerson(tx, organizationId, [personId])).has(personId))
      return refuse("missing", "task.personMissing");
    const taskId = await insertTask(context, { appointmentId: null, personId, assigneeId: who, title, dueOn });
    context.audit({ subjectKind: "accompaniment.task", subjectId: taskId });
    return { taskId };
  },
});

/** Says that it is done, or that it is not after all. */
export const finishTask = defineCommand({
  name: "accompaniment.task.finish",
  input: z.object({ taskId: idText<"task">(), undone: ticked() }),
  async run(context, { taskId, undone }): Promise<Kept | Refusal<TaskRefusalCode>> {
    const { tx, organizationId, actor, now } = context;
    const task = await findTask(tx, organizationId, taskId);
    if (task === null) return refuse("missing", "task.missing");
    const refusal = mayFinishTask(actor, task, await personsReached(tx, actor, ACCOMPANYING));
    if (refusal) return refusal;
    await setDone(tx, organizationId, taskId, undone ? null : { at: now, by: actor.personId });
    context.audit({ subjectKind: "accompaniment.task", subjectId: taskId, details: { done: !undone } });
    return { taskId };
  },
});
