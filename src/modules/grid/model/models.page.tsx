import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
import { COOPERATION_PAGES } from "#modules/network/index.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { newId } from "#platform/id.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { SharedTabs } from "#ui/tabs.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import { mayKeepGrids, mayReadGrids } from "../grid.policy.ts";
import type { Route } from "./+types/models.page";
import { startModel } from "./keep-model.command.ts";
import { type ListedModel, listModels } from "./model.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayReadGrids(actor);
    if (refusal) return refusal;
    const models = await listModels(tx, organizationId);
    const keeps = mayKeepGrids(actor) === null;
    return { slug, models, keeps, key: newId<"key">(now) as string, hasExample: models.some(({ example }) => example) };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  if (input.intention !== "empty" && input.intention !== "example") throw data(null, { status: 404 });
  const given = { name: input.name ?? "", example: input.intention === "example" };
  return act(args, form, startModel, given, ({ modelId }) => ({
    to: `/${args.params.cooperative}/cooperation/grilles/${modelId}`,
    message: { fr: fr.models.started, en: en.models.started },
  }));
}

export default function Models({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.models;
  const { slug, models, keeps, key, hasExample } = loaderData;
  const columns: Column<ListedModel>[] = [
    {
      key: "name",
      header: words.name,
      rowHeader: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink to={`/${slug}/cooperation/grilles/${row.id}`}>
            {fill(all.version, { name: row.name, number: String(row.number) })}
          </TextLink>
          {row.example ? <Badge tone="info">{all.example}</Badge> : null}
        </span>
      ),
    },
    { key: "indicators", header: words.indicators, align: "end", cell: (row) => String(row.indicators) },
    {
      key: "status",
      header: words.status,
      cell: (row) => <Badge tone={row.status === "published" ? "ok" : "neutre"}>{words.statuses[row.status]}</Badge>,
    },
  ];
  return (
    <Page title={words.title} description={words.lead}>
      <SharedTabs slug={slug} of={COOPERATION_PAGES} />
      {models.length === 0 ? (
        <EmptyState title={words.none}>{keeps ? words.noneHelp : null}</EmptyState>
      ) : (
        <Table caption={words.title} rows={models} rowKey={(row) => row.id} columns={columns} />
      )}
      {keeps ? (
        <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
          {hasExample ? null : (
            <Card title={words.startExample} description={words.startExampleHelp}>
              <SubmitForm intent="example" idempotencyKey={`${key}-e`} answer={actionData ?? null}>
                <SubmitButton>{words.startExample}</SubmitButton>
              </SubmitForm>
            </Card>
          )}
          <Card title={words.start}>
            <SubmitForm intent="empty" idempotencyKey={key} answer={actionData ?? null} className="flex flex-col gap-4">
              <TextInput name="name" label={words.startName} maxLength={160} required />
              <SubmitButton variant="secondary" className="self-start">
                {words.start}
              </SubmitButton>
            </SubmitForm>
          </Card>
        </div>
      ) : null}
    </Page>
  );
}
