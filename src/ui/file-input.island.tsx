import { Upload } from "lucide-react";
import { type ChangeEvent, type InputHTMLAttributes, useEffect, useRef, useState } from "react";
import { fill } from "#kernel/language.ts";
import { describedBy, Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";
import { useLanguage } from "./language.tsx";

export type FileInputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "style" | "type">;

/**
 * A file, chosen or dropped on the frame: the native input covers it whole. Its button speaks our language; what was chosen
 * is told by us once the script is there, by the browser until then.
 */
export function FileInput({ label, help, error, optional, hideLabel, fieldClassName, id, ...rest }: FileInputProps) {
  const field = useField(rest.name, id, error);
  const { words } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  /** null: no script yet. */
  const [names, setNames] = useState<readonly string[] | null>(null);
  const read = () => setNames([...(input.current?.files ?? [])].map((file) => file.name));
  // A browser that came back to the page may hold a file already.
  useEffect(read, []);
  const told =
    names === null || names.length === 0
      ? words.noFile
      : names.length === 1
        ? names[0]
        : fill(words.filesChosen, { count: String(names.length) });
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      <span className="relative flex min-h-14 flex-wrap items-center gap-3 rounded-lg border border-dashed border-bordure-forte bg-surface px-3 py-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-marque hover:bg-surface2">
        <span
          aria-hidden="true"
          className="inline-flex items-center gap-2 rounded-md bg-marque-fond px-3 py-1.5 text-aide font-semibold text-texte"
        >
          <Upload size={20} className="shrink-0 text-marque" />
          {rest.multiple ? words.chooseFiles : words.chooseFile}
        </span>
        {names === null ? null : (
          <span aria-hidden="true" className="min-w-0 text-aide text-texte2 [overflow-wrap:anywhere]">
            {told}
          </span>
        )}
        <input
          {...rest}
          ref={input}
          type="file"
          id={field.id}
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            rest.onChange?.(event);
            read();
          }}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, help, field.error)}
          className={`cursor-pointer text-aide outline-none file:hidden ${
            names === null ? "min-w-0 flex-1 py-2" : "absolute inset-0 size-full opacity-0"
          }`}
        />
      </span>
    </Field>
  );
}
