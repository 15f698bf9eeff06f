import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TaskList } from "#ui/task-list.tsx";
import { en } from "./task.en.ts";
import { fr } from "./task.fr.ts";
import { isOverdue } from "./task.ts";
import type { TaskRow } from "./task-rows.store.ts";

type Shown = {
  readonly slug: string;
  readonly today: Day;
  /** Whose screen it is: their own name is not told to them. */
  readonly me: string;
  readonly tasks: readonly TaskRow[];
};

/** Next steps, each with the button that ends it. */
export function Tasks({ slug, today, me, tasks }: Shown) {
  const words = useLanguage().choose({ fr, en });
  return (
    <TaskList
      tasks={tasks.map((task) => {
        const late = isOverdue(task, today);
        const done = task.doneAt !== null;
        const detail = [
          task.assigneeId === me ? "" : fill(words.by, { name: task.assignee }),
          task.personId === me || task.personId === task.assigneeId ? "" : fill(words.about, { name: task.person }),
          task.dueOn === null ? "" : fill(late ? words.overdue : words.due, { day: day(task.dueOn) }),
        ];
        return {
          key: task.id,
          tone: done ? "ok" : late ? "erreur" : "info",
          title: task.title,
          detail: detail.filter(Boolean).join(", "),
          action: (
            <SubmitForm
              action={`/${slug}/taches`}
              hidden={{ taskId: task.id, undone: done ? "oui" : "" }}
              answer={null}
            >
              <SubmitButton
                variant={done ? "quiet" : "secondary"}
                size="small"
                aria-label={fill(done ? words.undoOf : words.finishOf, { title: task.title })}
              >
                {done ? words.undo : words.finish}
              </SubmitButton>
            </SubmitForm>
          ),
        } as const;
      })}
    />
  );
}

/** The same on a home or beside appointments. */
export function TaskCard(shown: Shown) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.title} actions={<ButtonLink to={`/${shown.slug}/taches`}>{words.all}</ButtonLink>}>
      <Tasks {...shown} />
    </Card>
  );
}
