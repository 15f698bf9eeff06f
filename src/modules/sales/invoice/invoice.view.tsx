import { BellRing, BookOpen, Check, Download, FilePen, Mail, RotateCcw, Send, Trash2, Undo2 } from "lucide-react";
import { fill } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { Badge } from "#ui/badge.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { type FormAnswer, sentencesOf } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { DocumentLines } from "../document/document-lines.view.tsx";
import { LinkCard } from "../link/link-card.view.tsx";
import { DocumentMails } from "../outgoing/document-mails.view.tsx";
import { AlreadyPaid } from "./already-paid.view.tsx";
import { en as nounEn } from "./invoice.en.ts";
import { fr as nounFr } from "./invoice.fr.ts";
import { type InvoiceAction, paymentState } from "./invoice.ts";
import { invoiceBadge } from "./invoice-badge.ts";
import { InvoicePayments } from "./invoice-payments.view.tsx";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";
import { InvoiceSending } from "./invoice-sending.view.tsx";
import type { ShownInvoice } from "./invoice-shown.ts";
import { InvoiceTimeline } from "./invoice-timeline.view.tsx";

/** One invoice: its state, the next act, who has it, its lines, its money. */
export function InvoiceView({ shown, answer }: { readonly shown: ShownInvoice; readonly answer: FormAnswer | null }) {
  const { invoice, slug, today, buyer } = shown;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const { paymentDays, period } = invoice.content;
  const delay = paymentDays == null ? "—" : fill(words.daysAfterIssue, { count: String(paymentDays) });
  const badge = invoiceBadge(invoice, today, noun);
  const title =
    invoice.number === null
      ? invoice.kind === "credit_note"
        ? words.draftCredit
        : words.draftTitle
      : `${noun.kinds[invoice.kind]} ${invoice.number}`;
  return (
    <Page
      title={title}
      badge={<Badge tone={badge.tone}>{badge.word}</Badge>}
      description={invoice.title}
      crumbs={[{ label: words.title, to: `/${slug}/factures` }]}
      actions={<InvoiceActs shown={shown} answer={answer} />}
    >
      {answer?.problem ? <Notice tone="erreur">{sentencesOf(answer.problem)}</Notice> : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <dl className="grid gap-4 sm:grid-cols-2">
              <div>
                <dt className="text-aide text-texte2">{words.from}</dt>
                <dd className="font-semibold">{shown.activityName}</dd>
              </div>
              <div>
                <dt className="text-aide text-texte2">{words.to}</dt>
                <dd>
                  <TextLink to={`/${slug}/clients/${invoice.customerId}`}>{buyer?.name ?? ""}</TextLink>
                  <span className="block text-aide text-texte2">
                    {[buyer?.street, `${buyer?.postalCode ?? ""} ${buyer?.city ?? ""}`]
                      .filter((text) => text?.trim())
                      .join(", ")}
                  </span>
                </dd>
              </div>
              <div>
                <dt className="text-aide text-texte2">{words.date}</dt>
                <dd>{invoice.issueDate === null ? "—" : day(invoice.issueDate)}</dd>
              </div>
              <div>
                <dt className="text-aide text-texte2">{words.dueDate}</dt>
                <dd>{invoice.dueDate === null ? delay : day(invoice.dueDate)}</dd>
              </div>
              {period ? (
                <div className="sm:col-span-2">
                  <dt className="text-aide text-texte2">{words.billedPeriod}</dt>
                  <dd>{fill(words.periodOf, { start: day(period.start), end: day(period.end) })}</dd>
                </div>
              ) : null}
            </dl>
            {shown.quote ? (
              <p className="mt-3 text-aide">
                <TextLink to={`/${slug}/devis/${invoice.quoteId}`}>
                  {fill(words.fromQuote, { number: shown.quote.number })}
                </TextLink>
              </p>
            ) : null}
            {shown.creditedNumber ? (
              <p className="mt-3 text-aide">
                <TextLink to={`/${slug}/factures/${invoice.creditedInvoiceId}`}>
                  {fill(words.creditOf, { number: shown.creditedNumber })}
                </TextLink>
              </p>
            ) : null}
          </Card>
          <DocumentLines
            content={invoice.content}
            deductions={shown.deductions.map((deduction) => ({
              number: deduction.number,
              amount: deduction.groups.reduce((total, group) => (total + group.net + group.tax) as Cents, 0n as Cents),
            }))}
          />
          {invoice.content.note === "" ? null : <Card>{invoice.content.note}</Card>}
          {invoice.status === "issued" ? <InvoicePayments shown={shown} answer={answer} /> : null}
          {shown.allowed.includes("send") ? <InvoiceSending shown={shown} answer={answer} /> : null}
        </div>
        <aside className="flex flex-col gap-4">
          <Card title={words.timeline}>
            <InvoiceTimeline shown={shown} />
          </Card>
          {shown.credits.length > 0 ? (
            <Card title={words.views.credit_note}>
              <ul>
                {shown.credits.map((credit) => (
                  <li key={credit.id}>
                    <TextLink to={`/${slug}/factures/${credit.id}`}>{credit.number}</TextLink>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <LinkCard link={shown.link} cle={shown.key} answer={answer} />
          <DocumentMails slug={shown.slug} mails={shown.mails} />
        </aside>
      </div>
    </Page>
  );
}

function InvoiceActs({ shown, answer }: { readonly shown: ShownInvoice; readonly answer: FormAnswer | null }) {
  const { invoice, slug, allowed, key } = shown;
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const noun = choose({ fr: nounFr, en: nounEn });
  const can = (action: InvoiceAction) => allowed.includes(action);
  // One main act a page: to issue when one may, else to submit.
  const mainIsIssue = can("issue");
  return (
    <>
      {can("delete") ? (
        <Confirm trigger={noun.actions.delete} title={words.deleteTitle} variant="quiet" icon={Trash2}>
          <p className="mb-4">{words.deleteHelp}</p>
          <SubmitForm intent="delete" idempotencyKey={key} answer={answer}>
            <SubmitButton variant="danger">{noun.actions.delete}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
      {can("takeBack") ? (
        <SubmitForm intent="takeBack" idempotencyKey={key} answer={answer}>
          <SubmitButton variant="secondary" icon={Undo2}>
            {noun.actions.takeBack}
          </SubmitButton>
        </SubmitForm>
      ) : null}
      {can("edit") ? (
        <ButtonLink to={`/${slug}/factures/${invoice.id}/modifier`} icon={FilePen}>
          {noun.actions.edit}
        </ButtonLink>
      ) : null}
      {can("return") ? (
        <Confirm trigger={noun.actions.return} title={words.returnTitle} icon={RotateCcw} shortcut="e">
          <SubmitForm intent="return" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
            <Textarea name="comment" label={words.returnLabel} help={words.returnHelp} required rows={3} />
            <SubmitButton>{noun.actions.return}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
      {can("credit") && invoice.kind !== "credit_note" ? (
        <Confirm trigger={noun.actions.credit} title={words.creditTitle} icon={RotateCcw}>
          <p className="mb-4">{words.creditHelp}</p>
          <SubmitForm intent="credit" idempotencyKey={key} answer={answer}>
            <SubmitButton>{noun.actions.credit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
      {invoice.entryId ? (
        <ButtonLink to={`/${slug}/compta/ecritures/${invoice.entryId}`} variant="quiet" icon={BookOpen}>
          {words.entry}
        </ButtonLink>
      ) : null}
      {invoice.status === "issued" ? (
        <ButtonLink
          to={`/${slug}/factures/${invoice.id}/pdf`}
          reloadDocument
          variant={invoice.sentAt === null ? "secondary" : "primary"}
          icon={Download}
        >
          {words.pdf}
        </ButtonLink>
      ) : null}
      {can("send") && invoice.sentAt === null ? (
        <ButtonLink to="#envoi" variant="primary" icon={Mail}>
          {noun.actions.send}
        </ButtonLink>
      ) : null}
      {can("send") && paymentState(invoice.due, invoice.settled, invoice.dueDate, shown.today) === "late" ? (
        <ButtonLink to={`/${slug}/relances/${invoice.customerId}`} icon={BellRing}>
          {words.remind}
        </ButtonLink>
      ) : null}
      {can("submit") && !mainIsIssue ? (
        <SubmitForm intent="submit" idempotencyKey={key} answer={answer}>
          <SubmitButton icon={Send}>{noun.actions.submit}</SubmitButton>
        </SubmitForm>
      ) : null}
      {mainIsIssue ? (
        <Confirm
          trigger={noun.actions.issue}
          title={invoice.kind === "credit_note" ? words.issueCreditTitle : words.issueTitle}
          variant="primary"
          icon={Check}
          shortcut="v"
        >
          <p className="mb-4">{words.issueHelp}</p>
          <SubmitForm intent="issue" idempotencyKey={key} answer={answer} hidden={{ version: String(invoice.version) }}>
            {shown.mayPayAtIssue ? <AlreadyPaid today={shown.today} /> : null}
            <SubmitButton>{noun.actions.issue}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </>
  );
}
