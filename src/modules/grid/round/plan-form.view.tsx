import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import type { RoundData } from "./round.page.tsx";

/** One more action of the plan, and the indicator that it is about. */
export function PlanForm({ data, answer }: { readonly data: RoundData; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr: fr.round, en: en.round });
  return (
    <Card title={words.planTitle} className="max-w-2xl">
      <SubmitForm
        intent="plan"
        idempotencyKey={`${data.key}-plan`}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        <Select
          name="code"
          label={words.indicator}
          placeholder="…"
          optional
          options={data.objectives.flatMap(({ lines }) =>
            lines.map(({ code, wording }) => ({ value: code, label: `${code} ${wording}` })),
          )}
        />
        <Textarea name="what" label={words.what} maxLength={500} required />
        <TextInput name="who" label={words.who} maxLength={160} required />
        <DayInput name="dueOn" label={words.dueOn} today={data.today} required />
        <SubmitButton variant="secondary" className="self-start">
          {words.planSubmit}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}
