import { Plus, Search } from "lucide-react";
import { Form } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { parseDay } from "#kernel/day.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { Button, ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Table } from "#ui/table.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Route } from "./+types/invoices.page";
import { en as nounEn } from "./invoice.en.ts";
import { fr as nounFr } from "./invoice.fr.ts";
import { signed } from "./invoice.ts";
import { invoiceBadge } from "./invoice-badge.ts";
import { INVOICE_VIEWS, type InvoiceView, listInvoices } from "./invoice-list.store.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";

const PAGE = 50;

export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const view = parameters.get("etat");
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const activities = await activitiesOf(tx, organizationId, visibleActivities(actor));
    const listed = await listInvoices(tx, {
      organizationId,
      activities: visibleActivities(actor),
      activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
      view: INVOICE_VIEWS.includes(view as InvoiceView) ? (view as InvoiceView) : "all",
      search: (parameters.get("q") ?? "").slice(0, 100),
      from: parseDay(parameters.get("du") ?? ""),
      until: parseDay(parameters.get("au") ?? ""),
      today,
      after: parameters.get("apres"),
      limit: PAGE,
    });
    return { slug, today, activities, ...listed, search: parameters.get("q") ?? "", filtered: parameters.size > 0 };
  });
}

export default function Invoices({ loaderData }: Route.ComponentProps) {
  const { slug, today, rows, after, activities, search, filtered } = loaderData;
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
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Filters
          filters={[
            {
              parameter: "etat",
              label: words.state,
              options: (Object.keys(words.views) as (keyof typeof words.views)[]).map((value) => ({
                value,
                label: words.views[value],
              })),
            },
            ...(activities.length > 1
              ? [
                  {
                    parameter: "activite",
                    label: words.activity,
                    options: activities.map((activity) => ({ value: activity.id, label: activity.name })),
                  },
                ]
              : []),
          ]}
        />
        <Form method="get" className="flex items-end gap-2">
          <TextInput
            name="q"
            type="search"
            label={words.search}
            hideLabel
            placeholder={words.search}
            defaultValue={search}
          />
          <Button type="submit" icon={Search}>
            {words.searchButton}
          </Button>
        </Form>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={filtered ? words.noMatch : words.none} action={create}>
          {filtered ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <Table
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
            <p className="flex flex-wrap gap-4 text-aide">
              <TextLink to={`/${slug}/factures/telecharger?format=csv`} reloadDocument>
                {words.exportCsv}
              </TextLink>
              <TextLink to={`/${slug}/factures/telecharger?format=xlsx`} reloadDocument>
                {words.exportXlsx}
              </TextLink>
            </p>
            <Pagination before={null} after={after} />
          </div>
        </>
      )}
    </Page>
  );
}
