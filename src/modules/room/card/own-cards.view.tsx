import { Form } from "react-router";
import { buttonClass } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import type { BoardLane } from "../board/board.ts";
import { useLaneName } from "../board/live-mark.view.tsx";
import { en } from "./card.en.ts";
import { fr } from "./card.fr.ts";
import { CARD_LENGTH, type CardState } from "./card.ts";

type Own = { readonly id: string; readonly laneId: string; readonly body: string; readonly state: CardState };
type Props = {
  readonly cards: readonly Own[];
  readonly lanes: readonly BoardLane[];
  readonly open: boolean;
  readonly answer: FormAnswer | null;
};

/** What one wrote oneself, changed or taken back while the room is open. */
export function OwnCards({ cards, lanes, open, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  const nameOf = useLaneName();
  if (cards.length === 0) return null;
  return (
    <Card title={words.mine}>
      <Refused intent="withdraw" answer={answer} />
      <ul className="flex flex-col gap-3">
        {cards.map((card) => {
          const lane = lanes.find(({ id }) => id === card.laneId);
          return (
            <li key={card.id} className="flex flex-col gap-1 border-b border-bordure pb-3 last:border-0 last:pb-0">
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">{card.body}</p>
              <p className="text-aide text-texte2">
                {lane === undefined ? "" : `${nameOf(lane)}. `}
                {words.states[card.state]}
              </p>
              {open && card.state !== "hidden" ? <Change card={card} answer={answer} /> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Change({ card, answer }: { readonly card: Own; readonly answer: FormAnswer | null }) {
  const words = useLanguage().choose({ fr, en });
  const mine = answer?.typed?.cardId === card.id ? answer : null;
  return (
    <details open={mine?.typed?.intention === "reword" || undefined} key={card.body}>
      <summary className="inline-flex min-h-11 items-center text-marque underline underline-offset-4">
        {words.reword}
      </summary>
      <div className="mt-2 flex flex-col gap-3">
        <SubmitForm
          intent="reword"
          hidden={{ cardId: card.id }}
          answer={mine}
          preventScrollReset
          className="flex flex-col gap-3"
        >
          <Textarea name="body" label={words.text} defaultValue={card.body} maxLength={CARD_LENGTH} rows={2} required />
          <SubmitButton variant="secondary" className="self-start">
            {words.rewordSubmit}
          </SubmitButton>
        </SubmitForm>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intention" value="withdraw" />
          <input type="hidden" name="cardId" value={card.id} />
          <button type="submit" className={buttonClass("quiet")}>
            {words.withdraw}
          </button>
        </Form>
      </div>
    </details>
  );
}
