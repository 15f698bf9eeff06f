import { data } from "react-router";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { spokenStructures } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import { mayLeadGroup, mayReadGroup } from "../group/group.policy.ts";
import { GroupTabs } from "../group/group-tabs.view.tsx";
import { loadGroup } from "../group/load-group.store.ts";
import type { Route } from "./+types/template.page";
import { publishTemplate, sayUptake } from "./adopt-template.command.ts";
import { templatesOf, uptakesOf } from "./template.store.ts";
import { TemplateCard } from "./template-card.view.tsx";
import { UptakesCard } from "./uptakes-card.view.tsx";

/** The template as published, and what each structure makes of it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, timeZone } = reader;
    const loaded = await loadGroup(reader, args.params.workgroupId, mayReadGroup);
    if (isRefusal(loaded)) return loaded;
    const { group, members } = loaded;
    const published = await templatesOf(tx, organizationId, group.id);
    const said = await uptakesOf(
      tx,
      organizationId,
      published.map(({ id }) => id),
    );
    const templates = published.map((template) => ({
      ...template,
      uptakes: said.filter(({ templateId }) => templateId === template.id),
    }));
    const spoken = (await spokenStructures(reader))
      .filter(({ kind }) => kind !== "network")
      .map(({ id, name }) => ({ id, name }));
    const publishes = group.closedOn === null && mayLeadGroup(actor, group, members) === null;
    return { slug, timeZone, group, templates, publishes, spoken, key: newId<"key">(now) as string };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, workgroupId } = args.params;
  const given = { ...input, workgroupId };
  const then = (word: "published" | "said") => () => ({
    to: `/${cooperative}/groupes-de-travail/${workgroupId}/trame`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention) {
    case "publish":
      return act(args, form, publishTemplate, given, then("published"));
    case "say":
      return act(args, form, sayUptake, given, then("said"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function TemplatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, timeZone, group, templates, publishes, spoken, key } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  const [last, ...earlier] = templates;
  return (
    <Page title={group.title} crumbs={[{ to: `/${slug}/groupes-de-travail`, label: words.title }]}>
      <GroupTabs slug={slug} group={group} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          {last === undefined ? (
            <Card title={words.template}>
              <p>{words.noTemplate}</p>
              <p className="text-texte2">{words.noTemplateHelp}</p>
            </Card>
          ) : (
            <TemplateCard {...{ template: last, timeZone }} />
          )}
          {publishes ? (
            <Card title={last === undefined ? words.publish : words.publishAgain} description={words.publishLead}>
              <SubmitForm
                key={templates.length}
                intent="publish"
                idempotencyKey={key}
                answer={answer}
                className="flex flex-col gap-4"
              >
                <TextInput
                  name="title"
                  label={words.templateTitle}
                  defaultValue={last?.title}
                  maxLength={160}
                  required
                />
                <Textarea
                  name="introduction"
                  label={words.introduction}
                  defaultValue={last?.introduction}
                  maxLength={4000}
                  optional
                />
                <Textarea
                  name="steps"
                  label={words.steps}
                  help={words.stepsHelp}
                  defaultValue={last?.steps.join("\n")}
                  rows={6}
                  maxLength={8000}
                  required
                />
                <SubmitButton className="self-start">{words.publish}</SubmitButton>
              </SubmitForm>
            </Card>
          ) : null}
        </div>
        {last === undefined ? null : (
          <UptakesCard {...{ template: last, spoken, timeZone, answer }} idempotencyKey={key} />
        )}
      </div>
      {earlier.map((template) => (
        <div key={template.id} className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <TemplateCard {...{ template, timeZone }} />
          <UptakesCard {...{ template, timeZone }} spoken={[]} answer={null} idempotencyKey="" />
        </div>
      ))}
    </Page>
  );
}
