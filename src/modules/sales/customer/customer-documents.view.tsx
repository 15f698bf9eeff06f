import type { Day } from "#kernel/day.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import { en as invoiceEn } from "../invoice/invoice.en.ts";
import { fr as invoiceFr } from "../invoice/invoice.fr.ts";
import { type InvoiceStatus, signed } from "../invoice/invoice.ts";
import { invoiceBadge } from "../invoice/invoice-badge.ts";
import { en as quoteEn } from "../quote/quote.en.ts";
import { fr as quoteFr } from "../quote/quote.fr.ts";
import { type QuoteStatus, statusOn } from "../quote/quote.ts";
import { QUOTE_TONE } from "../quote/quote-badge.ts";
import type { CustomerDocument } from "./customer-list.store.ts";
import { en } from "./customer-screen.en.ts";
import { fr } from "./customer-screen.fr.ts";

/** The quotes and invoices of one customer, the latest first. */
export function CustomerDocuments({
  slug,
  today,
  documents,
}: {
  readonly slug: string;
  readonly today: Day;
  readonly documents: readonly CustomerDocument[];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const invoiceWords = choose({ fr: invoiceFr, en: invoiceEn });
  const quoteWords = choose({ fr: quoteFr, en: quoteEn });
  const nameOf = (row: CustomerDocument) => (row.kind === "quote" ? quoteWords.noun : invoiceWords.kinds[row.kind]);
  const badgeOf = (row: CustomerDocument): { tone: Tone; word: string } => {
    if (row.kind !== "quote") {
      return invoiceBadge({ ...row, kind: row.kind, status: row.status as InvoiceStatus }, today, invoiceWords);
    }
    const status = statusOn(row.status as QuoteStatus, row.dueDate, today);
    return { tone: QUOTE_TONE[status], word: quoteWords.statuses[status] };
  };
  if (documents.length === 0) {
    return (
      <Card title={words.documents}>
        <p className="text-texte2">{words.noDocument}</p>
      </Card>
    );
  }
  return (
    <Card title={words.documents} padded={false}>
      <Table
        bare
        caption={words.documentList}
        rows={documents}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "document",
            header: words.document,
            rowHeader: true,
            cell: (row) => (
              <TextLink to={`/${slug}/${row.kind === "quote" ? "devis" : "factures"}/${row.id}`}>
                {[nameOf(row), row.number].filter(Boolean).join(" ")}
              </TextLink>
            ),
          },
          { key: "date", header: words.date, cell: (row) => (row.date === null ? "" : day(row.date)) },
          { key: "subject", header: words.subject, cell: (row) => row.title, wideOnly: true },
          {
            key: "total",
            header: words.total,
            align: "end",
            cell: (row) => <Money amount={row.kind === "quote" ? row.gross : signed(row.kind, row.gross)} />,
          },
          {
            key: "state",
            header: words.state,
            cell: (row) => {
              const badge = badgeOf(row);
              return <Badge tone={badge.tone}>{badge.word}</Badge>;
            },
          },
        ]}
      />
    </Card>
  );
}
