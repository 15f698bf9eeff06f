import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "./consultation.en.ts";
import { fr } from "./consultation.fr.ts";
import type { ShownPhase } from "./consultation-detail.store.ts";
import { PhaseFields } from "./consultation-fields.view.tsx";
import { Answered, PhaseState } from "./phase-state.view.tsx";

type Shown = {
  readonly slug: string;
  readonly consultationId: string;
  readonly phase: ShownPhase;
  readonly runs: boolean;
  readonly today: Day;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | null;
};

/** One phase: how far it is, what it awaits of the reader, what the team may do with it. */
export function PhaseCard({ slug, consultationId, phase, runs, today, idempotencyKey, answer }: Shown) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const dates = { from: longDay(phase.opensOn, language), to: longDay(phase.closesOn, language) };
  const at = `/${slug}/consultations/${consultationId}`;
  return (
    <Card
      title={phase.title}
      description={fill(phase.opensOn === phase.closesOn ? words.phaseDay : words.phaseDates, dates)}
      actions={<PhaseState status={phase.status} />}
    >
      {phase.status === "prepared" ? (
        <p className="text-texte2">{fill(words.opensAlone, { day: longDay(phase.opensOn, language) })}</p>
      ) : (
        <Answered title={phase.title} answered={phase.answered} asked={phase.asked} />
      )}
      {phase.own.length === 0 ? null : (
        <ul className="mt-4 flex flex-col gap-3 border-t border-bordure pt-3">
          {phase.own.map((seat) => (
            <Own key={seat.structureId} {...{ seat, phase, at }} />
          ))}
        </ul>
      )}
      {phase.taking && (runs || phase.own.length > 0) ? (
        <p className="mt-3">
          <TextLink to={`${at}/phases/${phase.id}/reunion`}>{words.recordGathering}</TextLink>
        </p>
      ) : null}
      {runs && phase.status !== "closed" ? <Running {...{ phase, today, idempotencyKey, answer }} /> : null}
    </Card>
  );
}

function Own({
  seat,
  phase,
  at,
}: {
  readonly seat: ShownPhase["own"][number];
  readonly phase: ShownPhase;
  readonly at: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const structure = seat.name;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <span className="min-w-0">
        {seat.answered
          ? fill(words.yoursGiven, { structure })
          : phase.taking
            ? fill(words.yoursAwaited, { structure, day: longDay(phase.closesOn, language) })
            : structure}
      </span>
      <span className="flex flex-wrap gap-3">
        {seat.answered ? (
          <ButtonLink to={`${at}/reponses/${seat.structureId}`}>{fill(words.seeAnswers, { structure })}</ButtonLink>
        ) : null}
        {phase.taking ? (
          <ButtonLink
            variant={seat.answered ? "secondary" : "primary"}
            to={`${at}/phases/${phase.id}/reponse?structure=${seat.structureId}`}
          >
            {seat.answered ? words.answerAgain : fill(words.answer, { structure })}
          </ButtonLink>
        ) : null}
      </span>
    </li>
  );
}

function Running({
  phase,
  today,
  idempotencyKey,
  answer,
}: Pick<Shown, "phase" | "today" | "idempotencyKey" | "answer">) {
  const words = useLanguage().choose({ fr, en });
  const { id: phaseId, title } = phase;
  const opening = phase.status === "prepared";
  const [asks, help, does] = opening
    ? [words.openTitle, words.openHelp, words.open]
    : [words.closeTitle, words.closeHelp, words.close];
  return (
    <div className="mt-4 flex flex-wrap items-start gap-3 border-t border-bordure pt-3">
      <Confirm trigger={does} title={fill(asks, { title })} variant={opening ? "primary" : "secondary"}>
        <p>{help}</p>
        <SubmitForm
          intent={opening ? "open" : "close"}
          idempotencyKey={`${idempotencyKey}${phaseId}`}
          hidden={{ phaseId }}
          answer={null}
        >
          <SubmitButton>{does}</SubmitButton>
        </SubmitForm>
      </Confirm>
      {phase.taking ? (
        <SubmitForm intent="remind" idempotencyKey={`${idempotencyKey}${phaseId}`} hidden={{ phaseId }} answer={null}>
          <SubmitButton variant="secondary">{words.remind}</SubmitButton>
        </SubmitForm>
      ) : null}
      <Confirm trigger={words.phaseEdit} title={fill(words.phaseEditOf, { title })} variant="quiet">
        <SubmitForm intent={`phase ${phaseId}`} hidden={{ phaseId }} answer={answer} className="flex flex-col gap-4">
          <PhaseFields given={phase} today={today} begun={!opening} />
          <SubmitButton className="self-start">{words.phaseSave}</SubmitButton>
        </SubmitForm>
      </Confirm>
    </div>
  );
}
