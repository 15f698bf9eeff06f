import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { BidPageData } from "../bid/bid.page.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";

/** What was invoiced for everybody, and what of it went to the others. */
export function SplitCard({
  data: { slug, splits, key },
  answer,
}: {
  readonly data: BidPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (splits === null) return null;
  return (
    <Card title={words.split} description={words.splitLead}>
      <Refused intent="split" answer={answer} />
      {splits.sales.length === 0 ? <p className="text-texte2">{words.splitNone}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {splits.sales.map(({ invoiceId, number, issueDate, net, shares, entryId }) => (
          <li key={invoiceId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <div className="min-w-0">
              <p>{fill(words.splitInvoice, { number, day: day(issueDate), amount: eur(net, language) })}</p>
              <ul>
                {shares.map(({ id, name, amount }) => (
                  <li key={id} className="font-semibold tabular-nums">
                    {fill(words.splitShare, { name, amount: eur(amount, language) })}
                  </li>
                ))}
              </ul>
            </div>
            {entryId === null ? (
              splits.mayBook ? (
                <SubmitForm intent="split" idempotencyKey={`${key}-${invoiceId}`} hidden={{ invoiceId }}>
                  <SubmitButton variant="secondary" aria-label={fill(words.splitPostWhich, { number })}>
                    {words.splitPost}
                  </SubmitButton>
                </SubmitForm>
              ) : (
                <p className="text-texte2">{words.splitWaiting}</p>
              )
            ) : splits.mayOpen ? (
              <TextLink to={`/${slug}/compta/ecritures/${entryId}`}>{words.splitEntry}</TextLink>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
