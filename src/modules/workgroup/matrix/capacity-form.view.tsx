import type { Day } from "#kernel/day.ts";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import { type Capacity, type SharedFunction, SIDES, UNITS } from "./capacity.ts";
import { CapacityBadge } from "./volume.view.tsx";

/** What a structure needs or offers. */
export function CapacityForm({
  functions,
  spoken,
  today,
  answer,
  idempotencyKey,
}: {
  readonly functions: readonly SharedFunction[];
  readonly spoken: readonly { readonly id: string; readonly name: string }[];
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <SubmitForm intent="say" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
      <Select
        name="structureId"
        label={words.structure}
        options={spoken.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RadioGroup
        name="side"
        label={words.side}
        defaultValue="need"
        options={SIDES.map((value) => ({ value, label: words.sides[value] }))}
      />
      <Select
        name="functionId"
        label={words.functionLabel}
        options={functions.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextInput name="quantity" label={words.quantity} inputMode="decimal" maxLength={12} required />
        <Select name="unit" label={words.unit} options={UNITS.map((value) => ({ value, label: words.units[value] }))} />
        <DayInput name="startsOn" label={words.startsOn} today={today} defaultValue={today} required />
        <DayInput name="endsOn" label={words.endsOn} today={today} optional />
      </div>
      <Textarea name="note" label={words.comment} rows={2} maxLength={1000} optional />
      <SubmitButton className="self-start">{words.sayCapacity}</SubmitButton>
    </SubmitForm>
  );
}

/** The lines that the reader may withdraw. */
export function OwnCapacities({
  own,
  answer,
}: {
  readonly own: readonly Capacity[];
  readonly answer: FormAnswer | null;
}) {
  const words = useLanguage().choose({ fr, en });
  if (own.length === 0) return null;
  return (
    <details className="mt-5 border-t border-bordure pt-4">
      <summary className="cursor-pointer font-semibold">{words.own}</summary>
      <ul className="flex flex-col divide-y divide-bordure">
        {own.map((capacity) => (
          <li key={capacity.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                {`${capacity.structureName}, ${capacity.functionTitle}`}
                <CapacityBadge capacity={capacity} />
              </p>
              {capacity.note === "" ? null : <p className="text-aide text-texte2">{capacity.note}</p>}
            </div>
            <Confirm trigger={words.withdraw} title={words.withdrawTitle} size="small">
              <SubmitForm intent="withdraw" hidden={{ capacityId: capacity.id }} answer={answer}>
                <SubmitButton>{words.withdraw}</SubmitButton>
              </SubmitForm>
            </Confirm>
          </li>
        ))}
      </ul>
    </details>
  );
}
