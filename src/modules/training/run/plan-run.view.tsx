import type { Day } from "#kernel/day.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { SPLITS } from "./run.ts";

/** Days, seats and cost of a session to come. */
export function PlanRun({
  today,
  answer,
  idempotencyKey,
}: {
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.plan} description={words.planLead}>
      <SubmitForm
        intent="plan"
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex max-w-prose flex-col gap-4"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <DayInput name="startsOn" label={words.startsOn} today={today} required />
          <DayInput name="endsOn" label={words.endsOn} today={today} required />
          <TextInput name="place" label={words.place} maxLength={200} optional />
          <TextInput name="seats" label={words.seats} inputMode="numeric" maxLength={3} required />
        </div>
        <AmountInput name="cost" label={words.cost} help={words.costHelp} required />
        <RadioGroup
          name="split"
          label={words.split}
          defaultValue="seats"
          options={SPLITS.map((value) => ({ value, label: words.splits[value] }))}
        />
        <SubmitButton className="self-start">{words.plan}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
