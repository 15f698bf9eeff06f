import { useEffect, useRef } from "react";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import type { BoardLane } from "../board/board.ts";
import { useLaneName } from "../board/live-mark.view.tsx";
import { en } from "./card.en.ts";
import { fr } from "./card.fr.ts";
import { CARD_LENGTH } from "./card.ts";

/** How many cards this telephone had written when it last wrote here: one more brings the hand back to the text. */
let seen: number | null = null;

type Props = {
  readonly written: number;
  readonly lanes: readonly BoardLane[];
  readonly lane: string | null;
  readonly scenario: string | null;
  readonly idempotencyKey: string;
  readonly answer: FormAnswer | null;
};

/** One idea, one column. */
export function CardForm({ written, lanes, lane, scenario, idempotencyKey, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  const nameOf = useLaneName();
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (seen !== null && written > seen) text.current?.focus({ preventScroll: true });
    seen = written;
  }, [written]);
  return (
    <Card title={words.add}>
      <SubmitForm
        intent="add"
        idempotencyKey={idempotencyKey}
        hidden={scenario === null ? {} : { scenario }}
        answer={answer}
        preventScrollReset
        className="flex flex-col gap-4"
      >
        <RadioGroup
          name="laneId"
          label={words.lane}
          layout="row"
          defaultValue={lanes.find(({ id }) => id === lane)?.id ?? lanes[0]?.id ?? ""}
          options={lanes.map((own) => ({ value: own.id, label: nameOf(own) }))}
        />
        <Textarea
          ref={text}
          name="body"
          label={words.body}
          help={words.bodyHelp}
          maxLength={CARD_LENGTH}
          rows={2}
          required
        />
        <SubmitButton className="self-start">{words.addSubmit}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
