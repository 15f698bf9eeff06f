import type { Cents } from "#kernel/money.ts";
import { Card } from "#ui/card.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import type { LetterableLine } from "./lettering-list.store.ts";
import { en } from "./lettering-screen.en.ts";
import { fr } from "./lettering-screen.fr.ts";
import { LINE_FIELD, lineValue } from "./open-lines.view.tsx";
import type { Proposal } from "./propose.ts";

/** More would hide the lines themselves: they come up as the first ones are lettered. */
const SHOWN = 10;

/** What settles by itself, one button each: a person decides. */
export function Proposals({
  proposals,
  submitKey,
}: {
  readonly proposals: readonly Proposal<LetterableLine>[];
  readonly submitKey: string;
}) {
  const { choose, plural } = useLanguage();
  const words = choose({ fr, en });
  if (proposals.length === 0) return null;
  return (
    <Card title={words.proposals}>
      <p className="mb-2 text-texte2">{words.proposalsHelp}</p>
      <ul className="divide-y divide-bordure">
        {proposals.slice(0, SHOWN).map(({ reason, lines }) => {
          const [first] = lines;
          if (!first) return null;
          const party = first.auxiliaryLabel ?? words.noParty;
          const amount = lines.reduce((total, line) => total + line.debit, 0n) as Cents;
          return (
            <li key={lineValue(first)} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
              <span className="min-w-0">
                <span className="font-semibold">{party}</span> <Money amount={amount} />
                <span className="block text-aide text-texte2">
                  {plural(lines.length, words.linesOne, words.linesMany)}, {words.reasons[reason]} :{" "}
                  {lines.map((line) => `${line.pieceRef} (${day(line.date)})`).join(", ")}
                </span>
              </span>
              <SubmitForm idempotencyKey={`${submitKey}:${lineValue(first)}`}>
                {lines.map((line) => (
                  <input key={lineValue(line)} type="hidden" name={LINE_FIELD} value={lineValue(line)} />
                ))}
                <SubmitButton variant="secondary" aria-label={`${words.letterThese}, ${party}`}>
                  {words.letterThese}
                </SubmitButton>
              </SubmitForm>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
