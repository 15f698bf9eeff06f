import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "./consent.en.ts";
import { fr } from "./consent.fr.ts";
import type { Purpose, Wording } from "./consent.ts";

/** One purpose as it is shown: its words, and the last answer. */
export type ShownConsent = {
  readonly purpose: Purpose;
  readonly wording: Wording;
  readonly answer: { readonly agreed: boolean; readonly on: Day; readonly wordingVersion: number } | null;
  /** The day on which the words changed, for who agreed to those before. */
  readonly askedAgainOn: Day | null;
};

type Props = { readonly consents: readonly ShownConsent[]; readonly answer: FormAnswer | undefined };

/** One's own choices: ticked when agreed, with the day of the last answer. */
export function ConsentCard({ consents, answer }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.title} description={words.lead}>
      <SubmitForm intent="consents" answer={answer} className="flex flex-col gap-4">
        {consents.map(({ purpose, wording, answer: last, askedAgainOn }) => (
          <fieldset key={purpose} className="flex flex-col gap-1">
            <legend className="float-left font-semibold">{words.purposes[purpose]}</legend>
            <input type="hidden" name={`texte.${purpose}`} value={wording.version} />
            <Checkbox
              name={`choix.${purpose}`}
              label={(language === "en" && wording.english) || wording.french}
              help={helpText(last, askedAgainOn, words)}
              defaultChecked={last?.agreed ?? false}
            />
          </fieldset>
        ))}
        <SubmitButton className="w-fit">{words.save}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}

function helpText(
  answer: ShownConsent["answer"],
  askedAgainOn: Day | null,
  words: { readonly agreed: string; readonly withdrawn: string; readonly version: string; readonly askedAgain: string },
): string | undefined {
  if (askedAgainOn !== null) return fill(words.askedAgain, { day: longDay(askedAgainOn) });
  if (answer === null) return undefined;
  const { agreed, on, wordingVersion } = answer;
  const said = fill(agreed ? words.agreed : words.withdrawn, { day: longDay(on) });
  return `${said} (${fill(words.version, { version: String(wordingVersion) })})`;
}
