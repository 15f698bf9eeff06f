import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./roadmap.en.ts";
import { fr } from "./roadmap.fr.ts";
import type { RoadmapShown } from "./roadmap.page.tsx";

type Given = { readonly shown: RoadmapShown; readonly answer: FormAnswer | null };

/** Who steers it. */
export function Committee({ shown, answer }: Given) {
  const { committee, people, keeps, key } = shown;
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.committee}>
      {committee.length === 0 ? <p className="text-texte2">{words.committeeNone}</p> : null}
      <ul className="flex flex-col gap-2">
        {committee.map(({ personId, name, function: held }) => (
          <li key={personId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{held === "" ? name : `${name}, ${held}`}</span>
            {keeps ? (
              <SubmitForm intent="committee" hidden={{ personId, leaves: "oui" }} answer={null}>
                <SubmitButton size="small" variant="quiet">
                  {fill(words.leaves, { name })}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ul>
      {keeps && people.length > 0 ? (
        <div className="mt-3">
          <Confirm trigger={words.committeeAdd} title={words.committeeAdd}>
            <SubmitForm intent="committee" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
              <Select name="personId" label={words.person} options={people} required />
              <TextInput name="function" label={words.function} maxLength={120} optional />
              <SubmitButton className="self-start">{words.save}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </div>
      ) : null}
    </Card>
  );
}

/** What it decided, the latest first. */
export function Decisions({ shown, answer }: Given) {
  const { decisions, keeps, today, key } = shown;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.decisions}>
      {decisions.length === 0 ? <p className="text-texte2">{words.decisionsNone}</p> : null}
      <ol className="divide-y divide-bordure">
        {decisions.map(({ id, decidedOn, title, body }) => (
          <li key={id} className="py-3">
            <p className="text-aide text-texte2">{longDay(decidedOn, language)}</p>
            <p className="font-semibold">{title}</p>
            {body === "" ? null : <p className="max-w-prose whitespace-pre-line">{body}</p>}
          </li>
        ))}
      </ol>
      {keeps ? (
        <Confirm trigger={words.decisionAdd} title={words.decisionAdd}>
          <SubmitForm intent="decision" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
            <DayInput name="decidedOn" label={words.decidedOn} today={today} defaultValue={today} required />
            <TextInput name="title" label={words.decision} maxLength={160} required />
            <Textarea name="body" label={words.decisionBody} maxLength={4000} optional />
            <SubmitButton className="self-start">{words.save}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </Card>
  );
}
