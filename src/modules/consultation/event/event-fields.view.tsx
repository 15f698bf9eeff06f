import type { Day } from "#kernel/day.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./event.en.ts";
import { fr } from "./event.fr.ts";

export type GivenEvent = {
  readonly title: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place: string;
  readonly description: string;
  readonly capacity: number | null;
  readonly public: boolean;
  readonly consultationId: string | null;
};
export type Choice = { readonly value: string; readonly label: string };

/** What an event is: when, where, for how many. */
export function EventFields({
  given,
  today,
  consultations,
}: {
  readonly given: GivenEvent | null;
  readonly today: Day;
  readonly consultations: readonly Choice[];
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given?.title ?? ""} maxLength={160} required />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <DayInput name="startsOn" label={words.startsOn} today={today} defaultValue={given?.startsOn} required />
        <DayInput name="endsOn" label={words.endsOn} today={today} defaultValue={given?.endsOn} required />
      </div>
      <TextInput name="place" label={words.place} defaultValue={given?.place ?? ""} maxLength={200} required />
      <Textarea
        name="description"
        label={words.description}
        defaultValue={given?.description ?? ""}
        maxLength={4000}
        optional
      />
      <TextInput
        name="capacity"
        label={words.capacity}
        help={words.capacityHelp}
        inputMode="numeric"
        defaultValue={given?.capacity === null || given === null ? "" : String(given.capacity)}
        maxLength={4}
        optional
      />
      {consultations.length === 0 ? null : (
        <Select
          name="consultationId"
          label={words.consultation}
          placeholder={words.noConsultation}
          defaultValue={given?.consultationId ?? ""}
          options={consultations}
        />
      )}
      <Checkbox name="public" label={words.public} help={words.publicHelp} defaultChecked={given?.public ?? false} />
    </>
  );
}
