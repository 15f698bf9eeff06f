import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { WHEN_KINDS } from "./period.ts";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import type { QuestionData } from "./question.page.tsx";
import { questionText } from "./question.ts";

/** On which day or over which period, and as known when. */
export function WhenForm({
  data: { question, sheet, today },
  answer,
}: {
  readonly data: QuestionData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  const { when, known } = question;
  const kinds = WHEN_KINDS.map((value) => ({ value, label: words.whenKinds[value] }));
  return (
    <Card title={words.when} description={words.whenLead}>
      <SubmitForm
        key={JSON.stringify([when, known])}
        intent="when"
        hidden={{ d: questionText(question), fiche: sheet?.id ?? "" }}
        answer={answer}
        preventScrollReset
        className="flex flex-col gap-4"
      >
        <RadioGroup name="kind" label={words.whenKind} options={kinds} defaultValue={when.kind} />
        <DayInput
          name="on"
          label={words.on}
          today={today}
          defaultValue={when.kind === "on" ? when.on : null}
          optional
        />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <DayInput
            name="from"
            label={words.from}
            today={today}
            defaultValue={when.kind === "during" ? when.from : null}
            optional
          />
          <DayInput
            name="to"
            label={words.to}
            today={today}
            defaultValue={when.kind === "during" ? when.to : null}
            optional
          />
        </div>
        <DayInput name="known" label={words.known} help={words.knownHelp} today={today} defaultValue={known} optional />
        <SubmitButton className="w-fit" variant="secondary">
          {words.showWhen}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}
