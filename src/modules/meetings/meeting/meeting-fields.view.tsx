import type { Day } from "#kernel/day.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./meeting.en.ts";
import { fr } from "./meeting.fr.ts";
import { AUDIENCES } from "./meeting.ts";

export type GivenMeeting = {
  readonly title: string;
  readonly day: Day;
  readonly time: ClockTime;
  readonly duration: number;
  readonly place: string;
  readonly link: string;
  readonly agenda: string;
};

/** Whom it is for is said once: those who were told stay those whom it concerns. */
export function MeetingFields({ given, today }: { readonly given: GivenMeeting | null; readonly today: Day }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given?.title ?? ""} maxLength={120} required />
      {given === null ? (
        <RadioGroup
          name="audience"
          label={words.audience}
          defaultValue="everybody"
          options={AUDIENCES.map((value) => ({ value, label: words.audiences[value] }))}
        />
      ) : null}
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <DayInput name="day" label={words.day} today={today} defaultValue={given?.day} required />
        <TextInput
          name="time"
          label={words.time}
          defaultValue={given === null ? "" : timeText(given.time, language)}
          required
        />
        <TextInput
          name="duration"
          label={words.duration}
          inputMode="numeric"
          defaultValue={String(given?.duration ?? 120)}
        />
      </div>
      <TextInput name="place" label={words.place} defaultValue={given?.place ?? ""} maxLength={200} optional />
      <TextInput
        name="link"
        label={words.link}
        help={words.linkHelp}
        inputMode="url"
        defaultValue={given?.link ?? ""}
        maxLength={500}
        optional
      />
      <Textarea
        name="agenda"
        label={words.agenda}
        help={words.agendaHelp}
        defaultValue={given?.agenda ?? ""}
        maxLength={4000}
        rows={5}
        optional
      />
    </>
  );
}
