import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./retention.en.ts";
import { fr } from "./retention.fr.ts";
import { anchorOf, type Category, KEPT } from "./retention.ts";

export type ShownRule = { readonly category: Category; readonly months: number; readonly chosenOn: Day | null };

/** Each period with its reason, and the form that changes it. */
export function RulesCard({
  rules,
  answer,
}: {
  readonly rules: readonly ShownRule[];
  readonly answer: FormAnswer | undefined;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.rules} description={words.rulesLead}>
      <ul className="divide-y divide-bordure">
        {rules.map((rule) => (
          <Rule
            key={rule.category}
            rule={rule}
            answer={answer?.typed?.category === rule.category ? answer : undefined}
          />
        ))}
      </ul>
    </Card>
  );
}

function Rule({ rule, answer }: { readonly rule: ShownRule; readonly answer: FormAnswer | undefined }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { category, months, chosenOn } = rule;
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <strong>{words.categories[category]}</strong>
        <span className="tabular-nums">{fill(words.monthsKept, { months: String(months) })}</span>
      </div>
      <p className="text-aide text-texte2">
        {fill(words.from, { anchor: words.anchors[anchorOf(category)] })} {words.reasons[category]}.{" "}
        {chosenOn === null ? words.house : fill(words.since, { day: longDay(chosenOn, language) })}.
      </p>
      <details open={answer !== undefined || undefined}>
        <summary
          className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-marque"
          aria-label={fill(words.changeOf, { category: words.categories[category] })}
        >
          {words.change}
        </summary>
        <SubmitForm
          intent="rule"
          hidden={{ category }}
          answer={answer}
          className="flex flex-wrap items-end gap-3 pt-1 pb-2"
        >
          <TextInput
            name="months"
            id={`months-${category}`}
            inputMode="numeric"
            label={words.months}
            help={fill(words.least, { months: String(KEPT[category].least) })}
            defaultValue={String(months)}
            required
          />
          <SubmitButton>{words.save}</SubmitButton>
        </SubmitForm>
      </details>
    </li>
  );
}
