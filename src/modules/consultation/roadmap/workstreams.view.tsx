import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { DayInput } from "#ui/day-input.island.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "./roadmap.en.ts";
import { fr } from "./roadmap.fr.ts";
import type { RoadmapShown } from "./roadmap.page.tsx";
import type { Milestone } from "./roadmap.ts";

type Given = { readonly shown: RoadmapShown; readonly answer: FormAnswer | null };

/** What is to be done, by whom, by when. */
export function Workstreams({ shown, answer }: Given) {
  const { workstreams, structures, keeps, today, key } = shown;
  const words = useLanguage().choose({ fr, en });
  return (
    <Card title={words.workstreams}>
      {workstreams.length === 0 ? <p className="text-texte2">{words.workstreamsNone}</p> : null}
      <ul className="divide-y divide-bordure">
        {workstreams.map(({ id, title, description, structureName, milestones }) => (
          <li key={id} className="py-3">
            <h3 className="font-semibold">{title}</h3>
            {structureName === null ? null : (
              <p className="text-aide text-texte2">{fill(words.carriedBy, { structure: structureName })}</p>
            )}
            {description === "" ? null : <p className="max-w-prose whitespace-pre-line">{description}</p>}
            <ul className="mt-2 flex flex-col gap-2">
              {milestones.map((milestone) => (
                <Step key={milestone.id} milestone={milestone} shown={shown} />
              ))}
            </ul>
            {keeps ? (
              <div className="mt-2">
                <Confirm
                  trigger={words.milestoneAdd}
                  title={fill(words.milestoneOf, { title })}
                  variant="quiet"
                  size="small"
                >
                  <SubmitForm
                    intent={`milestone ${id}`}
                    idempotencyKey={`${key}${id}`}
                    hidden={{ workstreamId: id }}
                    answer={answer}
                    className="flex flex-col gap-4"
                  >
                    <TextInput name="title" label={words.milestone} maxLength={160} required />
                    <DayInput name="dueOn" label={words.dueOn} today={today} required />
                    <SubmitButton className="self-start">{words.save}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {keeps ? (
        <Confirm trigger={words.workstreamAdd} title={words.workstreamAdd}>
          <SubmitForm intent="workstream" idempotencyKey={key} answer={answer} className="flex flex-col gap-4">
            <TextInput name="title" label={words.workstreamTitle} maxLength={160} required />
            <Textarea name="description" label={words.description} maxLength={2000} optional />
            <Select name="structureId" label={words.carrier} placeholder={words.noCarrier} options={structures} />
            <SubmitButton className="self-start">{words.save}</SubmitButton>
          </SubmitForm>
        </Confirm>
      ) : null}
    </Card>
  );
}

function Step({ milestone, shown }: { readonly milestone: Milestone; readonly shown: RoadmapShown }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { id, title, dueOn, reachedOn } = milestone;
  const does = reachedOn === null ? words.reach : words.unreach;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {title}, {fill(words.due, { day: longDay(dueOn, language) })}
      </span>
      {reachedOn !== null ? (
        <Badge tone="ok">{fill(words.reached, { day: longDay(reachedOn, language) })}</Badge>
      ) : dueOn < shown.today ? (
        <Badge tone="attention">{words.late}</Badge>
      ) : null}
      {shown.keeps ? (
        <SubmitForm intent="reach" hidden={{ milestoneId: id, reached: reachedOn === null ? "oui" : "" }} answer={null}>
          <SubmitButton size="small" variant="quiet" aria-label={fill(words.milestoneAct, { act: does, title })}>
            {does}
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </li>
  );
}
