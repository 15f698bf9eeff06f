import { FileUp, Plus } from "lucide-react";
import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { activityFilter, ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { readSort } from "#ui/url.ts";
import type { Route } from "./+types/customers.page";
import {
  CUSTOMER_ORDERS,
  type CustomerOrder,
  type CustomerQuery,
  countCustomers,
  customerFilters,
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
      ...customerFilters(parameters),
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
      filtered: parameters.size > 0,
    };
  });
}

export default function Customers({ loaderData }: Route.ComponentProps) {
  const { slug, rows, activities, page, pageCount, filtered } = loaderData;
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
      <ListToolbar
        search={words.search}
        filters={[
          { parameter: "etat", label: words.state, options: [{ value: "archives", label: words.archived }] },
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
            <ListFiles to={`/${slug}/clients/telecharger`} />
            <Pagination page={page} pageCount={pageCount} />
          </div>
        </>
      )}
    </Page>
  );
}
