import { FileUp, Plus, Search } from "lucide-react";
import { Form } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Button, ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Table } from "#ui/table.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { readSort } from "#ui/url.ts";
import type { Route } from "./+types/customers.page";
import {
  CUSTOMER_ORDERS,
  type CustomerOrder,
  type CustomerQuery,
  countCustomers,
  listCustomers,
} from "./customer-list.store.ts";
import { en } from "./customer-screen.en.ts";
import { fr } from "./customer-screen.fr.ts";

const PAGE = 50;

export function loader(args: Route.LoaderArgs) {
  const url = new URL(args.request.url);
  const parameters = url.searchParams;
  const page = Math.min(Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1), 10_000);
  const sort = readSort(url.search);
  const order = CUSTOMER_ORDERS.find((key) => key === sort?.key);
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const visible = visibleActivities(actor);
    const query: CustomerQuery = {
      organizationId,
      activities: visible,
      activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
      search: (parameters.get("q") ?? "").slice(0, 100),
      archived: parameters.get("etat") === "archives",
      limit: PAGE,
      offset: (page - 1) * PAGE,
    };
    const sorted: CustomerOrder | undefined = order && sort ? { key: order, descending: sort.descending } : undefined;
    const total = await countCustomers(tx, query);
    return {
      slug,
      activities: await activitiesOf(tx, organizationId, visible),
      rows: await listCustomers(tx, query, sorted),
      page,
      pageCount: Math.ceil(total / PAGE),
      search: query.search,
      filtered: parameters.size > 0,
    };
  });
}

export default function Customers({ loaderData }: Route.ComponentProps) {
  const { slug, rows, activities, page, pageCount, search, filtered } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const names = new Map(activities.map((activity) => [activity.id as string, activity.name]));
  const create = (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/clients/nouveau`}>
      {words.create}
    </ButtonLink>
  );
  return (
    <Page
      title={words.title}
      actions={
        <>
          <ButtonLink icon={FileUp} to={`/${slug}/clients/import`}>
            {words.import}
          </ButtonLink>
          {create}
        </>
      }
    >
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Filters
          filters={[
            { parameter: "etat", label: words.state, options: [{ value: "archives", label: words.archived }] },
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
            defaultSort={{ key: "name", descending: false }}
            columns={[
              {
                key: "name",
                header: words.name,
                rowHeader: true,
                sortable: true,
                cell: (row) => <TextLink to={`/${slug}/clients/${row.id}`}>{row.name}</TextLink>,
              },
              ...(activities.length > 1
                ? [
                    {
                      key: "activity",
                      header: words.activity,
                      cell: (row: (typeof rows)[number]) => names.get(row.activityId) ?? "",
                    },
                  ]
                : []),
              { key: "city", header: words.city, sortable: true, cell: (row) => row.city },
              { key: "contact", header: words.contact, cell: (row) => row.email || row.phone, wideOnly: true },
              {
                key: "invoiced",
                header: words.invoiced,
                align: "end" as const,
                sortable: true,
                cell: (row) => <Money amount={row.invoiced} />,
              },
              {
                key: "owed",
                header: words.owed,
                align: "end" as const,
                sortable: true,
                cell: (row) => <Money amount={row.owed} />,
              },
            ]}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="flex flex-wrap gap-4 text-aide">
              <TextLink to={`/${slug}/clients/telecharger?format=csv`} reloadDocument>
                {words.exportCsv}
              </TextLink>
              <TextLink to={`/${slug}/clients/telecharger?format=xlsx`} reloadDocument>
                {words.exportXlsx}
              </TextLink>
            </p>
            <Pagination page={page} pageCount={pageCount} />
          </div>
        </>
      )}
    </Page>
  );
}
