import { visibleActivities } from "#kernel/actor.ts";
import { addToMonth, monthOf } from "#kernel/day.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { ZERO } from "#kernel/money.ts";
import { refuse } from "#kernel/refusal.ts";
import { activitiesOf, personNames } from "#modules/membership/index.server.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { currentActivity } from "#ui/current-activity.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { mayManage, mayRead } from "../contribution.policy.ts";
import { currentRule, listVersions } from "../rule/rule.store.ts";
import type { Route } from "./+types/contribution.page";
import { type ActivityContribution, ActivityContributionView } from "./activity-contribution.view.tsx";
import { type CooperativeContribution, CooperativeContributionView } from "./cooperative-contribution.view.tsx";
import { notPostedMonths } from "./not-posted.store.ts";
import { nextMonth } from "./plan-run.store.ts";
import { listRuns, postedMonths, postedTotals } from "./run.store.ts";
import { en } from "./run-screen.en.ts";
import { fr } from "./run-screen.fr.ts";

/** The whole cooperative for those who run the contribution; one activity for its people and those who follow them. */
export function loader(args: Route.LoaderArgs) {
  const asked = parseId<"activity">(new URL(args.request.url).searchParams.get("activite"));
  return readTenant(args, async (reader) => {
    const { tx, actor, organizationId, slug } = reader;
    const manages = mayManage(actor) === null;
    const activityId = asked ?? (manages ? null : currentActivity(args.request.headers.get("cookie"), actor));
    if (activityId !== null) {
      const refusal = mayRead(actor, activityId);
      if (refusal) return refusal;
      const activity = await readActivity(reader, activityId);
      return activity === null
        ? refuse("missing", "contribution.noActivity")
        : { slug, kind: "activity" as const, activity };
    }
    if (manages) return { slug, kind: "cooperative" as const, cooperative: await readCooperative(reader) };
    const choices = await activitiesOf(tx, organizationId, visibleActivities(actor));
    return { slug, kind: "choice" as const, choices };
  });
}

async function readActivity(
  { tx, actor, organizationId, today }: Reader,
  activityId: ActivityId,
): Promise<ActivityContribution | null> {
  const [activity] = await activitiesOf(tx, organizationId, new Set([activityId]));
  if (!activity) return null;
  const posted = await postedMonths(tx, organizationId, [activityId]);
  return {
    activity,
    own: actor.own.has(activityId),
    thisMonth: monthOf(today),
    rule: await currentRule(tx, { organizationId, activityId, month: monthOf(today) }),
    waiting: await notPostedMonths(tx, { organizationId, activityId, today }),
    posted: posted.reverse().slice(0, 36),
  };
}

async function readCooperative({ tx, organizationId, today }: Reader): Promise<CooperativeContribution> {
  const thisMonth = monthOf(today);
  const activities = await activitiesOf(tx, organizationId, "all");
  const names = new Map(activities.map(({ id, name }) => [id, name]));
  const runs = await listRuns(tx, organizationId);
  const persons = await personNames(tx, organizationId, [...new Set(runs.map((run) => run.postedBy))]);
  const totals = await postedTotals(tx, organizationId, addToMonth(thisMonth, -11));
  const next = await nextMonth(tx, organizationId, today);
  return {
    rule: await currentRule(tx, { organizationId, activityId: null, month: thisMonth }),
    versions: (await listVersions(tx, organizationId)).reverse().map((version) => ({
      ...version,
      activityName: version.activityId === null ? null : (names.get(version.activityId) ?? ""),
    })),
    runs: runs.map((run) => ({ ...run, by: persons.get(run.postedBy) ?? "" })),
    next,
    nextIsOver: next !== null && next < thisMonth,
    activities: activities
      .map(({ id, name }) => ({ id: id as string, name, total: totals.get(id) ?? ZERO }))
      .sort((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : 0)),
  };
}

export default function ContributionPage({ loaderData }: Route.ComponentProps) {
  const { slug } = loaderData;
  if (loaderData.kind === "cooperative")
    return <CooperativeContributionView slug={slug} shown={loaderData.cooperative} />;
  if (loaderData.kind === "activity") return <ActivityContributionView slug={slug} shown={loaderData.activity} />;
  return <Choice slug={slug} choices={loaderData.choices} />;
}

function Choice({
  slug,
  choices,
}: {
  slug: string;
  choices: readonly { readonly id: ActivityId; readonly name: string }[];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (choices.length === 0) return <EmptyState heading title={words.noActivity} />;
  return (
    <Page title={words.title} description={words.choose}>
      <ul className="flex flex-col gap-2">
        {choices.map(({ id, name }) => (
          <li key={id}>
            <TextLink to={`/${slug}/contribution?activite=${id}`}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </Page>
  );
}
