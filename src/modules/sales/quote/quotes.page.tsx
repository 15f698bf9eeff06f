import { Plus, Search } from "lucide-react";
import { Form } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
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
      activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
      ...quoteFilters(parameters, today),
      today,
      after: parameters.get("apres"),
      limit: PAGE,
    });
    const kept = new URLSearchParams(parameters);
    kept.delete("apres");
    return {
      slug,
      activities: await activitiesOf(tx, organizationId, visible),
      ...listed,
      search: parameters.get("q") ?? "",
      filtered: parameters.size > 0,
      query: kept.toString(),
    };
  });
}

export default function Quotes({ loaderData }: Route.ComponentProps) {
  const { slug, rows, after, activities, search, filtered, query } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const names = new Map(activities.map((activity) => [activity.id as string, activity.name]));
  const create = (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/devis/nouveau`}>
      {words.create}
    </ButtonLink>
  );
  const file = (format: string) => `/${slug}/devis/telecharger?format=${format}${query === "" ? "" : `&${query}`}`;
  return (
    <Page title={words.title} actions={create}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Filters
          filters={[
            {
              parameter: "etat",
              label: words.state,
              options: QUOTE_VIEWS.map((value) => ({ value, label: noun.statuses[value] })),
            },
            {
              parameter: "periode",
              label: words.period,
              options: [
                { value: "mois", label: words.periods.month },
                { value: "trimestre", label: words.periods.quarter },
                { value: "annee", label: words.periods.year },
              ],
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
        <Form method="get" role="search" className="flex items-end gap-2">
          {[...new URLSearchParams(query)]
            .filter(([name]) => name !== "q")
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          <TextInput
            name="q"
            type="search"
            label={words.search}
            hideLabel
            placeholder={words.search}
            defaultValue={search}
            key={search}
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
            <p className="flex flex-wrap gap-4 text-aide">
              <TextLink to={file("csv")} reloadDocument>
                {words.exportCsv}
              </TextLink>
              <TextLink to={file("xlsx")} reloadDocument>
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
