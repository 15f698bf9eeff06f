import type { Day } from "#kernel/day.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { Amendment, Convention, Party } from "../convention/convention.ts";
import { AmendmentField } from "../convention/convention-tabs.view.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";

/** The next tranche, with the share of each party. */
export function PlanTranche({
  convention,
  parties,
  amendments,
  structures,
  today,
  answer,
  idempotencyKey,
}: {
  readonly convention: Convention;
  readonly parties: readonly Party[];
  readonly amendments: readonly Amendment[];
  readonly structures: readonly { readonly id: string; readonly name: string }[];
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.plan}>
      <SubmitForm
        intent="plan"
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex max-w-prose flex-col gap-4"
      >
        <TextInput name="label" label={words.tranche} maxLength={160} required />
        <Select
          name="funderId"
          label={words.funder}
          placeholder=" "
          options={structures.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <AmountInput name="amount" label={words.amountOf} required />
          <DayInput name="dueOn" label={words.dueOn} today={today} required />
        </div>
        <fieldset className="flex flex-col gap-3">
          <legend className="font-semibold">{words.shares}</legend>
          <p className="text-aide text-texte2">{words.sharesHelp}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {parties.map(({ structureId, name }) => (
              <AmountInput key={structureId} name={`shares.${structureId}`} label={name} optional />
            ))}
          </div>
        </fieldset>
        <AmendmentField convention={convention} amendments={amendments} />
        <SubmitButton className="self-start">{words.plan}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
