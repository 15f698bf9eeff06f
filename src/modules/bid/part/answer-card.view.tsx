import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { BidPageData } from "../bid/bid.page.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";
import { WhoseFields } from "./whose-fields.view.tsx";

/** What is asked of whoever reads: agreed to, or declined. */
export function AnswerCard({
  data: { asked, parts, choices, key },
  answer,
}: {
  readonly data: BidPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const part = parts.find(({ id }) => id === asked);
  const lead = parts.find((each) => each.lead);
  if (part === undefined || lead === undefined) return null;
  return (
    <Card
      title={fill(words.asked, { name: lead.name })}
      description={fill(words.askedWords, { task: part.task, amount: eur(part.amount, language) })}
    >
      <SubmitForm
        intent="agree"
        idempotencyKey={key}
        hidden={{ partId: part.id }}
        answer={answer}
        className="flex flex-col gap-4"
      >
        <WhoseFields choices={choices} />
        <SubmitButton className="self-start">{words.agree}</SubmitButton>
      </SubmitForm>
      <Refused intent="decline" answer={answer} />
      <SubmitForm intent="decline" idempotencyKey={`${key}-decline`} hidden={{ partId: part.id }} className="pt-3">
        <SubmitButton variant="quiet">{words.decline}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
