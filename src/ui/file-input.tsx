import { Upload } from "lucide-react";
import type { InputHTMLAttributes } from "react";
import { describedBy, Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";

export type FileInputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "type">;

/** A file, chosen or dropped on the frame: the native input covers it whole, so both work without script. */
export function FileInput({ label, help, error, optional, hideLabel, fieldClassName, id, ...rest }: FileInputProps) {
  const field = useField(rest.name, id, error);
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      <span className="flex items-center gap-3 rounded-lg border border-dashed border-bordure-forte bg-surface px-3 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-marque hover:bg-surface2">
        <Upload aria-hidden="true" size={20} className="shrink-0 text-marque" />
        <input
          {...rest}
          type="file"
          id={field.id}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, help, field.error)}
          className="min-h-14 w-full min-w-0 cursor-pointer py-3 text-aide outline-none file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-marque-fond file:px-3 file:py-1.5 file:font-semibold file:text-texte"
        />
      </span>
    </Field>
  );
}
