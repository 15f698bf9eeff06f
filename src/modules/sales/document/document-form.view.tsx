import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { memo } from "react";
import { fill, type Language } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./document-form.en.ts";
import { fr } from "./document-form.fr.ts";
import type { GroupForm, ItemForm, LineForm, TextForm } from "./document-form.ts";
import type { PriceMode } from "./line.ts";
import { LineSelect, LineText, LineTextarea, RowButton } from "./line-field.view.tsx";
import { MoreFields } from "./line-more.island.tsx";
import { UNITS } from "./unit.ts";
import { VAT_TREATMENTS } from "./vat-treatment.ts";

/** What a row of the editor may ask. Without script its buttons post their intent instead. */
export type RowActs = {
  readonly set: (key: number, field: string, value: string) => void;
  readonly leave: (key: number, field: string) => void;
  readonly move: (key: number, by: 1 | -1) => void;
  readonly remove: (key: number) => void;
};

export type RowProps = {
  readonly line: LineForm;
  readonly index: number;
  readonly last: boolean;
  readonly mode: PriceMode;
  /** In the price mode, after the line's discount. */
  readonly amount: Cents | null;
  /** Sentences of this line by field. */
  readonly errors: Readonly<Record<string, string>> | undefined;
  readonly showAccounts: boolean;
  readonly acts: RowActs;
};

const COLUMNS = "grid grid-cols-6 gap-x-3 gap-y-2 @4xl:grid-cols-[minmax(11rem,1fr)_5.5rem_7.5rem_8rem_9rem_7.5rem]";

const units = (language: Language) =>
  Object.entries(UNITS).map(([value, words]) => ({ value, label: words[language] }));
const treatments = (language: Language) =>
  VAT_TREATMENTS.map(({ key, words }) => ({ value: key, label: words[language] }));
const UNIT_OPTIONS = { fr: units("fr"), en: units("en") };
const VAT_OPTIONS = { fr: treatments("fr"), en: treatments("en") };

/** The headings of the columns, on a wide screen only: elsewhere each field has its label above. */
export function LineHeadings({ mode }: { readonly mode: PriceMode }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).fieldsOf;
  return (
    <div aria-hidden="true" className={`${COLUMNS} hidden px-3 text-aide text-texte2 @4xl:grid`}>
      <span>{words.name}</span>
      <span className="text-right">{words.quantity}</span>
      <span>{words.unit}</span>
      <span className="text-right">{mode === "ht" ? words.unitPriceHt : words.unitPriceTtc}</span>
      <span>{words.vat}</span>
      <span className="text-right">{mode === "ht" ? words.amountHt : words.amountTtc}</span>
    </div>
  );
}

/** One row of the editor. Only the row that is typed in renders again. */
export const LineRow = memo(function LineRow(props: RowProps) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { line, index } = props;
  const title = { item: words.line, group: words.group, text: words.text }[line.kind];
  return (
    <li data-line={line.key} className="rounded-lg border border-bordure bg-surface p-3">
      <fieldset className="min-w-0">
        <legend className="sr-only">{fill(title, { line: String(index + 1) })}</legend>
        <input type="hidden" name={`lines.${index}.kind`} value={line.kind} />
        {line.kind === "item" ? <ItemFields {...props} line={line} /> : <WordFields {...props} line={line} />}
      </fieldset>
    </li>
  );
});

function WordFields({ line, index, last, errors, acts }: RowProps & { readonly line: GroupForm | TextForm }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const shared = (field: string) => ({
    name: `lines.${index}.${field}`,
    error: errors?.[field],
    onValue: (value: string) => acts.set(line.key, field, value),
    className: "flex-1 basis-64",
  });
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
      {line.kind === "group" ? (
        <LineText {...shared("title")} label={words.fieldsOf.title} value={line.title} />
      ) : (
        <LineTextarea {...shared("text")} label={words.fieldsOf.text} value={line.text} />
      )}
      <RowButtons line={line} index={index} last={last} acts={acts} />
    </div>
  );
}

function ItemFields({ line, index, last, mode, amount, errors, showAccounts, acts }: RowProps & { line: ItemForm }) {
  const { language, choose } = useLanguage();
  const words = choose({ fr, en });
  const field = (name: keyof ItemForm & string) => ({
    name: `lines.${index}.${name}`,
    value: String(line[name]),
    error: errors?.[name],
    onValue: (value: string) => acts.set(line.key, name, value),
    onLeave: () => acts.leave(line.key, name),
    underHeading: true,
  });
  return (
    <>
      <div className={COLUMNS}>
        <LineText
          {...field("name")}
          label={words.fieldsOf.name}
          placeholder={words.namePlaceholder}
          className="col-span-6 @4xl:col-span-1"
        />
        <LineText
          {...field("quantity")}
          label={words.fieldsOf.quantity}
          figures
          className="col-span-3 @4xl:col-span-1"
        />
        <LineSelect
          {...field("unit")}
          label={words.fieldsOf.unit}
          options={UNIT_OPTIONS[language]}
          className="col-span-3 @4xl:col-span-1"
        />
        <LineText
          {...field("unitPrice")}
          label={mode === "ht" ? words.fieldsOf.unitPriceHt : words.fieldsOf.unitPriceTtc}
          figures
          className="col-span-3 @4xl:col-span-1"
        />
        <LineSelect
          {...field("vat")}
          label={words.fieldsOf.vat}
          options={VAT_OPTIONS[language]}
          className="col-span-3 @4xl:col-span-1"
        />
        <p className="col-span-6 flex min-h-11 items-center self-start justify-between gap-2 tabular-nums @4xl:col-span-1 @4xl:justify-end">
          <span className="text-aide text-texte2 @4xl:sr-only">
            {mode === "ht" ? words.fieldsOf.amountHt : words.fieldsOf.amountTtc}
          </span>
          <span className="font-semibold">{amount === null ? "" : eur(amount, language)}</span>
        </p>
      </div>
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-3">
        <MoreFields line={line} field={field} errors={errors} showAccounts={showAccounts} />
        <RowButtons line={line} index={index} last={last} acts={acts} />
      </div>
    </>
  );
}

function RowButtons({ line, index, last, acts }: Pick<RowProps, "line" | "index" | "last" | "acts">) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const name = (action: string) => fill(words.ofLine, { action, line: String(index + 1) });
  return (
    <div className="flex items-center">
      {index > 0 ? (
        <RowButton
          intent={`line.up.${index}`}
          icon={ArrowUp}
          label={name(words.up)}
          onPress={() => acts.move(line.key, -1)}
        />
      ) : null}
      {last ? null : (
        <RowButton
          intent={`line.down.${index}`}
          icon={ArrowDown}
          label={name(words.down)}
          onPress={() => acts.move(line.key, 1)}
        />
      )}
      <RowButton
        intent={`line.remove.${index}`}
        icon={Trash2}
        label={name(words.remove)}
        onPress={() => acts.remove(line.key)}
      />
    </div>
  );
}
