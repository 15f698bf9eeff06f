import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Combobox, type ComboboxOption } from "#ui/combobox.island.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "./workshop.en.ts";
import { fr } from "./workshop.fr.ts";

type Some = { readonly people: readonly { personId: string; name: string }[]; readonly others: number };
type Sent = { readonly idempotencyKey: string; readonly answer: FormAnswer | undefined };

/** Who has a seat, who waits, and how the support team adds or removes somebody. */
export function Registered({
  people,
  toAdd,
  idempotencyKey,
  answer,
}: Sent & {
  readonly people: { readonly seated: Some; readonly waiting: Some };
  readonly toAdd: readonly ComboboxOption[];
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.registered}>
      <Refused intent="remove" answer={answer} />
      <Names some={people.seated} />
      {people.waiting.people.length + people.waiting.others === 0 ? null : (
        <>
          <h3 className="mt-3 font-semibold">{words.waitingList}</h3>
          <Names some={people.waiting} />
        </>
      )}
      {toAdd.length === 0 ? null : (
        <SubmitForm
          intent="add"
          idempotencyKey={idempotencyKey}
          answer={answer ?? null}
          className="mt-4 flex flex-wrap items-end gap-3 border-t border-bordure pt-4"
        >
          <Combobox name="personId" label={words.addPerson} options={toAdd} fieldClassName="min-w-0 flex-1" />
          <SubmitButton variant="secondary">{words.addSubmit}</SubmitButton>
        </SubmitForm>
      )}
    </Card>
  );
}

function Names({ some }: { readonly some: Some }) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      {some.people.length + some.others === 0 ? <p className="text-texte2">{words.nobody}</p> : null}
      <ul className="divide-y divide-bordure">
        {some.people.map(({ personId, name }) => (
          <li key={personId} className="flex items-center justify-between gap-3 py-1">
            {name}
            <SubmitForm intent="remove" hidden={{ personId }} answer={null}>
              <SubmitButton variant="quiet" size="small" aria-label={fill(words.removeOf, { name })}>
                {words.remove}
              </SubmitButton>
            </SubmitForm>
          </li>
        ))}
      </ul>
      {some.others === 0 ? null : <p className="text-texte2">{plural(some.others, words.other, words.others)}</p>}
    </>
  );
}

export function CancelWorkshop({ idempotencyKey, answer }: Sent) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet">
      <SubmitForm
        intent="cancel"
        idempotencyKey={idempotencyKey}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        <p>{words.cancelHelp}</p>
        <Textarea name="reason" label={words.reason} maxLength={500} required />
        <SubmitButton variant="danger">{words.cancel}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}
