import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { CheckboxGroup, RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { EvidenceLink } from "../evidence/evidence-link.view.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { ANSWER_TONE } from "../label-tones.ts";
import type { CriterionData } from "./criterion.page.tsx";
import { ANSWER_VALUES } from "./labelling.ts";

/** The structure's word with its evidence: a form for those who speak for it, as long as it was not handed over. */
export function AnswerCard({
  data,
  answer,
}: {
  readonly data: CriterionData;
  readonly answer: FormAnswer | undefined;
}) {
  const all = useLanguage().choose({ fr, en });
  const words = all.criterion;
  const { criterion, evidence, may, slug } = data;
  if (may.answer) return <AnswerForm data={data} answer={answer} />;
  if (criterion.answer === null) {
    return (
      <Card title={words.answerTitle}>
        <p className="text-texte2">{words.notAnswered}</p>
      </Card>
    );
  }
  const { value, comment, evidenceIds } = criterion.answer;
  return (
    <Card title={words.answerTitle}>
      <Badge tone={ANSWER_TONE[value]}>{all.answers[value]}</Badge>
      {comment === "" ? null : <p className="mt-2 whitespace-pre-line [overflow-wrap:anywhere]">{comment}</p>}
      <ul className="mt-2 list-disc pl-6">
        {evidence
          .filter(({ id }) => evidenceIds.includes(id))
          .map((one) => (
            <li key={one.id}>
              <EvidenceLink slug={slug} evidence={one} />
            </li>
          ))}
      </ul>
    </Card>
  );
}

function AnswerForm({ data, answer }: { readonly data: CriterionData; readonly answer: FormAnswer | undefined }) {
  const all = useLanguage().choose({ fr, en });
  const words = all.criterion;
  const { criterion, evidence, key, next, slug } = data;
  const given = criterion.answer;
  return (
    <Card title={words.answerTitle}>
      <SubmitForm
        intent="answer"
        idempotencyKey={`${key}-a`}
        hidden={{ code: criterion.code, next: next ?? "" }}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        <RadioGroup
          name="value"
          label={words.value}
          {...(given === null ? {} : { defaultValue: given.value })}
          options={ANSWER_VALUES.map((value) => ({ value, label: all.answers[value] }))}
        />
        <Textarea name="comment" label={words.comment} defaultValue={given?.comment ?? ""} maxLength={2000} optional />
        <CheckboxGroup
          name="evidenceIds"
          label={words.evidence}
          chosen={given?.evidenceIds ?? []}
          options={evidence.map(({ id, title }) => ({ value: id, label: title }))}
          optional
        >
          {evidence.length === 0 ? <p className="text-texte2">{words.evidenceNone}</p> : null}
          <TextLink to={`/${slug}/label/preuves`}>{words.evidenceAdd}</TextLink>
        </CheckboxGroup>
        <SubmitButton className="self-start">{words.save}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
