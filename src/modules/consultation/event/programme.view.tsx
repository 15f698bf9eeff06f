import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { duration, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";
import { PART_KINDS, type PartKind } from "./event.ts";

export type ShownPart = {
  readonly id: string;
  readonly kind: PartKind;
  readonly title: string;
  readonly day: Day;
  readonly time: ClockTime;
  readonly duration: number;
  readonly place: string;
  readonly restitution: string;
};

type Shown = {
  readonly parts: readonly ShownPart[];
  readonly runs: boolean;
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
};

/** What happens when, and what plenaries heard from workshops. */
export function Programme({ parts, runs, today, answer, idempotencyKey }: Shown) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.programme}>
      {parts.length === 0 ? <p className="mb-3 text-texte2">{words.programmeNone}</p> : null}
      <ol className="divide-y divide-bordure">
        {parts.map((part) => (
          <li key={part.id} className="flex flex-col gap-1 py-3">
            <p className="text-aide text-texte2">
              {[longDay(part.day, language), timeText(part.time, language), duration(part.duration), part.place]
                .filter((text) => text !== "")
                .join(", ")}
            </p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{part.title}</span>
              <Badge>{words.kinds[part.kind]}</Badge>
            </p>
            {part.restitution === "" ? null : (
              <div>
                <h3 className="mt-1 text-aide font-semibold">{words.restitution}</h3>
                <p className="max-w-prose whitespace-pre-line">{part.restitution}</p>
              </div>
            )}
            {runs ? (
              <div className="flex flex-wrap items-start gap-3">
                <Confirm
                  trigger={words.restitutionWrite}
                  title={fill(words.restitutionOf, { title: part.title })}
                  variant="quiet"
                  size="small"
                >
                  <SubmitForm
                    intent={`change ${part.id}`}
                    hidden={{ partId: part.id }}
                    answer={answer}
                    className="flex flex-col gap-4"
                  >
                    <Textarea
                      name="restitution"
                      label={words.restitution}
                      defaultValue={part.restitution}
                      maxLength={8000}
                      rows={6}
                    />
                    <SubmitButton className="self-start">{words.save}</SubmitButton>
                  </SubmitForm>
                </Confirm>
                {part.day < today ? null : (
                  <SubmitForm intent={`change ${part.id}`} hidden={{ partId: part.id, removed: "oui" }} answer={null}>
                    <SubmitButton variant="quiet" size="small">
                      {words.partRemove}
                    </SubmitButton>
                  </SubmitForm>
                )}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {runs ? (
        <Confirm trigger={words.partAdd} title={words.partAdd}>
          <SubmitForm intent="part" idempotencyKey={idempotencyKey} answer={answer} className="flex flex-col gap-4">
            <Select
              name="kind"
              label={words.partKind}
              options={PART_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            />
            <TextInput name="title" label={words.partTitle} maxLength={160} required />
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
              <DayInput name="day" label={words.partDay} today={today} required />
              <TextInput name="time" label={words.partTime} required />
              <TextInput name="duration" label={words.partDuration} inputMode="numeric" defaultValue="60" required />
            </div>
            <TextInput name="place" label={words.partPlace} maxLength={160} optional />
            <SubmitButton className="self-start">{words.partSubmit}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </Card>
  );
}
