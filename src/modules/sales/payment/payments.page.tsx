import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { activityFilter, ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { LIST_PERIODS } from "../document/list-period.ts";
import { en as invoiceEn } from "../invoice/invoice-screen.en.ts";
import { fr as invoiceFr } from "../invoice/invoice-screen.fr.ts";
import { SalesTabs } from "../sales-tabs.view.tsx";
import type { Route } from "./+types/payments.page";
import { en } from "./payment.en.ts";
import { fr } from "./payment.fr.ts";
import { PAYMENT_METHODS } from "./payment.ts";
import { listPayments, paymentFilters } from "./payment-list.store.ts";

const PAGE = 50;

/** The money received from customers, and given back, the latest first. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug, today }) => {
    const activities = visibleActivities(actor);
    const listed = await listPayments(tx, {
      organizationId,
      activities,
      ...paymentFilters(parameters, today),
      after: parameters.get("apres"),
      limit: PAGE,
    });
    return {
      slug,
      activities: await activitiesOf(tx, organizationId, activities),
      ...listed,
      filtered: parameters.size > 0,
    };
  });
}

export default function Payments({ loaderData }: Route.ComponentProps) {
  const { slug, activities, rows, after, filtered } = loaderData;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const lists = choose({ fr: invoiceFr, en: invoiceEn });
  const names = new Map(activities.map(({ id, name }) => [id as string, name]));
  return (
    <Page title={words.title} description={words.description}>
      <SalesTabs />
      <ListToolbar
        search={words.search}
        filters={[
          {
            parameter: "moyen",
            label: words.method,
            options: PAYMENT_METHODS.map((value) => ({ value, label: words.methods[value] })),
          },
          {
            parameter: "periode",
            label: lists.period,
            options: LIST_PERIODS.map((value) => ({ value, label: lists.periods[value] })),
          },
          ...activityFilter(lists.activity, activities),
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
              { key: "date", header: words.paidOn, cell: (row) => day(row.paidOn) },
              {
                key: "number",
                header: words.invoice,
                rowHeader: true,
                cell: (row) => <TextLink to={`/${slug}/factures/${row.invoiceId}`}>{row.number}</TextLink>,
              },
              { key: "customer", header: lists.customer, cell: (row) => row.customerName },
              ...(activities.length > 1
                ? [
                    {
                      key: "activity",
                      header: lists.activity,
                      cell: (row: (typeof rows)[number]) => names.get(row.activityId) ?? "",
                      wideOnly: true,
                    },
                  ]
                : []),
              { key: "method", header: words.method, cell: (row) => words.methods[row.method] },
              { key: "reference", header: words.reference, cell: (row) => row.reference, wideOnly: true },
              {
                key: "amount",
                header: words.amount,
                align: "end" as const,
                cell: (row) => <Money amount={row.amount} />,
              },
            ]}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <ListFiles to={`/${slug}/paiements/telecharger`} />
            <Pagination before={null} after={after} />
          </div>
        </>
      )}
    </Page>
  );
}
