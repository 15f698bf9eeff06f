import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en } from "./terms.en.ts";
import { fr } from "./terms.fr.ts";
import type { TermsData } from "./terms.page.tsx";

/** Who was told of a CAPE, and the forms that note it. */
export function NoticeCard({ data, answer }: { readonly data: TermsData; readonly answer: FormAnswer | undefined }) {
  const words = useLanguage().choose({ fr, en }).page;
  const { notices, today, mayChange } = data;
  return (
    <Card title={words.notices} description={words.noticesLead}>
      <div className="flex flex-col gap-4">
        {notices.map(({ body, on }) => (
          <div key={body} className="flex flex-col gap-2">
            <p>
              <span className="font-semibold">{words.bodies[body]}</span>{" "}
              {on === null ? words.notNoticed : fill(words.noticed, { date: day(on) })}
            </p>
            {mayChange && on === null ? (
              <SubmitForm
                intent={`notice-${body}`}
                idempotencyKey={`${data.key}-${body}`}
                hidden={{ body }}
                answer={answer}
                className="flex flex-wrap items-start gap-3"
              >
                <DayInput name="on" label={words.noticeOn} today={today} defaultValue={today} required />
                <SubmitButton variant="secondary" className="mt-7">
                  {words.note}
                  <span className="sr-only"> : {words.bodies[body]}</span>
                </SubmitButton>
              </SubmitForm>
            ) : null}
          </div>
        ))}
      </div>
    </Card>
  );
}
