import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en } from "./erasure.en.ts";
import { fr } from "./erasure.fr.ts";
import type { PlanLine } from "./erasure.ts";
import { PlanTable } from "./plan-card.view.tsx";

export type ShownErasure = {
  readonly erased: boolean;
  readonly leftOn: Day | null;
  readonly plan: readonly PlanLine[];
  /** What waits for an answer. */
  readonly request: { readonly askedOn: Day; readonly answerBy: Day } | null;
  /** What was last answered to somebody who is still there. */
  readonly kept: { readonly askedOn: Day; readonly answer: string } | null;
};

type Props = { readonly erasure: ShownErasure; readonly answer: FormAnswer | undefined };

/** One's own: what would be erased, and the request. */
export function OwnErasureCard({ erasure, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { plan, request, kept } = erasure;
  return (
    <Card title={words.planOwn} description={words.planOwnLead}>
      <div className="flex flex-col gap-4">
        <PlanTable plan={plan} />
        {request === null && kept !== null ? <Answered kept={kept} /> : null}
        {request === null ? (
          <Confirm trigger={words.ask} title={words.askTitle}>
            <p>{words.askHelp}</p>
            <SubmitForm intent="ask" answer={answer} className="flex flex-col gap-3">
              <SubmitButton className="w-fit">{words.askSubmit}</SubmitButton>
            </SubmitForm>
          </Confirm>
        ) : (
          <>
            <Notice tone="info">
              {fill(words.waitingOwn, {
                day: longDay(request.askedOn, language),
                by: longDay(request.answerBy, language),
              })}
            </Notice>
            <SubmitForm intent="withdraw" answer={answer} className="flex flex-col gap-3">
              <SubmitButton variant="secondary" className="w-fit">
                {words.withdraw}
              </SubmitButton>
            </SubmitForm>
          </>
        )}
      </div>
    </Card>
  );
}

function Answered({ kept }: { readonly kept: NonNullable<ShownErasure["kept"]> }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Notice tone="info" title={fill(words.answered, { day: longDay(kept.askedOn, language) })}>
      <p className="whitespace-pre-line">{kept.answer}</p>
    </Notice>
  );
}

/** Somebody's, for those who keep data protection: the plan, the request, and the act. */
export function ErasureCard({ erasure, answer, name, today }: Props & { readonly name: string; readonly today: Day }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { erased, leftOn, plan, request, kept } = erasure;
  if (erased) {
    return (
      <Card title={words.plan}>
        <p>{words.erased}</p>
      </Card>
    );
  }
  return (
    <Card title={words.plan} description={words.planLead}>
      <div className="flex flex-col gap-4">
        <p>{leftOn === null ? words.stillHere : fill(words.leftOn, { day: longDay(leftOn, language) })}</p>
        <PlanTable plan={plan} />
        {request === null && kept !== null ? <Answered kept={kept} /> : null}
        {request === null ? (
          <SubmitForm intent="record" answer={answer} className="flex flex-col gap-3">
            <DayInput
              name="askedOn"
              label={words.record}
              help={words.recordHelp}
              today={today}
              defaultValue={today}
              required
            />
            <SubmitButton variant="secondary" className="w-fit">
              {words.recordSubmit}
            </SubmitButton>
          </SubmitForm>
        ) : (
          <>
            <Notice tone="attention">
              {fill(words.waiting, {
                day: longDay(request.askedOn, language),
                by: longDay(request.answerBy, language),
              })}
            </Notice>
            {leftOn === null ? (
              <SubmitForm intent="keep" answer={answer} className="flex max-w-prose flex-col gap-3">
                <Textarea
                  name="answer"
                  label={words.answer}
                  help={words.answerStillHere}
                  rows={5}
                  defaultValue={words.answerProposed}
                />
                <SubmitButton className="w-fit">{words.answerSubmit}</SubmitButton>
              </SubmitForm>
            ) : null}
            <div className="flex flex-wrap gap-3">
              {leftOn === null ? null : (
                <Confirm trigger={words.carryOut} title={fill(words.carryOutTitle, { name })} variant="primary">
                  <p>{words.carryOutHelp}</p>
                  <SubmitForm intent="erase" answer={answer} className="flex flex-col gap-3">
                    <SubmitButton className="w-fit">{words.carryOutSubmit}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              )}
              <SubmitForm intent="withdraw" answer={answer} className="flex flex-col gap-3">
                <SubmitButton variant="secondary" className="w-fit">
                  {words.withdraw}
                </SubmitButton>
              </SubmitForm>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
