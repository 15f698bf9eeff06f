import { type Cents, negate, ZERO } from "#kernel/money.ts";
import type { DocumentLayout, LabelledText, LayoutTotal } from "./document-layout.ts";
import { drawCode, transferText } from "./payment-code.ts";
import type { PrintableDocument, PrintableVat } from "./printable-document.ts";
import { formatAmount, formatIban, formatRate, formatShortDay } from "./printable-format.ts";
import { breakable, breakableOrNull, fill, type Words } from "./printable-text.ts";

/** What stands under the lines: VAT, totals, what is due, how and when to pay. Pure. */

export function vatText(vat: PrintableVat, document: PrintableDocument, words: Words): string {
  return vat.category === "S" ? formatRate(vat.rate, document.language) : words.vatLabels[vat.category];
}

export function layOutVat(document: PrintableDocument, words: Words): DocumentLayout["vatTable"] {
  if (document.vatTable.length === 0) return null;
  const { language } = document;
  return {
    head: [words.vatTable.rate, words.vatTable.taxable, words.vatTable.tax],
    rows: document.vatTable.map((row) => [
      vatText(row, document, words),
      formatAmount(row.taxableAmount, language),
      formatAmount(row.taxAmount, language),
    ]),
  };
}

export function layOutTotals(document: PrintableDocument, words: Words): LayoutTotal[] {
  const { language, priceMode } = document;
  const given = document.totals;
  const plain = (label: string, amount: Cents): LayoutTotal => ({
    label,
    amount: formatAmount(amount, language),
    strong: false,
  });
  const allowances = given.allowances ?? [];
  const before =
    allowances.length === 0
      ? []
      : [
          plain(priceMode === "net" ? words.totals.linesNet : words.totals.linesGross, given.lineTotal),
          ...allowances.map((allowance) => {
            const percent = allowance.percent === undefined ? "" : ` (${formatRate(allowance.percent, language)})`;
            return plain(breakable(allowance.reason || words.discount) + percent, negate(allowance.amount));
          }),
        ];
  return [
    ...before,
    plain(words.totals.net, given.taxExclusive),
    plain(words.totals.tax, given.tax),
    { ...plain(words.totals.gross, given.taxInclusive), strong: true },
    ...(document.deposits ?? []).map((deposit) =>
      plain(
        fill(words.totals.deposit, { number: deposit.number, date: formatShortDay(deposit.issueDate) }),
        negate(deposit.amount),
      ),
    ),
    ...(document.payments ?? []).map((received) => {
      const label = fill(words.totals.payment, { date: formatShortDay(received.date) });
      return plain(received.means ? `${label} (${received.means})` : label, negate(received.amount));
    }),
  ];
}

export function layOutDue(document: PrintableDocument, words: Words): DocumentLayout["due"] {
  const paidSomething = (document.payments ?? []).length > 0;
  const settled = paidSomething && document.totals.due === ZERO && document.kind !== "creditNote";
  return {
    label: paidSomething ? words.totals.left : words.totals.due[document.kind],
    amount: formatAmount(document.totals.due, document.language),
    strong: true,
    settled: settled ? words.totals.settled : null,
  };
}

export function layOutPayment(document: PrintableDocument, words: Words): DocumentLayout["payment"] {
  const { bank, otherPaymentMeans } = document;
  if (bank === undefined && !otherPaymentMeans) return null;
  const lines: LabelledText[] = [];
  if (bank !== undefined) {
    lines.push({ label: words.payment.holder, value: breakable(bank.accountName) });
    lines.push({ label: words.payment.iban, value: formatIban(bank.iban) });
    if (bank.bic) lines.push({ label: words.payment.bic, value: bank.bic });
    if (bank.reference) lines.push({ label: words.payment.reference, value: bank.reference });
  }
  return { title: words.payment.title, lines, other: breakableOrNull(otherPaymentMeans), code: code(document, words) };
}

/** What is left to pay, for whoever has the bank's application at hand; a sample asks for nothing. */
function code(document: PrintableDocument, words: Words): NonNullable<DocumentLayout["payment"]>["code"] {
  const { bank, kind, number, specimen } = document;
  const asks = (kind === "invoice" || kind === "depositInvoice") && number !== null && specimen === undefined;
  const text = asks && bank !== undefined ? transferText(bank, document.totals.due) : null;
  if (text === null) return null;
  return {
    svg: drawCode(text),
    alt: fill(words.payment.codeAlt, { amount: formatAmount(document.totals.due, document.language) }),
    help: words.payment.codeHelp,
  };
}

export function layOutSchedule(document: PrintableDocument, words: Words): DocumentLayout["schedule"] {
  const instalments = document.schedule ?? [];
  if (instalments.length === 0) return null;
  const { language } = document;
  return {
    title: words.payment.schedule[document.kind],
    rows: instalments.map((instalment) => [
      breakable(instalment.label) +
        (instalment.percent === undefined ? "" : ` (${formatRate(instalment.percent, language)})`),
      instalment.date === undefined ? "" : formatShortDay(instalment.date),
      formatAmount(instalment.amount, language),
    ]),
  };
}
