import { fill } from "#kernel/language.ts";
import { toRate } from "#kernel/rate.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day, percent } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { ProtectionData } from "../cover/protection.page.tsx";
import { en } from "./agreement.en.ts";
import { fr } from "./agreement.fr.ts";

type Props = { readonly data: ProtectionData; readonly answer: FormAnswer | undefined };

/** The agreements of those who share the activity, and the form that records one. */
export function AgreementCard({ data, answer }: Props) {
  const words = useLanguage().choose({ fr, en }).page;
  const { agreements, people, lacking, mayShare, today, key } = data;
  return (
    <Card title={words.title} description={words.lead}>
      <div className="flex flex-col gap-4">
        <Refused intent="cancelAgreement" answer={answer} />
        {lacking ? <Notice tone="attention">{words.lacking}</Notice> : null}
        {agreements.length === 0 ? (
          <p className="text-texte2">{people.length < 2 ? words.alone : words.none}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-bordure">
            {[...agreements].reverse().map((agreement) => (
              <AgreementLine key={agreement.id} data={data} agreement={agreement} />
            ))}
          </ul>
        )}
        {mayShare && people.length > 1 ? (
          <details open={answer?.typed?.intention === "agree" || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.add}</summary>
            <SubmitForm intent="agree" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-2">
              <Refused intent="agree" answer={answer} />
              {people.map(({ personId, name }) => (
                <TextInput
                  key={personId}
                  name={`shares.${personId}`}
                  label={fill(words.share, { name })}
                  inputMode="decimal"
                  className="max-w-32 text-right"
                  required
                />
              ))}
              <div className="grid gap-4 sm:grid-cols-2">
                <DayInput
                  name="startsOn"
                  id="agree-startsOn"
                  label={words.startsOn}
                  today={today}
                  defaultValue={today}
                  required
                />
                <DayInput
                  name="endsOn"
                  id="agree-endsOn"
                  label={words.endsOn}
                  help={words.endsOnHelp}
                  today={today}
                  optional
                />
              </div>
              <SubmitButton className="w-fit">{words.addSubmit}</SubmitButton>
            </SubmitForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

function AgreementLine({
  data: { people, mayShare },
  agreement,
}: {
  readonly data: ProtectionData;
  readonly agreement: ProtectionData["agreements"][number];
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en }).page;
  const { startsOn, endsOn, shares, cancelledAt } = agreement;
  const split = people.flatMap(({ personId, name }) => {
    const share = shares[personId];
    return share === undefined ? [] : [`${name} ${percent(toRate(share), language)}`];
  });
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-2">
      <div className="min-w-0">
        <p>
          <span className="font-semibold">
            {endsOn === null
              ? fill(words.open, { from: day(startsOn) })
              : fill(words.from, { from: day(startsOn), to: day(endsOn) })}
          </span>{" "}
          {cancelledAt === null ? null : <Badge>{words.cancelled}</Badge>}
        </p>
        <p>{split.join(", ")}</p>
      </div>
      {mayShare && cancelledAt === null ? (
        <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet" size="small">
          <SubmitForm intent="cancelAgreement" hidden={{ agreementId: agreement.id }} className="flex flex-col gap-4">
            <p>{words.cancelHelp}</p>
            <SubmitButton variant="danger">{words.cancel}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </li>
  );
}
