import { Target as TargetIcon } from "lucide-react";
import { data } from "react-router";
import { isRefusal } from "#kernel/refusal.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { yearsOf, yearToShow } from "../convention/convention.ts";
import { AmendmentField, ConventionTabs, SignedBadge } from "../convention/convention-tabs.view.tsx";
import { loadConvention } from "../convention/load-convention.store.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { mayReadConvention } from "../objectives.policy.ts";
import type { Route } from "./+types/targets.page";
import { ObjectiveCard } from "./objective-card.view.tsx";
import { addIndicator, addObjective, changeTargets, recordResult } from "./set-target.command.ts";
import { objectivesOf } from "./target.store.ts";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

/** What is aimed at each year, and what is done. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, organizationId, slug, now, today } = reader;
    const loaded = await loadConvention(reader, args.params.conventionId, mayReadConvention);
    if (isRefusal(loaded)) return loaded;
    const { convention, amendments, keeps } = loaded;
    const objectives = await objectivesOf(tx, organizationId, convention.id);
    const years = yearsOf(convention);
    return {
      ...{ slug, convention, amendments, keeps, objectives, years, year: yearToShow(years, null, today) },
      key: newId<"key">(now) as string,
    };
  });
}

/** The targets of a form, "target.2026" by year. */
function targetsIn(input: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, text]) => (name.startsWith("targets.") ? [[name.slice(8), text]] : [])),
  );
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, conventionId } = args.params;
  const given = { ...input, conventionId, targets: targetsIn(input) };
  const then = (word: "objectiveAdded" | "indicatorAdded" | "targetsChanged" | "recorded") => () => ({
    to: `/${cooperative}/conventions-d-objectifs/${conventionId}/objectifs`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention?.split(" ")[0]) {
    case "objective":
      return act(args, form, addObjective, given, then("objectiveAdded"));
    case "indicator":
      return act(args, form, addIndicator, given, then("indicatorAdded"));
    case "targets":
      return act(args, form, changeTargets, given, then("targetsChanged"));
    case "result":
      return act(args, form, recordResult, given, then("recorded"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function Targets({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, convention, amendments, keeps, objectives, years, year, key } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  return (
    <Page
      title={convention.title}
      windowTitle={`${words.page.objectives} · ${convention.title}`}
      badge={<SignedBadge signedOn={convention.signedOn} />}
      crumbs={[{ to: `/${slug}/conventions-d-objectifs`, label: words.title }]}
    >
      <ConventionTabs slug={slug} convention={convention} />
      {objectives.length === 0 ? (
        <EmptyState icon={TargetIcon} title={words.noObjective}>
          {words.noObjectiveHelp}
        </EmptyState>
      ) : (
        objectives.map((objective) => (
          <ObjectiveCard
            key={objective.id}
            {...{ objective, convention, amendments, keeps, years, year, answer }}
            idempotencyKey={key}
          />
        ))
      )}
      {keeps ? (
        <Card title={words.addObjective}>
          <SubmitForm
            intent="objective"
            idempotencyKey={key}
            answer={answer}
            className="flex max-w-prose flex-col gap-4"
          >
            <TextInput name="title" label={words.objectiveTitle} maxLength={200} required />
            <Textarea name="details" label={words.objectiveDetails} maxLength={2000} rows={3} optional />
            <AmendmentField convention={convention} amendments={amendments} />
            <SubmitButton className="self-start">{words.addObjective}</SubmitButton>
          </SubmitForm>
        </Card>
      ) : null}
    </Page>
  );
}
