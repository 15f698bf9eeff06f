import { data } from "react-router";
import { parseId } from "#kernel/id.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Refused } from "#ui/refused.tsx";
import type { Route } from "./+types/grid.page";
import {
  removeDomain,
  removeSkill,
  saveDomain,
  saveLevels,
  saveSkill,
  saveStages,
  startGrid,
} from "./change-grid.command.ts";
import { en } from "./grid.en.ts";
import { fr } from "./grid.fr.ts";
import { mayKeepGrid } from "./grid.policy.ts";
import { findGrid, isGridInUse } from "./grid.store.ts";
import { MOST_LEVELS } from "./grid.ts";
import { DomainCard, NewDomain } from "./grid-domain.view.tsx";
import { LevelsCard, StagesCard } from "./grid-scale.view.tsx";
import { StartGrid } from "./start-grid.view.tsx";

export { afterConflict as shouldRevalidate } from "#ui/after-conflict.ts";

export function loader(args: Route.LoaderArgs) {
  const asked = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, now, language }) => {
    const refusal = mayKeepGrid(actor);
    if (refusal) return refusal;
    return {
      slug,
      language,
      key: newId<"key">(now) as string,
      grid: await findGrid(tx, organizationId),
      inUse: await isGridInUse(tx, organizationId),
      /** The skill whose form is open, or the domain that gets one more. */
      open: {
        skillId: parseId<"skill">(asked.get("modifier")),
        domainId: parseId<"skillDomain">(asked.get("ajouter")),
      },
    };
  });
}

export type GridData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

const ACTS = { saveLevels, saveStages, saveDomain, removeDomain, saveSkill, removeSkill };

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  const address = `/${args.params.cooperative}/reglages/competences`;
  if (input.intention === "start") {
    return act(args, form, startGrid, input, () => ({ to: address, message: { fr: fr.started, en: en.started } }));
  }
  const intent = input.intention as keyof typeof ACTS;
  if (!Object.hasOwn(ACTS, intent)) throw data(null, { status: 404 });
  const levels = Array.from({ length: MOST_LEVELS }, (_, rank) => ({
    name: input[`levels.${rank}.name`] ?? "",
    description: input[`levels.${rank}.description`] ?? "",
  }));
  const expected = Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      name.startsWith("expected.") ? [[name.slice("expected.".length), value || "0"]] : [],
    ),
  );
  return act(args, form, ACTS[intent] as typeof saveSkill, { ...input, levels, expected }, () => ({
    to: input.domainId ? `${address}#domaine-${input.domainId}` : address,
    message: { fr: fr.saved, en: en.saved },
  }));
}

export default function GridPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const { grid } = loaderData;
  const answer = actionData ?? undefined;
  if (grid === null) return <StartGrid data={loaderData} answer={answer} />;
  const shown = { data: loaderData, grid, answer };
  return (
    <Page title={words.title} description={words.lead}>
      <p className="max-w-prose text-texte2">{words.frozen}</p>
      <Refused intent="removeDomain" answer={answer} />
      <Refused intent="removeSkill" answer={answer} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <LevelsCard {...shown} />
        <StagesCard {...shown} />
      </div>
      {grid.domains.map((domain) => (
        <DomainCard key={domain.id} domain={domain} {...shown} />
      ))}
      <NewDomain {...shown} />
    </Page>
  );
}
