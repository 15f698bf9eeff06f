import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day, eur, mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { Convention, Party } from "../convention/convention.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import type { Tranche } from "./funding.ts";

/** Each tranche: from whom, how much, whether it came, and who has what of it. */
export function TranchesCard({
  tranches,
  parties,
  convention,
  keeps,
  today,
  answer,
  idempotencyKey,
}: {
  readonly tranches: readonly Tranche[];
  readonly parties: readonly Party[];
  readonly convention: Convention;
  readonly keeps: boolean;
  readonly today: Day;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const nameOf = (id: string) => parties.find(({ structureId }) => structureId === id)?.name ?? "";
  return (
    <Card title={words.trancheList}>
      {tranches.length === 0 ? <p className="text-texte2">{words.noTranche}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {tranches.map((tranche) => (
          <li key={tranche.id} className="flex flex-col gap-2 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <span className="font-semibold">{tranche.label}</span>
              <span className="tabular-nums">{eur(tranche.amount, language)}</span>
            </div>
            <p className="flex flex-wrap items-center gap-2">
              {tranche.receivedOn === null ? (
                tranche.dueOn < today ? (
                  <Badge tone="erreur">{words.late}</Badge>
                ) : (
                  <Badge tone="attention">{words.waiting}</Badge>
                )
              ) : (
                <Badge tone="ok">{fill(words.received, { day: mediumDay(tranche.receivedOn, language) })}</Badge>
              )}
              <span className="text-aide text-texte2">
                {fill(words.expectedOn, { funder: tranche.funderName, day: day(tranche.dueOn) })}
                {tranche.amendment === 0 ? "" : `, ${fill(words.byAmendment, { number: String(tranche.amendment) })}`}
              </span>
            </p>
            <ul className="text-aide">
              {tranche.shares.map(({ structureId, amount }) => (
                <li key={structureId}>{`${nameOf(structureId)} : ${eur(amount, language)}`}</li>
              ))}
            </ul>
            {keeps && convention.signedOn !== null && tranche.receivedOn === null ? (
              <Confirm
                trigger={words.receive}
                label={fill(words.receiveOf, { label: tranche.label })}
                title={fill(words.receiveOf, { label: tranche.label })}
                size="small"
              >
                <SubmitForm
                  intent={`receive ${tranche.id}`}
                  hidden={{ trancheId: tranche.id }}
                  idempotencyKey={idempotencyKey}
                  answer={answer}
                  className="flex flex-col gap-4"
                >
                  <DayInput name="receivedOn" label={words.receivedOn} today={today} defaultValue={today} required />
                  <SubmitButton className="self-start">{words.receive}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
