import { Bookmark, Trash2 } from "lucide-react";
import { data, redirect } from "react-router";
import { fill } from "#kernel/language.ts";
import { readTenant, runCommand } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { flash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { localPath } from "#ui/local-path.ts";
import { Page } from "#ui/page.tsx";
import { type Problem, typedValues } from "#ui/problem.ts";
import { useShell } from "#ui/shell-context.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/views.page";
import { en } from "./list.en.ts";
import { fr } from "./list.fr.ts";
import { listChoices } from "./list.store.ts";
import { removeView, renameView, saveView } from "./save-view.command.ts";

/** The reader's own views, of every list. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, slug }) => ({ slug, views: (await listChoices(tx, actor)).views }));
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const [intent = ""] = text("intention").split(":");
  const home = `/${args.params.cooperative}/vues`;
  const done = (word: "saved" | "renamed" | "removed", to: string) =>
    redirect(to, { headers: flash({ fr: fr[word], en: en[word] }) });
  const refused = (result: { problem: Problem; status: number }) =>
    data({ problem: result.problem, typed: typedValues(form) }, { status: result.status });
  if (intent === "supprimer") {
    const result = await runCommand(args, removeView, { viewId: text("vue") });
    return result.ok ? done("removed", home) : refused(result);
  }
  if (intent === "renommer") {
    const result = await runCommand(args, renameView, { viewId: text("vue"), name: text("name") });
    return result.ok ? done("renamed", home) : refused(result);
  }
  const view = { list: text("liste"), search: text("recherche"), name: text("name") };
  const result = await runCommand(args, saveView, view);
  return result.ok ? done("saved", localPath(form.get("retour"))) : refused(result);
}

export default function Views({ loaderData: { slug, views }, actionData }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { entries, tabPages } = useShell();
  const nameOf = (list: string) =>
    [...entries, ...tabPages].find(({ href }) => href === `/${slug}/${list}`)?.label ?? list;
  const lists = [...new Set(views.map(({ list }) => list))];
  const typed = actionData?.typed;
  return (
    <Page title={words.title} description={words.lead} width="form">
      {typed?.intention === "enregistrer" ? (
        <Card title={words.saveTitle} description={nameOf(typed.liste ?? "")}>
          <SubmitForm
            answer={actionData}
            intent="enregistrer"
            hidden={{ liste: typed.liste ?? "", recherche: typed.recherche ?? "", retour: typed.retour ?? "" }}
            className="flex flex-col gap-4"
          >
            <TextInput name="name" label={words.name} maxLength={60} required />
            <div className="flex flex-wrap items-center gap-4">
              <SubmitButton>{words.save}</SubmitButton>
              <TextLink to={localPath(typed.retour ?? null)}>{words.back}</TextLink>
            </div>
          </SubmitForm>
        </Card>
      ) : null}
      {views.length === 0 ? (
        <EmptyState icon={Bookmark} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : null}
      {lists.map((list) => (
        <Card key={list} title={nameOf(list)}>
          <ul className="flex flex-col gap-5">
            {views
              .filter((view) => view.list === list)
              .map((view) => (
                <li key={view.id} className="flex flex-col gap-2">
                  <TextLink to={`/${slug}/${list}?${view.search}`}>{fill(words.open, { name: view.name })}</TextLink>
                  <div className="flex flex-wrap items-end gap-3">
                    <SubmitForm
                      answer={actionData}
                      intent={`renommer:${view.id}`}
                      hidden={{ vue: view.id }}
                      className="flex flex-1 flex-wrap items-end gap-3"
                    >
                      <div className="min-w-40 flex-1">
                        <TextInput name="name" label={words.name} defaultValue={view.name} maxLength={60} required />
                      </div>
                      <SubmitButton variant="secondary">{words.rename}</SubmitButton>
                    </SubmitForm>
                    <SubmitForm answer={actionData} intent={`supprimer:${view.id}`} hidden={{ vue: view.id }}>
                      <SubmitButton variant="quiet" icon={Trash2}>
                        {words.remove}
                      </SubmitButton>
                    </SubmitForm>
                  </div>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </Page>
  );
}
