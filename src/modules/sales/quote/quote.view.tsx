import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { type FormAnswer, sentencesOf } from "#ui/problem.ts";
import { DocumentLines } from "../document/document-lines.view.tsx";
import { computeTotals } from "../document/totals.ts";
import { LinkCard } from "../link/link-card.view.tsx";
import { DocumentMails } from "../outgoing/document-mails.view.tsx";
import { en as nounEn } from "./quote.en.ts";
import { fr as nounFr } from "./quote.fr.ts";
import { scheduleOf } from "./quote.ts";
import { QuoteActs } from "./quote-acts.view.tsx";
import { QUOTE_TONE } from "./quote-badge.ts";
import { QuoteInvoicing } from "./quote-invoicing.view.tsx";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";
import { QuoteSending } from "./quote-sending.view.tsx";
import type { ShownQuote } from "./quote-shown.ts";
import { QuoteTimeline } from "./quote-timeline.view.tsx";
import { scheduleLabel } from "./schedule-label.ts";

/** One quote: its state, the next act, who has it, its lines, how it is paid and what was invoiced. */
export function QuoteView({ shown, answer }: { readonly shown: ShownQuote; readonly answer: FormAnswer | null }) {
  const { quote, slug } = shown;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  return (
    <Page
      title={quote.number === null ? words.draftTitle : `${noun.noun} ${quote.number}`}
      badge={<Badge tone={QUOTE_TONE[quote.status]}>{noun.statuses[quote.status]}</Badge>}
      description={quote.title}
      crumbs={[{ label: words.title, to: `/${slug}/devis` }]}
      actions={<QuoteActs shown={shown} answer={answer} />}
    >
      {answer?.problem ? (
        <Notice tone="erreur" alert>
          {sentencesOf(answer.problem)}
        </Notice>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Heads shown={shown} />
          {quote.status === "accepted" || shown.invoices.length > 0 ? (
            <QuoteInvoicing shown={shown} answer={answer} />
          ) : null}
          <Words title={words.introduction} text={quote.content.introduction} />
          <DocumentLines content={quote.content} />
          <Schedule shown={shown} />
          <Words title={words.mentions} text={quote.content.mentions} />
          <Words title={words.note} text={quote.content.note} />
          {shown.allowed.includes("send") ? <QuoteSending shown={shown} answer={answer} /> : null}
        </div>
        <aside className="flex flex-col gap-4">
          <Card title={words.timeline}>
            <QuoteTimeline shown={shown} />
          </Card>
          <LinkCard link={shown.link} cle={shown.key} answer={answer} />
          <DocumentMails slug={shown.slug} mails={shown.mails} />
        </aside>
      </div>
    </Page>
  );
}

/** Words that the customer will read: whoever validates reads them first. */
function Words({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === "") return null;
  return (
    <Card title={title}>
      <p className="whitespace-pre-line">{text}</p>
    </Card>
  );
}

function Heads({ shown }: { readonly shown: ShownQuote }) {
  const { quote, slug, buyer } = shown;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const address = [buyer?.street, `${buyer?.postalCode ?? ""} ${buyer?.city ?? ""}`].filter((text) => text?.trim());
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [words.from, <strong key="from">{shown.activityName}</strong>],
    [
      words.to,
      <span key="to">
        <TextLink to={`/${slug}/clients/${quote.customerId}`}>{buyer?.name ?? ""}</TextLink>
        <span className="block text-aide text-texte2">{address.join(", ")}</span>
      </span>,
    ],
    [words.date, quote.issueDate === null ? "—" : day(quote.issueDate)],
    // Before it is dated, a quote only knows for how long it will hold.
    quote.validUntil === null
      ? [words.validityDays, quote.content.validityDays]
      : [words.validUntil, day(quote.validUntil)],
    ...(quote.content.deliveryDate === null ? [] : [[words.delivery, day(quote.content.deliveryDate)] as const]),
    ...(quote.content.deliveryAddress === "" ? [] : [[words.deliveryAddress, quote.content.deliveryAddress] as const]),
    ...(quote.content.purchaseOrder === "" ? [] : [[words.purchaseOrder, quote.content.purchaseOrder] as const]),
  ];
  return (
    <Card>
      <dl className="grid gap-4 sm:grid-cols-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-aide text-texte2">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Schedule({ shown }: { readonly shown: ShownQuote }) {
  const { content } = shown.quote;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const rows = scheduleOf(computeTotals(content), content.mode, content.schedule);
  if (rows.length === 0) return null;
  return (
    <Card title={words.schedule}>
      <ul className="flex flex-col gap-1">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a claim has no identity but its rank
          <li key={index} className="flex items-baseline justify-between gap-4">
            <span>{scheduleLabel(row, index, rows, language)}</span>
            <Money amount={row.amount} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
