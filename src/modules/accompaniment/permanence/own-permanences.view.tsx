import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day as dayText, weekday } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { EvenBusy } from "../external/external.view.tsx";
import { en } from "./permanence.en.ts";
import { fr } from "./permanence.fr.ts";
import type { Permanence } from "./permanence.ts";

type Answered = { readonly answer: FormAnswer | undefined };

/** Where one receives, and how one stops. */
export function OwnPermanences({ own, answer }: Answered & { readonly own: readonly Permanence[] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.mine}>
      <Refused intent="close" answer={answer} />
      <ul className="divide-y divide-bordure">
        {own.map(({ id, town, place, weekday: repeated, fromDay, untilDay, starts, ends }) => {
          const facts = {
            weekday: weekday(fromDay, language),
            day: dayText(fromDay),
            from: timeText(starts, language),
            to: timeText(ends, language),
            until: dayText(untilDay),
          };
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                {[town, place].filter(Boolean).join(", ")}
                <span className="block text-aide text-texte2">
                  {fill(repeated === null ? words.once : words.weekly, facts)}
                </span>
              </span>
              <SubmitForm intent="close" hidden={{ permanenceId: id }} answer={null}>
                <SubmitButton variant="quiet" size="small" aria-label={fill(words.closeOf, { town })}>
                  {words.close}
                </SubmitButton>
              </SubmitForm>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

export function OpenPermanence({
  today,
  idempotencyKey,
  answer,
}: Answered & { readonly today: Day; readonly idempotencyKey: string }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.open}>
      <SubmitForm intent="open" idempotencyKey={idempotencyKey} answer={answer ?? null} className="flex flex-col gap-4">
        <TextInput name="town" label={words.town} maxLength={80} required />
        <TextInput name="place" label={words.place} maxLength={200} optional />
        <DayInput name="day" label={words.day} today={today} required />
        <Checkbox name="weekly" label={words.repeat} />
        <DayInput name="untilDay" label={words.untilDay} today={today} optional />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
          <TextInput name="starts" label={words.starts} required />
          <TextInput name="ends" label={words.ends} required />
          <TextInput name="slotMinutes" label={words.slotMinutes} inputMode="numeric" defaultValue="45" />
        </div>
        <EvenBusy intent="open" answer={answer} />
        <SubmitButton className="self-start">{words.openSubmit}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
