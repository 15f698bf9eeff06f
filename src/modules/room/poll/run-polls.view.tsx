import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea, TextInput } from "#ui/text-input.tsx";
import type { Board } from "../board/board.ts";
import { en } from "./poll.en.ts";
import { fr } from "./poll.fr.ts";
import type { PollStatus } from "./poll.ts";
import { PollFigures, useAnswered } from "./poll-results.view.tsx";

type Prepared = { readonly id: string; readonly title: string; readonly status: PollStatus };
type Props = {
  readonly shown: { readonly polls: readonly Prepared[]; readonly key: string };
  readonly board: Board;
  readonly answer: FormAnswer | null;
};
const TONES = { ready: "info", open: "ok", closed: "neutre" } as const;

/** Polls as whoever facilitates runs them: prepared, opened, closed before everyone’s eyes. */
export function RunPolls({ shown, board, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.title} description={`${words.consultative}. ${words.consultativeHelp}`}>
      <Refused intent="open" answer={answer} />
      <Refused intent="closePoll" answer={answer} />
      <div className="flex flex-col gap-5">
        {shown.polls.length === 0 ? <p className="text-texte2">{words.none}</p> : null}
        {shown.polls.map((poll) => (
          <OnePoll key={poll.id} poll={poll} board={board} />
        ))}
        <Prepare
          key={shown.polls.length}
          withScenarios={board.scenarios.length > 0}
          idempotencyKey={shown.key}
          answer={answer}
        />
      </div>
    </Card>
  );
}

function OnePoll({ poll, board }: { readonly poll: Prepared; readonly board: Board }) {
  const words = useLanguage().choose({ fr, en });
  const answered = useAnswered();
  const read = board.polls.find(({ id }) => id === poll.id);
  return (
    <section aria-label={poll.title} className="border-b border-bordure pb-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{poll.title}</h3>
        <Badge tone={TONES[poll.status]}>{words.statuses[poll.status]}</Badge>
      </div>
      {read === undefined ? null : (
        <>
          <p className="text-texte2">{answered(read.answered)}</p>
          <PollFigures poll={read} />
        </>
      )}
      {poll.status === "ready" ? (
        <SubmitForm intent="open" hidden={{ pollId: poll.id }} preventScrollReset className="mt-3">
          <SubmitButton>{words.open}</SubmitButton>
        </SubmitForm>
      ) : null}
      {poll.status === "open" ? (
        <div className="mt-3">
          <Confirm trigger={words.close} title={words.closeTitle}>
            <p>{words.closeHelp}</p>
            <SubmitForm intent="closePoll" hidden={{ pollId: poll.id }} preventScrollReset>
              <SubmitButton>{words.close}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </div>
      ) : null}
    </section>
  );
}

type PrepareProps = {
  readonly withScenarios: boolean;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | null;
};
function Prepare({ withScenarios, idempotencyKey, answer }: PrepareProps) {
  const words = useLanguage().choose({ fr, en });
  const mine = answer?.typed?.intention === "prepare" ? answer : null;
  return (
    <details open={mine !== null || undefined}>
      <summary className="inline-flex min-h-11 items-center text-marque underline underline-offset-4">
        {words.prepare}
      </summary>
      <SubmitForm
        intent="prepare"
        idempotencyKey={idempotencyKey}
        answer={mine}
        preventScrollReset
        className="mt-2 flex max-w-2xl flex-col gap-4"
      >
        <p className="text-texte2">{words.prepareHelp}</p>
        <TextInput name="title" label={words.name} maxLength={160} required />
        {withScenarios ? null : (
          <Textarea name="scenarios" label={words.subjects} help={words.subjectsHelp} rows={3} required />
        )}
        <Checkbox name="live" label={words.live} help={words.liveHelp} />
        <SubmitButton variant="secondary" className="self-start">
          {words.prepareSubmit}
        </SubmitButton>
      </SubmitForm>
    </details>
  );
}
