import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../bid.en.ts";
import { fr } from "../bid.fr.ts";
import type { BidPageData } from "./bid.page.tsx";
import { BidFields } from "./bid-fields.view.tsx";

/** What the lead does with the whole: change it, submit it, say what became of it. */
export function NextCard({
  data: { bid, moves, today, key },
  answer,
}: {
  readonly data: BidPageData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  if (moves.length === 0) return null;
  const drafted = bid.status === "drafted";
  return (
    <Card title={words.next} description={drafted ? words.submitHelp : words.moveHelp}>
      <Refused intent="move" answer={answer} />
      <div className="flex flex-col gap-4">
        {drafted ? (
          <div className="flex flex-wrap gap-3">
            <Confirm trigger={words.submit} title={words.submitTitle} variant="primary">
              <p>{words.submitLast}</p>
              <SubmitForm intent="move" idempotencyKey={`${key}-submit`} hidden={{ move: "submit" }}>
                <SubmitButton>{words.submit}</SubmitButton>
              </SubmitForm>
            </Confirm>
            <Confirm trigger={words.drop} title={words.dropTitle} variant="quiet">
              <p>{words.dropLast}</p>
              <SubmitForm intent="move" idempotencyKey={`${key}-drop`} hidden={{ move: "drop" }}>
                <SubmitButton variant="danger">{words.drop}</SubmitButton>
              </SubmitForm>
            </Confirm>
          </div>
        ) : (
          <SubmitForm intent="move" idempotencyKey={key} className="flex flex-col gap-4">
            <TextInput name="reason" label={words.fields.reason} maxLength={1000} optional />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="move" value="win">
                {words.win}
              </SubmitButton>
              <SubmitButton name="move" value="lose" variant="secondary">
                {words.lose}
              </SubmitButton>
            </div>
          </SubmitForm>
        )}
        {drafted ? (
          <details open={answer?.typed?.intention === "change" || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.edit}</summary>
            <SubmitForm
              intent="change"
              idempotencyKey={`${key}-change`}
              hidden={{ version: String(bid.version) }}
              answer={answer}
              className="flex flex-col gap-4 pt-2"
            >
              <BidFields bid={bid} today={today} />
              <SubmitButton variant="secondary" className="w-fit">
                {words.save}
              </SubmitButton>
            </SubmitForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}
