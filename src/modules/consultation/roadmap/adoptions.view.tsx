import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "./roadmap.en.ts";
import { fr } from "./roadmap.fr.ts";
import type { RoadmapShown } from "./roadmap.page.tsx";
import { type AdoptionChoice, CHOICES, countChoices } from "./roadmap.ts";

const TONES: Record<AdoptionChoice, Tone> = { adopted: "ok", adapted: "info", notYet: "attention", declined: "neutre" };

/** What each structure makes of it, with what it said before; and where one says so. */
export function Adoptions({ shown, answer }: { readonly shown: RoadmapShown; readonly answer: FormAnswer | null }) {
  const { adoptions, speaks, known, key } = shown;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.adoptions}>
      {adoptions.length === 0 ? (
        <p className="text-texte2">{words.adoptionsNone}</p>
      ) : (
        <p className="text-texte2">
          {fill(words.adoptionCounts, { ...countChoices(adoptions), known: String(known) })}
        </p>
      )}
      <ul className="divide-y divide-bordure">
        {adoptions.map((one) => (
          <li key={one.structureId} className="py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{one.structureName}</span>
              <Badge tone={TONES[one.choice]}>{words.choices[one.choice]}</Badge>
              <span className="text-aide text-texte2">{longDay(one.on, language)}</span>
            </p>
            {one.comment === "" ? null : <p className="max-w-prose whitespace-pre-line">{one.comment}</p>}
            {one.before.length === 0 ? null : (
              <p className="text-aide text-texte2">
                {fill(words.before, {
                  choices: one.before
                    .map(
                      ({ choice, on }) => `${words.choices[choice]} ${fill(words.on, { day: longDay(on, language) })}`,
                    )
                    .join(", "),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {speaks.length === 0 ? null : (
        <div className="mt-3">
          <Confirm trigger={words.adopt} title={words.adopt}>
            <SubmitForm intent="adopt" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
              <Select name="structureId" label={words.adoptFor} options={speaks} required />
              <RadioGroup
                name="choice"
                label={words.choice}
                options={CHOICES.map((value) => ({ value, label: words.choices[value] }))}
              />
              <Textarea name="comment" label={words.comment} maxLength={2000} optional />
              <SubmitButton className="self-start">{words.adoptSubmit}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </div>
      )}
    </Card>
  );
}
