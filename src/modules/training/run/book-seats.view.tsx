import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";

/** How many seats a structure wants. */
export function BookSeats({
  spoken,
  answer,
  idempotencyKey,
}: {
  readonly spoken: readonly { readonly id: string; readonly name: string; readonly seats: number }[];
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  const [only] = spoken;
  const had = spoken.length === 1 && only !== undefined && only.seats > 0 ? String(only.seats) : undefined;
  return (
    <Card title={words.book} description={words.bookHelp}>
      <SubmitForm
        intent="book"
        idempotencyKey={idempotencyKey}
        answer={answer}
        className="flex max-w-prose flex-col gap-4"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="structureId"
            label={words.bookFor}
            placeholder={spoken.length > 1 ? " " : undefined}
            options={spoken.map(({ id, name, seats }) => ({
              value: id,
              label: seats === 0 ? name : `${name} (${words.seatsOf(seats)})`,
            }))}
            required
          />
          <TextInput
            name="seats"
            label={words.bookCount}
            inputMode="numeric"
            maxLength={3}
            defaultValue={had}
            required
          />
        </div>
        <SubmitButton className="self-start">{words.book}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
