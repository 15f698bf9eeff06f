import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { BidPageData } from "../bid/bid.page.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";

/** From the frozen split to an ordinary quote. */
export function QuoteCard({
  data: { slug, quotes, bid, key },
  answer,
}: {
  readonly data: BidPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  if (quotes.length === 0) return null;
  return (
    <Card title={words.quote} description={words.quoteLead}>
      <Refused intent="quote" answer={answer} />
      <ul className="flex flex-col gap-3">
        {quotes.map(({ partId, name, quoteId }) => (
          <li key={partId} className="flex flex-wrap items-center justify-between gap-3">
            <span>{name}</span>
            {quoteId === null ? (
              <SubmitForm intent="quote" idempotencyKey={`${key}-${partId}`} hidden={{ partId }}>
                <SubmitButton variant="secondary">
                  {bid.billing === "lead" ? words.quoteWhole : words.quotePart}
                </SubmitButton>
              </SubmitForm>
            ) : (
              <TextLink to={`/${slug}/devis/${quoteId}`}>{words.quoteOpen}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
