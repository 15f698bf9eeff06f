import { ArrowRight, CircleAlert, FileCheck, FilePen, FilePlus, RotateCcw, Wallet } from "lucide-react";
import type { ReactNode } from "react";
import { type Day, daysBetween, type Month } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { type Cents, subtract } from "#kernel/money.ts";
import type { InvoiceRow, QuoteToInvoice } from "#modules/sales/index.server.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { BarChart } from "#ui/chart.tsx";
import { eur, longDay, relativeDay, shortMonth } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Figure, Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { en } from "./home.en.ts";
import { fr } from "./home.fr.ts";

export type EntrepreneurData = {
  readonly own: number;
  readonly available: Cents;
  readonly cash: Cents;
  readonly owed: { readonly owed: Cents; readonly late: Cents; readonly lateCount: number };
  readonly late: readonly InvoiceRow[];
  readonly returned: readonly InvoiceRow[];
  readonly drafts: readonly InvoiceRow[];
  readonly toInvoice: readonly QuoteToInvoice[];
  readonly waiting: readonly (InvoiceRow & { readonly since: Day })[];
  readonly isNew: boolean;
  readonly underCape: boolean;
  readonly months: readonly { readonly month: Month; readonly turnover: Cents; readonly money: Cents }[];
};

/** What I may spend, what is late, what awaits me, my year, one button to invoice. */
export function EntrepreneurHome({
  slug,
  today,
  firstName,
  home,
  cards,
}: {
  readonly slug: string;
  readonly today: Day;
  readonly firstName: string;
  readonly home: EntrepreneurData;
  /** What else awaits them: appointments, next steps. */
  readonly cards: ReactNode;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Page
      title={fill(words.hello, { name: firstName })}
      description={longDay(today, language)}
      actions={
        <ButtonLink variant="primary" icon={FilePlus} to={`/${slug}/factures/nouvelle`}>
          {words.createInvoice}
        </ButtonLink>
      }
    >
      {home.isNew ? <FirstSteps slug={slug} /> : null}
      {home.underCape ? <Notice tone="info">{words.cape}</Notice> : null}
      <Card title={words.available}>
        <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
          <div>
            <Money amount={home.available} size="figure" negativeWord={words.overdrawn} />
            <p className="text-aide text-texte2">{words.availableHelp}</p>
          </div>
          <dl className="flex flex-wrap gap-x-8 gap-y-3">
            <Figure label={words.toReceive} amount={home.owed.owed} />
            <Figure label={words.late} amount={home.owed.late} />
            <Figure label={words.inBank} amount={home.cash} />
          </dl>
        </div>
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          <TextLink to={`/${slug}/argent`}>
            {words.understand} <ArrowRight aria-hidden="true" size={16} className="inline" />
          </TextLink>
          {home.underCape ? null : (
            <TextLink to={`/${slug}/remuneration`}>
              <Wallet aria-hidden="true" size={16} className="mr-1 inline" />
              {words.simulate}
            </TextLink>
          )}
        </p>
      </Card>
      <ToDo slug={slug} today={today} home={home} />
      {cards}
      <Card title={words.year}>
        <BarChart
          title={words.chartTitle}
          series={[words.turnover, words.treasury]}
          points={home.months.map((row) => ({
            label: shortMonth(row.month, language),
            values: [row.turnover, row.money],
          }))}
        />
      </Card>
      {home.waiting.length > 0 ? (
        <Card title={words.inProgress}>
          <ul className="divide-y divide-bordure">
            {home.waiting.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                <TextLink to={`/${slug}/factures/${row.id}`}>{row.customerName}</TextLink>
                <span className="text-aide text-texte2">
                  {eur(row.gross, language)} · {words.waiting}, {relativeDay(row.since, today, language)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}

function FirstSteps({ slug }: { readonly slug: string }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.start} description={words.startHelp}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={`/${slug}/clients/nouveau`}>{words.startCustomer}</ButtonLink>
        <ButtonLink to={`/${slug}/factures/nouvelle`}>{words.startInvoice}</ButtonLink>
      </div>
    </Card>
  );
}

function ToDo({ slug, today, home }: { readonly slug: string; readonly today: Day; readonly home: EntrepreneurData }) {
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  const empty = home.late.length + home.returned.length + home.toInvoice.length + home.drafts.length === 0;
  return (
    <Card title={words.todo}>
      {empty ? <p className="text-texte2">{words.nothingToDo}</p> : null}
      <ul className="divide-y divide-bordure">
        {home.returned.map((row) => (
          <Task
            key={row.id}
            icon={<RotateCcw aria-hidden="true" size={20} className="text-attention" />}
            title={fill(words.correct, { customer: row.customerName })}
            detail={words.correctDetail}
            to={`/${slug}/factures/${row.id}`}
            act={words.open}
          />
        ))}
        {home.late.map((row) => (
          <Task
            key={row.id}
            icon={<CircleAlert aria-hidden="true" size={20} className="text-erreur" />}
            title={fill(words.chase, { customer: row.customerName })}
            detail={fill(words.chaseDetail, {
              number: row.number ?? "",
              amount: eur(subtract(row.due, row.settled), language),
              days: plural(row.dueDate ? daysBetween(row.dueDate, today) : 0, words.day, words.days),
            })}
            to={`/${slug}/relances/${row.customerId}`}
            act={words.chaseAct}
          />
        ))}
        {home.toInvoice.map((row) => (
          <Task
            key={row.id}
            icon={<FileCheck aria-hidden="true" size={20} className="text-ok" />}
            title={fill(words.invoiceQuote, { customer: row.customerName })}
            detail={fill(words.invoiceQuoteDetail, { number: row.number, amount: eur(row.leftToInvoice, language) })}
            to={`/${slug}/devis/${row.id}`}
            act={words.invoiceQuoteAct}
          />
        ))}
        {home.drafts.map((row) => (
          <Task
            key={row.id}
            icon={<FilePen aria-hidden="true" size={20} className="text-info" />}
            title={fill(words.finish, { customer: row.customerName })}
            detail={fill(words.finishDetail, { amount: eur(row.gross, language) })}
            to={`/${slug}/factures/${row.id}`}
            act={words.open}
          />
        ))}
      </ul>
      {home.owed.lateCount > home.late.length ? (
        <p className="mt-3">
          <TextLink to={`/${slug}/relances`}>
            {fill(words.allLate, { count: String(home.owed.lateCount) })}{" "}
            <ArrowRight aria-hidden="true" size={16} className="inline" />
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}

function Task({
  icon,
  title,
  detail,
  to,
  act,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: string;
  readonly to: string;
  readonly act: string;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <span className="flex min-w-0 items-start gap-3">
        <span className="mt-0.5 shrink-0">{icon}</span>
        <span className="min-w-0">
          <span className="block font-semibold">{title}</span>
          <span className="block text-aide text-texte2">{detail}</span>
        </span>
      </span>
      <ButtonLink to={to} size="small" aria-label={`${act} : ${title}`}>
        {act}
      </ButtonLink>
    </li>
  );
}
