import { fill } from "#kernel/language.ts";
import { Card } from "#ui/card.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { type RuleValues, shownRows } from "./rule-form.ts";
import { en } from "./rule-screen.en.ts";
import { fr } from "./rule-screen.fr.ts";

type Values = { readonly values: RuleValues };

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Fixed parts, minimum, maximum, extras: each may stay empty. */
export function RuleLimits({ values }: Values) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <Card title={words.limits}>
        <div className="flex flex-col gap-6">
          <fieldset className="flex flex-col gap-2">
            <legend className="pb-1 font-semibold">
              {words.fixed} <span className="font-normal text-aide text-texte2">({words.limitHelp})</span>
            </legend>
            {shownRows(values, "fixedParts", 1).map((index) => {
              const name = `fixedParts.${index}`;
              const count = { count: String(index + 1) };
              return (
                <div key={name} className="grid max-w-xl grid-cols-1 items-start gap-3 sm:grid-cols-[2fr_1fr]">
                  <Text values={values} name={`${name}.label`} label={fill(words.fixedLabel, count)} />
                  <Text
                    values={values}
                    name={`${name}.amount`}
                    label={`${fill(words.fixedAmount, count)} (€)`}
                    decimal
                  />
                </div>
              );
            })}
          </fieldset>
          <Limit values={values} name="floor" />
          <Limit values={values} name="cap" />
        </div>
      </Card>
      <Card title={words.extras} description={words.extrasHelp}>
        <div className="flex flex-col divide-y divide-bordure">
          {shownRows(values, "extras", 1).map((index) => (
            <Extra key={index} values={values} name={`extras.${index}`} number={index + 1} />
          ))}
        </div>
      </Card>
    </>
  );
}

function Text({
  values,
  name,
  label,
  decimal = false,
}: Values & { readonly name: string; readonly label: string; readonly decimal?: boolean }) {
  return (
    <TextInput
      name={name}
      label={label}
      autoComplete="off"
      inputMode={decimal ? "decimal" : undefined}
      defaultValue={values[name]}
    />
  );
}

function Limit({ values, name }: Values & { readonly name: "floor" | "cap" }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-1 font-semibold">
        {words[name]} <span className="font-normal text-aide text-texte2">({words.limitHelp})</span>
      </legend>
      <div className="grid max-w-2xl grid-cols-1 items-start gap-3 sm:grid-cols-3">
        <Text values={values} name={`${name}.amount`} label={`${words.amount} (€)`} decimal />
        <Select
          name={`${name}.per`}
          label={words.per}
          options={optionsOf(words.pers)}
          defaultValue={values[`${name}.per`]}
        />
        <Select
          name={`${name}.prorata`}
          label={words.prorata}
          options={optionsOf(words.proratas)}
          defaultValue={values[`${name}.prorata`]}
        />
      </div>
      <details open={Object.keys(values).some((key) => key.startsWith(`${name}.cases.`))}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-marque underline underline-offset-4">
          {words.cases}
        </summary>
        <div className="flex flex-col gap-3 pt-1">
          <p className="text-aide text-texte2">{words.casesHelp}</p>
          {shownRows(values, `${name}.cases`, 1).map((index) => {
            const row = `${name}.cases.${index}`;
            return (
              <div key={row} className="grid max-w-2xl grid-cols-1 items-start gap-3 sm:grid-cols-3">
                <Select
                  name={`${row}.status`}
                  label={words.caseStatus}
                  options={[{ value: "", label: words.anybody }, ...optionsOf(words.statuses)]}
                  defaultValue={values[`${row}.status`]}
                />
                <Text values={values} name={`${row}.firstMonths`} label={words.caseMonths} decimal />
                <Text values={values} name={`${row}.amount`} label={`${words.amount} (€)`} decimal />
              </div>
            );
          })}
        </div>
      </details>
    </fieldset>
  );
}

function Extra({ values, name, number }: Values & { readonly name: string; readonly number: number }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <fieldset className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
      <legend className="sr-only">{`${words.extras} ${number}`}</legend>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Text values={values} name={`${name}.label`} label={words.extraLabel} />
        <Select
          name={`${name}.kind`}
          label={words.extraKind}
          options={optionsOf(words.extraKinds)}
          defaultValue={values[`${name}.kind`]}
        />
        <Text values={values} name={`${name}.due`} label={words.extraDue} decimal />
        <Select
          name={`${name}.status`}
          label={words.caseStatus}
          options={[{ value: "", label: words.anybody }, ...optionsOf(words.statuses)]}
          defaultValue={values[`${name}.status`]}
        />
      </div>
      <div className="flex flex-wrap gap-x-6">
        <Checkbox
          name={`${name}.withoutSalary`}
          label={words.withoutSalary}
          defaultChecked={values[`${name}.withoutSalary`] !== undefined}
        />
        <Checkbox
          name={`${name}.underQualiopi`}
          label={words.underQualiopi}
          defaultChecked={values[`${name}.underQualiopi`] !== undefined}
        />
      </div>
    </fieldset>
  );
}
