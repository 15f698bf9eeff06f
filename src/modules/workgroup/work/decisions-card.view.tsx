import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Decision } from "./work.store.ts";

/** The log of decisions: what was replaced stays, and says so. */
export function DecisionsCard({
  decisions,
  decides,
  today,
  answer,
  idempotencyKey,
}: {
  readonly decisions: readonly Decision[];
  readonly decides: boolean;
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const holding = decisions.filter(({ supersededBy }) => supersededBy === null);
  return (
    <Card title={words.decisions}>
      {decisions.length === 0 ? <p className="text-texte2">{words.noDecision}</p> : null}
      <ol className="flex flex-col divide-y divide-bordure">
        {decisions.map((decision) => (
          <li key={decision.id} className="py-2">
            <p className="flex flex-wrap items-center gap-2 text-aide text-texte2">
              {`${fill(words.decisionNumber, { number: String(decision.number) })}, ${longDay(decision.decidedOn, language)}`}
              {decision.supersededBy === null ? null : (
                <Badge>{fill(words.supersededBy, { number: String(decision.supersededBy) })}</Badge>
              )}
              {decision.supersedes === null ? null : (
                <Badge tone="info">{fill(words.replaces, { number: String(decision.supersedes) })}</Badge>
              )}
            </p>
            <p className={`max-w-prose whitespace-pre-line ${decision.supersededBy === null ? "" : "text-texte2"}`}>
              {decision.body}
            </p>
          </li>
        ))}
      </ol>
      {decides ? (
        <SubmitForm
          key={decisions.length}
          intent="decide"
          idempotencyKey={idempotencyKey}
          answer={answer}
          className="mt-4 flex flex-col gap-4 border-t border-bordure pt-4"
        >
          <Textarea name="body" label={words.decision} rows={3} maxLength={2000} required />
          <DayInput name="decidedOn" label={words.decidedOn} today={today} defaultValue={today} required />
          {holding.length === 0 ? null : (
            <Select
              name="supersedes"
              label={words.supersedes}
              placeholder={words.supersedesNone}
              options={holding.map(({ id, number, body }) => ({
                value: id,
                label: `${fill(words.decisionNumber, { number: String(number) })} : ${body.slice(0, 60)}`,
              }))}
              optional
            />
          )}
          <SubmitButton className="self-start">{words.logDecision}</SubmitButton>
        </SubmitForm>
      ) : null}
    </Card>
  );
}
