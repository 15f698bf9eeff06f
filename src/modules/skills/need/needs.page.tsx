import { ListChecks } from "lucide-react";
import { comingWorkshops } from "#modules/accompaniment/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { worksOn } from "../evaluation/evaluation.ts";
import { mayKeepGrid } from "../grid/grid.policy.ts";
import { findGrid } from "../grid/grid.store.ts";
import type { Route } from "./+types/needs.page";
import { en } from "./need.en.ts";
import { fr } from "./need.fr.ts";
import { mayReadNeeds } from "./need.policy.ts";
import { needAsked, peopleOn } from "./need.store.ts";
import { needsOf } from "./need.ts";
import { NeedFilters } from "./need-filters.view.tsx";
import { NeedTable } from "./need-table.view.tsx";

/** Which workshops people need, by place or trade, on a day. */
export function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const refusal = mayReadNeeds(actor);
    if (refusal) return refusal;
    const asked = needAsked(search, today);
    const grid = await findGrid(tx, organizationId);
    const { subjects, standings, ...people } = await peopleOn(reader, asked);
    const workshops = grid === null ? [] : await comingWorkshops(reader);
    const needs = grid === null ? [] : needsOf(grid, subjects, standings, asked);
    return {
      ...{ slug, today, asked, ...people },
      hasGrid: grid !== null,
      keepsGrid: mayKeepGrid(actor) === null,
      present: subjects.length,
      rows: needs.map(({ skill, groups, ...figures }) => {
        const workshop = workshops.find((one) => worksOn(skill, one));
        return {
          ...{ id: skill.id as string, name: skill.name, themes: skill.themes, ...figures },
          domain: grid?.domains.find(({ skills }) => skills.includes(skill))?.name ?? "",
          groups: Object.fromEntries(groups),
          workshop: workshop === undefined ? null : { id: workshop.id as string, on: workshop.dates[0]?.day ?? null },
        };
      }),
    };
  });
}

export type NeedsData = Exclude<Awaited<ReturnType<typeof loader>>, undefined>;

export default function Needs({ loaderData }: Route.ComponentProps) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  const { slug, asked, hasGrid, keepsGrid, limited, present, rows } = loaderData;
  if (!hasGrid) {
    return (
      <Page title={words.title}>
        <EmptyState
          icon={ListChecks}
          title={words.noGrid}
          action={keepsGrid ? <ButtonLink to={`/${slug}/reglages/competences`}>{words.openGrid}</ButtonLink> : null}
        >
          {words.noGridHelp}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.title} description={asked.horizon === "now" ? words.lead : words.leadNext}>
      {limited ? <Notice>{words.limited}</Notice> : null}
      <NeedFilters data={loaderData} />
      <p className="text-texte2">{plural(present, words.population, words.populationMany)}</p>
      {rows.length === 0 ? (
        <EmptyState title={present === 0 ? words.nobody : words.none}>
          {present === 0 ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <NeedTable data={loaderData} />
      )}
    </Page>
  );
}
