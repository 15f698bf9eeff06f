import { AmountInput } from "#ui/amount-input.island.tsx";
import { amountText } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en } from "../objectives.en.ts";
import { fr } from "../objectives.fr.ts";
import { EFFECT_KINDS, type Effect } from "./effect.ts";

/** Whose effect, which one, in which year. */
export function EffectChoice({
  parties,
  years,
  year,
}: {
  readonly parties: readonly { readonly structureId: string; readonly name: string }[];
  readonly years: readonly number[];
  readonly year: number;
}) {
  const words = useLanguage().choose({ fr, en });
  return (
    <>
      <Select
        name="structureId"
        label={words.declareFor}
        placeholder={parties.length > 1 ? " " : undefined}
        options={parties.map(({ structureId, name }) => ({ value: structureId, label: name }))}
        required
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Select
          name="kind"
          label={words.kind}
          options={EFFECT_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <Select
          name="year"
          label={words.year}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      </div>
    </>
  );
}

/** How many, for how much, read where. */
export function EffectFigures({ given = null }: { readonly given?: Effect | null }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <div className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2">
        <TextInput
          name="number"
          label={words.number}
          inputMode="numeric"
          maxLength={9}
          defaultValue={given?.number}
          required
        />
        <AmountInput
          name="amount"
          label={words.effectAmount}
          help={words.effectAmountHelp}
          defaultValue={given === null || given.amount === 0n ? undefined : amountText(given.amount, language)}
          optional
        />
      </div>
      <TextInput
        name="source"
        label={words.source}
        help={words.sourceHelp}
        maxLength={400}
        defaultValue={given?.source}
        optional
      />
    </>
  );
}
