import { Plus, Store } from "lucide-react";
import { visibleActivities } from "#kernel/actor.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import { readSort } from "#ui/url.ts";
import type { Route } from "./+types/activities.page";
import { en as activityEn } from "./activity.en.ts";
import { fr as activityFr } from "./activity.fr.ts";
import { mayOpenActivity } from "./activity.policy.ts";
import { type ActivityStatus, statusOfActivity } from "./activity.ts";
import { listActivities } from "./activity-detail.store.ts";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";

/** The activities that one may see: one's own, or those that one's support roles reach. */
export function loader(args: Route.LoaderArgs) {
  const url = new URL(args.request.url);
  const closed = url.searchParams.get("etat") === "fermees";
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const all = await listActivities(tx, organizationId, visibleActivities(actor), today);
    const activities = all
      .map((activity) => ({ ...activity, status: statusOfActivity(activity, today) }))
      .filter((activity) => (activity.status === "closed") === closed);
    const sort = readSort(url.search);
    const key = sort?.key;
    if (key === "code" || key === "trade") activities.sort((a, b) => a[key].localeCompare(b[key], "fr"));
    if (sort?.descending) activities.reverse();
    return { slug, closed, activities, mayOpen: mayOpenActivity(actor) === null };
  });
}

const STATUS_TONE: Readonly<Record<ActivityStatus, Tone>> = { upcoming: "info", open: "ok", closed: "neutre" };

export default function ActivitiesPage({ loaderData: { slug, closed, activities, mayOpen } }: Route.ComponentProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).list;
  const { statuses } = choose({ fr: activityFr, en: activityEn });
  const open = mayOpen ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/activites/nouvelle`}>
      {words.open}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} actions={activities.length === 0 ? null : open}>
      <Filters
        filters={[{ parameter: "etat", label: words.show, options: [{ value: "fermees", label: words.closed }] }]}
      />
      {activities.length === 0 ? (
        <EmptyState icon={Store} title={closed ? words.noneClosed : words.none} action={closed ? null : open}>
          {closed ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <Table
          caption={words.title}
          rows={activities}
          rowKey={(activity) => activity.activityId}
          defaultSort={{ key: "name", descending: false }}
          columns={[
            {
              key: "name",
              header: words.name,
              rowHeader: true,
              sortable: true,
              cell: (activity) => <TextLink to={`/${slug}/activites/${activity.activityId}`}>{activity.name}</TextLink>,
            },
            { key: "code", header: words.code, sortable: true, cell: (activity) => activity.code },
            { key: "trade", header: words.trade, sortable: true, cell: (activity) => activity.trade },
            { key: "persons", header: words.persons, cell: (activity) => activity.persons.join(", ") },
            {
              key: "status",
              header: words.status,
              cell: (activity) => <Badge tone={STATUS_TONE[activity.status]}>{statuses[activity.status]}</Badge>,
            },
          ]}
        />
      )}
    </Page>
  );
}
