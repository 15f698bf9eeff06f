import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Checkbox, RadioGroup } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./cover.en.ts";
import { fr } from "./cover.fr.ts";
import { COVER_KINDS } from "./cover.ts";
import type { ProtectionData } from "./protection.page.tsx";

type Props = { readonly data: ProtectionData; readonly answer: FormAnswer | undefined };

/** What the trade requires: without it, the quotes of the activity wait. */
export function RequirementCard({ data: { required }, answer }: Props) {
  const words = useLanguage().choose({ fr, en }).page;
  return (
    <Card title={words.requirements} description={words.requirementsLead}>
      <SubmitForm intent="require" answer={answer} className="flex flex-col gap-4">
        <Checkbox name="insurance" label={words.insuranceRequired} defaultChecked={required.includes("insurance")} />
        <Checkbox
          name="qualification"
          label={words.qualificationRequired}
          defaultChecked={required.includes("qualification")}
        />
        <SubmitButton variant="secondary" className="w-fit">
          {words.save}
        </SubmitButton>
      </SubmitForm>
    </Card>
  );
}

/** The insurances and qualifications of the activity, and the form that adds one. */
export function CoverCard({ data, answer }: Props) {
  const { choose } = useLanguage();
  const { kinds, page: words } = choose({ fr, en });
  const { covers, mayUpdate, today, key } = data;
  return (
    <Card title={words.covers}>
      <div className="flex flex-col gap-4">
        <Refused intent="cancelCover" answer={answer} />
        {covers.length === 0 ? (
          <p className="text-texte2">{words.none}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-bordure">
            {[...covers].reverse().map((cover) => (
              <CoverLine key={cover.id} data={data} cover={cover} />
            ))}
          </ul>
        )}
        {mayUpdate ? (
          <details open={answer?.typed?.intention === "cover" || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.add}</summary>
            <SubmitForm intent="cover" idempotencyKey={key} answer={answer} className="flex flex-col gap-4 pt-2">
              <RadioGroup
                name="kind"
                label={words.kind}
                defaultValue="insurance"
                options={COVER_KINDS.map((value) => ({ value, label: kinds[value] }))}
              />
              <TextInput name="label" label={words.label} maxLength={200} required />
              <div className="grid gap-4 sm:grid-cols-2">
                <DayInput name="startsOn" label={words.startsOn} today={today} required />
                <DayInput name="endsOn" label={words.endsOn} help={words.endsOnHelp} today={today} optional />
              </div>
              <SubmitButton className="w-fit">{words.addSubmit}</SubmitButton>
            </SubmitForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

function CoverLine({
  data: { today, mayUpdate },
  cover,
}: {
  readonly data: ProtectionData;
  readonly cover: ProtectionData["covers"][number];
}) {
  const { choose } = useLanguage();
  const { kinds, page: words } = choose({ fr, en });
  const { startsOn, endsOn, cancelledAt } = cover;
  const over = endsOn !== null && endsOn < today;
  const badge =
    cancelledAt !== null ? (
      <Badge>{words.cancelled}</Badge>
    ) : over ? (
      <Badge tone="erreur">{words.over}</Badge>
    ) : startsOn > today ? (
      <Badge tone="info">{words.coming}</Badge>
    ) : (
      <Badge tone="ok">{words.running}</Badge>
    );
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{kinds[cover.kind]}</span> {badge}
        </p>
        <p className="[overflow-wrap:anywhere]">{cover.label}</p>
        <p className="text-aide text-texte2">
          {endsOn === null
            ? fill(words.open, { from: day(startsOn) })
            : fill(words.from, { from: day(startsOn), to: day(endsOn) })}
        </p>
      </div>
      {mayUpdate && cancelledAt === null ? (
        <Confirm trigger={words.cancel} title={words.cancelTitle} variant="quiet" size="small">
          <SubmitForm intent="cancelCover" hidden={{ coverId: cover.id }} className="flex flex-col gap-4">
            <p>{words.cancelHelp}</p>
            <SubmitButton variant="danger">{words.cancel}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </li>
  );
}
