import type { ReactNode } from "react";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import type { LabellingData } from "./labelling.page.tsx";

/** What may be done with the whole labelling: handing over, giving back, deciding, giving up; each asks first. */
export function LabellingActs({
  data: { labelling, may, key },
  answer,
}: {
  readonly data: LabellingData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr: fr.labelling, en: en.labelling });
  const asked = (
    intent: "submit" | "reopen" | "withdraw" | "decide",
    variant: "primary" | "secondary" | "quiet",
    fields: ReactNode = null,
  ) => (
    <Confirm key={intent} trigger={words[intent]} title={words[`${intent}Title`]} variant={variant}>
      <p>{words[`${intent}Help`]}</p>
      <SubmitForm
        intent={intent}
        idempotencyKey={`${key}-${intent}`}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        {fields}
        <SubmitButton>{words[intent]}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
  const note = <Textarea name="note" label={words.note} maxLength={2000} optional />;
  return (
    <>
      {may.answer ? asked("submit", "primary") : null}
      {may.decide ? asked("decide", "primary", note) : null}
      {may.organise && labelling.status === "submitted" ? asked("reopen", "secondary") : null}
      {may.withdraw ? asked("withdraw", "quiet") : null}
    </>
  );
}
