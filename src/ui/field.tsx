import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";

/** What every input takes: its label stands above, its help under the label, its error under the input. */
export type FieldProps = {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  /** Says « facultatif » after the label: what is not marked is needed. */
  readonly optional?: boolean;
  /** The label is there for screen readers only (cells of a table of lines). */
  readonly hideLabel?: boolean;
  /** Classes of the whole field (width in a grid). */
  readonly fieldClassName?: string;
};

/** The ids of help and error, for `aria-describedby`. */
export function describedBy(id: string, help: unknown, error: unknown, extra?: string): string | undefined {
  const ids = [help ? `${id}-aide` : null, error ? `${id}-erreur` : null, extra ?? null].filter(
    (item) => item !== null,
  );
  return ids.length === 0 ? undefined : ids.join(" ");
}

export const CONTROL =
  "w-full min-h-11 rounded-lg border border-bordure-forte bg-surface px-3 py-2 text-corps text-texte " +
  "aria-invalid:border-erreur aria-invalid:ring-1 aria-invalid:ring-erreur " +
  "[&[readonly]]:border-transparent [&[readonly]]:bg-transparent [&[readonly]]:px-0 pointer-coarse:text-[1.0625rem]";

/** Label, help, the control itself, error. The inputs of the kit use it; use it directly for a control of your own. */
export function Field({
  id,
  label,
  help,
  error,
  optional,
  hideLabel,
  fieldClassName = "",
  after,
  children,
}: FieldProps & { readonly id: string; readonly after?: ReactNode; readonly children: ReactNode }) {
  const { words } = useLanguage();
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${fieldClassName}`}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-semibold"}>
        {label}
        {optional ? <span className="font-normal text-texte2"> ({words.optional})</span> : null}
      </label>
      {help ? (
        <p id={`${id}-aide`} className="text-aide text-texte2">
          {help}
        </p>
      ) : null}
      {children}
      {after}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-erreur`} className="flex items-start gap-1.5 text-aide font-medium text-erreur">
      <CircleAlert aria-hidden="true" size={18} className="mt-0.5 shrink-0" />
      {error}
    </p>
  );
}
