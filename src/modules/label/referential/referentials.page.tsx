import { ListChecks } from "lucide-react";
import { data } from "react-router";
import { fill } from "#kernel/language.ts";
import { act, readForm } from "#modules/membership/index.server.ts";
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
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { mayKeepReferentials, mayReadReferentials } from "../label.policy.ts";
import { LabelTabs } from "../label-tabs.view.tsx";
import type { Route } from "./+types/referentials.page";
import { startReferential } from "./keep-referential.command.ts";
import { type ListedEdition, listEditions } from "./referential.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, now }) => {
    const refusal = mayReadReferentials(actor);
    if (refusal) return refusal;
    const editions = await listEditions(tx, organizationId);
    return {
      slug,
      key: newId<"key">(now) as string,
      keeps: mayKeepReferentials(actor) === null,
      editions,
      hasExample: editions.some(({ example }) => example),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { form, input } = await readForm(args);
  if (input.intention !== "empty" && input.intention !== "example") throw data(null, { status: 404 });
  const given = { name: input.name ?? "", example: input.intention === "example" };
  return act(args, form, startReferential, given, ({ editionId }) => ({
    to: `/${args.params.cooperative}/label/referentiels/${editionId}`,
    message: { fr: fr.referentials.started, en: en.referentials.started },
  }));
}

export default function Referentials({ loaderData, actionData }: Route.ComponentProps) {
  const all = useLanguage().choose({ fr, en });
  const words = all.referentials;
  const { slug, editions, keeps, key, hasExample } = loaderData;
  const columns: Column<ListedEdition>[] = [
    {
      key: "name",
      header: words.name,
      rowHeader: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink to={`/${slug}/label/referentiels/${row.id}`}>
            {fill(all.referentialOf, { name: row.name, number: String(row.number) })}
          </TextLink>
          {row.example ? <Badge tone="info">{all.example}</Badge> : null}
        </span>
      ),
    },
    {
      key: "criteria",
      header: words.criteria,
      cell: (row) => fill(words.counts, { mandatory: String(row.mandatory), recommended: String(row.recommended) }),
    },
    {
      key: "status",
      header: words.status,
      cell: (row) => <Badge tone={row.status === "published" ? "ok" : "neutre"}>{words.statuses[row.status]}</Badge>,
    },
  ];
  return (
    <Page title={words.title} description={words.lead}>
      <LabelTabs slug={slug} />
      {editions.length === 0 ? (
        <EmptyState icon={ListChecks} title={words.none}>
          {keeps ? words.noneHelp : null}
        </EmptyState>
      ) : (
        <Table caption={words.title} rows={editions} rowKey={(row) => row.id} columns={columns} />
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
                {words.startEmpty}
              </SubmitButton>
            </SubmitForm>
          </Card>
        </div>
      ) : null}
    </Page>
  );
}
