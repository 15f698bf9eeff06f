import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "./card.en.ts";
import { fr } from "./card.fr.ts";

type Props = {
  readonly cards: readonly { readonly id: string; readonly body: string }[];
  readonly runs: boolean;
  readonly answer: FormAnswer | null;
};

/** What the facilitator took out of sight: kept, and shown again if it was a mistake. */
export function HiddenCards({ cards, runs, answer }: Props) {
  const words = useLanguage().choose({ fr, en });
  if (cards.length === 0) return null;
  return (
    <Card title={words.hidden} description={words.hiddenHelp}>
      <Refused intent="show" answer={answer} />
      <ul className="flex flex-col gap-2">
        {cards.map(({ id, body }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 [overflow-wrap:anywhere]">{body}</span>
            {runs ? (
              <SubmitForm intent="show" hidden={{ card: id }} preventScrollReset>
                <SubmitButton variant="quiet" size="small">
                  {words.show}
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
