import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "../assembly/assembly.en.ts";
import { fr } from "../assembly/assembly.fr.ts";
import { MotionResult } from "../assembly/assembly.view.tsx";
import type { ShownMotion } from "../assembly/assembly-reading.store.ts";
import type { SessionData } from "../attendance/session.page.tsx";
import { VoteButtons } from "./vote-buttons.view.tsx";

type Voting = { readonly motion: ShownMotion; readonly room: SessionData["room"]; readonly answer: FormAnswer | null };
const TONE = { written: "neutre", voting: "attention", settled: "ok" } as const;

/** A motion in session: its vote is opened, followed, closed; or the result of a ballot on paper is written. */
export function VotingCard({ motion, room, answer }: Voting) {
  const words = useLanguage().choose({ fr, en });
  const counting = room.filter((one) => one.counts);
  const received = counting.filter((one) => one.choice !== null).length;
  const facts = { count: String(received), counting: String(counting.length) };
  return (
    <Card
      title={`${motion.number}. ${motion.title}`}
      actions={<Badge tone={TONE[motion.status]}>{words.motionStatuses[motion.status]}</Badge>}
      className="[&>*+*]:mt-3"
    >
      <p className="whitespace-pre-line">{motion.body}</p>
      {motion.status === "written" && motion.ballot === "open" ? (
        <SubmitForm intent="openVote" answer={answer} hidden={{ motionId: motion.id }}>
          <SubmitButton>{words.openVote}</SubmitButton>
        </SubmitForm>
      ) : null}
      {motion.status === "written" && motion.ballot === "secret" ? (
        <PaperBallot motion={motion} answer={answer} />
      ) : null}
      {motion.status === "voting" ? (
        <>
          <p role="status">{fill(words.received, facts)}</p>
          <details>
            <summary className="cursor-pointer font-semibold">{words.hands}</summary>
            <ul className="mt-2 divide-y divide-bordure">
              {counting.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                  {one.name}
                  <VoteButtons motionId={motion.id} voter={one} answer={answer} />
                </li>
              ))}
            </ul>
          </details>
          <Confirm trigger={words.settle} title={words.settleTitle} variant="primary">
            <p>{fill(words.settleLead, facts)}</p>
            <SubmitForm intent="settle" answer={answer} hidden={{ motionId: motion.id }}>
              <SubmitButton>{words.settle}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </>
      ) : null}
      <MotionResult motion={motion} />
    </Card>
  );
}

function PaperBallot({ motion, answer }: Pick<Voting, "motion" | "answer">) {
  const words = useLanguage().choose({ fr, en });
  return (
    <SubmitForm intent="record" answer={answer} hidden={{ motionId: motion.id }} className="flex flex-col gap-4">
      <p className="text-texte2">{words.secretPaper}</p>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <TextInput name="votesFor" label={words.choices.for} inputMode="numeric" required />
        <TextInput name="votesAgainst" label={words.choices.against} inputMode="numeric" required />
        <TextInput name="votesAbstain" label={words.choices.abstain} inputMode="numeric" required />
      </div>
      <TextInput name="countedBy" label={words.countedBy} maxLength={200} required />
      <SubmitButton className="self-start">{words.recordSubmit}</SubmitButton>
    </SubmitForm>
  );
}
