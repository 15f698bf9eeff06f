import { type Day, dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { day, mediumDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { type ActionState, isLate, type JointAction, STEP_STATES, stateOf } from "./action.ts";

const TONES: Readonly<Record<ActionState, Tone>> = {
  planned: "neutre",
  underway: "info",
  done: "ok",
  dropped: "neutre",
};

/** Each joint action: who carries it, where it stands, what was said and proven. */
export function ActionsCard({
  actions,
  objectives,
  today,
  timeZone,
  answer,
  idempotencyKey,
}: {
  readonly actions: readonly JointAction[];
  readonly objectives: readonly { readonly id: string; readonly title: string }[];
  readonly today: Day;
  readonly timeZone: string;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <Card title={words.page.actions}>
      {actions.length === 0 ? <p className="text-texte2">{words.noAction}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {actions.map((action) => {
          const state = stateOf(action);
          const objective = objectives.find(({ id }) => id === action.objectiveId)?.title;
          return (
            <li key={action.id} className="flex flex-col gap-2 py-3">
              <p className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">{action.title}</span>
                <Badge tone={TONES[state]}>{words.states[state]}</Badge>
                {isLate(action, today) ? <Badge tone="erreur">{words.late}</Badge> : null}
              </p>
              <p className="text-aide text-texte2">
                {[fill(words.carriedBy, { carrier: action.carrierName, day: day(action.plannedOn) }), objective]
                  .filter(Boolean)
                  .join(". ")}
              </p>
              <ul className="flex flex-col gap-1">
                {action.steps.map((step) => (
                  <li key={step.at}>
                    {step.note}{" "}
                    <span className="text-aide text-texte2">
                      {fill(words.saidBy, { by: step.by, day: mediumDay(dayIn(step.at, timeZone), language) })}
                    </span>{" "}
                    {step.link === "" ? null : <TextLink to={step.link}>{words.evidence}</TextLink>}
                  </li>
                ))}
              </ul>
              {state === "dropped" ? null : (
                <Confirm
                  trigger={words.tell}
                  label={fill(words.tellOf, { title: action.title })}
                  title={fill(words.tellOf, { title: action.title })}
                  size="small"
                >
                  <SubmitForm
                    intent={`tell ${action.id}`}
                    hidden={{ actionId: action.id }}
                    idempotencyKey={idempotencyKey}
                    answer={answer}
                    className="flex flex-col gap-4"
                  >
                    <RadioGroup
                      name="state"
                      label={words.state}
                      defaultValue={state === "planned" ? "underway" : state}
                      options={STEP_STATES.map((value) => ({ value, label: words.states[value] }))}
                    />
                    <TextInput name="note" label={words.note} maxLength={1000} required />
                    <TextInput name="link" label={words.link} help={words.linkHelp} maxLength={400} optional />
                    <SubmitButton className="self-start">{words.tell}</SubmitButton>
                  </SubmitForm>
                </Confirm>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
