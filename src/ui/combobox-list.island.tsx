import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useDialogContainer } from "./dialog.island.tsx";
import { CONTROL } from "./field.tsx";
import { matchesWords } from "./fold.ts";
import { useLanguage } from "./language.tsx";

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  /** A second line: town, SIREN. Searched too. */
  readonly detail?: string;
};

export type ComboboxListProps = {
  readonly id: string;
  readonly name: string;
  readonly options: readonly ComboboxOption[];
  readonly defaultValue: string;
  readonly placeholder: string;
  readonly onChange?: (value: string | null) => void;
  readonly "aria-required"?: boolean;
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
};

/** The typing part of Combobox, loaded when needed. No aria-label on the popup: a listbox is named by its input. */
export function ComboboxList({ id, name, options, defaultValue, placeholder, onChange, ...aria }: ComboboxListProps) {
  const { words } = useLanguage();
  const container = useDialogContainer();
  return (
    <Base.Root
      name={name}
      items={options}
      defaultValue={options.find((option) => option.value === defaultValue) ?? null}
      autoHighlight
      limit={100}
      filter={(option: ComboboxOption, query) => matchesWords(`${option.label} ${option.detail ?? ""}`, query)}
      onValueChange={(option: ComboboxOption | null) => onChange?.(option?.value ?? null)}
    >
      <Base.InputGroup className="relative">
        <Base.Input id={id} placeholder={placeholder} className={`${CONTROL} pr-11`} {...aria} />
        <Base.Trigger
          aria-label={words.openList}
          className="absolute inset-y-0 right-0 flex w-11 cursor-pointer items-center justify-center text-texte2"
        >
          <ChevronDown aria-hidden="true" size={18} />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal container={container ?? undefined}>
        <Base.Positioner sideOffset={4} className="z-40 outline-none">
          <Base.Popup className="w-[var(--anchor-width)] max-w-[var(--available-width)] overflow-hidden rounded-xl border border-bordure bg-surface text-texte shadow-flottant">
            <Base.Empty>
              <span className="block px-4 py-3 text-texte2">
                {words.noMatch}. {words.noMatchHelp}
              </span>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] scroll-py-1 overflow-y-auto overscroll-contain p-1 data-empty:p-0">
              {(option: ComboboxOption) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-11 cursor-pointer items-center gap-2 rounded-lg px-3 py-1.5 select-none data-highlighted:bg-marque-fond"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block">{option.label}</span>
                    {option.detail ? <span className="block text-legende text-texte2">{option.detail}</span> : null}
                  </span>
                  <Base.ItemIndicator>
                    <Check aria-hidden="true" size={18} className="text-marque" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
