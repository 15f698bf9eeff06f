import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en as dimensionEn } from "../dimension/dimension.en.ts";
import { fr as dimensionFr } from "../dimension/dimension.fr.ts";
import { type DimensionKey, definitionOf } from "../dimension/dimension.ts";
import { useChoices, ValueWords } from "../dimension/value.view.tsx";
import { en } from "./social-file.en.ts";
import { fr } from "./social-file.fr.ts";
import type { SocialFileData } from "./social-file.page.tsx";

type Part = SocialFileData["sections"][number];
type Props = { readonly part: Part; readonly file: SocialFileData; readonly answer: FormAnswer | undefined };

/** A part of the file: what is known since when, and the form that changes it. */
export function FileSection({ part, file, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { labels, sections } = choose({ fr: dimensionFr, en: dimensionEn });
  const known = part.values.filter(({ value }) => value !== "");
  const mine = answer?.typed?.intention === part.section ? answer : undefined;
  return (
    <Card title={sections[part.section]}>
      <div className="flex flex-col gap-4">
        {known.length === 0 ? (
          <p className="text-texte2">{words.empty}</p>
        ) : (
          <dl className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            {known.map(({ key, value, since }) => (
              <div key={key} className="contents">
                <dt className="text-texte2">{labels[key]}</dt>
                <dd className="min-w-0 [overflow-wrap:anywhere]">
                  <ValueWords dimension={key} value={value} />
                  {since === null ? null : (
                    <span className="block text-aide text-texte2">{fill(words.since, { date: day(since) })}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {file.mayChange ? (
          <details open={mine !== undefined || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">
              {words.change}
              <span className="sr-only"> : {sections[part.section]}</span>
            </summary>
            <SectionForm part={part} idempotencyKey={`${file.key}-${part.section}`} today={file.today} answer={mine} />
          </details>
        ) : null}
      </div>
    </Card>
  );
}

function SectionForm({
  part,
  idempotencyKey,
  today,
  answer,
}: Omit<Props, "file"> & { readonly idempotencyKey: string; readonly today: Day }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const lasting = part.values.every(({ key }) => definitionOf(key).lasting);
  return (
    <SubmitForm
      idempotencyKey={idempotencyKey}
      intent={part.section}
      hidden={{ seen: part.seen }}
      answer={answer}
      className="flex flex-col gap-4 pt-2"
    >
      {part.values.map(({ key, value }) => (
        <ValueField key={key} dimension={key} value={value} today={today} />
      ))}
      <fieldset className="flex flex-col gap-4 border-t border-bordure pt-4">
        <DayInput
          name="from"
          id={`${part.section}-from`}
          label={words.from}
          help={words.fromHelp}
          today={today}
          defaultValue={today}
          required
        />
        {lasting ? null : (
          <Checkbox id={`${part.section}-mistake`} name="mistake" label={words.mistake} help={words.mistakeHelp} />
        )}
        <TextInput
          id={`${part.section}-reason`}
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          maxLength={500}
          optional
        />
      </fieldset>
      <SubmitButton className="w-fit">{words.save}</SubmitButton>
    </SubmitForm>
  );
}

/** The field of a dimension, by its kind. */
export function ValueField({
  dimension,
  value,
  today,
}: {
  readonly dimension: DimensionKey;
  readonly value: string;
  readonly today: Day;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { labels } = choose({ fr: dimensionFr, en: dimensionEn });
  const choices = useChoices(dimension);
  const { kind, long } = definitionOf(dimension);
  const name = `values.${dimension}`;
  const label = labels[dimension];
  if (kind === "choice") {
    return (
      <Select name={name} label={label} defaultValue={value} placeholder={words.toChoose} options={choices} optional />
    );
  }
  if (kind === "day") return <DayInput name={name} label={label} today={today} defaultValue={value as Day} optional />;
  if (long) return <Textarea name={name} label={label} defaultValue={value} optional />;
  return <TextInput name={name} label={label} defaultValue={value} optional />;
}
