import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import type { LabellingData } from "../labelling/labelling.page.tsx";
import type { CorrectiveAction } from "./audit.store.ts";

/** What is to be put right: asked, done, checked. */
export function ActionsCard({
  data,
  answer,
}: {
  readonly data: LabellingData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr: fr.labelling, en: en.labelling });
  return (
    <Card title={words.actions}>
      {data.actions.length === 0 ? <p className="text-texte2">{words.noAction}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {data.actions.map((one) => (
          <li key={one.id} className="flex flex-col gap-2 py-3">
            <p className="[overflow-wrap:anywhere]">
              <span className="font-semibold">{one.code}</span> {one.wording}
            </p>
            <p className="flex flex-wrap items-center gap-2">
              <ActionState action={one} today={data.today} />
              <span className="text-aide text-texte2">{fill(words.due, { day: day(one.dueOn) })}</span>
            </p>
            {one.doneNote === "" ? null : <p className="text-texte2 [overflow-wrap:anywhere]">{one.doneNote}</p>}
            {data.may.speak && one.doneAt === null ? <FinishForm data={data} action={one} answer={answer} /> : null}
            {data.may.assess && one.doneAt !== null && one.checkedAt === null ? (
              <SubmitForm intent="check" hidden={{ actionId: one.id }}>
                <SubmitButton variant="secondary" size="small">
                  {words.check}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ActionState({ action, today }: { readonly action: CorrectiveAction; readonly today: string }) {
  const words = useLanguage().choose({ fr: fr.labelling, en: en.labelling });
  if (action.checkedAt !== null) return <Badge tone="ok">{words.checked}</Badge>;
  if (action.doneAt !== null) return <Badge tone="info">{words.toCheck}</Badge>;
  return action.dueOn < today ? (
    <Badge tone="erreur">{words.late}</Badge>
  ) : (
    <Badge tone="attention">{words.toDo}</Badge>
  );
}

function FinishForm({
  data: { key },
  action,
  answer,
}: {
  readonly data: LabellingData;
  readonly action: CorrectiveAction;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr: fr.labelling, en: en.labelling });
  const mine = answer?.typed?.actionId === action.id ? answer : null;
  return (
    <details open={mine !== null || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.finish}</summary>
      <SubmitForm
        intent="finish"
        idempotencyKey={`${key}-${action.id}`}
        hidden={{ actionId: action.id }}
        answer={mine}
        className="flex flex-col gap-4"
      >
        <Textarea name="doneNote" label={words.doneNote} maxLength={1000} required />
        <SubmitButton variant="secondary" className="self-start">
          {words.finish}
        </SubmitButton>
      </SubmitForm>
    </details>
  );
}
