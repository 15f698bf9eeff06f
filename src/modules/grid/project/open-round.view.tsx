import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { CheckboxGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { Select } from "#ui/text-input.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import { MODES } from "../round/round.ts";
import type { ProjectData } from "./project.page.tsx";

/** Asks people to rate: with which grid, how, and who. */
export function OpenRoundCard({
  data,
  answer,
}: {
  readonly data: ProjectData;
  readonly answer: FormAnswer | undefined;
}) {
  const all = useLanguage().choose({ fr, en });
  const words = all.projects;
  if (data.models.length === 0) {
    return (
      <Card title={words.open}>
        <p className="text-texte2">{words.noModel}</p>
      </Card>
    );
  }
  return (
    <Card title={words.open} description={words.openHelp} className="max-w-2xl">
      <SubmitForm
        intent="open"
        idempotencyKey={`${data.key}-o`}
        answer={answer ?? null}
        className="flex flex-col gap-4"
      >
        <Select
          name="modelId"
          label={words.model}
          options={data.models.map(({ id, name, number }) => ({
            value: id,
            label: fill(all.version, { name, number: String(number) }),
          }))}
        />
        <Select
          name="mode"
          label={words.mode}
          defaultValue="self"
          options={MODES.map((value) => ({ value, label: all.modes[value] }))}
        />
        <CheckboxGroup name="raterIds" label={words.raters} options={data.people} />
        <SubmitButton className="self-start">{words.open}</SubmitButton>
      </SubmitForm>
    </Card>
  );
}
