import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { CONTROL, describedBy, Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";

type InputAttributes = Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "defaultChecked" | "checked">;

export type TextInputProps = FieldProps & InputAttributes & { readonly ref?: Ref<HTMLInputElement> };

/**
 * A line of text. Within a SubmitForm its error and what was typed come by its `name`.
 * The browser's own validity messages speak the browser's language, so `required` is told by `aria-required` only.
 */
export function TextInput({
  label,
  help,
  error,
  optional,
  hideLabel,
  fieldClassName,
  id,
  className = "",
  required,
  ...rest
}: TextInputProps) {
  const field = useField(rest.name, id, error);
  const defaultValue = rest.value === undefined ? (field.typed ?? rest.defaultValue) : undefined;
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      <input
        {...rest}
        {...(rest.value === undefined ? { defaultValue } : {})}
        id={field.id}
        aria-required={required}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, help, field.error, rest["aria-describedby"])}
        className={`${CONTROL} ${className}`}
      />
    </Field>
  );
}

export type TextareaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "style"> & { readonly ref?: Ref<HTMLTextAreaElement> };

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({
  label,
  help,
  error,
  optional,
  hideLabel,
  fieldClassName,
  id,
  className = "",
  required,
  ...rest
}: TextareaProps) {
  const field = useField(rest.name, id, error);
  const defaultValue = rest.value === undefined ? (field.typed ?? rest.defaultValue) : undefined;
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      <textarea
        rows={3}
        {...rest}
        {...(rest.value === undefined ? { defaultValue } : {})}
        id={field.id}
        aria-required={required}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, help, field.error, rest["aria-describedby"])}
        className={`${CONTROL} field-sizing-content min-h-24 ${className}`}
      />
    </Field>
  );
}

export type SelectOption = { readonly value: string; readonly label: string };

export type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "style" | "multiple"> & {
    readonly options?: readonly SelectOption[];
    /** The first, empty choice: « Choisir… ». */
    readonly placeholder?: string;
    readonly ref?: Ref<HTMLSelectElement>;
    readonly children?: ReactNode;
  };

/** The native list of choices; options by `options`, or as children for groups. */
export function Select({
  label,
  help,
  error,
  optional,
  hideLabel,
  fieldClassName,
  id,
  className = "",
  required,
  options = [],
  placeholder,
  children,
  ...rest
}: SelectProps) {
  const field = useField(rest.name, id, error);
  const defaultValue = rest.value === undefined ? (field.typed ?? rest.defaultValue) : undefined;
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      <select
        {...rest}
        {...(rest.value === undefined ? { defaultValue } : {})}
        id={field.id}
        aria-required={required}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field.id, help, field.error, rest["aria-describedby"])}
        className={`${CONTROL} ${className}`}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
    </Field>
  );
}
