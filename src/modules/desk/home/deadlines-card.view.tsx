import type { DeadlineRow } from "#modules/accompaniment/index.server.ts";
import { deadlineEnglish, deadlineFrench } from "#modules/accompaniment/index.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Table } from "#ui/table.tsx";

/** What the law makes fall due soon, or has let pass, for the people one follows. */
export function DeadlinesCard({
  title,
  all,
  slug,
  rows,
}: {
  readonly title: string;
  readonly all: string;
  readonly slug: string;
  readonly rows: readonly DeadlineRow[];
}) {
  const words = useLanguage().choose({ fr: deadlineFrench, en: deadlineEnglish });
  return (
    <Card padded={false} title={title} actions={<ButtonLink to={`/${slug}/echeances`}>{all}</ButtonLink>}>
      <Table
        bare
        density="compact"
        caption={title}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "person",
            header: words.person,
            rowHeader: true,
            cell: (row) => <TextLink to={`/${slug}/personnes/${row.personId}`}>{row.name}</TextLink>,
          },
          { key: "what", header: words.what, cell: (row) => words.kinds[row.kind] },
          { key: "on", header: words.on, cell: (row) => day(row.on) },
          {
            key: "urgency",
            header: words.urgency,
            cell: (row) => (
              <Badge tone={row.urgency === "late" ? "erreur" : "attention"}>{words.urgencies[row.urgency]}</Badge>
            ),
          },
        ]}
      />
    </Card>
  );
}
