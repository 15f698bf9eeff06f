import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import type { QuestionData } from "../question/question.page.tsx";
import { questionText } from "../question/question.ts";
import { en } from "./sheet.en.ts";
import { fr } from "./sheet.fr.ts";

/** Keeps the question under a name; of a kept one, saves the changes, copies it or takes it away. */
export function KeepForm({
  data: { question, sheet, key },
  answer,
}: {
  readonly data: QuestionData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  const mayChange = sheet?.mayChange ?? true;
  const hidden = { d: questionText(question), fiche: sheet?.id ?? "", version: String(sheet?.version ?? 0) };
  return (
    <Card title={words.keep} description={words.keepLead}>
      <div className="flex max-w-2xl flex-col gap-5">
        {mayChange ? (
          <SubmitForm
            intent="save"
            hidden={hidden}
            answer={answer}
            idempotencyKey={key}
            className="flex flex-col gap-4"
          >
            <TextInput name="name" label={words.name} defaultValue={sheet?.name} maxLength={120} required />
            <Textarea
              name="description"
              label={words.description}
              defaultValue={sheet?.description}
              maxLength={1000}
              optional
            />
            <Checkbox name="shared" label={words.shared} help={words.sharedHelp} defaultChecked={sheet?.shared} />
            <SubmitButton className="w-fit" variant="secondary">
              {sheet === null ? words.save : words.saveChanges}
            </SubmitButton>
          </SubmitForm>
        ) : (
          <p className="text-texte2">{words.refusals["sheet.notYours"]}</p>
        )}
        {sheet === null ? null : (
          <div className="flex flex-wrap items-start gap-3">
            <SubmitForm
              intent="duplicate"
              hidden={{ fiche: sheet.id, name: fill(words.copyName, { name: sheet.name }).slice(0, 120) }}
              answer={answer}
              idempotencyKey={key}
            >
              <SubmitButton variant="secondary">{words.duplicate}</SubmitButton>
            </SubmitForm>
            {mayChange ? (
              <Confirm trigger={words.remove} title={words.removeAsk} variant="quiet">
                <p>{words.removeHelp}</p>
                <SubmitForm intent="delete" hidden={{ fiche: sheet.id }} answer={answer}>
                  <SubmitButton variant="danger">{words.remove}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
          </div>
        )}
      </div>
    </Card>
  );
}
