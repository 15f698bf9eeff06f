import { useLanguage } from "#ui/language.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../training.en.ts";
import { fr } from "../training.fr.ts";
import { type Course, hoursText } from "./course.ts";

/** What is taught, to whom, by whom, how long. */
export function CourseFields({ given }: { readonly given: Course | null }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given?.title} maxLength={160} required />
      <Textarea
        name="audience"
        label={words.audience}
        help={words.audienceHelp}
        defaultValue={given?.audience}
        maxLength={1000}
        rows={2}
        optional
      />
      <Textarea
        name="programme"
        label={words.programme}
        help={words.programmeHelp}
        defaultValue={given?.programme}
        maxLength={8000}
        rows={8}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          name="trainer"
          label={words.trainer}
          help={words.trainerHelp}
          defaultValue={given?.trainer}
          maxLength={200}
          required
        />
        <TextInput
          name="hours"
          label={words.hours}
          help={words.hoursHelp}
          defaultValue={given === null ? undefined : hoursText(given.quarters)}
          inputMode="decimal"
          maxLength={8}
          required
        />
      </div>
    </>
  );
}
