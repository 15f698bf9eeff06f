import type { ReactNode } from "react";
import { Checkbox } from "./checkbox.tsx";
import { describedBy, FieldError } from "./field.tsx";
import { useField, useTicked } from "./form-context.tsx";
import { TickedCount } from "./ticked-count.island.tsx";

export type CheckboxFamily = {
  readonly key: string;
  readonly label: ReactNode;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
};

/**
 * Many choices under one name, family by family: what is wanted most in sight, the rest in a fold. The fold is open when one
 * of its boxes is ticked, or when what was chosen is wrong. What is wrong is said once, for the whole.
 */
export function CheckboxFamilies({
  name,
  label,
  help,
  families,
  folded,
  foldLabel,
  chosen = [],
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly families: readonly CheckboxFamily[];
  readonly folded: readonly CheckboxFamily[];
  readonly foldLabel: ReactNode;
  /** The values ticked at first. */
  readonly chosen?: readonly string[];
}) {
  const field = useField(name);
  const ticked = useTicked(name) ?? chosen;
  const isOpen =
    field.error !== undefined || folded.some(({ options }) => options.some(({ value }) => ticked.includes(value)));
  const familyOf = (family: CheckboxFamily) => <Family key={family.key} {...{ name, family, chosen }} id={field.id} />;
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      aria-describedby={describedBy(field.id, help, field.error)}
      className="flex min-w-0 flex-col gap-3"
    >
      <legend className="mb-1 font-semibold">{label}</legend>
      <div>
        {help ? (
          <p id={`${field.id}-aide`} className="text-aide text-texte2">
            {help}
          </p>
        ) : null}
        <TickedCount initial={ticked.length} />
      </div>
      <FieldError id={field.id} error={field.error} />
      {families.map(familyOf)}
      {folded.length === 0 ? null : (
        <details open={isOpen || undefined}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-marque underline underline-offset-4 pointer-fine:min-h-9">
            {foldLabel}
          </summary>
          <div className="mt-2 flex flex-col gap-3">{folded.map(familyOf)}</div>
        </details>
      )}
    </fieldset>
  );
}

/** One family, in two columns where there is room: read down, then across. */
function Family({
  id,
  name,
  family,
  chosen,
}: {
  readonly id: string;
  readonly name: string;
  readonly family: CheckboxFamily;
  readonly chosen: readonly string[];
}) {
  return (
    <fieldset className="min-w-0 rounded-xl border border-bordure px-3 pb-2 pt-1">
      <legend className="px-1 text-aide font-medium text-texte2">{family.label}</legend>
      <div className="gap-x-6 sm:columns-2">
        {family.options.map(({ value, label }) => (
          <Checkbox
            key={value}
            id={`${id}-${value}`}
            name={name}
            value={value}
            label={label}
            error=""
            defaultChecked={chosen.includes(value)}
            className="break-inside-avoid"
          />
        ))}
      </div>
    </fieldset>
  );
}
