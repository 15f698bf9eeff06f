import { dayIn } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { longDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select, Textarea } from "#ui/text-input.tsx";
import type { Tone } from "#ui/tone.ts";
import { en } from "../group/group.en.ts";
import { fr } from "../group/group.fr.ts";
import type { Template, Uptake } from "./template.store.ts";
import { UPTAKE_STATES, type UptakeState } from "./uptake.ts";

const TONES: Readonly<Record<UptakeState, Tone>> = {
  adopted: "ok",
  adapted: "info",
  notYet: "attention",
  declined: "neutre",
};

/** What each structure makes of it, with what it said before; and the form of those who speak for one. */
export function UptakesCard({
  template,
  spoken,
  timeZone,
  answer,
  idempotencyKey,
}: {
  readonly template: Template & { readonly uptakes: readonly Uptake[] };
  readonly spoken: readonly { readonly id: string; readonly name: string }[];
  readonly timeZone: string;
  readonly answer: FormAnswer | null;
  readonly idempotencyKey: string;
}) {
  const words = useLanguage().choose({ fr, en });
  const { uptakes } = template;
  const structures = [...new Map(uptakes.map((one) => [one.structureId, one.structureName])).entries()];
  return (
    <Card title={words.uptakes} description={words.uptakeFree}>
      {structures.length === 0 ? <p className="text-texte2">{words.noUptake}</p> : null}
      <ul className="flex flex-col divide-y divide-bordure">
        {structures.map(([id, name]) => (
          <Structure key={id} {...{ name, timeZone }} said={uptakes.filter((one) => one.structureId === id)} />
        ))}
      </ul>
      {spoken.length === 0 ? null : (
        <SubmitForm
          key={uptakes.length}
          intent="say"
          hidden={{ templateId: template.id }}
          idempotencyKey={idempotencyKey}
          answer={answer}
          className="mt-4 flex flex-col gap-4 border-t border-bordure pt-4"
        >
          <Select
            name="structureId"
            label={words.structure}
            options={spoken.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            name="state"
            label={words.uptakeState}
            options={UPTAKE_STATES.map((value) => ({ value, label: words.uptake[value] }))}
          />
          <Textarea name="body" label={words.ownText} help={words.ownTextHelp} rows={4} maxLength={8000} optional />
          <SubmitButton className="self-start">{words.saySubmit}</SubmitButton>
        </SubmitForm>
      )}
    </Card>
  );
}

function Structure({
  name,
  timeZone,
  said,
}: {
  readonly name: string;
  readonly timeZone: string;
  readonly said: readonly Uptake[];
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const [now, ...before] = said;
  if (now === undefined) return null;
  const byOn = (one: Uptake) => fill(words.saidBy, { by: one.by, day: longDay(dayIn(one.at, timeZone), language) });
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{name}</span>
        <Badge tone={TONES[now.state]}>{words.uptake[now.state]}</Badge>
        <span className="text-aide text-texte2">{byOn(now)}</span>
      </p>
      {now.body === "" ? null : <p className="max-w-prose whitespace-pre-line">{now.body}</p>}
      {before.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer text-aide">{words.history}</summary>
          <ul>
            {before.map((one) => (
              <li key={one.id} className="text-aide text-texte2">
                {`${words.uptake[one.state]}, ${byOn(one)}${one.body === "" ? "" : ` : ${one.body}`}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
