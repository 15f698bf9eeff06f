import { Check, Download, X } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { eur, mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { DocumentLines } from "../document/document-lines.view.tsx";
import type { ClientDocument } from "./client-document.store.ts";
import { en } from "./link.en.ts";
import { fr } from "./link.fr.ts";

type Props = { readonly shown: ClientDocument; readonly here: string; readonly answer: FormAnswer | null };

/** One document as its customer reads it, in its own language; a quote is answered below. */
export function ClientView({ shown, here, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { seller, quote, invoice } = shown;
  const email = seller.activityEmail || seller.email;
  const title = fill(words[shown.kind], { number: shown.number });
  const facts: readonly (readonly [string, string])[] = [
    [words.to, shown.buyerName],
    [words.date, mediumDay(shown.issueDate, language)],
    ...(quote === null ? [] : [[words.validUntil, mediumDay(quote.validUntil, language)] as const]),
    ...(invoice === null || shown.kind === "credit_note"
      ? []
      : [[words.dueDate, mediumDay(invoice.dueDate, language)] as const]),
  ];
  const open = quote?.status === "sent" || quote?.status === "validated";
  return (
    <div lang={shown.language} className="flex min-h-dvh flex-col">
      <title>{`${title} · ${seller.tradeName}`}</title>
      <header className="cadre flex max-w-4xl flex-wrap items-center gap-4 py-5">
        {seller.hasLogo ? (
          // The name beside it says what it shows.
          <img src={`${here}/logo`} alt="" className="h-14 max-w-40 rounded-md bg-white object-contain p-1" />
        ) : null}
        <div className="min-w-0">
          <p className="text-section font-bold text-marque">{seller.tradeName}</p>
          <p className="text-aide text-texte2">{fill(words.cooperative, { name: seller.legalName })}</p>
        </div>
      </header>
      <main id="contenu" className="cadre flex max-w-4xl flex-1 flex-col gap-4 pb-12">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h1 className="text-titre font-bold [overflow-wrap:anywhere]">{title}</h1>
            {shown.title === "" ? null : <p className="text-texte2">{shown.title}</p>}
          </div>
          <ButtonLink to={`${here}/pdf`} reloadDocument icon={Download} prefetch="none">
            {words.download}
          </ButtonLink>
        </div>
        <State shown={shown} />
        <Card>
          <dl className="grid gap-4 sm:grid-cols-3">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt className="text-aide text-texte2">{label}</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Text text={shown.introduction} />
        <DocumentLines content={shown.content} deductions={shown.deductions} />
        <Text text={shown.mentions} />
        <Text text={shown.note} />
        {invoice !== null && invoice.left > 0n && invoice.bank !== null ? (
          <Card title={words.bank}>
            <dl className="grid gap-3 sm:grid-cols-2">
              {[
                [words.toPay, eur(invoice.left, language)],
                [words.iban, invoice.bank.iban.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ")],
                ...(invoice.bank.bic === "" ? [] : [[words.bic, invoice.bank.bic]]),
                [words.reference, shown.number],
              ].map(([label, value]) => (
                <div key={label}>
                  <dt className="text-aide text-texte2">{label}</dt>
                  <dd className="font-semibold [overflow-wrap:anywhere]">{value}</dd>
                </div>
              ))}
            </dl>
          </Card>
        ) : null}
        {open ? <Answer shown={shown} answer={answer} /> : null}
        {email === "" ? null : <p className="text-texte2">{fill(words.contact, { email })}</p>}
      </main>
    </div>
  );
}

/** Where the document stands, in a sentence. */
function State({ shown }: { readonly shown: ClientDocument }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  if (shown.quote !== null) {
    const { status } = shown.quote;
    if (status === "accepted") return <Notice tone="ok">{words.accepted}</Notice>;
    if (status === "declined") return <Notice tone="neutre">{words.declined}</Notice>;
    if (status === "expired") return <Notice tone="attention">{words.expired}</Notice>;
    return <Notice tone="info">{words.waiting}</Notice>;
  }
  if (shown.kind === "invoice" && shown.invoice?.left === 0n) return <Notice tone="ok">{words.paid}</Notice>;
  return null;
}

function Text({ text }: { readonly text: string }) {
  if (text === "") return null;
  return (
    <Card>
      <p className="whitespace-pre-line">{text}</p>
    </Card>
  );
}

function Answer({ shown, answer }: Omit<Props, "here">) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <Card title={words.acceptTitle}>
        <SubmitForm intent="accept" answer={answer} className="flex flex-col gap-4">
          <TextInput
            name="name"
            label={words.name}
            help={words.nameHelp}
            required
            maxLength={120}
            autoComplete="name"
          />
          <Checkbox
            name="agreed"
            label={fill(words.agree, { amount: eur(shown.gross, language) })}
            help={words.acceptHelp}
          />
          <div>
            <SubmitButton icon={Check}>{words.accept}</SubmitButton>
          </div>
        </SubmitForm>
      </Card>
      <details className="rounded-xl border border-bordure bg-surface" open={answer?.typed?.intention === "decline"}>
        <summary className="cursor-pointer p-4 font-semibold text-marque">{words.declineTitle}</summary>
        <SubmitForm intent="decline" answer={answer} className="flex flex-col gap-4 p-4 pt-0">
          <Textarea name="reason" label={words.reason} help={words.reasonHelp} required rows={3} maxLength={1000} />
          <div>
            <SubmitButton variant="secondary" icon={X}>
              {words.decline}
            </SubmitButton>
          </div>
        </SubmitForm>
      </details>
    </>
  );
}
