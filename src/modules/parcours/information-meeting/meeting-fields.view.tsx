import type { Day } from "#kernel/day.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./information-meeting.en.ts";
import { fr } from "./information-meeting.fr.ts";
import type { InformationMeeting } from "./information-meeting.ts";

export function MeetingFields({
  meeting,
  today,
}: {
  readonly meeting?: Partial<InformationMeeting>;
  readonly today: Day;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).form;
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <DayInput
        name="heldOn"
        label={words.heldOn}
        today={today}
        defaultValue={meeting?.heldOn}
        fieldClassName="sm:col-span-2"
        required
      />
      <TextInput
        name="startsAt"
        label={words.startsAt}
        help={words.startsAtHelp}
        defaultValue={meeting?.startsAt}
        autoComplete="off"
        required
      />
      <TextInput
        name="minutes"
        label={words.minutes}
        inputMode="numeric"
        defaultValue={String(meeting?.minutes ?? 120)}
        fieldClassName="content-end justify-end"
        autoComplete="off"
        required
      />
      <TextInput
        name="place"
        label={words.place}
        help={words.placeHelp}
        defaultValue={meeting?.place}
        fieldClassName="sm:col-span-2"
        optional
      />
      <TextInput
        name="link"
        label={words.link}
        help={words.linkHelp}
        defaultValue={meeting?.link}
        fieldClassName="sm:col-span-2"
        inputMode="url"
        autoCapitalize="none"
        optional
      />
      <TextInput
        name="seats"
        label={words.seats}
        inputMode="numeric"
        defaultValue={String(meeting?.seats ?? 12)}
        autoComplete="off"
        required
      />
      <Textarea
        name="notes"
        label={words.notes}
        help={words.notesHelp}
        defaultValue={meeting?.notes}
        fieldClassName="sm:col-span-2"
        optional
      />
      <Checkbox
        name="published"
        label={words.published}
        defaultChecked={meeting?.published ?? true}
        className="sm:col-span-2"
      />
    </div>
  );
}
