import { fill } from "#kernel/language.ts";
import { ZERO } from "#kernel/money.ts";
import { eur, percent } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { en } from "./document-form.en.ts";
import { fr } from "./document-form.fr.ts";
import type { Discount } from "./line.ts";
import type { DocumentTotals, VatGroup } from "./totals.ts";
import { treatmentOf } from "./vat-treatment.ts";

/** The totals of a document: discounts as typed, VAT rate by rate, then what the customer pays. */
export function DocumentTotalsView({
  totals,
  discounts,
  children,
}: {
  readonly totals: DocumentTotals;
  readonly discounts: readonly Discount[];
  /** More rows under the total: deposits deducted, what is left to pay. */
  readonly children?: React.ReactNode;
}) {
  const { language, choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <dl className="ml-auto grid w-full max-w-md grid-cols-[1fr_auto] items-baseline gap-y-1 tabular-nums">
      {discounts.map((discount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: discounts have no identity but their rank
        <Row key={index} label={discount.label || words.fieldsOf.discount}>
          −{eur(totals.discountAmounts[index] ?? ZERO, language)}
        </Row>
      ))}
      <Row label={words.totals.net}>
        <Money amount={totals.net} />
      </Row>
      {totals.groups
        .filter((group) => group.vat.category === "S")
        .map((group) => (
          <Row key={group.vat.rate} label={<VatLabel group={group} many={totals.groups.length > 1} />}>
            <Money amount={group.tax} />
          </Row>
        ))}
      {totals.groups
        .filter((group) => group.vat.category !== "S")
        .map((group) => (
          <Row key={`${group.vat.category}${group.vat.exemption}`} label={<VatLabel group={group} many />}>
            <Money amount={group.tax} />
          </Row>
        ))}
      <dt className="border-t border-bordure-forte pt-2 text-section font-semibold">{words.totals.gross}</dt>
      <dd className="border-t border-bordure-forte pt-2 pl-6 text-right">
        <Money amount={totals.gross} size="regular" />
      </dd>
      {children}
    </dl>
  );
}

export function TotalRow({ label, children }: { readonly label: React.ReactNode; readonly children: React.ReactNode }) {
  return <Row label={label}>{children}</Row>;
}

function Row({ label, children }: { readonly label: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="text-texte2">{label}</dt>
      <dd className="pl-6 text-right">{children}</dd>
    </>
  );
}

function VatLabel({ group, many }: { readonly group: VatGroup; readonly many: boolean }) {
  const { language, choose } = useLanguage();
  const words = choose({ fr, en }).totals;
  const base = fill(words.vatOn, { base: eur(group.net, language) });
  const name =
    group.vat.category === "S"
      ? fill(words.vatAt, { rate: percent(group.vat.rate, language) })
      : (treatmentOf(group.vat)?.words[language] ?? words.noVat);
  return many ? `${name} ${base}` : name;
}
