import type { Day } from "#kernel/day.ts";
import { fill, type Translation } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { fr } from "../deadline/deadline.fr.ts";
import type { AssociateRow, DeadlineRow } from "../deadline/listed-deadlines.store.ts";

type Words = Translation<typeof fr>;

/** Says since when somebody is an associate: their term is met. */
export function AdmissionForm({
  words,
  person,
  today,
  idempotencyKey,
  answer,
}: {
  readonly words: Words;
  readonly person: Pick<DeadlineRow, "personId" | "name">;
  readonly today: Day;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | undefined;
}) {
  const mine = answer?.typed?.personId === person.personId ? answer : undefined;
  return (
    <Confirm trigger={words.admit} title={fill(words.admitTitle, { name: person.name })} variant="quiet" size="small">
      <SubmitForm
        intent="admit"
        idempotencyKey={idempotencyKey}
        answer={mine}
        hidden={{ personId: person.personId }}
        className="flex flex-col gap-4"
      >
        <DayInput
          name="admittedOn"
          label={words.admittedOn}
          help={words.admittedHelp}
          today={today}
          defaultValue={today}
          required
        />
        <SubmitButton>{words.admitSubmit}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}

/** Those who became associates, and what to do about a mistake. */
export function Associates({
  words,
  slug,
  associates,
  mayCancel,
  answer,
}: {
  readonly words: Words;
  readonly slug: string;
  readonly associates: readonly AssociateRow[];
  readonly mayCancel: boolean;
  readonly answer: FormAnswer | undefined;
}) {
  return (
    <Card title={words.associates}>
      <Refused intent="cancel" answer={answer} />
      <ul className="flex flex-col divide-y divide-bordure">
        {associates.map(({ admissionId, personId, name, admittedOn }) => (
          <li key={admissionId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              <TextLink to={`/${slug}/personnes/${personId}`}>{name}</TextLink>{" "}
              <span className="text-texte2">{fill(words.since, { date: day(admittedOn) })}</span>
            </span>
            {mayCancel ? (
              <Confirm trigger={words.cancel} title={fill(words.cancelTitle, { name })} variant="quiet" size="small">
                <SubmitForm intent="cancel" hidden={{ admissionId }} className="flex flex-col gap-4">
                  <p>{words.cancelHelp}</p>
                  <SubmitButton variant="danger">{words.cancel}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
