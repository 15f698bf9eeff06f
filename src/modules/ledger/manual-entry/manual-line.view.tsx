import { Trash2 } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { Button } from "#ui/button.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "./manual-entry.en.ts";
import { fr } from "./manual-entry.fr.ts";
import type { LineField, LineForm } from "./manual-form.ts";

/** One row of the form. On a wide screen the labels are written once, above the first row. */
export function ManualLine({
  index,
  line,
  accountLabel,
  activities,
  onChange,
  onRemove,
}: {
  readonly index: number;
  readonly line: LineForm;
  /** What the account is called, once its number is known. */
  readonly accountLabel: string | undefined;
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (field: LineField, value: string) => void;
  readonly onRemove: () => void;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const name = (field: LineField) => `lines.${index}.${field}`;
  const labels = index === 0 ? "" : "lg:[&>label]:sr-only";
  return (
    <fieldset className="grid min-w-0 grid-cols-2 items-start gap-x-3 gap-y-2 border-b border-bordure pb-3 lg:grid-cols-[8.5rem_minmax(8rem,1fr)_minmax(8rem,1.2fr)_8.5rem_8.5rem_auto] lg:border-0 lg:pb-0">
      <legend className="sr-only">{fill(words.rowName, { line: String(index + 1) })}</legend>
      <div className="min-w-0">
        <TextInput
          name={name("account")}
          label={words.account}
          list="comptes"
          inputMode="numeric"
          autoComplete="off"
          value={line.account}
          onChange={(event) => onChange("account", event.currentTarget.value)}
          fieldClassName={labels}
          className="tabular-nums"
        />
        <p className="truncate text-aide text-texte2" title={accountLabel}>
          {accountLabel}
        </p>
      </div>
      <Select
        name={name("activityId")}
        label={words.activity}
        value={line.activityId}
        onChange={(event) => onChange("activityId", event.currentTarget.value)}
        options={[
          { value: "", label: words.sharedServices },
          ...activities.map((activity) => ({ value: activity.id, label: activity.name })),
        ]}
        fieldClassName={labels}
      />
      <TextInput
        name={name("label")}
        label={words.lineLabel}
        value={line.label}
        onChange={(event) => onChange("label", event.currentTarget.value)}
        fieldClassName={`col-span-2 lg:col-span-1 ${labels}`}
      />
      {(["debit", "credit"] as const).map((side) => (
        <AmountInput
          key={side}
          name={name(side)}
          label={words[side]}
          defaultValue={line[side]}
          onChange={(event) => onChange(side, event.currentTarget.value)}
          onBlur={(event) => onChange(side, event.currentTarget.value)}
          fieldClassName={labels}
        />
      ))}
      <Button
        type="submit"
        name="intent"
        value={`line.remove.${index}`}
        variant="quiet"
        icon={Trash2}
        aria-label={fill(words.removeLine, { line: String(index + 1) })}
        className={`col-span-2 justify-self-end lg:col-span-1 ${index === 0 ? "lg:mt-7" : ""}`}
        onClick={(event) => {
          event.preventDefault();
          onRemove();
        }}
      >
        <span className="lg:sr-only">{fill(words.removeLine, { line: String(index + 1) })}</span>
      </Button>
    </fieldset>
  );
}
