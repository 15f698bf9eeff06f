import { ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { type Cents, subtract } from "#kernel/money.ts";
import type { DeadlineRow } from "#modules/accompaniment/index.server.ts";
import type { InvoiceRow } from "#modules/sales/index.server.ts";
import { invoiceEn, invoiceFr, reviewHref, type Waiting } from "#modules/sales/index.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day, longDay, relativeDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Page } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { DeadlinesCard } from "./deadlines-card.view.tsx";
import { en } from "./home.en.ts";
import { fr } from "./home.fr.ts";

type Named = InvoiceRow & { readonly activityName: string };

export type SupportData = {
  /** Null for who decides of no document. */
  readonly queue: readonly (Waiting & { readonly activityName: string; readonly since: Day })[] | null;
  readonly deadlines: readonly DeadlineRow[];
  readonly late: readonly Named[];
  readonly owed: { readonly owed: Cents; readonly late: Cents; readonly lateCount: number };
  readonly red: readonly { readonly activityId: string; readonly name: string; readonly amount: Cents }[];
  readonly total: Cents;
};

/** Documents to review, activities in the red, late customers. */
export function SupportHome({
  slug,
  today,
  firstName,
  home,
  second,
  cards: awaitingCards,
}: {
  readonly slug: string;
  readonly today: Day;
  readonly firstName: string;
  readonly home: SupportData;
  /** Below the same person's own home: without a second greeting. */
  readonly second: boolean;
  /** Their appointments and next steps; null below their own home, which has them. */
  readonly cards: ReactNode;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const cards = (
    <>
      {awaitingCards}
      {home.queue === null ? null : <QueueCard slug={slug} today={today} queue={home.queue} />}
      {home.deadlines.length === 0 ? null : (
        <DeadlinesCard title={words.deadlines} all={words.allDeadlines} slug={slug} rows={home.deadlines} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card padded={false} title={words.red}>
          {home.red.length === 0 ? (
            <p className="px-4 pb-4 text-texte2 sm:px-5">{words.redEmpty}</p>
          ) : (
            <Table
              bare
              density="compact"
              caption={words.red}
              rows={home.red}
              rowKey={(row) => row.activityId}
              columns={[
                {
                  key: "activity",
                  header: words.activity,
                  rowHeader: true,
                  cell: (row) => <TextLink to={`/${slug}/argent?activite=${row.activityId}`}>{row.name}</TextLink>,
                },
                { key: "money", header: words.money, align: "end", cell: (row) => <Money amount={row.amount} /> },
              ]}
            />
          )}
        </Card>
        <Card
          padded={false}
          title={words.lateCustomers}
          actions={home.late.length > 0 ? <ButtonLink to={`/${slug}/relances`}>{words.reminders}</ButtonLink> : null}
        >
          {home.late.length === 0 ? (
            <p className="px-4 pb-4 text-texte2 sm:px-5">{words.lateEmpty}</p>
          ) : (
            <Table
              bare
              density="compact"
              caption={words.lateCustomers}
              rows={home.late}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: "number",
                  header: words.number,
                  rowHeader: true,
                  cell: (row) => <TextLink to={`/${slug}/factures/${row.id}`}>{row.number}</TextLink>,
                },
                { key: "customer", header: words.customer, cell: (row) => row.customerName },
                { key: "due", header: words.dueDate, cell: (row) => (row.dueDate ? day(row.dueDate) : "") },
                {
                  key: "left",
                  header: words.left,
                  align: "end",
                  cell: (row) => <Money amount={subtract(row.due, row.settled)} />,
                },
              ]}
            />
          )}
        </Card>
      </div>
    </>
  );
  if (second) return <div className="mt-6 flex flex-col gap-4">{cards}</div>;
  return (
    <Page title={fill(words.hello, { name: firstName })} description={longDay(today, language)}>
      {cards}
    </Page>
  );
}

/** What waits to be read, oldest first, and the way into it. */
function QueueCard({
  slug,
  today,
  queue,
}: {
  readonly slug: string;
  readonly today: Day;
  readonly queue: NonNullable<SupportData["queue"]>;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { kinds } = choose({ fr: invoiceFr, en: invoiceEn });
  return (
    <Card
      padded={false}
      title={
        <>
          {words.queue} <Badge tone={queue.length > 0 ? "attention" : "ok"}>{String(queue.length)}</Badge>
        </>
      }
      actions={
        queue[0] ? (
          <ButtonLink variant="primary" icon={ListChecks} to={`/${slug}/a-relire`}>
            {words.queueStart}
          </ButtonLink>
        ) : null
      }
    >
      {queue.length === 0 ? (
        <p className="px-4 pb-4 text-texte2 sm:px-5">{words.queueEmpty}</p>
      ) : (
        <Table
          bare
          density="compact"
          caption={words.queue}
          rows={queue.slice(0, 8)}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "activity",
              header: words.activity,
              rowHeader: true,
              cell: (row) => <TextLink to={reviewHref(slug, row)}>{row.activityName}</TextLink>,
            },
            {
              key: "kind",
              header: words.document,
              cell: (row) => (row.kind === "quote" ? words.quote : kinds[row.kind]),
              wideOnly: true,
            },
            { key: "customer", header: words.customer, cell: (row) => row.customerName },
            { key: "amount", header: words.amount, align: "end", cell: (row) => <Money amount={row.gross} /> },
            {
              key: "since",
              header: words.since,
              cell: (row) => relativeDay(row.since, today, language),
            },
          ]}
        />
      )}
    </Card>
  );
}
