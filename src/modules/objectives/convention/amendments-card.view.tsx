import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import type { Amendment } from "./convention.ts";

/** What the parties changed since they signed, and the form that writes the next one down. */
export function AmendmentsCard({
  amendments,
  keeps,
  today,
  answer,
  idempotencyKey,
}: {
  readonly amendments: readonly Amendment[];
  readonly keeps: boolean;
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.amendments}>
      {amendments.length === 0 ? <p className="text-texte2">{words.noAmendment}</p> : null}
      <ol className="flex flex-col divide-y divide-bordure">
        {amendments.map(({ number, agreedOn, body }) => (
          <li key={number} className="py-2">
            <p className="font-semibold">
              {fill(words.amendment, { number: String(number), day: mediumDay(agreedOn, language) })}
            </p>
            <p className="max-w-prose whitespace-pre-line">{body}</p>
          </li>
        ))}
      </ol>
      {keeps ? (
        <Confirm trigger={words.amend} title={words.amend}>
          <p>{words.amendLead}</p>
          <SubmitForm intent="amend" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
            <DayInput name="agreedOn" label={words.agreedOn} today={today} required />
            <Textarea name="body" label={words.amendmentBody} maxLength={4000} rows={4} required />
            <SubmitButton className="self-start">{words.amend}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </Card>
  );
}
