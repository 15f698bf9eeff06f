import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { timeText } from "#ui/time-input.ts";
import { candidateTransitions } from "../candidate/candidate.ts";
import type { CandidateView } from "../candidate/candidate-view.store.ts";
import { en } from "./interview.en.ts";
import { fr } from "./interview.fr.ts";
import { PRIVACIES } from "./interview.ts";

type Props = { readonly view: CandidateView; readonly answer: FormAnswer | undefined };
type One = CandidateView["interviews"][number];

/** Talks with a candidate: those planned first to be noted, then what was said, each as far as one may read it. */
export function InterviewCard({ view, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { candidate, interviews, open } = view;
  const may = candidateTransitions[candidate.status];
  return (
    <Card title={words.title}>
      <div className="flex flex-col gap-4">
        {interviews.length === 0 ? <p className="text-texte2">{words.none}</p> : null}
        <Refused intent="cancelInterview" answer={answer} />
        {interviews.length === 0 ? null : (
          <ul className="flex flex-col divide-y divide-bordure">
            {interviews.map((one) => (
              <Interview key={one.interviewId} one={one} view={view} answer={answer} />
            ))}
          </ul>
        )}
        {open ? (
          <div className="flex flex-wrap gap-3">
            {may.plan ? (
              <Confirm trigger={words.plan} title={words.plan}>
                <SubmitForm intent="plan" answer={answer} className="flex flex-col gap-4">
                  <WhenFields view={view} />
                  <SubmitButton>{words.savePlan}</SubmitButton>
                </SubmitForm>
              </Confirm>
            ) : null}
            {may.hold ? <HoldQuestion view={view} answer={answer} trigger={words.hold} /> : null}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

function Interview({ one, view, answer }: Props & { readonly one: One }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const held = longDay(one.heldOn, language);
  return (
    <li className="flex flex-col items-start gap-2 py-3 first:pt-0 last:pb-0">
      <span className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold first-letter:uppercase">
          {one.startsAt === "" ? held : fill(words.when, { day: held, time: timeText(one.startsAt, language) })}
        </span>
        <Badge tone={one.status === "held" ? "ok" : one.status === "planned" ? "info" : "neutre"}>
          {words.statuses[one.status]}
        </Badge>
      </span>
      <span className="text-aide text-texte2">{fill(words.withWhom, { name: one.name })}</span>
      {one.notes === null ? <p className="text-aide text-texte2">{words.private}</p> : null}
      {one.notes ? <p className="whitespace-pre-line [overflow-wrap:anywhere]">{one.notes}</p> : null}
      {one.nextStep === "" ? null : <p className="font-medium">{fill(words.next, { step: one.nextStep })}</p>}
      {view.open && one.status === "planned" ? (
        <span className="flex flex-wrap gap-3">
          <HoldQuestion view={view} answer={answer} trigger={words.holdThis} one={one} />
          <SubmitForm intent="cancelInterview" hidden={{ interviewId: one.interviewId }}>
            <SubmitButton variant="secondary" size="small">
              {words.cancel}
            </SubmitButton>
          </SubmitForm>
        </span>
      ) : null}
      {view.open && one.status === "held" && one.notes !== null ? (
        <Confirm trigger={words.rewrite} title={words.rewrite} size="small">
          <SubmitForm intent="rewrite" hidden={{ interviewId: one.interviewId }} className="flex flex-col gap-4">
            <NotesFields one={one} />
            <SubmitButton>{words.saveNotes}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </li>
  );
}

function HoldQuestion({ view, answer, trigger, one }: Props & { readonly trigger: string; readonly one?: One }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Confirm trigger={trigger} title={trigger} size={one === undefined ? undefined : "small"}>
      <SubmitForm
        intent="hold"
        answer={answer}
        hidden={{ interviewId: one?.interviewId ?? "" }}
        className="flex flex-col gap-4"
      >
        <WhenFields
          view={view}
          one={one}
          day={one === undefined || one.heldOn > view.today ? view.today : one.heldOn}
        />
        <NotesFields one={one} />
        <SubmitButton>{words.saveNotes}</SubmitButton>
      </SubmitForm>
    </Confirm>
  );
}

function WhenFields({ view, one, day }: { readonly view: CandidateView; readonly one?: One; readonly day?: Day }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { receivers, me, candidate, today } = view;
  const usual = receivers.some(({ personId }) => personId === me) ? me : (candidate.followerId ?? "");
  return (
    <>
      <DayInput name="heldOn" label={words.heldOn} today={today} defaultValue={day} required />
      <TextInput name="startsAt" label={words.startsAt} defaultValue={one?.startsAt} autoComplete="off" optional />
      <Select
        name="personId"
        label={words.person}
        defaultValue={one?.personId ?? usual}
        options={receivers.map(({ personId, name }) => ({ value: personId, label: name }))}
        required
      />
    </>
  );
}

function NotesFields({ one }: { readonly one?: One }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <Textarea name="notes" label={words.notes} defaultValue={one?.notes ?? ""} rows={6} optional />
      <RadioGroup
        name="privacy"
        label={words.privacy}
        defaultValue={one?.privacy ?? "team"}
        options={PRIVACIES.map((value) => ({ value, label: words.privacies[value] }))}
      />
      <TextInput name="nextStep" label={words.nextStep} defaultValue={one?.nextStep} autoComplete="off" optional />
    </>
  );
}
