import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { count, longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Textarea } from "#ui/text-input.tsx";
import { en as consentEn } from "./consent.en.ts";
import { fr as consentFr } from "./consent.fr.ts";
import type { Purpose, Wording, WrittenWording } from "./consent.ts";
import { en } from "./wording.en.ts";
import { fr } from "./wording.fr.ts";

/** The words of one consent, as those who keep data protection read them. */
export type ShownWording = {
  readonly purpose: Purpose;
  readonly wording: Wording;
  /** How many agree today, whatever the version they read. */
  readonly agreeing: number;
  readonly versions: readonly (Omit<WrittenWording, "at"> & { readonly on: Day })[];
};

type Props = { readonly shown: ShownWording; readonly answer: FormAnswer | undefined };

/** The words in force, the form that changes them, and all that were read before. */
export function WordingCard({ shown, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { purposes, version: versionWord } = choose({ fr: consentFr, en: consentEn });
  const { purpose, wording, agreeing, versions } = shown;
  return (
    <Card title={purposes[purpose]} description={fill(words.agreeing, { count: count(agreeing, language) })}>
      <div className="flex flex-col gap-3">
        <blockquote className="border-l-4 border-bordure pl-4">{wording.french}</blockquote>
        <details open={answer !== undefined || undefined}>
          <summary
            className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-marque"
            aria-label={fill(words.changeOf, { purpose: purposes[purpose] })}
          >
            {words.change}
          </summary>
          <SubmitForm intent="word" answer={answer} className="flex max-w-prose flex-col gap-3 pt-2">
            <input type="hidden" name="purpose" value={purpose} />
            <input type="hidden" name="version" value={wording.version} />
            <Textarea
              id={`${purpose}-french`}
              name="french"
              label={words.french}
              help={words.frenchHelp}
              rows={3}
              defaultValue={wording.french}
            />
            <Textarea
              id={`${purpose}-english`}
              name="english"
              label={words.english}
              rows={3}
              defaultValue={wording.english}
            />
            <Checkbox id={`${purpose}-again`} name="asksAgain" label={words.asksAgain} help={words.asksAgainHelp} />
            <SubmitButton className="w-fit">{words.save}</SubmitButton>
          </SubmitForm>
        </details>
        {versions.length === 0 ? null : (
          <details>
            <summary
              className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-marque"
              aria-label={fill(words.versionsOf, { purpose: purposes[purpose] })}
            >
              {words.versions}
            </summary>
            <ul className="divide-y divide-bordure">
              {versions.map((version) => (
                <li key={version.version} className="flex flex-col gap-1 py-3">
                  <p className="text-aide text-texte2">
                    {fill(versionWord, { version: String(version.version) })}, {longDay(version.on, language)}
                    {version.asksAgain ? `, ${words.askedAgain}` : ""}.{" "}
                    {fill(words.agreeing, { count: count(version.agreeing, language) })}
                  </p>
                  <p>{version.french}</p>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  );
}
