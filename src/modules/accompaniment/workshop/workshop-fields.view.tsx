import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./workshop.en.ts";
import { fr } from "./workshop.fr.ts";
import { SIGNUPS } from "./workshop.ts";

type Given = {
  readonly title?: string;
  readonly description?: string;
  readonly themes?: string;
  readonly place?: string;
  readonly capacity?: number;
  readonly signup?: string;
};

export function WorkshopFields({ given }: { readonly given: Given }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given.title ?? ""} maxLength={120} required />
      <Textarea
        name="description"
        label={words.description}
        defaultValue={given.description ?? ""}
        maxLength={4000}
        optional
      />
      <TextInput
        name="themes"
        label={words.themes}
        help={words.themesHelp}
        defaultValue={given.themes ?? ""}
        maxLength={200}
        optional
      />
      <TextInput name="place" label={words.place} defaultValue={given.place ?? ""} maxLength={200} optional />
      <TextInput
        name="capacity"
        label={words.capacity}
        inputMode="numeric"
        defaultValue={String(given.capacity ?? 12)}
        fieldClassName="max-w-40"
      />
      <RadioGroup
        name="signup"
        label={words.signup}
        layout="row"
        defaultValue={given.signup ?? "open"}
        options={SIGNUPS.map((value) => ({ value, label: words.signups[value] }))}
      />
    </>
  );
}

/** Dates to fill: those left empty count for nothing. `rank`: their place in the form; `before`: dates there already. */
export function DateFields({
  today,
  ranks,
  before = 0,
}: {
  readonly today: Day;
  readonly ranks: readonly number[];
  readonly before?: number;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      {ranks.map((index) => (
        <fieldset key={index} className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          <legend className="mb-1 font-semibold">{fill(words.date, { number: String(before + index + 1) })}</legend>
          <DayInput name={`dates.${index}.day`} label={words.day} today={today} />
          <TextInput name={`dates.${index}.time`} label={words.time} />
          <TextInput name={`dates.${index}.minutes`} label={words.minutes} inputMode="numeric" defaultValue="120" />
        </fieldset>
      ))}
    </>
  );
}

/** The dates of a form that were filled, as the commands take them. */
export function datesOf(input: Readonly<Record<string, string>>) {
  return [0, 1, 2, 3].flatMap((index) => {
    const [day, time, minutes] = ["day", "time", "minutes"].map((name) => input[`dates.${index}.${name}`] ?? "");
    return day === "" && time === "" ? [] : [{ day, time, minutes }];
  });
}
