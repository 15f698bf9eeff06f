import { fill } from "#kernel/language.ts";
import { absolute, subtract } from "#kernel/money.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en as paymentEn } from "../payment/payment.en.ts";
import { fr as paymentFr } from "../payment/payment.fr.ts";
import { moneyOf, PAYMENT_METHODS } from "../payment/payment.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";
import type { ShownInvoice } from "./invoice-shown.ts";

/** What was received, what is left, and the form to record the rest. */
export function InvoicePayments({
  shown,
  answer,
}: {
  readonly shown: ShownInvoice;
  readonly answer: FormAnswer | null;
}) {
  const { invoice, payments, today, key } = shown;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const methods = choose({ fr: paymentFr, en: paymentEn }).methods;
  const left = subtract(invoice.due, invoice.settled);
  const refund = invoice.kind === "credit_note";
  const reversed = new Set(payments.map((payment) => payment.reverses));
  const mayPay = shown.allowed.includes("pay");
  return (
    <Card
      title={words.payments}
      actions={
        <span className="text-aide text-texte2">
          {refund ? words.settledBy : words.left}
          {" : "}
          <Money amount={left} />
        </span>
      }
    >
      {payments.length === 0 ? (
        <p className="text-texte2">{words.noPayment}</p>
      ) : (
        <ul className="divide-y divide-bordure">
          {payments.map((payment) => (
            <li key={payment.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                {day(payment.paidOn)} · {methods[payment.method]}
                {payment.reference === "" ? "" : ` · ${payment.reference}`}
                {reversed.has(payment.id) ? ` · ${words.reversed}` : ""}
                {payment.difference === 0n ? null : (
                  <span className="block text-aide text-texte2">
                    {fill(words.withDifference, {
                      money: eur(moneyOf({ settles: payment.amount, difference: payment.difference }), language),
                      difference: eur(absolute(payment.difference), language),
                    })}
                  </span>
                )}
              </span>
              <span className="flex items-center gap-3">
                <Money amount={payment.amount} />
                {mayPay && payment.reverses === null && payment.method !== "set_off" && !reversed.has(payment.id) ? (
                  <Confirm trigger={words.reverse} title={words.reverseTitle} variant="quiet" size="small">
                    <p className="mb-4">{words.reverseHelp}</p>
                    <SubmitForm
                      intent="reversePayment"
                      idempotencyKey={key}
                      hidden={{ paymentId: payment.id }}
                      answer={answer}
                    >
                      <SubmitButton variant="danger">{words.reverse}</SubmitButton>
                    </SubmitForm>
                  </Confirm>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayPay && left > 0n ? (
        <SubmitForm
          intent="pay"
          idempotencyKey={key}
          answer={answer}
          className="mt-4 flex flex-col gap-4 border-t border-bordure pt-4"
        >
          <h3 className="font-semibold">{refund ? words.recordRefund : words.recordPayment}</h3>
          <div className="grid gap-4 sm:grid-cols-2">
            <AmountInput
              name="amount"
              label={refund ? words.amountRefunded : words.amountReceived}
              tax="TTC"
              defaultValue={left}
              required
            />
            <DayInput
              name="paidOn"
              label={refund ? words.refundedOn : words.paidOn}
              today={today}
              defaultValue={today}
              required
            />
            <Select
              name="method"
              label={words.method}
              options={PAYMENT_METHODS.map((method) => ({ value: method, label: methods[method] }))}
            />
            <TextInput name="reference" label={words.reference} optional />
          </div>
          <Checkbox name="close" label={words.closeDifference} />
          <div>
            <SubmitButton>{words.record}</SubmitButton>
          </div>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
