import { fill } from "#kernel/language.ts";
import { similarEnglish, similarFrench } from "#modules/membership/index.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en as candidateEn } from "./candidate.en.ts";
import { fr as candidateFr } from "./candidate.fr.ts";
import { candidateTransitions, textOf } from "./candidate.ts";
import { useSaid } from "./candidate-cards.view.tsx";
import { en } from "./candidate-screen.en.ts";
import { fr } from "./candidate-screen.fr.ts";
import type { CandidateView } from "./candidate-view.store.ts";

type Props = { readonly view: CandidateView; readonly answer: FormAnswer | undefined };

/** Who may be the same human being, why, and the two ways of saying so. */
export function SimilarCard({ view, answer }: Props) {
  const { slug, candidate, similarCandidates, similarPersons } = view;
  const { choose } = useLanguage();
  const words = choose({ fr, en }).similar;
  const { reasons } = choose({ fr: similarFrench, en: similarEnglish });
  const { statuses } = choose({ fr: candidateFr, en: candidateEn });
  if (similarCandidates.length + similarPersons.length === 0) return null;
  const why = (all: readonly (keyof typeof reasons)[]) => all.map((reason) => reasons[reason]).join(", ");
  const mayAttach = candidateTransitions[candidate.status].attach !== undefined;
  return (
    <Card title={words.title} className="border-attention!">
      <Refused intent="merge" answer={answer} />
      <Refused intent="attach" answer={answer} />
      <ul className="flex flex-col divide-y divide-bordure">
        {similarPersons.map((person) => {
          const name = `${person.firstName} ${person.lastName}`;
          return (
            <li
              key={person.personId}
              className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0"
            >
              <span className="min-w-0">
                <TextLink to={`/${slug}/personnes/${person.personId}`}>{name}</TextLink>
                <span className="block text-aide text-texte2">
                  {person.archived ? words.archived : words.person} · {why(person.reasons)}
                </span>
              </span>
              {mayAttach ? (
                <Confirm trigger={words.attach} title={fill(words.attachTitle, { name })} size="small">
                  <SubmitForm intent="attach" hidden={{ personId: person.personId }} className="flex flex-col gap-4">
                    <p>{words.attachHelp}</p>
                    <SubmitButton>{words.attach}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              ) : null}
            </li>
          );
        })}
        {similarCandidates.map((other) => (
          <li
            key={other.candidateId}
            className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0"
          >
            <span className="min-w-0">
              <TextLink to={`/${slug}/candidatures/${other.candidateId}`}>
                {other.firstName} {other.lastName}
              </TextLink>
              <span className="block text-aide text-texte2">
                {fill(words.candidate, { status: statuses[other.status].toLowerCase() })} · {why(other.reasons)}
              </span>
            </span>
            {other.status === "converted" ? null : <MergeQuestion view={view} other={other} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Field by field where they differ: nothing is chosen in secret. */
function MergeQuestion({
  view: { candidate },
  other,
}: {
  readonly view: CandidateView;
  readonly other: CandidateView["similarCandidates"][number];
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).similar;
  const { fields } = choose({ fr: candidateFr, en: candidateEn });
  const said = useSaid();
  return (
    <Confirm trigger={words.merge} title={words.mergeTitle} size="small">
      <SubmitForm intent="merge" hidden={{ otherId: other.candidateId }} className="flex flex-col gap-4">
        <p>{words.mergeHelp}</p>
        {other.differ.length === 0 ? null : (
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 font-semibold">{words.pick}</legend>
            {other.differ.map((field) => (
              <Checkbox
                key={field}
                name="chosen"
                value={field}
                id={`${other.candidateId}-${field}`}
                label={fill(words.value, {
                  field: fields[field],
                  other: said(field, textOf(other, field)),
                  own: said(field, textOf(candidate, field)),
                })}
              />
            ))}
          </fieldset>
        )}
        <SubmitButton>{words.merge}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}
