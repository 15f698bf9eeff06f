import type { ChangeEvent } from "react";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { RadioGroup } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import type { PayField } from "./pay-form.ts";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";

/** What ties a field of the simulator to its text and its fault. */
export type PayFieldProps = {
  readonly name: PayField;
  readonly defaultValue: string;
  readonly error: string | undefined;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
};

/** The pay one wishes, and what the work will cost beside it. */
export function PayWish({
  kind,
  onKind,
  field,
}: {
  readonly kind: string;
  readonly onKind: (kind: string) => void;
  readonly field: (name: PayField) => PayFieldProps;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <>
      <AmountInput {...field("net")} label={words.wish} fieldClassName="sm:max-w-80" />
      <RadioGroup
        name="quoi"
        label={words.wishKind}
        defaultValue={kind}
        onChange={onKind}
        options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
      />
      <AmountInput
        {...field("depenses")}
        label={words.costs}
        help={words.costsHelp}
        tax="HT"
        optional
        fieldClassName="sm:max-w-80"
      />
    </>
  );
}
