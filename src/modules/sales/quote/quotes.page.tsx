import { Plus } from "lucide-react";
import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { activityFilter, ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { LIST_PERIODS } from "../document/list-period.ts";
import { SalesTabs } from "../sales-tabs.view.tsx";
import type { Route } from "./+types/quotes.page";
import { en as nounEn } from "./quote.en.ts";
import { fr as nounFr } from "./quote.fr.ts";
import { QUOTE_TONE } from "./quote-badge.ts";
import { listQuotes } from "./quote-list.store.ts";
import { QUOTE_VIEWS, quoteFilters } from "./quote-list-filters.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";

const PAGE = 50;

export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const visible = visibleActivities(actor);
    const listed = await listQuotes(tx, {
      organizationId,
      activities: visible,
      ...quoteFilters(parameters, today),
      today,
      after: parameters.get("apres"),
      limit: PAGE,
    });
    return {
      slug,
      activities: await activitiesOf(tx, organizationId, visible),
      ...listed,
      filtered: parameters.size > 0,
    };
  });
}

export default function Quotes({ loaderData }: Route.ComponentProps) {
  const { slug, rows, after, activities, filtered } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const names = new Map(activities.map((activity) => [activity.id as string, activity.name]));
  const create = (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/devis/nouveau`}>
      {words.create}
    </ButtonLink>
  );
  return (
    <Page title={words.title} actions={create}>
      <SalesTabs />
      <ListToolbar
        search={words.search}
        filters={[
          {
            parameter: "etat",
            label: words.state,
            options: QUOTE_VIEWS.map((value) => ({ value, label: noun.statuses[value] })),
          },
          {
            parameter: "periode",
            label: words.period,
            options: LIST_PERIODS.map((value) => ({ value, label: words.periods[value] })),
          },
          ...activityFilter(words.activity, activities),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={filtered ? words.noMatch : words.none} action={create}>
          {filtered ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <ListTable
            caption={words.title}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "number",
                header: words.number,
                rowHeader: true,
                cell: (row) => <TextLink to={`/${slug}/devis/${row.id}`}>{row.number ?? noun.statuses.draft}</TextLink>,
              },
              { key: "customer", header: words.customer, cell: (row) => row.customerName },
              { key: "title", header: words.subject, cell: (row) => row.title, wideOnly: true },
              ...(activities.length > 1
                ? [
                    {
                      key: "activity",
                      header: words.activity,
                      cell: (row: (typeof rows)[number]) => names.get(row.activityId) ?? "",
                    },
                  ]
                : []),
              { key: "date", header: words.date, cell: (row) => (row.issueDate ? day(row.issueDate) : "") },
              {
                key: "total",
                header: words.total,
                align: "end" as const,
                cell: (row) => <Money amount={row.gross} />,
              },
              {
                key: "status",
                header: words.state,
                cell: (row) => <Badge tone={QUOTE_TONE[row.status]}>{noun.statuses[row.status]}</Badge>,
              },
            ]}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <ListFiles to={`/${slug}/devis/telecharger`} />
            <Pagination before={null} after={after} />
          </div>
        </>
      )}
    </Page>
  );
}
