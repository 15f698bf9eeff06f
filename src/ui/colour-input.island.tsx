import { useState } from "react";
import { fill } from "#kernel/language.ts";
import { Button } from "./button.tsx";
import { betterColour, colourToText, parseColour } from "./contrast.ts";
import { CONTROL, describedBy, Field, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.tsx";
import { useHydrated } from "./hydrated.island.ts";
import { useLanguage } from "./language.tsx";

/**
 * A colour, typed as "#0b5c55" or picked on the browser's palette. One too pale to be read on white is said at once, with
 * the nearest that reads; the server says the same.
 */
export function ColourInput({
  label,
  help,
  error,
  optional,
  hideLabel,
  fieldClassName,
  name,
  defaultValue = "",
}: FieldProps & { readonly name: string; readonly defaultValue?: string }) {
  const { words } = useLanguage();
  const field = useField(name, undefined, error);
  const hydrated = useHydrated();
  const [text, setText] = useState(field.typed ?? defaultValue);
  const colour = parseColour(text);
  const better = colour === null ? null : betterColour(colour);
  const proposal = better === null ? null : colourToText(better);
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      <span className="flex flex-wrap items-center gap-2">
        <input
          name={name}
          id={field.id}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={9}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field.id, help, field.error)}
          className={`${CONTROL} max-w-40 tabular-nums`}
        />
        {hydrated ? (
          <input
            type="color"
            aria-label={words.palette}
            value={colour === null ? "#0b5c55" : colourToText(colour)}
            onChange={(event) => setText(event.currentTarget.value)}
            className="size-11 cursor-pointer rounded-lg border border-bordure-forte bg-surface p-1"
          />
        ) : null}
      </span>
      <span aria-live="polite" className="empty:hidden">
        {hydrated && proposal !== null ? (
          <span className="flex flex-wrap items-center gap-2 text-aide font-medium text-attention">
            {field.error ? null : words.palePicked}
            <Button size="small" onClick={() => setText(proposal)}>
              {fill(words.takeColour, { colour: proposal })}
            </Button>
          </span>
        ) : null}
      </span>
    </Field>
  );
}
