import { ChartColumn } from "lucide-react";
import { dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { mayReadStatistics } from "../question/question.policy.ts";
import type { Route } from "./+types/sheets.page";
import { en } from "./sheet.en.ts";
import { fr } from "./sheet.fr.ts";
import { sheetsOf } from "./sheet.store.ts";

export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async ({ tx, actor, organizationId, slug, timeZone }) => {
    const refusal = mayReadStatistics(actor);
    if (refusal) return refusal;
    const sheets = await sheetsOf(tx, organizationId, actor.personId);
    const names = await personNames(tx, organizationId, [...new Set<PersonId>(sheets.map((sheet) => sheet.authorId))]);
    return {
      slug,
      sheets: sheets.map(({ id, name, description, shared, authorId, updatedAt }) => ({
        ...{ id: id as string, name, description, shared },
        author: names.get(authorId) ?? "",
        changedOn: dayIn(updatedAt, timeZone),
      })),
    };
  });
}

export default function Sheets({ loaderData: { slug, sheets } }: Route.ComponentProps) {
  const words = useLanguage().choose({ fr, en });
  const ask = (
    <ButtonLink variant="primary" to={`/${slug}/statistiques/question`}>
      {words.ask}
    </ButtonLink>
  );
  return (
    <Page title={words.title} description={words.lead} actions={ask}>
      <Card
        title={words.report}
        description={words.reportHelp}
        actions={<ButtonLink to={`/${slug}/statistiques/bilan`}>{words.open}</ButtonLink>}
      >
        {null}
      </Card>
      {sheets.length === 0 ? (
        <EmptyState icon={ChartColumn} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Table
          caption={words.sheets}
          showCaption
          rows={sheets}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "name",
              header: words.name,
              rowHeader: true,
              cell: (row) => <TextLink to={`/${slug}/statistiques/question?fiche=${row.id}`}>{row.name}</TextLink>,
            },
            { key: "description", header: words.description, cell: (row) => row.description },
            {
              key: "shared",
              header: words.shared,
              cell: (row) => (row.shared ? <Badge tone="info">{words.sharedBadge}</Badge> : words.mine),
            },
            { key: "author", header: words.author, cell: (row) => row.author },
            { key: "changed", header: words.changed, cell: (row) => day(row.changedOn) },
          ]}
        />
      )}
    </Page>
  );
}
