import { Plus, Search } from "lucide-react";
import { Form } from "react-router";
import { visibleActivities } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Button, ButtonLink, TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { unitPrice } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { unitWord } from "../document/unit.ts";
import { treatmentOf } from "../document/vat-treatment.ts";
import type { Route } from "./+types/catalogue.page";
import { listProducts } from "./catalogue.store.ts";
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
    const search = (parameters.get("q") ?? "").slice(0, 100);
    const products = await listProducts(tx, {
      organizationId,
      activities: visible,
      activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
      search,
      archived: parameters.get("etat") === "ranges",
      limit: MOST,
    });
    return {
      slug,
      activities,
      products,
      search,
      filtered: parameters.size > 0,
      mayCreate: activities.some((activity) => mayProduct(actor, "edit", activity.id) === null),
    };
  });
}

export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const { slug, activities, products, search, filtered, mayCreate } = loaderData;
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
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Filters
          filters={[
            { parameter: "etat", label: words.state, options: [{ value: "ranges", label: words.archived }] },
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
      {products.length === 0 ? (
        <EmptyState title={filtered ? words.noMatch : words.none} action={create}>
          {filtered ? null : words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <Table
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
          <p className="flex flex-wrap gap-4 text-aide">
            <TextLink to={`/${slug}/catalogue/telecharger?format=csv`} reloadDocument>
              {words.exportCsv}
            </TextLink>
            <TextLink to={`/${slug}/catalogue/telecharger?format=xlsx`} reloadDocument>
              {words.exportXlsx}
            </TextLink>
          </p>
        </>
      )}
    </Page>
  );
}
