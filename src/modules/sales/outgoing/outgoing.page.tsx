import { visibleActivities } from "#kernel/actor.ts";
import { dayIn } from "#kernel/day.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { activityFilter, ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { SalesTabs } from "../sales-tabs.view.tsx";
import type { Route } from "./+types/outgoing.page";
import { documentHref } from "./document-href.ts";
import { en } from "./outgoing.en.ts";
import { fr } from "./outgoing.fr.ts";
import { listOutgoing, outgoingFilters } from "./outgoing.store.ts";
import { MAIL_STATUSES, MAIL_TONE, mailState } from "./outgoing.ts";

const PAGE = 50;

/** The messages of the activities that one sees, with what became of each. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ app, tx, actor, organizationId, slug, timeZone }) => {
    const visible = visibleActivities(actor);
    const { rows, after } = await listOutgoing(tx, {
      organizationId,
      activities: visible,
      ...outgoingFilters(parameters),
      after: parameters.get("apres"),
      limit: PAGE,
    });
    return {
      slug,
      activities: await activitiesOf(tx, organizationId, visible),
      rows: rows.map((row) => ({ ...row, on: dayIn(row.at, timeZone) })),
      after,
      filtered: parameters.size > 0,
      noServer: app.settings.smtpUrl === null,
    };
  });
}

export default function OutgoingMail({ loaderData }: Route.ComponentProps) {
  const { slug, activities, rows, after, filtered, noServer } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const names = new Map(activities.map(({ id, name }) => [id as string, name]));
  return (
    <Page title={words.title} description={words.description}>
      <SalesTabs />
      {noServer ? <Notice tone="attention">{words.noServer}</Notice> : null}
      <ListToolbar
        search={words.search}
        filters={[
          {
            parameter: "etat",
            label: words.state,
            options: MAIL_STATUSES.map((value) => ({ value, label: words.states[value] })),
          },
          ...activityFilter(words.activity, activities),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={filtered ? words.noMatch : words.none}>{filtered ? null : words.noneHelp}</EmptyState>
      ) : (
        <>
          <ListTable
            caption={words.title}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "subject",
                header: words.subject,
                rowHeader: true,
                cell: (row) => <TextLink to={`/${slug}/courrier/${row.id}`}>{row.subject}</TextLink>,
              },
              {
                key: "to",
                header: words.to,
                cell: (row) => <span className="[overflow-wrap:anywhere]">{row.recipient}</span>,
              },
              ...(activities.length > 1
                ? [
                    {
                      key: "activity",
                      header: words.activity,
                      cell: (row: (typeof rows)[number]) => names.get(row.activityId) ?? "",
                      wideOnly: true,
                    },
                  ]
                : []),
              {
                key: "document",
                header: words.document,
                cell: (row) => (
                  <span className="whitespace-nowrap">
                    <TextLink to={documentHref(slug, row)}>{row.documentNumber}</TextLink>
                  </span>
                ),
              },
              { key: "date", header: words.date, cell: (row) => day(row.on) },
              {
                key: "state",
                header: words.state,
                cell: (row) => <Badge tone={MAIL_TONE[row.status]}>{words.states[mailState(row)]}</Badge>,
              },
            ]}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <ListFiles to={`/${slug}/courrier/telecharger`} />
            <Pagination before={null} after={after} />
          </div>
        </>
      )}
    </Page>
  );
}
