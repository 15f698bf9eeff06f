import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "../label.en.ts";
import { fr } from "../label.fr.ts";
import { LEVEL_TONE } from "../label-tones.ts";
import type { EditionData } from "./edition.page.tsx";
import { fieldsIn } from "./referential.ts";

/** The criteria, one card for each field. */
export function CriteriaCards({ data }: { readonly data: EditionData }) {
  const words = useLanguage().choose({ fr, en });
  if (data.criteria.length === 0) return <p className="text-texte2">{words.draft.empty}</p>;
  return fieldsIn(data.criteria).map(({ field, criteria }) => (
    <Card key={field} title={field}>
      <ul className="flex flex-col divide-y divide-bordure">
        {criteria.map((one) => (
          <li key={one.code} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
            <div className="min-w-0 flex-1 basis-80">
              <p className="[overflow-wrap:anywhere]">
                <span className="font-semibold">{one.code}</span> {one.wording}
              </p>
              {one.expected === "" ? null : (
                <p className="text-aide text-texte2">{fill(words.criterion.expected, { expected: one.expected })}</p>
              )}
            </div>
            <div className="flex items-center gap-2">
              <Badge tone={LEVEL_TONE[one.level]}>{words.levels[one.level]}</Badge>
              {data.may.change ? (
                <SubmitForm intent="remove" hidden={{ code: one.code }}>
                  <SubmitButton
                    variant="quiet"
                    size="small"
                    aria-label={fill(words.draft.removeWhich, { code: one.code })}
                  >
                    {words.draft.remove}
                  </SubmitButton>
                </SubmitForm>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  ));
}
