import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Page } from "#ui/page.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import { levelName } from "../grid/grid.ts";
import type { EvaluateData } from "./evaluate.page.tsx";
import { en } from "./evaluation.en.ts";
import { fr } from "./evaluation.fr.ts";

type Skill = EvaluateData["domains"][number]["skills"][number];

/** One page, one answer for each skill: on a phone, by keyboard, without script. */
export function EvaluateForm({ data, answer }: { readonly data: EvaluateData; readonly answer: FormAnswer | null }) {
  const words = useLanguage().choose({ fr, en });
  const { slug, personId, name, side, levels, domains, today } = data;
  const self = side === "self";
  const crumbs = [
    { to: `/${slug}/personnes/${personId}/competences`, label: self ? words.mine : `${words.tab}, ${name}` },
  ];
  if (domains.length === 0) {
    return (
      <Page title={words.form} crumbs={crumbs} width="form">
        <EmptyState title={levels.length === 0 ? words.noGrid : words.emptyGrid}>{words.noGridHelp}</EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={self ? words.evaluateSelf : `${words.evaluateTeam} ${name}`}
      description={self ? words.formLeadSelf : words.formLeadTeam}
      crumbs={crumbs}
      width="form"
    >
      <details className="rounded-xl border border-bordure bg-surface p-4">
        <summary className="min-h-8 cursor-pointer font-semibold text-marque">{words.levels}</summary>
        <dl className="mt-2 flex flex-col gap-2">
          {levels.map((level) => (
            <div key={level.name}>
              <dt className="font-semibold">{level.name}</dt>
              <dd className="text-texte2">{level.description}</dd>
            </div>
          ))}
        </dl>
      </details>
      <SubmitForm
        idempotencyKey={data.key}
        answer={answer}
        hidden={{ gridVersion: String(data.version) }}
        className="flex flex-col gap-5"
      >
        {domains.map((domain) => (
          <Card key={domain.id} title={domain.name}>
            <div className="flex flex-col divide-y divide-bordure">
              {domain.skills.map((skill) => (
                <SkillQuestion key={skill.id} skill={skill} data={data} answer={answer} />
              ))}
            </div>
          </Card>
        ))}
        <Card>
          <div className="flex flex-col gap-4">
            {self ? null : (
              <DayInput name="on" label={words.date} today={today} defaultValue={today} fieldClassName="max-w-60" />
            )}
            <Textarea
              name="comment"
              label={words.comment}
              help={self ? words.commentHelp : words.commentHelpTeam}
              maxLength={2000}
              optional
            />
            <SubmitButton className="self-start">{words.send}</SubmitButton>
          </div>
        </Card>
      </SubmitForm>
    </Page>
  );
}

type Question = { readonly skill: Skill; readonly data: EvaluateData; readonly answer: FormAnswer | null };

function SkillQuestion({ skill, data, answer }: Question) {
  const words = useLanguage().choose({ fr, en });
  const note = `notes.${skill.id}`;
  const { levels, side } = data;
  const said =
    skill.other === null
      ? null
      : fill(words.said, { who: side === "self" ? words.team : words.self, level: levelName({ levels }, skill.other) });
  return (
    <div className="flex flex-col gap-1 py-4 first:pt-0">
      <RadioGroup
        name={`levels.${skill.id}`}
        label={skill.name}
        help={[skill.description, said].filter(Boolean).join(" · ")}
        layout="row"
        defaultValue={skill.mine === null ? "" : String(skill.mine)}
        options={[
          ...levels.map(({ name }, index) => ({ value: String(index + 1), label: name })),
          { value: "", label: words.dontKnow },
        ]}
      />
      <details open={Boolean(answer?.typed?.[note]) || undefined}>
        <summary className="min-h-11 cursor-pointer py-2 text-aide text-marque pointer-fine:min-h-8">
          {words.addNote}
          <span className="sr-only"> : {skill.name}</span>
        </summary>
        <TextInput name={note} label={fill(words.noteOf, { name: skill.name })} maxLength={500} optional />
      </details>
    </div>
  );
}
