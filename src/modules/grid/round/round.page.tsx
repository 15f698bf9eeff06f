import { FileDown } from "lucide-react";
import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import { mayRate } from "../grid.policy.ts";
import { indicatorsOf } from "../model/model.store.ts";
import { objectivesIn } from "../model/model.ts";
import { planAction } from "../project/lead-project.command.ts";
import { loadRound } from "../project/load.store.ts";
import type { Route } from "./+types/round.page";
import { DivergenceMap } from "./divergence-map.view.tsx";
import { PlanForm } from "./plan-form.view.tsx";
import { ProfileCard } from "./profile-card.view.tsx";
import { agreedOf, ratersOf, ratingsOf } from "./round.store.ts";
import { profileOf, spreadOf } from "./round.ts";
import { closeRound, openComparison } from "./run-round.command.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const loaded = await loadRound(reader, parseId<"gridRound">(args.params.gridRoundId));
    if ("refused" in loaded) return loaded;
    const { round, leads } = loaded;
    const raters = await ratersOf(tx, organizationId, round.id);
    const names = new Map(raters.map(({ personId, name }) => [personId, name]));
    const compared = round.status !== "rating";
    const indicators = compared ? await indicatorsOf(tx, organizationId, round.modelId) : [];
    const ratings = compared ? await ratingsOf(tx, organizationId, round.id) : [];
    const agreed = compared ? await agreedOf(tx, organizationId, round.id) : [];
    const objectives = objectivesIn(indicators);
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      round,
      raters,
      leads,
      rates: round.status === "rating" && mayRate(actor, round) === null,
      objectives: objectives.map(({ main, indicators: within }) => ({
        main,
        lines: within.map(({ code, wording }) => {
          const said = ratings.filter((one) => one.code === code);
          return {
            ...{ code, wording },
            ...spreadOf(said.map(({ level }) => level)),
            said: said.map(({ personId, level }) => ({ name: names.get(personId) ?? "", level })),
            agreed: agreed.find((one) => one.code === code)?.level ?? null,
          };
        }),
      })),
      most: Math.max(1, (indicators[0]?.levels.length ?? 2) - 1),
      profile: profileOf(objectives, agreed),
    };
  });
}

export type RoundData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args, ["dueOn"]);
  const { cooperative, gridRoundId: roundId } = args.params;
  const given = { ...input, roundId };
  const said = (word: "compared" | "closed" | "planned") => () => ({
    to: `/${cooperative}/cooperation/tours/${roundId}`,
    message: { fr: fr.round[word], en: en.round[word] },
  });
  switch (input.intention) {
    case "compare":
      return act(args, form, openComparison, given, said("compared"));
    case "close":
      return act(args, form, closeRound, given, said("closed"));
    case "plan":
      return act(args, form, planAction, given, said("planned"));
    default:
      throw data(null, { status: 404 });
  }
}

export default function RoundPage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.round;
  const { slug, round, raters, leads, rates, key, objectives, most, profile } = loaderData;
  const answer = actionData ?? undefined;
  const compared = round.status !== "rating";
  const intent = round.status === "rating" ? "compare" : "close";
  const waiting = intent === "compare" && raters.some(({ finishedAt }) => finishedAt === null);
  return (
    <Page
      title={fill(words.title, { project: round.projectName, day: day(round.openedOn) })}
      badge={<Badge tone={round.status === "closed" ? "ok" : "info"}>{all.statuses[round.status]}</Badge>}
      description={`${all.modes[round.mode]}. ${fill(all.version, { name: round.modelName, number: String(round.modelNumber) })}.`}
      crumbs={[
        { to: `/${slug}/cooperation`, label: all.title },
        { to: `/${slug}/cooperation/projets/${round.projectId}`, label: round.projectName },
      ]}
      actions={
        <>
          {rates ? (
            <ButtonLink variant="primary" to="apprecier">
              {words.rate}
            </ButtonLink>
          ) : null}
          {compared ? (
            <ButtonLink icon={FileDown} to="rapport.pdf" reloadDocument>
              {words.report}
            </ButtonLink>
          ) : null}
          {leads && round.status !== "closed" ? (
            <Confirm trigger={words[intent]} title={words[`${intent}Title`]}>
              <p>{words[`${intent}Help`]}</p>
              <SubmitForm
                intent={intent}
                idempotencyKey={`${key}-${intent}`}
                answer={answer ?? null}
                className="flex flex-col gap-4"
              >
                {waiting ? <Checkbox name="anyway" label={words.anyway} /> : null}
                <SubmitButton>{words[intent]}</SubmitButton>
              </SubmitForm>
            </Confirm>
          ) : null}
        </>
      }
    >
      <Refused intent="compare" answer={answer} />
      <Refused intent="close" answer={answer} />
      <Card title={all.projects.raters} description={compared ? undefined : words.secret}>
        <ul className="flex flex-col gap-2">
          {raters.map(({ personId, name, finishedAt }) => (
            <li key={personId} className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{name}</span>
              <Badge tone={finishedAt === null ? "attention" : "ok"}>
                {finishedAt === null ? words.notFinished : words.finishedBy}
              </Badge>
            </li>
          ))}
        </ul>
      </Card>
      {compared ? (
        <>
          <DivergenceMap data={loaderData} />
          <ProfileCard
            title={words.profile}
            axes={objectives.map(({ main }) => main)}
            most={most}
            profiles={[{ name: day(round.openedOn), values: profile }]}
          />
          {leads ? <PlanForm data={loaderData} answer={answer} /> : null}
        </>
      ) : null}
    </Page>
  );
}
