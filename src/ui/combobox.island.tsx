import { Check, ChevronDown } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { CONTROL, describedBy, Field, type FieldProps } from "./field.tsx";
import { matchesWords } from "./fold.ts";
import { useField } from "./form-context.tsx";
import { useLanguage } from "./language.tsx";

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  /** A second line: town, SIREN. Searched too. */
  readonly detail?: string;
};

export type ComboboxProps = FieldProps & {
  readonly name: string;
  readonly options: readonly ComboboxOption[];
  readonly defaultValue?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly id?: string;
  readonly onChange?: (value: string | null) => void;
  /** Told what is typed, to bring other options from the server when there are too many for one page. */
  readonly onType?: (text: string) => void;
};

/** More than this is not read by anybody: typing one more letter is quicker. */
const SHOWN = 50;

/**
 * One choice among many, found by typing a part of any of its words, accents or not. Posts the option's value.
 * A native list without script, and until nobody is using that list any more.
 */
export function Combobox(props: ComboboxProps) {
  const { label, help, error, optional, hideLabel, fieldClassName, name, options, id } = props;
  const { words } = useLanguage();
  const field = useField(name, id, error);
  const select = useRef<HTMLSelectElement>(null);
  const [ready, setReady] = useState(false);
  const [value, setValue] = useState(field.typed ?? props.defaultValue ?? "");
  useEffect(() => {
    // A browser that came back to the page may have restored another choice.
    if (select.current) setValue(select.current.value);
    setReady(document.activeElement !== select.current);
  }, []);
  const choose = (next: string) => {
    setValue(next);
    props.onChange?.(next === "" ? null : next);
  };
  const aria = {
    id: field.id,
    "aria-required": props.required,
    "aria-invalid": field.error ? (true as const) : undefined,
    "aria-describedby": describedBy(field.id, help, field.error),
  };
  const placeholder = props.placeholder ?? words.choose;
  return (
    <Field id={field.id} error={field.error} {...{ label, help, optional, hideLabel, fieldClassName }}>
      {ready ? (
        <>
          <input type="hidden" name={name} value={value} />
          <TypingList
            aria={aria}
            label={typeof label === "string" ? label : undefined}
            options={options}
            value={value}
            placeholder={placeholder}
            onChoose={choose}
            onType={props.onType}
          />
        </>
      ) : (
        <select
          {...aria}
          name={name}
          ref={select}
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
          onBlur={() => setReady(true)}
          className={CONTROL}
        >
          <option value="">{placeholder}</option>
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

type TypingListProps = {
  readonly aria: { readonly id: string };
  readonly label: string | undefined;
  readonly options: readonly ComboboxOption[];
  readonly value: string;
  readonly placeholder: string;
  readonly onChoose: (value: string) => void;
  readonly onType?: (text: string) => void;
};

/** The combobox of the ARIA practices, "list" autocompletion: the focus stays in the input, arrows move the mark. */
function TypingList({ aria, label, options, value, placeholder, onChoose, onType }: TypingListProps) {
  const { words, plural } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** null: nothing typed since the last choice; the chosen option's label is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const chosen = options.find((option) => option.value === value);
  const matching = options.filter((option) => matchesWords(`${option.label} ${option.detail ?? ""}`, typed ?? ""));
  const shown = matching.slice(0, SHOWN);
  const current = open ? shown[Math.min(marked, shown.length - 1)] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the mark
  useEffect(() => {
    if (open) list.current?.querySelector('[data-marked="true"]')?.scrollIntoView({ block: "nearest" });
  }, [open, current?.value]);

  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const take = (option: ComboboxOption) => {
    onChoose(option.value);
    close();
  };
  const unfold = () => {
    setOpen(true);
    setMarked(
      Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    );
  };
  const leave = () => {
    if (typed?.trim() === "") onChoose("");
    else if (typed !== null && matching[0] && matching.length === 1) onChoose(matching[0].value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (!open) unfold();
      else setMarked((marked + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      take(current);
    } else if (event.key === "Tab" && current && typed) {
      take(current);
    } else if (event.key === "Escape" && open) {
      // Only the list closes, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const listId = `${aria.id}-liste`;
  return (
    <span className="relative block">
      <input
        {...aria}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open && shown.length > 0}
        aria-controls={open && shown.length > 0 ? listId : undefined}
        aria-activedescendant={current ? `${listId}-${current.value}` : undefined}
        placeholder={placeholder}
        value={typed ?? chosen?.label ?? ""}
        onClick={() => (open ? undefined : unfold())}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={leave}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMarked(0);
          setOpen(true);
          onType?.(event.currentTarget.value);
        }}
        className={`${CONTROL} pr-10`}
      />
      <ChevronDown
        aria-hidden="true"
        size={18}
        className="pointer-events-none absolute inset-y-0 right-3 my-auto text-texte2"
      />
      <span role="status" className="sr-only">
        {open && typed !== null ? plural(matching.length, words.optionsOne, words.optionsMany) : null}
      </span>
      {open && shown.length === 0 ? (
        <p className="absolute inset-x-0 top-full z-40 mt-1 rounded-xl border border-bordure bg-surface px-4 py-3 text-texte2 shadow-flottant">
          {words.noMatch}. {words.noMatchHelp}
        </p>
      ) : null}
      {open && shown.length > 0 ? (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label={label}
          tabIndex={-1}
          className="absolute inset-x-0 top-full z-40 mt-1 max-h-80 overflow-y-auto overscroll-contain rounded-xl border border-bordure bg-surface p-1 shadow-flottant"
        >
          {shown.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts from the input
            <div
              key={option.value}
              id={`${listId}-${option.value}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.value === value}
              data-marked={option === current}
              // The focus stays in the input: without this a click would leave it first.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
              onPointerMove={() => setMarked(index)}
              className="flex min-h-11 cursor-pointer items-center gap-2 rounded-lg px-3 py-1.5 select-none data-[marked=true]:bg-marque-fond pointer-fine:min-h-10"
            >
              <span className="min-w-0 flex-1">
                <span className="block">{option.label}</span>
                {option.detail ? <span className="block text-legende text-texte2">{option.detail}</span> : null}
              </span>
              {option.value === value ? <Check aria-hidden="true" size={18} className="text-marque" /> : null}
            </div>
          ))}
        </div>
      ) : null}
    </span>
  );
}
