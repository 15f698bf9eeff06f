import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { describedBy, FieldError } from "./field.tsx";
import { useField, useTicked } from "./form-context.tsx";
import { useLanguage } from "./language.tsx";

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "type"> & {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One yes or no. The whole line can be clicked. Posts its value ("oui" by default) only when ticked. */
export function Checkbox({ label, help, error, id, value = "oui", defaultChecked, className, ...rest }: CheckboxProps) {
  const field = useField(rest.name, id, error);
  const ticked = useTicked(rest.name);
  const initial = ticked === null ? defaultChecked : ticked.includes(String(value));
  return (
    <div className={`flex flex-col gap-1 ${className ?? ""}`}>
      <label
        htmlFor={field.id}
        className="flex min-h-11 cursor-pointer items-center gap-3 pointer-fine:min-h-8 pointer-fine:items-start"
      >
        <input
          {...rest}
          {...(rest.checked === undefined ? { defaultChecked: initial } : {})}
          type="checkbox"
          id={field.id}
          value={value}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, help, field.error)}
          className="size-5 shrink-0 pointer-fine:mt-0.5"
        />
        <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
      </label>
      {help ? (
        <p id={`${field.id}-aide`} className="-mt-1 pl-8 text-aide text-texte2">
          {help}
        </p>
      ) : null}
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}

/** Several choices among those shown, under one name. What is wrong is said once, for the whole. */
export function CheckboxGroup({
  name,
  label,
  help,
  options,
  chosen = [],
  optional,
  children,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  /** The values ticked at first. */
  readonly chosen?: readonly string[];
  readonly optional?: boolean;
  /** What follows the boxes: a way to add one, or why there is none. */
  readonly children?: ReactNode;
}) {
  const { words } = useLanguage();
  const field = useField(name);
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      aria-describedby={describedBy(field.id, help, field.error)}
      className="flex min-w-0 flex-col gap-1"
    >
      <legend className="font-semibold">
        {label}
        {optional ? <span className="font-normal text-texte2"> ({words.optional})</span> : null}
      </legend>
      {help ? (
        <p id={`${field.id}-aide`} className="text-aide text-texte2">
          {help}
        </p>
      ) : null}
      {options.map((option) => (
        <Checkbox
          key={option.value}
          id={`${field.id}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          error=""
          defaultChecked={chosen.includes(option.value)}
        />
      ))}
      {children}
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}

export type RadioOption = { readonly value: string; readonly label: ReactNode; readonly help?: ReactNode };

/** One choice among a few, all visible. */
export function RadioGroup({
  name,
  label,
  help,
  error,
  options,
  defaultValue,
  optional,
  layout = "column",
  onChange,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly options: readonly RadioOption[];
  readonly defaultValue?: string;
  readonly optional?: boolean;
  readonly layout?: "column" | "row";
  readonly onChange?: (value: string) => void;
}) {
  const { words } = useLanguage();
  const field = useField(name, undefined, error);
  const initial = field.typed ?? defaultValue;
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      aria-describedby={describedBy(field.id, help, field.error)}
      className="flex min-w-0 flex-col gap-1"
    >
      <legend className="font-semibold">
        {label}
        {optional ? <span className="font-normal text-texte2"> ({words.optional})</span> : null}
      </legend>
      {help ? (
        <p id={`${field.id}-aide`} className="text-aide text-texte2">
          {help}
        </p>
      ) : null}
      <div className={layout === "row" ? "flex flex-wrap gap-x-6" : "flex flex-col"}>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 cursor-pointer items-start gap-3 py-2 pointer-fine:min-h-9 pointer-fine:py-1.5"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={initial === option.value}
              onChange={onChange ? () => onChange(option.value) : undefined}
              className="mt-0.5 size-5 shrink-0"
            />
            <span>
              {option.label}
              {option.help ? <span className="block text-aide text-texte2">{option.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}
