import { Plus, Store } from "lucide-react";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { ListViews } from "#ui/list-views.tsx";
import { Page } from "#ui/page.tsx";
import type { Tone } from "#ui/tone.ts";
import type { Route } from "./+types/activities.page";
import { en as activityEn } from "./activity.en.ts";
import { fr as activityFr } from "./activity.fr.ts";
import { mayOpenActivity } from "./activity.policy.ts";
import type { ActivityStatus } from "./activity.ts";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";
import { listedActivities } from "./listed-activities.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const listed = await listedActivities(reader, new URL(args.request.url).search);
    return { slug: reader.slug, ...listed, mayOpen: mayOpenActivity(reader.actor) === null };
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
      <ListViews />
      <Filters
        filters={[{ parameter: "etat", label: words.show, options: [{ value: "fermees", label: words.closed }] }]}
      />
      {activities.length === 0 ? (
        <EmptyState icon={Store} title={closed ? words.noneClosed : words.none} action={closed ? null : open}>
          {closed ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <ListTable
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
                cell: (activity) => (
                  <TextLink to={`/${slug}/activites/${activity.activityId}`}>{activity.name}</TextLink>
                ),
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
          <ListFiles to={`/${slug}/activites/telecharger`} />
        </>
      )}
    </Page>
  );
}
