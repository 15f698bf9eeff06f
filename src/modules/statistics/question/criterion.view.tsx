import { Form } from "react-router";
import { fill } from "#kernel/language.ts";
import { definitionOf, dimensionEnglish, dimensionFrench, isDimension, SECTIONS } from "#modules/parcours/index.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { FieldError } from "#ui/field.tsx";
import { useField } from "#ui/form-context.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import type { QuestionData } from "./question.page.tsx";
import { questionText } from "./question.ts";
import { questionSearch } from "./question-address.ts";
import { COUNTED, kindOf, momentsOf, operatorsOf, SUBJECTS, type SubjectKey } from "./subject.ts";
import { choicesOf, type Names, subjectText } from "./wording.ts";

type Props = { readonly data: QuestionData; readonly answer: FormAnswer | undefined };

/** A condition in two steps: what it speaks of, then how it is compared. */
export function AddCriterion({ data, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { question, sheet, adding } = data;
  const { subject, place } = adding;
  const hidden = { d: questionText(question), fiche: sheet?.id ?? "" };
  if (subject === null) {
    return (
      <Card title={place === "" ? words.add : words.addHere}>
        <Form method="get" id="ajouter" preventScrollReset className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="d" value={hidden.d} />
          {sheet === null ? null : <input type="hidden" name="fiche" value={sheet.id} />}
          <input type="hidden" name="dans" value={place} />
          <SubjectSelect />
          <Button type="submit">{words.next}</Button>
        </Form>
      </Card>
    );
  }
  const operators = operatorsOf(subject).map((value) => ({ value, label: words.operators[value] }));
  const moments = momentsOf(subject).map((value) => ({ value, label: words.moments[value] }));
  return (
    <Card title={fill(words.newCriterion, { subject: subjectText(subject, language) })}>
      <SubmitForm
        id="ajouter"
        intent="criterion"
        hidden={{ ...hidden, subject, place }}
        answer={answer}
        preventScrollReset
        className="flex flex-col gap-4"
      >
        {operators.length === 1 ? (
          <input type="hidden" name="operator" value={operators[0]?.value} />
        ) : (
          <Select name="operator" label={words.operator} options={operators} />
        )}
        <Values subject={subject} data={data} />
        {moments.length === 1 ? null : <Select name="moment" label={words.moment} options={moments} />}
        {subject === "activities" ? <p className="text-aide text-texte2">{words.activitiesNow}</p> : null}
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{words.apply}</SubmitButton>
          <TextLink to={questionSearch(question, sheet?.id ?? null)} preventScrollReset>
            {words.cancel}
          </TextLink>
        </div>
      </SubmitForm>
    </Card>
  );
}

/** What a condition may speak of, grouped as the social file is. */
function SubjectSelect() {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { sections } = choose({ fr: dimensionFrench, en: dimensionEnglish });
  const groups: readonly (readonly [string, readonly SubjectKey[]])[] = [
    [words.sections.parcours, of("parcours")],
    [words.sections.counted, COUNTED],
    ...SECTIONS.map((section) => [sections[section], of(section)] as const),
  ];
  return (
    <Select name="sujet" label={words.subject} fieldClassName="min-w-0 max-w-full flex-1 basis-64">
      {groups.map(([label, subjects]) => (
        <optgroup key={label} label={label}>
          {subjects.map((subject) => (
            <option key={subject} value={subject}>
              {subjectText(subject, language)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

const of = (section: string) =>
  SUBJECTS.filter((subject) => isDimension(subject) && definitionOf(subject).section === section);

function Values({ subject, data: { today, names } }: { readonly subject: SubjectKey; readonly data: QuestionData }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const kind = kindOf(subject);
  if (kind === "event" || kind === "yes") return null;
  if (kind === "choice" && isDimension(subject)) return <Choices choices={choicesOf(subject, language)} />;
  if (kind === "place") return <Choices choices={names} />;
  if (kind === "day") {
    return (
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <DayInput name="first" label={words.value} today={today} />
        <DayInput name="second" label={words.otherValue} help={words.otherValueHelp} today={today} optional />
      </div>
    );
  }
  if (kind === "text") return <TextInput name="first" label={words.value} maxLength={200} />;
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <TextInput name="first" label={words.value} inputMode="numeric" />
      <TextInput name="second" label={words.otherValue} help={words.otherValueHelp} inputMode="numeric" optional />
    </div>
  );
}

/** Any number of choices of a list. */
function Choices({ choices }: { readonly choices: Names }) {
  const words = useLanguage().choose({ fr, en });
  const field = useField("values", undefined, undefined);
  const entries = Object.entries(choices);
  return (
    <fieldset id={field.id} tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{words.values}</legend>
      {entries.length === 0 ? <p className="text-texte2">{words.noValue}</p> : null}
      <div className="grid grid-cols-1 gap-x-6 sm:grid-cols-2">
        {entries.map(([value, label]) => (
          <Checkbox key={value} name={`values.${value}`} label={label} />
        ))}
      </div>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}
