import type { Day } from "#kernel/day.ts";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { en } from "./appointment.en.ts";
import { fr } from "./appointment.fr.ts";
import { MODES, NATURES, USUAL_MINUTES } from "./appointment.ts";
import type { AppointmentRow } from "./appointment-rows.store.ts";

export type AppointmentChoices = {
  readonly activities: readonly { readonly value: string; readonly label: string }[];
  readonly fundedActions: readonly { readonly value: string; readonly label: string }[];
};

type Given = Partial<Pick<AppointmentRow, "day" | "time" | "minutes" | "mode" | "nature" | "subject" | "place">> & {
  readonly activityId?: string | null;
  readonly fundedActionId?: string | null;
};

/** When, how and about what: the same for a new appointment and for one that moves. */
export function AppointmentFields({
  today,
  choices,
  given,
}: {
  readonly today: Day;
  readonly choices: AppointmentChoices;
  readonly given: Given;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <DayInput name="day" label={words.day} today={today} defaultValue={given.day ?? null} required />
        <TextInput
          name="time"
          label={words.time}
          help={words.timeHelp}
          defaultValue={given.time === undefined ? "" : timeText(given.time, language)}
          required
        />
        <TextInput
          name="minutes"
          label={words.minutes}
          inputMode="numeric"
          defaultValue={String(given.minutes ?? USUAL_MINUTES)}
        />
      </div>
      <RadioGroup
        name="mode"
        label={words.mode}
        layout="row"
        defaultValue={given.mode ?? "onSite"}
        options={MODES.map((value) => ({ value, label: words.modes[value] }))}
      />
      <TextInput name="place" label={words.place} defaultValue={given.place ?? ""} maxLength={200} optional />
      <Select
        name="nature"
        label={words.nature}
        help={words.natureHelp}
        defaultValue={given.nature ?? "interview"}
        options={NATURES.map((value) => ({ value, label: words.natures[value] }))}
      />
      <TextInput name="subject" label={words.subject} defaultValue={given.subject ?? ""} maxLength={200} optional />
      {choices.activities.length === 0 ? null : (
        <Select
          name="activityId"
          label={words.activity}
          placeholder={words.noChoice}
          defaultValue={given.activityId ?? ""}
          options={choices.activities}
          optional
        />
      )}
      {choices.fundedActions.length === 0 ? null : (
        <Select
          name="fundedActionId"
          label={words.fundedAction}
          placeholder={words.noChoice}
          defaultValue={given.fundedActionId ?? ""}
          options={choices.fundedActions}
          optional
        />
      )}
    </>
  );
}
