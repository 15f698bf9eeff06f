import { type Cents, sum } from "#kernel/money.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Table } from "#ui/table.tsx";
import type { BooksFilter } from "./books-frame.view.tsx";
import { en } from "./statements.en.ts";
import { fr } from "./statements.fr.ts";
import type { ActivitySummary } from "./statements.store.ts";

const FIGURES = ["income", "expense", "result", "receivables", "money"] as const;

/** Each activity in a line, the shared services last; each leads to its own accounts. */
export function ActivitySummaries({
  filter,
  rows,
}: {
  readonly filter: BooksFilter;
  readonly rows: readonly ActivitySummary[];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const totals = Object.fromEntries(FIGURES.map((key) => [key, sum(rows.map((row) => row[key] as Cents))]));
  return (
    <Card title={words.byActivity} padded={false}>
      <Table
        bare
        density="compact"
        caption={words.byActivity}
        rows={rows}
        rowKey={(row) => row.id ?? "commun"}
        columns={[
          {
            key: "activity",
            header: words.activity,
            rowHeader: true,
            cell: (row) => (
              <TextLink to={`/${filter.slug}/compta/analyse?activite=${row.id ?? "commun"}&au=${filter.until}`}>
                {row.name ?? words.sharedServices}
              </TextLink>
            ),
          },
          ...FIGURES.map((key) => ({
            key,
            header: words.figures[key],
            align: "end" as const,
            cell: (row: ActivitySummary) => <Money amount={row[key]} />,
          })),
        ]}
        footerLabel={words.total}
        footer={Object.fromEntries(FIGURES.map((key) => [key, <Money key={key} amount={totals[key] as Cents} />]))}
      />
    </Card>
  );
}
