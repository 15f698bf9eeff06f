import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Member } from "../group/group.ts";
import type { Minutes } from "./session.store.ts";

/** The minutes as they stand, the versions before, and the form of the next one. */
export function MinutesCard({
  minutes,
  members,
  writes,
  later,
  timeZone,
  answer,
  idempotencyKey,
}: {
  readonly minutes: readonly Minutes[];
  readonly members: readonly Member[];
  readonly writes: boolean;
  readonly later: boolean;
  readonly timeZone: string;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const [last, ...earlier] = minutes;
  const people = [...members.map(({ personId, name }) => ({ personId, name })), ...(last?.came ?? [])];
  const choices = people.filter(
    ({ personId }, index) => people.findIndex((one) => one.personId === personId) === index,
  );
  const cameOf = ({ came }: Minutes) =>
    came.length === 0 ? words.nobodyCame : fill(words.cameList, { names: came.map(({ name }) => name).join(", ") });
  const versionOf = ({ number, by, at }: Minutes) =>
    fill(words.version, { number: String(number), by, day: longDay(dayIn(at, timeZone), language) });
  return (
    <Card title={words.minutes} description={last === undefined ? undefined : versionOf(last)}>
      {last === undefined ? (
        <p className="text-texte2">{later ? words.minutesLater : words.noMinutes}</p>
      ) : (
        <>
          <p className="font-semibold">{cameOf(last)}</p>
          <p className="mt-2 max-w-prose whitespace-pre-line">{last.body}</p>
        </>
      )}
      {earlier.length === 0 ? null : (
        <details className="mt-3">
          <summary className="cursor-pointer font-semibold">{words.earlier}</summary>
          {earlier.map((one) => (
            <div key={one.number} className="mt-3 border-t border-bordure pt-3">
              <p className="text-aide text-texte2">{`${versionOf(one)}. ${cameOf(one)}`}</p>
              <p className="whitespace-pre-line">{one.body}</p>
            </div>
          ))}
        </details>
      )}
      {writes ? (
        <SubmitForm
          key={minutes.length}
          intent="minutes"
          idempotencyKey={idempotencyKey}
          answer={answer}
          className="mt-4 flex flex-col gap-4 border-t border-bordure pt-4"
        >
          <Textarea name="body" label={words.minutes} defaultValue={last?.body} rows={8} maxLength={20000} required />
          <fieldset>
            <legend className="font-semibold">{words.came}</legend>
            {choices.map(({ personId, name }) => (
              <Checkbox
                key={personId}
                name={`came-${personId}`}
                label={name}
                defaultChecked={last?.came.some((one) => one.personId === personId) ?? false}
              />
            ))}
          </fieldset>
          <SubmitButton className="self-start">{words.writeMinutes}</SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
