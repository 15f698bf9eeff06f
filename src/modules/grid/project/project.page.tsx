import { data } from "react-router";
import { type PersonId, parseId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { act, reachedPersons, readForm } from "#modules/membership/index.server.ts";
import { listStructures, type Seat, seatsOn } from "#modules/network/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import { indicatorsOf, listModels } from "../model/model.store.ts";
import { objectivesIn } from "../model/model.ts";
import { ProfileCard } from "../round/profile-card.view.tsx";
import { agreedOf, roundsOf } from "../round/round.store.ts";
import { profileOf } from "../round/round.ts";
import { openRound } from "../round/run-round.command.ts";
import type { Route } from "./+types/project.page";
import { describeProject, finishPlanAction } from "./lead-project.command.ts";
import { loadProject } from "./load.store.ts";
import { OpenRoundCard } from "./open-round.view.tsx";
import { PlanCard } from "./plan-card.view.tsx";
import { planOf } from "./project.store.ts";
import { LEAST_PARTNERS } from "./project.ts";
import { ProjectFields } from "./project-fields.view.tsx";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today, now } = reader;
    const loaded = await loadProject(reader, parseId<"gridProject">(args.params.gridProjectId));
    if ("refused" in loaded) return loaded;
    const { project, leads } = loaded;
    const rounds = await roundsOf(tx, organizationId, project.id);
    const structures = await listStructures(tx, organizationId, { on: today });
    const seats = leads ? await seatsOn(tx, organizationId, today) : [];
    // Whoever speaks for a structure may be asked by all who lead; somebody else, by the team that reaches them.
    const reached = leads ? await reachedPersons(tx, actor, ["direction", "administrator", "facilitator"]) : [];
    const models = leads ? await listModels(tx, organizationId) : [];
    // One drawing compares what was agreed with one version of a grid.
    const latest = rounds.find(({ status }) => status !== "rating") ?? null;
    const objectives = latest === null ? [] : objectivesIn(await indicatorsOf(tx, organizationId, latest.modelId));
    const compared = rounds.filter(({ status, modelId }) => status !== "rating" && modelId === latest?.modelId);
    const profiles: { name: string; values: readonly (number | null)[] }[] = [];
    for (const round of compared.slice(0, 4).reverse()) {
      const values = profileOf(objectives, await agreedOf(tx, organizationId, round.id));
      profiles.push({ name: day(round.openedOn), values });
    }
    return {
      slug,
      today,
      key: newId<"key">(now) as string,
      leads,
      project,
      rounds,
      plan: await planOf(tx, organizationId, project.id),
      structures: structures.map(({ id, name, kind }) => ({ id, name, kind })),
      people: peopleOf(seats, reached),
      models: models
        .filter(({ status }) => status === "published")
        .map(({ id, name, number }) => ({ id, name, number })),
      axes: objectives.map(({ main }) => main),
      most: Math.max(1, (objectives[0]?.indicators[0]?.levels.length ?? 2) - 1),
      profiles,
    };
  });
}

/** Who may be asked to rate, each with the structures for which they speak: modes depend on it. */
function peopleOf(
  seats: readonly Seat[],
  reached: readonly { readonly personId: PersonId; readonly name: string }[],
): { value: string; label: string }[] {
  const people = new Map(reached.map(({ personId, name }) => [personId, { name, structures: [] as string[] }]));
  for (const { personId, personName, structureName } of seats) {
    const known = people.get(personId) ?? { name: personName, structures: [] };
    known.structures.push(structureName);
    people.set(personId, known);
  }
  return [...people].map(([value, { name, structures }]) => ({
    value,
    label: structures.length === 0 ? name : `${name} (${structures.join(", ")})`,
  }));
}

export type ProjectData = Route.ComponentProps["loaderData"];

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const { cooperative, gridProjectId: projectId } = args.params;
  const said = (word: "saved" | "finished") => () => ({
    to: `/${cooperative}/cooperation/projets/${projectId}`,
    message: { fr: fr.projects[word], en: en.projects[word] },
  });
  const given = { ...input, projectId };
  switch (input.intention) {
    case "describe":
      return act(args, form, describeProject, { ...given, partnerIds: form.getAll("partnerIds") }, said("saved"));
    case "finish":
      return act(args, form, finishPlanAction, given, said("finished"));
    case "open":
      return act(args, form, openRound, { ...given, raterIds: form.getAll("raterIds") }, ({ roundId }) => ({
        to: `/${cooperative}/cooperation/tours/${roundId}`,
        message: { fr: fr.projects.opened, en: en.projects.opened },
      }));
    default:
      throw data(null, { status: 404 });
  }
}

export default function ProjectPage({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.projects;
  const { slug, project, rounds, structures, leads, key, axes, profiles, most } = loaderData;
  const answer = actionData ?? undefined;
  const described = answer?.typed?.intention === "describe" ? answer : null;
  const partners = structures.filter(({ id }) => project.partnerIds.includes(id)).map(({ name }) => name);
  return (
    <Page
      title={project.name}
      description={project.description}
      crumbs={[{ to: `/${slug}/cooperation`, label: all.title }]}
    >
      <Refused intent="finish" answer={answer} />
      <Card
        title={words.partners}
        description={[all.kinds[project.kind], project.territory].filter((one) => one !== "").join(", ")}
      >
        <p>{partners.join(", ")}</p>
        {project.kind === "ptce" && partners.length < LEAST_PARTNERS ? (
          <p className="text-texte2">{fill(words.few, { count: String(partners.length) })}</p>
        ) : null}
        {leads ? (
          <details open={described !== null || undefined} className="mt-2">
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.describe}</summary>
            <SubmitForm
              intent="describe"
              idempotencyKey={`${key}-d`}
              answer={described}
              className="flex max-w-2xl flex-col gap-4"
            >
              <ProjectFields project={project} structures={structures} />
              <SubmitButton variant="secondary" className="self-start">
                {words.save}
              </SubmitButton>
            </SubmitForm>
          </details>
        ) : null}
      </Card>
      <Card title={words.rounds}>
        {rounds.length === 0 ? <p className="text-texte2">{words.noRound}</p> : null}
        <ul className="flex flex-col divide-y divide-bordure">
          {rounds.map((round) => (
            <li key={round.id} className="flex flex-wrap items-center gap-3 py-2">
              <TextLink to={`/${slug}/cooperation/tours/${round.id}`}>
                {`${all.modes[round.mode]}, ${day(round.openedOn)}`}
              </TextLink>
              <Badge tone={round.status === "closed" ? "ok" : "info"}>{all.statuses[round.status]}</Badge>
            </li>
          ))}
        </ul>
      </Card>
      {profiles.length === 0 ? null : (
        <ProfileCard title={words.overTime} axes={axes} most={most} profiles={profiles} />
      )}
      <PlanCard data={loaderData} answer={answer} />
      {leads && !rounds.some(({ status }) => status !== "closed") ? (
        <OpenRoundCard data={loaderData} answer={answer} />
      ) : null}
    </Page>
  );
}
