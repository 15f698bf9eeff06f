import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { BoardPoll } from "../board/board.ts";
import { en } from "./poll.en.ts";
import { fr } from "./poll.fr.ts";
import { ANSWERS, type Answer } from "./poll.ts";
import { PollFigures, useAnswered } from "./poll-results.view.tsx";

type Props = {
  readonly poll: BoardPoll;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly answer: FormAnswer | null;
};

/** An open poll: each thing is evaluated by itself. */
export function PollForm({ poll, answers, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  const answered = useAnswered();
  const given = poll.items.some(({ id }) => answers[id] !== undefined);
  const mine = answer?.typed?.pollId === poll.id ? answer : null;
  return (
    <Card
      title={poll.title}
      description={words.consultativeHelp}
      actions={<Badge tone="info">{words.consultative}</Badge>}
    >
      <SubmitForm
        intent="answer"
        hidden={{ pollId: poll.id }}
        answer={mine}
        preventScrollReset
        className="flex flex-col gap-4"
      >
        {poll.items.map(({ id, label }) => (
          <RadioGroup
            key={id}
            name={`answers.${id}`}
            label={label}
            layout="row"
            {...(answers[id] === undefined ? {} : { defaultValue: answers[id] })}
            options={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
          />
        ))}
        <p className="text-aide text-texte2">{words.changeable}</p>
        <SubmitButton className="self-start">{given ? words.sendAgain : words.send}</SubmitButton>
      </SubmitForm>
      <p className="mt-3 text-aide text-texte2">{answered(poll.answered)}</p>
      <PollFigures poll={poll} />
    </Card>
  );
}
