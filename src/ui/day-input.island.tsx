import { type InputHTMLAttributes, type Ref, useState } from "react";
import { type Day, parseDay } from "#kernel/day.ts";
import { CONTROL, describedBy, Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";
import { day as formatDay, longDay } from "./format.ts";
import { useHydrated } from "./hydrated.island.ts";
import { useLanguage } from "./language.tsx";
import { parseDayInput } from "./parse.ts";

export type DayInputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "type" | "defaultValue" | "value"> & {
    readonly defaultValue?: Day | string | null;
    /** The cooperative's day (from the loader), from which "15/3" and "hier" are read. */
    readonly today: Day;
    readonly ref?: Ref<HTMLInputElement>;
    /** Told each time what is typed is a day, or no longer one. */
    readonly onDay?: (value: Day | null) => void;
  };

/**
 * A day typed as it comes (15/3, 1503, 15.03.26, hier), never the native date field: that one swaps day and month
 * with the browser's language. The weekday is written under it. With script the form posts YYYY-MM-DD, without it
 * what was typed: the server reads both with `parseDayInput`.
 */
export function DayInput({
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
  today,
  name,
  onDay,
  onBlur,
  ...rest
}: DayInputProps) {
  const { language, words } = useLanguage();
  const field = useField(name, id, error);
  const hydrated = useHydrated();
  const given = field.typed ?? defaultValue ?? "";
  const iso = parseDay(given);
  const [text, setText] = useState(iso === null ? given : formatDay(iso));
  const [left, setLeft] = useState(false);
  const value = parseDayInput(text, today);
  const shownError = field.error ?? (left && value === null && text.trim() !== "" ? words.dayUnknown : undefined);
  return (
    <Field
      id={field.id}
      error={shownError}
      {...{ label, help, optional, hideLabel, fieldClassName }}
      after={
        <p id={`${field.id}-jour`} aria-live="polite" className="min-h-[1.375rem] text-aide text-texte2">
          {value === null ? (shownError || text !== "" ? null : words.dayHelp) : longDay(value, language)}
        </p>
      }
    >
      {hydrated && name ? <input type="hidden" name={name} value={value ?? text} /> : null}
      <input
        autoComplete="off"
        {...rest}
        type="text"
        name={hydrated ? undefined : name}
        value={text}
        id={field.id}
        aria-required={required}
        aria-invalid={shownError ? true : undefined}
        aria-describedby={describedBy(field.id, help, shownError, `${field.id}-jour`)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setLeft(false);
          onDay?.(parseDayInput(event.currentTarget.value, today));
        }}
        onBlur={(event) => {
          if (value !== null) setText(formatDay(value));
          setLeft(true);
          onBlur?.(event);
        }}
        className={`${CONTROL} tabular-nums ${className}`}
      />
    </Field>
  );
}
