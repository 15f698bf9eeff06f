import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";
import { AUDIENCES, type Audience } from "./consultation.ts";

export type GivenConsultation = {
  readonly title: string;
  readonly question: string;
  readonly audience: Audience;
  readonly axes: readonly string[];
};

/** What is asked, and of whom. */
export function ConsultationFields({ given }: { readonly given: GivenConsultation | null }) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <TextInput name="title" label={words.name} defaultValue={given?.title ?? ""} maxLength={160} required />
      <Textarea
        name="question"
        label={words.question}
        help={words.questionHelp}
        defaultValue={given?.question ?? ""}
        maxLength={4000}
        rows={4}
        required
      />
      <Textarea
        name="axes"
        label={words.axes}
        help={words.axesHelp}
        defaultValue={given?.axes.join("\n") ?? ""}
        maxLength={2000}
        rows={5}
        required
      />
      <Select
        name="audience"
        label={words.audience}
        defaultValue={given?.audience ?? "cae"}
        options={AUDIENCES.map((value) => ({ value, label: words.audiences[value] }))}
      />
    </>
  );
}

export type GivenPhase = { readonly title: string; readonly opensOn: Day; readonly closesOn: Day };

/** A phase: its name and its dates; its beginning is a fact once it is open. */
export function PhaseFields({
  given,
  today,
  begun = false,
}: {
  readonly given: GivenPhase | null;
  readonly today: Day;
  readonly begun?: boolean;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <TextInput
        name="phaseTitle"
        label={words.phaseTitle}
        defaultValue={given?.title ?? ""}
        maxLength={120}
        required
      />
      {begun ? (
        <input type="hidden" name="opensOn" value={given?.opensOn} />
      ) : (
        <DayInput name="opensOn" label={words.opensOn} today={today} defaultValue={given?.opensOn} required />
      )}
      <DayInput name="closesOn" label={words.closesOn} today={today} defaultValue={given?.closesOn} required />
    </>
  );
}
