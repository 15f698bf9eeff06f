import { ListChecks } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { act, reachedPersons } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { localPath } from "#ui/local-path.ts";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { readForm } from "../act.page.ts";
import { ACCOMPANYING, accompanies } from "../appointment/appointment.policy.ts";
import type { Route } from "./+types/tasks.page";
import { addTask, finishTask } from "./task.command.ts";
import { en } from "./task.en.ts";
import { fr } from "./task.fr.ts";
import { listTasks } from "./task.store.ts";
import { Tasks } from "./task-list.view.tsx";
import { namedTasks } from "./task-rows.store.ts";

const MOST = 100;

/** What I have to do, and what is to be done about me. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const assigned = await listTasks(tx, { organizationId, assigneeId: actor.personId, limit: MOST });
    const about = await listTasks(tx, { organizationId, personIds: [actor.personId], limit: MOST });
    const tasks = [...new Map([...assigned, ...about].map((task) => [task.id, task])).values()];
    const persons = accompanies(actor) ? await reachedPersons(tx, actor, ACCOMPANYING) : null;
    return {
      slug,
      today,
      cut: assigned.length === MOST || about.length === MOST,
      me: actor.personId,
      key: newId<"key">(now) as string,
      tasks: await namedTasks(reader, tasks),
      persons: persons?.map(({ personId, name, site }) => ({ value: personId, label: name, detail: site })) ?? null,
    };
  });
}

/** Back to the page that the button was on, which may be a home. */
function comingFrom(request: Request, otherwise: string): string {
  const from = URL.parse(request.headers.get("referer") ?? "");
  return from === null || from.host !== new URL(request.url).host ? otherwise : localPath(from.pathname + from.search);
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, /^dueOn$/);
  const here = `/${args.params.cooperative}/taches`;
  if (input.intention === "add") {
    return act(args, form, addTask, { ...input, assigneeId: input.who === "them" ? input.personId : "" }, () => ({
      to: here,
      message: { fr: fr.added, en: en.added },
    }));
  }
  const said = input.undone ? "undone" : "finished";
  return act(args, form, finishTask, input, () => ({
    to: comingFrom(args.request, here),
    message: { fr: fr[said], en: en[said] },
  }));
}

export default function TasksPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, me, key, tasks, persons } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const shown = { slug, today, me };
  const [toDo, done] = [tasks.filter(({ doneAt }) => doneAt === null), tasks.filter(({ doneAt }) => doneAt !== null)];
  return (
    <Page title={words.title} description={words.lead} width="form">
      {tasks.length === 0 ? (
        <EmptyState icon={ListChecks} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : null}
      {toDo.length === 0 ? null : (
        <Card title={words.toDo}>
          <Tasks {...shown} tasks={toDo} />
        </Card>
      )}
      {persons === null ? null : (
        <Card title={words.add}>
          <SubmitForm intent="add" idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
            <Combobox name="personId" label={words.person} options={persons} required />
            <TextInput name="title" label={words.what} required maxLength={200} />
            <DayInput name="dueOn" label={words.dueOn} today={today} optional />
            <SubmitButton className="self-start">{words.save}</SubmitButton>
          </SubmitForm>
        </Card>
      )}
      {done.length === 0 ? null : (
        <Card title={words.done}>
          <Tasks {...shown} tasks={done} />
        </Card>
      )}
      {loaderData.cut ? (
        <p className="text-aide text-texte2">{fill(words.firstOnly, { count: String(MOST) })}</p>
      ) : null}
    </Page>
  );
}
