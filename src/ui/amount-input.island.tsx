import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import type { Cents } from "#kernel/money.ts";
import { CONTROL, describedBy, Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";
import { amountText } from "./format.ts";
import { useLanguage } from "./language.tsx";
import { parseAmount } from "./parse.ts";

export type AmountInputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "type" | "defaultValue" | "value"> & {
    readonly defaultValue?: Cents | string | null;
    /** « HT » or « TTC »: always written beside an amount that has a tax. */
    readonly tax?: "HT" | "TTC";
    readonly unit?: ReactNode;
    readonly ref?: Ref<HTMLInputElement>;
  };

/**
 * An amount in euros, typed as it comes ("1 234,5", "1234.5", "3*45"). On leaving the field a readable amount is
 * written back; what cannot be read is left as typed. The server reads the same text with `parseAmount`.
 */
export function AmountInput({
  label,
  help,
  error,
  optional,
  hideLabel,
  fieldClassName,
  id,
  className = "",
  required,
  defaultValue,
  tax,
  unit = "€",
  onBlur,
  ...rest
}: AmountInputProps) {
  const { language } = useLanguage();
  const field = useField(rest.name, id, error);
  const initial =
    field.typed ??
    (typeof defaultValue === "bigint" ? amountText(defaultValue, language) : (defaultValue ?? undefined));
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      <span className="relative block">
        <input
          inputMode="decimal"
          autoComplete="off"
          {...rest}
          type="text"
          defaultValue={initial}
          id={field.id}
          aria-required={required}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, help, field.error, `${field.id}-unite`)}
          onBlur={(event) => {
            const amount = parseAmount(event.currentTarget.value, language);
            if (amount !== null) event.currentTarget.value = amountText(amount, language);
            onBlur?.(event);
          }}
          className={`${CONTROL} text-right tabular-nums ${tax ? "pr-16" : "pr-9"} ${className}`}
        />
        <span
          id={`${field.id}-unite`}
          className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-aide text-texte2"
        >
          {unit}
          {tax ? ` ${tax}` : null}
        </span>
      </span>
    </Field>
  );
}
