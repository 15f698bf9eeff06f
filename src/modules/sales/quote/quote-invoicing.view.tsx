import { FilePlus, Percent } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Figure, Figures, Money } from "#ui/money.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { ProgressBar } from "#ui/progress.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { computeTotals } from "../document/totals.ts";
import { en as invoiceEn } from "../invoice/invoice.en.ts";
import { fr as invoiceFr } from "../invoice/invoice.fr.ts";
import { signed } from "../invoice/invoice.ts";
import { scheduleOf } from "./quote.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";
import type { ShownQuote } from "./quote-shown.ts";

type Props = { readonly shown: ShownQuote; readonly answer: FormAnswer | null };

/** « Signé, facturé, encaissé, reste à facturer », the invoices made from the quote, and the next one to make. */
export function QuoteInvoicing({ shown, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const invoiceWords = choose({ fr: invoiceFr, en: invoiceEn });
  const { progress, invoices, slug, allowed } = shown;
  const euros = (amount: bigint) => Number(amount) / 100;
  return (
    <Card title={words.progress}>
      <div className="flex flex-col gap-4">
        <Figures>
          <Figure label={words.signed} amount={progress.signed} />
          <Figure label={words.invoiced} amount={progress.invoiced} />
          <Figure label={words.collected} amount={progress.collected} />
          <Figure label={words.leftToInvoice} amount={progress.leftToInvoice} />
        </Figures>
        <ProgressBar
          label={words.progress}
          value={euros(progress.invoiced)}
          max={euros(progress.signed)}
          words={fill(words.progressWords, {
            invoiced: eur(progress.invoiced, language),
            signed: eur(progress.signed, language),
          })}
        />
        {invoices.length === 0 ? null : (
          <ul aria-label={words.invoices} className="flex flex-col gap-1">
            {invoices.map((invoice) => (
              <li key={invoice.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span>
                  <TextLink to={`/${slug}/factures/${invoice.id}`}>
                    {[invoiceWords.kinds[invoice.kind], invoice.number].filter(Boolean).join(" ")}
                  </TextLink>
                  {invoice.status === "issued" ? null : (
                    <span className="text-texte2"> · {invoiceWords.statuses[invoice.status]}</span>
                  )}
                </span>
                <Money amount={signed(invoice.kind, invoice.due)} />
              </li>
            ))}
          </ul>
        )}
        {allowed.includes("invoice") && progress.leftToInvoice > 0n ? (
          <InvoiceActs shown={shown} answer={answer} />
        ) : null}
      </div>
    </Card>
  );
}

function InvoiceActs({ shown, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { quote, invoices, key } = shown;
  const { content } = quote;
  const claims = scheduleOf(computeTotals(content), content.mode, content.schedule).filter(
    (row) => row.kind !== "balance",
  );
  const made = invoices.filter((invoice) => invoice.kind === "deposit").length;
  const hasNext = made < claims.length;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {hasNext ? (
        <SubmitForm intent="invoice.next" idempotencyKey={key} answer={answer}>
          <SubmitButton icon={FilePlus}>{words.invoiceNext}</SubmitButton>
        </SubmitForm>
      ) : null}
      <SubmitForm intent="invoice.balance" idempotencyKey={key} answer={answer}>
        <SubmitButton variant={hasNext ? "secondary" : "primary"} icon={FilePlus}>
          {invoices.length === 0 ? words.invoiceAll : words.invoiceBalance}
        </SubmitButton>
      </SubmitForm>
      <Confirm trigger={words.invoiceRate} title={words.invoiceRate} variant="quiet" icon={Percent}>
        <SubmitForm intent="invoice.rate" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
          <TextInput
            name="rate"
            label={words.invoiceRateLabel}
            help={words.invoiceRateHelp}
            inputMode="decimal"
            autoComplete="off"
          />
          <SubmitButton>{words.invoiceRate}</SubmitButton>
        </SubmitForm>
      </Confirm>
    </div>
  );
}
