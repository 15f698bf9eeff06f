import { GraduationCap, Plus } from "lucide-react";
import { spokenStructures } from "#modules/network/index.server.ts";
import { POOLING_PAGES } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { duration } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SharedTabs } from "#ui/tabs.tsx";
import { bookingsOf, runsOf } from "../run/run.store.ts";
import { stateOf } from "../run/run.ts";
import { RunsTable } from "../run/runs-table.view.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { mayReadTraining } from "../training.policy.ts";
import type { Route } from "./+types/courses.page";
import { coursesOf } from "./course.store.ts";

/** What is to come, and the catalogue. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug, today } = reader;
    const refusal = mayReadTraining(actor);
    if (refusal) return refusal;
    const courses = await coursesOf(tx, organizationId);
    const titles = new Map(courses.map(({ id, title }) => [id, title]));
    const runs = (await runsOf(tx, organizationId))
      .map((run) => ({ ...run, state: stateOf(run, today), title: titles.get(run.courseId) ?? "" }))
      .filter(({ state }) => state === "toCome" || state === "underWay" || state === "toSettle");
    const bookings = await bookingsOf(
      tx,
      organizationId,
      runs.map(({ id }) => id),
    );
    return {
      ...{ slug, proposes: (await spokenStructures(reader)).length > 0 },
      courses: courses.map(({ id, title, structureName, audience, quarters }) => ({
        ...{ id: id as string, title, structureName, audience, quarters },
      })),
      runs: runs.map((run) => ({ ...run, bookings: bookings.get(run.id) ?? [] })),
    };
  });
}

export default function Courses({ loaderData: { slug, proposes, courses, runs } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const propose = proposes ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/formations/nouvelle`}>
      {words.propose}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.lead} actions={propose}>
      <SharedTabs slug={slug} of={POOLING_PAGES} />
      {courses.length === 0 ? (
        <EmptyState icon={GraduationCap} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <Card title={words.runs}>
            {runs.length === 0 ? (
              <p className="text-texte2">{words.noRuns}</p>
            ) : (
              <RunsTable slug={slug} caption={words.runs} runs={runs} named />
            )}
          </Card>
          <h2 className="font-semibold">{words.catalogue}</h2>
          <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            {courses.map(({ id, title, structureName, audience, quarters }) => (
              <li key={id}>
                <Card
                  title={<TextLink to={`/${slug}/formations/${id}`}>{title}</TextLink>}
                  description={[structureName, duration(quarters * 15)].join(" · ")}
                >
                  {audience === "" ? null : <p className="whitespace-pre-line">{audience}</p>}
                </Card>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
