import type { Month } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox, RadioGroup } from "#ui/checkbox.tsx";
import { month as monthText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { type RuleValues, shownRows } from "./rule-form.ts";
import { RuleLimits } from "./rule-limits.view.tsx";
import { en } from "./rule-screen.en.ts";
import { fr } from "./rule-screen.fr.ts";

/** "month → Chaque mois", as radio buttons and lists take them. */
function optionsOf(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** Everything that a rule says, as fields: works without script, in a form that posts as in one that asks. */
export function RuleFields({ values }: { readonly values: RuleValues }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const months = Array.from({ length: 12 }, (_, index) => {
    const text = monthText(`2000-${String(index + 1).padStart(2, "0")}` as Month, language);
    return { value: String(index + 1), label: text.split(" ")[0] ?? text };
  });
  return (
    <>
      <Card title={words.what}>
        <div className="flex flex-col gap-4">
          <RadioGroup name="base" label={words.base} options={optionsOf(words.bases)} defaultValue={values.base} />
          <fieldset className="flex flex-col gap-1">
            <legend className="pb-1 font-semibold">{words.counts}</legend>
            {optionsOf(words.counted).map(({ value, label }) => (
              <Checkbox
                key={value}
                name={`counts.${value}`}
                label={label}
                defaultChecked={values[`counts.${value}`] !== undefined}
              />
            ))}
          </fieldset>
        </div>
      </Card>
      <Card title={words.scale} className="group/scale">
        <div className="flex flex-col gap-4">
          <RadioGroup
            name="scale.mode"
            label={words.mode}
            options={optionsOf(words.modes)}
            defaultValue={values["scale.mode"]}
          />
          <TextInput
            name="scale.rate"
            label={`${words.rate} (%)`}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={values["scale.rate"]}
            fieldClassName="max-w-40 group-has-[input[value=wholeBands]:checked]/scale:hidden group-has-[input[value=marginalBands]:checked]/scale:hidden"
          />
          <Bands values={values} />
          <RadioGroup
            name="period"
            label={words.period}
            options={optionsOf(words.periods)}
            defaultValue={values.period}
          />
          <div className="flex flex-col gap-4 group-has-[input[value=month]:checked]/scale:hidden">
            <Checkbox name="thresholds" label={words.thresholds} defaultChecked={values.thresholds !== undefined} />
          </div>
          <Select
            name="yearStart"
            label={words.yearStart}
            options={months}
            defaultValue={values.yearStart ?? "1"}
            fieldClassName="max-w-60"
          />
          <RadioGroup
            name="negativeMonth"
            label={words.negative}
            options={optionsOf(words.negatives)}
            defaultValue={values.negativeMonth}
          />
        </div>
      </Card>
      <RuleLimits values={values} />
    </>
  );
}

function Bands({ values }: { readonly values: RuleValues }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <fieldset className="flex flex-col gap-2 group-has-[input[value=flat]:checked]/scale:hidden">
      <legend className="pb-1 font-semibold">{words.bands}</legend>
      <p className="text-aide text-texte2">{words.bandsHelp}</p>
      {shownRows(values, "scale.bands", 3).map((index) => {
        const name = `scale.bands.${index}`;
        const count = { count: String(index + 1) };
        return (
          <div key={name} className="grid max-w-md grid-cols-2 items-start gap-3">
            <TextInput
              name={`${name}.below`}
              label={`${fill(words.bandBelow, count)} (€)`}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={values[`${name}.below`]}
            />
            <TextInput
              name={`${name}.rate`}
              label={`${fill(words.bandRate, count)} (%)`}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={values[`${name}.rate`]}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
