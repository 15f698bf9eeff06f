import { Plus } from "lucide-react";
import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { unitPrice } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { activityFilter, ListFiles, ListToolbar } from "#ui/list-toolbar.tsx";
import { Page } from "#ui/page.tsx";
import { unitWord } from "../document/unit.ts";
import { treatmentOf } from "../document/vat-treatment.ts";
import { SalesTabs } from "../sales-tabs.view.tsx";
import type { Route } from "./+types/catalogue.page";
import { listProducts, productFilters } from "./catalogue.store.ts";
import { en } from "./product.en.ts";
import { fr } from "./product.fr.ts";
import { mayProduct } from "./product.policy.ts";

/** A catalogue is short: beyond this one searches. */
const MOST = 500;

export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, slug }) => {
    const visible = visibleActivities(actor);
    const activities = await activitiesOf(tx, organizationId, visible);
    const products = await listProducts(tx, {
      organizationId,
      activities: visible,
      ...productFilters(parameters),
      limit: MOST,
    });
    return {
      slug,
      activities,
      products,
      filtered: parameters.size > 0,
      mayCreate: activities.some((activity) => mayProduct(actor, "edit", activity.id) === null),
    };
  });
}

export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const { slug, activities, products, filtered, mayCreate } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const names = new Map(activities.map((activity) => [activity.id as string, activity.name]));
  const create = mayCreate ? (
    <ButtonLink variant="primary" icon={Plus} to={`/${slug}/catalogue/nouveau`}>
      {words.create}
    </ButtonLink>
  ) : null;
  return (
    <Page title={words.title} description={words.description} actions={create}>
      <SalesTabs />
      <ListToolbar
        search={words.search}
        filters={[
          { parameter: "etat", label: words.state, options: [{ value: "ranges", label: words.archived }] },
          ...activityFilter(words.activity, activities),
        ]}
      />
      {products.length === 0 ? (
        <EmptyState title={filtered ? words.noMatch : words.none} action={create}>
          {filtered ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <ListTable
            caption={words.title}
            rows={products}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                header: words.fieldsOf.name,
                rowHeader: true,
                cell: (row) => <TextLink to={`/${slug}/catalogue/${row.id}`}>{row.name}</TextLink>,
              },
              ...(activities.length > 1
                ? [
                    {
                      key: "activity",
                      header: words.activity,
                      cell: (row: (typeof products)[number]) => names.get(row.activityId) ?? "",
                    },
                  ]
                : []),
              { key: "unit", header: words.fieldsOf.unit, cell: (row) => unitWord(row.unit, language) },
              {
                key: "price",
                header: words.fieldsOf.unitPrice,
                align: "end" as const,
                cell: (row) => (
                  <span className="whitespace-nowrap tabular-nums">
                    {unitPrice(row.unitPrice, language)} {words.shortModes[row.mode]}
                  </span>
                ),
              },
              {
                key: "vat",
                header: words.fieldsOf.vat,
                cell: (row) => treatmentOf(row.vat)?.words[language] ?? "",
                wideOnly: true,
              },
            ]}
          />
          <ListFiles to={`/${slug}/catalogue/telecharger`} />
        </>
      )}
    </Page>
  );
}
