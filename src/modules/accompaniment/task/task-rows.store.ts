import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import type { Task } from "./task.ts";

export type TaskRow = Task & { readonly person: string; readonly assignee: string };

/** Next steps with the names of their people. */
export async function namedTasks(
  { tx, organizationId }: Pick<Reader, "tx" | "organizationId">,
  tasks: readonly Task[],
): Promise<TaskRow[]> {
  const ids = [...new Set(tasks.flatMap(({ personId, assigneeId }) => [personId, assigneeId]))];
  const names = await personNames(tx, organizationId, ids);
  return tasks.map((task) => ({
    ...task,
    person: names.get(task.personId) ?? "",
    assignee: names.get(task.assigneeId) ?? "",
  }));
}
