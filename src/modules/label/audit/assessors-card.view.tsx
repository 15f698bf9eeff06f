import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { MOST_ASSESSORS } from "../decision/decision.ts";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import type { LabellingData } from "../labelling/labelling.page.tsx";

/** Who assesses, and the form that entrusts it to somebody. */
export function AssessorsCard({
  data: { labelling, assessors, people, may, key },
  answer,
}: {
  readonly data: LabellingData;
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr: fr.labelling, en: en.labelling });
  const room = assessors.length < MOST_ASSESSORS[labelling.mode];
  return (
    <Card title={words.assessors} description={labelling.mode === "peers" ? words.peersHelp : words.assessorHelp}>
      {assessors.length === 0 ? <p className="text-texte2">{words.noAssessor}</p> : null}
      <ul className="flex flex-col gap-1">
        {assessors.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-semibold">{name}</span>
            {may.organise ? (
              <SubmitForm intent="release" hidden={{ personId: id }}>
                <SubmitButton variant="quiet" size="small" aria-label={fill(words.releaseWhich, { name })}>
                  {words.release}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ul>
      {may.organise && room ? (
        <SubmitForm
          intent="name"
          idempotencyKey={`${key}-name`}
          answer={answer ?? null}
          className="mt-3 flex flex-col gap-4"
        >
          <Select name="personId" label={words.person} options={people} placeholder="…" />
          <SubmitButton variant="secondary" className="self-start">
            {words.name}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
