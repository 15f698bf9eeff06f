import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { FINDING_VALUES } from "../decision/decision.ts";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { FINDING_TONE } from "../label-tones.ts";
import type { CriterionData } from "../labelling/criterion.page.tsx";

/** What assessors found; for one of them, the form of their own finding, and of what is to be put right. */
export function FindingCards({
  data,
  answer,
}: {
  readonly data: CriterionData;
  readonly answer: FormAnswer | undefined;
}) {
  const all = useLanguage().choose({ fr, en });
  const words = all.criterion;
  const { findings, may } = data;
  return (
    <>
      {may.assess ? <FindingForm data={data} answer={answer} /> : null}
      {findings.length === 0 || may.assess ? null : (
        <Card title={words.findingsTitle}>
          <ul className="flex flex-col gap-3">
            {findings.map(({ personId, name, value, note }) => (
              <li key={personId}>
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-semibold">{name}</span>
                  <Badge tone={FINDING_TONE[value]}>{all.findings[value]}</Badge>
                </p>
                {note === "" ? null : <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {may.assess ? <ActionForm data={data} answer={answer} /> : null}
    </>
  );
}

function FindingForm({ data, answer }: { readonly data: CriterionData; readonly answer: FormAnswer | undefined }) {
  const all = useLanguage().choose({ fr, en });
  const words = all.criterion;
  const { criterion, key, next } = data;
  return (
    <Card title={words.findingTitle}>
      <SubmitForm
        intent="find"
        idempotencyKey={`${key}-f`}
        hidden={{ code: criterion.code, next: next ?? "" }}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        <RadioGroup
          name="value"
          label={words.found}
          {...(criterion.own === null ? {} : { defaultValue: criterion.own.value })}
          options={FINDING_VALUES.map((value) => ({ value, label: all.findings[value] }))}
        />
        <Textarea
          name="note"
          label={words.foundNote}
          defaultValue={criterion.own?.note ?? ""}
          maxLength={2000}
          optional
        />
        <SubmitButton className="self-start">{words.recordFinding}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}

function ActionForm({ data, answer }: { readonly data: CriterionData; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr: fr.criterion, en: en.criterion });
  const mine = answer?.typed?.intention === "ask" ? answer : null;
  return (
    <Card>
      <details open={mine !== null || undefined}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.actionTitle}</summary>
        <SubmitForm
          intent="ask"
          idempotencyKey={`${data.key}-k`}
          hidden={{ code: data.criterion.code }}
          answer={mine}
          className="flex flex-col gap-4 pt-2"
        >
          <Textarea name="wording" label={words.actionWording} maxLength={500} required />
          <DayInput name="dueOn" label={words.dueOn} today={data.today} required />
          <SubmitButton variant="secondary" className="self-start">
            {words.askAction}
          </SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}
