import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { amountText, count, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import type { Effect } from "./effect.ts";
import { EffectFigures } from "./effect-fields.view.tsx";

/** What the network's team entered for a party, before those who speak for it: theirs once they say so, or correct it. */
export function EnteredCard({
  party,
  effects,
  answer,
}: {
  readonly party: { readonly structureId: string; readonly name: string };
  readonly effects: readonly Effect[];
  readonly answer: FormAnswer | null;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const entered = effects.filter(({ structureId, toldBy }) => structureId === party.structureId && toldBy !== null);
  if (entered.length === 0) return null;
  return (
    <Card title={fill(words.enteredTitle, { name: party.name })} description={words.enteredLead}>
      <ul className="flex flex-col divide-y divide-bordure">
        {entered.map((effect) => {
          const { structureId, year, kind, number, amount, source, toldBy } = effect;
          const name = words.kinds[kind];
          const hidden = { structureId, year: String(year), kind };
          const title = fill(words.correctOf, { kind: name });
          const same = { number: String(number), amount: amountText(amount, language), source };
          return (
            <li key={kind} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <p className="min-w-0">
                <span className="font-semibold">{name}</span>{" "}
                {[count(number, language), ...(amount === 0n ? [] : [eur(amount, language)])].join(", ")}
                <span className="block text-aide text-texte2">
                  {[fill(words.toldTo, { who: toldBy ?? "" }), source].filter(Boolean).join(" : ")}
                </span>
              </p>
              <div className="flex flex-wrap gap-2">
                <SubmitForm intent={`agree ${structureId} ${kind}`} hidden={{ ...hidden, ...same }} answer={answer}>
                  <SubmitButton size="small" aria-label={fill(words.agreeOf, { kind: name })}>
                    {words.agree}
                  </SubmitButton>
                </SubmitForm>
                <Confirm trigger={words.correct} label={title} title={title} size="small">
                  <SubmitForm
                    intent={`correct ${structureId} ${kind}`}
                    hidden={hidden}
                    answer={answer}
                    className="flex flex-col gap-4"
                  >
                    <EffectFigures given={effect} />
                    <SubmitButton className="self-start">{words.declareIt}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
