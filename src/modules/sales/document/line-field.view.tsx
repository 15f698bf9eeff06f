import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { CONTROL, FieldError } from "#ui/field.tsx";
import { useField } from "#ui/form-context.tsx";

/** What the fields of a line have in common: a path of the form, a value that the editor holds, an error of their own. */
export type LineFieldProps = {
  /** "lines.2.unitPrice" */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
  readonly onLeave?: () => void;
  /** Classes of the whole field in its grid. */
  readonly className?: string;
  /** The column's heading names it on a wide screen. */
  readonly underHeading?: boolean;
};

function Shell({
  id,
  label,
  error,
  className = "",
  underHeading,
  children,
}: Pick<LineFieldProps, "label" | "error" | "className" | "underHeading"> & {
  readonly id: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`flex min-w-0 flex-col gap-0.5 ${className}`}>
      <label htmlFor={id} className={`text-aide text-texte2 ${underHeading ? "@4xl:sr-only" : ""}`}>
        {label}
      </label>
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function LineText({
  figures = false,
  placeholder,
  ...props
}: LineFieldProps & { readonly figures?: boolean; readonly placeholder?: string }) {
  const { id } = useField(props.name);
  return (
    <Shell id={id} {...props}>
      <input
        id={id}
        name={props.name}
        type="text"
        autoComplete="off"
        inputMode={figures ? "decimal" : undefined}
        placeholder={placeholder}
        value={props.value}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? `${id}-erreur` : undefined}
        onChange={(event) => props.onValue(event.currentTarget.value)}
        onBlur={props.onLeave}
        className={`${CONTROL} ${figures ? "text-right tabular-nums" : ""}`}
      />
    </Shell>
  );
}

export function LineTextarea({ rows = 2, ...props }: LineFieldProps & { readonly rows?: number }) {
  const { id } = useField(props.name);
  return (
    <Shell id={id} {...props}>
      <textarea
        id={id}
        name={props.name}
        rows={rows}
        value={props.value}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? `${id}-erreur` : undefined}
        onChange={(event) => props.onValue(event.currentTarget.value)}
        onBlur={props.onLeave}
        className={`${CONTROL} field-sizing-content`}
      />
    </Shell>
  );
}

export function LineSelect({
  options,
  ...props
}: LineFieldProps & { readonly options: readonly { readonly value: string; readonly label: string }[] }) {
  const { id } = useField(props.name);
  // A value that is no longer offered (an old rate, another country's unit) stays as it is.
  const known = options.some((option) => option.value === props.value);
  return (
    <Shell id={id} {...props}>
      <select
        id={id}
        name={props.name}
        value={props.value}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? `${id}-erreur` : undefined}
        onChange={(event) => props.onValue(event.currentTarget.value)}
        className={CONTROL}
      >
        {known ? null : <option value={props.value}>{props.value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Shell>
  );
}

/** A button that works in the page with script, and posts its intent without. */
export function RowButton({
  intent,
  icon,
  label,
  children,
  className,
  onPress,
}: {
  readonly intent: string;
  readonly className?: string;
  readonly icon?: LucideIcon;
  readonly label?: string;
  readonly children?: ReactNode;
  readonly onPress: () => void;
}) {
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      variant={children ? "secondary" : "quiet"}
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      className={className}
      onClick={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      {children}
    </Button>
  );
}
