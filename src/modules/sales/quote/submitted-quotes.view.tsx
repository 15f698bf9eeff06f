import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Table } from "#ui/table.tsx";
import type { QuoteRow } from "./quote-list.store.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";

/** The quotes that wait for the cooperative, oldest first: each opens its page, where it is read, validated or returned. */
export function SubmittedQuotes({
  slug,
  rows,
}: {
  readonly slug: string;
  readonly rows: readonly (QuoteRow & { readonly activityName: string })[];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (rows.length === 0) return null;
  return (
    <Card title={words.waitingTitle} padded={false}>
      <Table
        bare
        density="compact"
        caption={words.waitingList}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "activity",
            header: words.activity,
            rowHeader: true,
            cell: (row) => <TextLink to={`/${slug}/devis/${row.id}`}>{row.activityName}</TextLink>,
          },
          { key: "customer", header: words.customer, cell: (row) => row.customerName },
          { key: "subject", header: words.subject, cell: (row) => row.title, wideOnly: true },
          { key: "amount", header: words.total, align: "end", cell: (row) => <Money amount={row.gross} /> },
        ]}
      />
    </Card>
  );
}
