import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day as dayText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { namesOf } from "./appointment-line.view.tsx";
import type { AppointmentRow, NamedParty } from "./appointment-rows.store.ts";

/** When, where, with whom, about what. */
export function Particulars({
  slug,
  row,
  about,
}: {
  readonly slug: string;
  readonly row: AppointmentRow;
  readonly about: { readonly activity: string; readonly fundedAction: string };
}) {
  const words = useLanguage().choose({ fr, en });
  const held = row.status === "held";
  const people = (parties: readonly NamedParty[]) =>
    held
      ? parties.map(({ name, attendance }) => `${name} (${words.attendances[attendance].toLowerCase()})`).join(", ")
      : namesOf(parties);
  const facts: [string, string][] = [
    [words.person, people(row.persons)],
    [words.adviser, people(row.advisers)],
    [words.nature, words.natures[row.nature]],
    [words.mode, words.modes[row.mode]],
    [words.place, row.place],
    [words.subject, row.subject],
    [words.activity, about.activity],
    [words.fundedAction, about.fundedAction],
  ];
  return (
    <Card>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {facts
          .filter(([, value]) => value !== "")
          .map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-texte2">{label}</dt>
              <dd className="[overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
      </dl>
      {row.status === "cancelled" ? null : (
        <p className="mt-3">
          <TextLink to={`/${slug}/rendez-vous/${row.id}/agenda`} reloadDocument>
            {words.calendarFile}
          </TextLink>
        </p>
      )}
    </Card>
  );
}

export type HistoryStep = {
  readonly key: string;
  readonly kind: keyof typeof fr.events;
  readonly reason: string;
  readonly by: string;
  readonly on: Day;
  readonly day: Day;
  readonly time: ClockTime;
};

/** What happened to it, by whom and why. */
export function History({ steps }: { readonly steps: readonly HistoryStep[] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.history}>
      <ul className="flex flex-col gap-2">
        {steps.map(({ key, kind, reason, by, on, day, time }) => (
          <li key={key}>
            {fill(words.events[kind], {
              moment: fill(words.mail.moment, { day: dayText(day), time: timeText(time, language) }),
            })}
            <span className="block text-aide text-texte2">
              {dayText(on)}, {by}
              {reason === "" ? "" : ` : ${reason}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Ending = { readonly idempotencyKey: string; readonly answer: FormAnswer | undefined };

export function CancelAppointment({ idempotencyKey, answer }: Ending) {
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

export function AskToMove({ idempotencyKey, answer }: Ending) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Confirm trigger={words.ask} title={words.askTitle}>
      <SubmitForm intent="ask" idempotencyKey={idempotencyKey} answer={answer ?? null} className="flex flex-col gap-4">
        <p>{words.askHelp}</p>
        <Textarea name="reason" label={words.message} maxLength={500} required />
        <SubmitButton>{words.askSend}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}
