import { data } from "react-router";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { ConventionTabs, SignedBadge } from "../convention/convention-tabs.view.tsx";
import { loadConvention } from "../convention/load-convention.store.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import { objectivesOf } from "../target/target.store.ts";
import type { Route } from "./+types/actions.page";
import { actionsOf } from "./action.store.ts";
import { ActionsCard } from "./actions-card.view.tsx";
import { planJointAction, tellJointAction } from "./carry-action.command.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** What the parties do together, and what proves it. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today, timeZone } = reader;
    const loaded = await loadConvention(reader, args.params.conventionId, mayReadConvention);
    if (isRefusal(loaded)) return loaded;
    const { convention, parties, keeps } = loaded;
    const objectives = await objectivesOf(tx, organizationId, convention.id);
    return {
      ...{ slug, today, timeZone, convention, parties, keeps, key: newId<"key">(now) as string },
      objectives: objectives.map(({ id, title }) => ({ id, title })),
      actions: await actionsOf(tx, organizationId, convention.id),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["plannedOn"]);
  const { cooperative, conventionId } = args.params;
  const given = { ...input, conventionId };
  const then = (word: "actionPlanned" | "told") => () => ({
    to: `/${cooperative}/conventions-d-objectifs/${conventionId}/actions`,
    message: { fr: fr[word], en: en[word] },
  });
  if (input.intention?.startsWith("tell ")) return act(args, form, tellJointAction, given, then("told"));
  if (input.intention !== "plan") throw data(null, { status: 404 });
  return act(args, form, planJointAction, given, then("actionPlanned"));
}

export default function Actions({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, timeZone, convention, parties, keeps, objectives, actions, key } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  return (
    <Page
      title={convention.title}
      windowTitle={`${words.page.actions} · ${convention.title}`}
      badge={<SignedBadge signedOn={convention.signedOn} />}
      crumbs={[{ to: `/${slug}/conventions-d-objectifs`, label: words.title }]}
    >
      <ConventionTabs slug={slug} convention={convention} />
      <ActionsCard {...{ actions, objectives, today, timeZone, answer }} idempotencyKey={key} />
      {keeps ? (
        <Card title={words.planAction}>
          <SubmitForm intent="plan" idempotencyKey={key} answer={answer} className="flex max-w-prose flex-col gap-4">
            <TextInput name="title" label={words.actionTitle} maxLength={200} required />
            <Select
              name="carrierId"
              label={words.carrier}
              placeholder=" "
              options={parties.map(({ structureId, name }) => ({ value: structureId, label: name }))}
              required
            />
            <Select
              name="objectiveId"
              label={words.objectiveOf}
              options={[
                { value: "", label: words.noObjectiveChosen },
                ...objectives.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
            <DayInput name="plannedOn" label={words.plannedOn} today={today} required />
            <SubmitButton className="self-start">{words.planAction}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : null}
    </Page>
  );
}
