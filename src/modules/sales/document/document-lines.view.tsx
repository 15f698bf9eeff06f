import { fill } from "#kernel/language.ts";
import { type Cents, subtract, sum } from "#kernel/money.ts";
import { Card } from "#ui/card.tsx";
import { eur, percent, quantity, unitPrice } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { unitWord } from "../facturx/unit.ts";
import { en } from "./document-form.en.ts";
import { fr } from "./document-form.fr.ts";
import { DocumentTotalsView, TotalRow } from "./document-totals.view.tsx";
import type { DocumentContent, DocumentLine } from "./line.ts";
import { computeTotals } from "./totals.ts";
import { treatmentOf } from "./vat-treatment.ts";

const WORDS = {
  fr: { title: "Lignes", deposit: "Acompte {number}", toPay: "Reste à payer" },
  en: { title: "Lines", deposit: "Deposit {number}", toPay: "Left to pay" },
} as const;

/** The lines and totals of a document, to read. Deposits already invoiced are deducted below the total. */
export function DocumentLines({
  content,
  deductions = [],
}: {
  readonly content: DocumentContent;
  readonly deductions?: readonly { readonly number: string; readonly amount: Cents }[];
}) {
  const { choose } = useLanguage();
  const words = choose(WORDS);
  const form = choose({ fr, en });
  const totals = computeTotals(content);
  const amounts = new Map(totals.lines.map((line) => [line.index, line.amount]));
  return (
    <Card title={words.title}>
      <div className="tableau mb-4">
        <table>
          <caption className="sr-only">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{form.fieldsOf.name}</th>
              <th scope="col" className="text-right">
                {form.fieldsOf.quantity}
              </th>
              <th scope="col" className="text-right">
                {content.mode === "ht" ? form.fieldsOf.unitPriceHt : form.fieldsOf.unitPriceTtc}
              </th>
              <th scope="col">{form.fieldsOf.vat}</th>
              <th scope="col" className="text-right">
                {content.mode === "ht" ? form.fieldsOf.amountHt : form.fieldsOf.amountTtc}
              </th>
            </tr>
          </thead>
          <tbody>
            {content.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a frozen document's lines are known by their rank
              <ShownLine key={index} line={line} amount={amounts.get(index) ?? null} ht={content.mode === "ht"} />
            ))}
          </tbody>
        </table>
      </div>
      <DocumentTotalsView totals={totals} discounts={content.discounts}>
        {deductions.length === 0 ? null : (
          <>
            {deductions.map((deduction) => (
              <TotalRow key={deduction.number} label={fill(words.deposit, { number: deduction.number })}>
                −<Money amount={deduction.amount} />
              </TotalRow>
            ))}
            <TotalRow label={<strong>{words.toPay}</strong>}>
              <Money
                amount={subtract(totals.gross, sum(deductions.map((deduction) => deduction.amount)))}
                size="regular"
              />
            </TotalRow>
          </>
        )}
      </DocumentTotalsView>
    </Card>
  );
}

function ShownLine({
  line,
  amount,
  ht,
}: {
  readonly line: DocumentLine;
  readonly amount: Cents | null;
  readonly ht: boolean;
}) {
  const { choose, language } = useLanguage();
  const form = choose({ fr, en }).fieldsOf;
  if (line.kind !== "item") {
    return (
      <tr>
        <td colSpan={5} className={line.kind === "group" ? "font-semibold" : "whitespace-pre-line text-texte2"}>
          {line.kind === "group" ? line.title : line.text}
        </td>
      </tr>
    );
  }
  const discount = line.discount;
  return (
    <tr>
      <th scope="row" data-label={form.name}>
        {line.name}
        {line.description === "" ? null : (
          <span className="block text-aide font-normal whitespace-pre-line text-texte2">{line.description}</span>
        )}
        {discount === null ? null : (
          <span className="block text-aide font-normal text-texte2">
            {discount.label || form.discount} −
            {discount.kind === "rate" ? percent(discount.rate, language) : eur(discount.amount, language)}
          </span>
        )}
      </th>
      <td data-label={form.quantity} className="text-right tabular-nums">
        {quantity(line.quantity, language)} {unitWord(line.unit, line.quantity, language)}
      </td>
      <td data-label={ht ? form.unitPriceHt : form.unitPriceTtc} className="text-right tabular-nums">
        {unitPrice(line.unitPrice, language)}
      </td>
      <td data-label={form.vat} className={line.vat.category === "S" ? "whitespace-nowrap" : ""}>
        {treatmentOf(line.vat)?.words[language] ?? percent(line.vat.rate, language)}
      </td>
      <td data-label={ht ? form.amountHt : form.amountTtc} className="text-right">
        {amount === null ? null : <Money amount={amount} />}
      </td>
    </tr>
  );
}
