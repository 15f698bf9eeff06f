import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Combobox } from "#ui/combobox.island.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { Refused } from "#ui/refused.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { en as activityEn } from "./activity.en.ts";
import { fr as activityFr } from "./activity.fr.ts";
import type { ActivityPageData } from "./activity.page.tsx";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";
import { RightsFields } from "./rights-fields.view.tsx";

type Props = { readonly data: ActivityPageData; readonly answer: FormAnswer | undefined };
type Participation = ActivityPageData["people"][number];

/** Who takes part, with what each may do alone; those who share it out bring people in and see them leave. */
export function PeopleCard({ data, answer }: Props) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  return (
    <Card title={words.people}>
      <div className="flex flex-col gap-4">
        <Refused intent="rights" answer={answer} />
        <Refused intent="leave" answer={answer} />
        {data.people.length === 0 ? (
          <p className="text-texte2">{words.peopleNone}</p>
        ) : (
          <ul className="flex flex-col divide-y divide-bordure">
            {data.people.map((participation) => (
              <Line
                key={`${participation.personId} ${participation.startsOn}`}
                data={data}
                participation={participation}
              />
            ))}
          </ul>
        )}
        {data.may.share && data.activity.closedOn === null ? (
          <details open={answer?.typed?.intention === "add" || data.people.length === 0 || undefined}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.add}</summary>
            <SubmitForm intent="add" idempotencyKey={data.key} answer={answer} className="flex flex-col gap-4 pt-2">
              <Combobox
                name="personId"
                label={words.person}
                options={data.persons.map(({ personId, name }) => ({ value: personId, label: name }))}
                required
              />
              <DayInput
                name="startsOn"
                label={words.startsOn}
                today={data.today}
                defaultValue={[data.activity.openedOn, data.today].toSorted().at(-1)}
                required
              />
              <RightsFields />
              <SubmitButton variant="secondary" className="w-fit">
                {words.addSubmit}
              </SubmitButton>
            </SubmitForm>
          </details>
        ) : null}
      </div>
    </Card>
  );
}

function Line({ data, participation }: { readonly data: ActivityPageData; readonly participation: Participation }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).page;
  const rightWords = choose({ fr: activityFr, en: activityEn }).rights;
  const { personId, personName, startsOn, endsOn } = participation;
  const rights = (Object.keys(rightWords) as (keyof typeof rightWords)[]).filter((right) => participation[right]);
  const opens = data.reaches === "all" || data.reaches.includes(personId);
  const hidden = { personId, startsOn, version: String(participation.version) };
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-2">
      <div className="min-w-0">
        {opens ? (
          <TextLink to={`/${data.slug}/personnes/${personId}`}>{personName}</TextLink>
        ) : (
          <span className="font-semibold">{personName}</span>
        )}
        <span className="block text-aide text-texte2">
          {endsOn === null
            ? fill(words.since, { from: day(startsOn) })
            : fill(words.between, { from: day(startsOn), to: day(endsOn) })}
        </span>
        {rights.length === 0 ? null : (
          <ul className="text-aide">
            {rights.map((right) => (
              <li key={right}>{rightWords[right]}</li>
            ))}
          </ul>
        )}
      </div>
      {data.may.share && (endsOn === null || endsOn >= data.today) ? (
        <div className="flex flex-wrap gap-2">
          <Confirm
            trigger={words.change}
            title={fill(words.changeTitle, { name: personName })}
            variant="quiet"
            size="small"
          >
            <SubmitForm intent="rights" hidden={hidden} className="flex flex-col gap-4">
              <RightsFields rights={participation} />
              <SubmitButton>{words.change}</SubmitButton>
            </SubmitForm>
          </Confirm>
          <Confirm
            trigger={words.leave}
            title={fill(words.leaveTitle, { name: personName })}
            variant="quiet"
            size="small"
          >
            <SubmitForm intent="leave" hidden={hidden} className="flex flex-col gap-4">
              <DayInput
                name="endsOn"
                label={words.endsOn}
                today={data.today}
                defaultValue={endsOn ?? data.today}
                required
              />
              <SubmitButton>{words.leave}</SubmitButton>
            </SubmitForm>
          </Confirm>
        </div>
      ) : null}
    </li>
  );
}
