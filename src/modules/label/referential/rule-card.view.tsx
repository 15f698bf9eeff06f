import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import type { EditionData } from "./edition.page.tsx";
import { NOT_APPLICABLE_RULES } from "./referential.ts";

/** The rule of decision in words, and its form as long as the edition is a draft. */
export function RuleCard({ data, answer }: { readonly data: EditionData; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr: fr.draft, en: en.draft });
  const { edition, may, key } = data;
  const said = { mandatory: String(edition.mandatoryPercent), recommended: String(edition.recommendedPercent) };
  const mine = answer?.typed?.intention === "rule" ? answer : undefined;
  return (
    <Card title={words.rule}>
      <p className="font-semibold">{fill(words.ruleSaid, said)}</p>
      <p>{words.notApplicableSaid[edition.notApplicable]}</p>
      <p>{fill(words.validitySaid, { count: String(edition.validityMonths) })}</p>
      {may.change ? (
        <details open={mine !== undefined || undefined} className="mt-2">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.saveRule}</summary>
          <SubmitForm
            intent="rule"
            idempotencyKey={`${key}-rule`}
            hidden={{ version: String(edition.version) }}
            answer={mine ?? null}
            className="flex flex-col gap-4 pt-2"
          >
            <TextInput
              name="mandatoryPercent"
              label={words.mandatoryPercent}
              inputMode="numeric"
              defaultValue={said.mandatory}
            />
            <TextInput
              name="recommendedPercent"
              label={words.recommendedPercent}
              inputMode="numeric"
              defaultValue={said.recommended}
            />
            <Select
              name="notApplicable"
              label={words.notApplicable}
              help={words.notApplicableHelp}
              defaultValue={edition.notApplicable}
              options={NOT_APPLICABLE_RULES.map((value) => ({ value, label: words.notApplicableRules[value] }))}
            />
            <TextInput
              name="validityMonths"
              label={words.validityMonths}
              inputMode="numeric"
              defaultValue={String(edition.validityMonths)}
            />
            <SubmitButton variant="secondary" className="self-start">
              {words.saveRule}
            </SubmitButton>
          </SubmitForm>
        </details>
      ) : null}
    </Card>
  );
}
