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
import type { Route } from "./+types/invoices.page";
import { en as nounEn } from "./invoice.en.ts";
import { fr as nounFr } from "./invoice.fr.ts";
import { signed } from "./invoice.ts";
import { invoiceBadge } from "./invoice-badge.ts";
import { listInvoices } from "./invoice-list.store.ts";
import { invoiceFilters } from "./invoice-list-filters.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";

const PAGE = 50;

export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const activities = await activitiesOf(tx, organizationId, visibleActivities(actor));
    const listed = await listInvoices(tx, {
      organizationId,
      activities: visibleActivities(actor),
      ...invoiceFilters(parameters, today),
      today,
      after: parameters.get("apres"),
      limit: PAGE,
    });
    return { slug, today, activities, ...listed, filtered: parameters.size > 0 };
  });
}

export default function Invoices({ loaderData }: Route.ComponentProps) {
  const { slug, today, rows, after, activities, filtered } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const names = new Map(activities.map((activity) => [activity.id as string, activity.name]));
  const create = (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/factures/nouvelle`}>
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
            options: (Object.keys(words.views) as (keyof typeof words.views)[]).map((value) => ({
              value,
              label: words.views[value],
            })),
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
                cell: (row) => (
                  <TextLink to={`/${slug}/factures/${row.id}`}>{row.number ?? noun.statuses.draft}</TextLink>
                ),
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
                cell: (row) => <Money amount={signed(row.kind, row.gross)} />,
              },
              {
                key: "status",
                header: words.status,
                cell: (row) => {
                  const badge = invoiceBadge(row, today, noun);
                  return <Badge tone={badge.tone}>{badge.word}</Badge>;
                },
              },
            ]}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <ListFiles to={`/${slug}/factures/telecharger`} />
            <Pagination before={null} after={after} />
          </div>
        </>
      )}
    </Page>
  );
}
