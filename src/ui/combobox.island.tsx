import { type ComponentType, useEffect, useRef, useState } from "react";
import type { ComboboxListProps, ComboboxOption } from "./combobox-list.island.tsx";
import { CONTROL, describedBy, Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";
import { useLanguage } from "./language.tsx";

export type { ComboboxOption } from "./combobox-list.island.tsx";

export type ComboboxProps = FieldProps & {
  readonly name: string;
  readonly options: readonly ComboboxOption[];
  readonly defaultValue?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly id?: string;
  readonly onChange?: (value: string | null) => void;
};

/**
 * One choice among many, found by typing a part of any of its words, accents or not. Posts the option's value.
 * A native list until the script is there (and for good without script); the typing part is loaded afterwards,
 * and never takes the place of a list that somebody is using.
 */
export function Combobox(props: ComboboxProps) {
  const { label, help, error, optional, hideLabel, fieldClassName, name, options, defaultValue, id } = props;
  const { words } = useLanguage();
  const field = useField(name, id, error);
  const select = useRef<HTMLSelectElement>(null);
  const [List, setList] = useState<ComponentType<ComboboxListProps> | null>(null);
  const [initial, setInitial] = useState(field.typed ?? defaultValue ?? "");
  useEffect(() => {
    let gone = false;
    import("./combobox-list.island.tsx").then(
      ({ ComboboxList }) => {
        if (gone || document.activeElement === select.current) return;
        setInitial(select.current?.value ?? "");
        setList(() => ComboboxList);
      },
      () => {}, // offline: the native list stays
    );
    return () => {
      gone = true;
    };
  }, []);
  const shared = {
    id: field.id,
    name,
    "aria-required": props.required,
    "aria-invalid": field.error ? (true as const) : undefined,
    "aria-describedby": describedBy(field.id, help, field.error),
  };
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      {List ? (
        <List
          {...shared}
          options={options}
          defaultValue={initial}
          placeholder={props.placeholder ?? words.choose}
          onChange={props.onChange}
        />
      ) : (
        <select
          {...shared}
          ref={select}
          defaultValue={initial}
          onChange={(event) => props.onChange?.(event.currentTarget.value || null)}
          className={CONTROL}
        >
          <option value="">{props.placeholder ?? words.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.detail ? `${option.label} — ${option.detail}` : option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
