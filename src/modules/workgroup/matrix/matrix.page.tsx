import { data } from "react-router";
import { act, readForm } from "#modules/membership/index.server.ts";
import { mayEnter, spokenStructures } from "#modules/network/index.server.ts";
import { POOLING_PAGES } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { SharedTabs } from "#ui/tabs.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Route } from "./+types/matrix.page";
import { matchesOf } from "./capacity.ts";
import { CapacityForm, OwnCapacities } from "./capacity-form.view.tsx";
import { MatchesCard } from "./matches-card.view.tsx";
import { mayListFunctions } from "./matrix.policy.ts";
import { capacitiesOf, encountersOf, functionsOf } from "./matrix.store.ts";
import { MatrixTable } from "./matrix-table.view.tsx";
import { saveFunctions, sayCapacity, sayEncounter, withdrawCapacity } from "./say-capacity.command.ts";

/** Who needs and who offers what, and which of them meet. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, now, today, timeZone } = reader;
    const refusal = mayEnter(actor);
    if (refusal) return refusal;
    const capacities = await capacitiesOf(tx, organizationId, today);
    const spoken = (await spokenStructures(reader)).map(({ id, name }) => ({ id, name }));
    const speaks = new Set(spoken.map(({ id }) => id));
    const encounters = await encountersOf(tx, organizationId);
    const matches = matchesOf(capacities, today).map((match) => ({
      ...match,
      said: encounters.filter(({ needId, offerId }) => needId === match.need.id && offerId === match.offer.id),
      answers: speaks.has(match.need.structureId) || speaks.has(match.offer.structureId),
    }));
    return {
      ...{ slug, today, timeZone, capacities, matches, spoken, key: newId<"key">(now) as string },
      functions: await functionsOf(tx, organizationId),
      own: capacities.filter(({ structureId }) => speaks.has(structureId)),
      prepares: mayListFunctions(actor) === null,
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["startsOn", "endsOn"]);
  const then = (word: "functionsSaved" | "capacitySaid" | "withdrawn" | "encounterSaid") => () => ({
    to: `/${args.params.cooperative}/besoins-et-offres`,
    message: { fr: fr[word], en: en[word] },
  });
  switch (input.intention?.split(" ")[0]) {
    case "functions":
      return act(args, form, saveFunctions, input, then("functionsSaved"));
    case "say":
      return act(args, form, sayCapacity, input, then("capacitySaid"));
    case "withdraw":
      return act(args, form, withdrawCapacity, input, then("withdrawn"));
    case "encounter":
      return act(args, form, sayEncounter, input, then("encounterSaid"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function MatrixPage({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, today, timeZone, capacities, matches, spoken, key, functions, own, prepares } = loaderData;
  const words = useLanguage().choose({ fr, en });
  const answer = actionData ?? null;
  const listed = functions.map(({ title }) => title).join("\n");
  const edit = prepares ? (
    <Confirm trigger={words.functionsEdit} title={words.functions}>
      <SubmitForm intent="functions" answer={answer} className="flex flex-col gap-4">
        <Textarea
          name="functions"
          label={words.functions}
          help={words.functionsHelp}
          defaultValue={listed || words.functionsSuggested}
          rows={8}
          maxLength={4000}
          required
        />
        <SubmitButton className="self-start">{words.save}</SubmitButton>
      </SubmitForm>
    </Confirm>
  ) : null;
  return (
    <Page title={words.matrixTitle} description={words.matrixLead} actions={edit}>
      <SharedTabs slug={slug} of={POOLING_PAGES} />
      <Refused intent="withdraw" answer={answer} />
      {functions.length === 0 ? (
        <EmptyState title={words.noFunctions}>{words.noFunctionsHelp}</EmptyState>
      ) : (
        <>
          <MatrixTable functions={functions} capacities={capacities} />
          <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
            <MatchesCard {...{ matches, timeZone, answer }} idempotencyKey={key} />
            {spoken.length === 0 ? null : (
              <Card title={words.sayCapacity}>
                <CapacityForm key={own.length} {...{ functions, spoken, today, answer }} idempotencyKey={key} />
                <OwnCapacities {...{ own, answer }} />
              </Card>
            )}
          </div>
        </>
      )}
    </Page>
  );
}
