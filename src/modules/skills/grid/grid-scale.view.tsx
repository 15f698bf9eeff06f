import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { TextInput } from "#ui/text-input.tsx";
import { en } from "./grid.en.ts";
import { fr } from "./grid.fr.ts";
import type { GridData } from "./grid.page.tsx";
import { type GridVersion, MOST_LEVELS } from "./grid.ts";

export type Shown = {
  readonly data: GridData;
  readonly grid: GridVersion;
  readonly answer: FormAnswer | undefined;
};

const OPENING = "min-h-11 cursor-pointer py-2 font-semibold text-marque";

/** The levels with what each means, and the form that changes them. */
export function LevelsCard({ data, grid, answer }: Shown) {
  const words = useLanguage().choose({ fr, en });
  const mine = answer?.typed?.intention === "saveLevels" ? answer : undefined;
  return (
    <Card title={words.levels} description={data.inUse ? words.levelsFixed : words.levelsHelp}>
      <ol className="flex list-decimal flex-col gap-1 pl-6">
        {grid.levels.map(({ name, description }) => (
          <li key={name}>
            <span className="font-semibold">{name}</span>
            {description === "" ? null : <span className="block text-aide text-texte2">{description}</span>}
          </li>
        ))}
      </ol>
      <details open={mine !== undefined || undefined} className="mt-2">
        <summary className={OPENING}>{words.changeLevels}</summary>
        <SubmitForm
          intent="saveLevels"
          idempotencyKey={`${data.key}-levels`}
          hidden={{ version: String(grid.version) }}
          answer={mine ?? null}
          className="flex flex-col gap-4 pt-2"
        >
          {Array.from({ length: data.inUse ? grid.levels.length : MOST_LEVELS }, (_, index) => {
            const rank = String(index + 1);
            return (
              <div key={rank} className="grid grid-cols-1 gap-3 sm:grid-cols-[1fr_2fr]">
                <TextInput
                  name={`levels.${index}.name`}
                  label={fill(words.levelName, { rank })}
                  defaultValue={grid.levels[index]?.name ?? ""}
                  maxLength={60}
                />
                <TextInput
                  name={`levels.${index}.description`}
                  label={fill(words.levelDescription, { rank })}
                  defaultValue={grid.levels[index]?.description ?? ""}
                  maxLength={300}
                />
              </div>
            );
          })}
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}

/** After how many months something is expected. */
export function StagesCard({ data, grid, answer }: Shown) {
  const words = useLanguage().choose({ fr, en });
  const mine = answer?.typed?.intention === "saveStages" ? answer : undefined;
  return (
    <Card title={words.stages} description={words.stagesHelp}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {grid.stages.map((months) => (
          <li key={months} className="font-semibold">
            {fill(words.afterMonths, { months: String(months) })}
          </li>
        ))}
      </ul>
      <details open={mine !== undefined || undefined} className="mt-2">
        <summary className={OPENING}>{words.changeStages}</summary>
        <SubmitForm
          intent="saveStages"
          idempotencyKey={`${data.key}-stages`}
          hidden={{ version: String(grid.version) }}
          answer={mine ?? null}
          className="flex flex-col gap-4 pt-2"
        >
          <TextInput name="months" label={words.months} defaultValue={grid.stages.join(", ")} maxLength={60} />
          <SubmitButton className="self-start">{words.save}</SubmitButton>
        </SubmitForm>
      </details>
    </Card>
  );
}
