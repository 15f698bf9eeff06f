import { ArrowRight } from "lucide-react";
import { useId, useRef } from "react";
import { fill } from "#kernel/language.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { AmountInput } from "#ui/amount-input.island.tsx";
import { TextLink } from "#ui/button.tsx";
import { amountText, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Notice } from "#ui/notice.tsx";
import { parseAmount } from "#ui/parse.ts";
import { sliderBudget, sliderOf } from "./pay-form.ts";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";
import type { PayFieldProps } from "./pay-wish.view.tsx";

/** The budget of a pay: a slider over the money there is, and the exact amount beside it; each follows the other. */
export function PayBudget({
  available,
  moneyPage,
  sharedBy,
  first: firstText,
  value,
  onText,
  field,
}: {
  readonly available: Cents;
  readonly moneyPage: string;
  readonly sharedBy: number;
  /** The amount as the page came, and as it is now. */
  readonly first: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly field: PayFieldProps;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const id = useId();
  const amount = useRef<HTMLInputElement>(null);
  const { most, step } = sliderOf(available);
  const typed = parseAmount(value, language);
  const place = typed === null ? 0 : Math.min(most, Math.max(0, Math.round(Number(typed) / 100 / step) * step));
  const first = useRef(place);
  const slide = (euros: number) => {
    const text = amountText(sliderBudget(euros, available), language);
    if (amount.current) amount.current.value = text;
    onText(text);
  };
  const money = (
    <TextLink to={moneyPage}>
      {words.understand}
      <ArrowRight aria-hidden="true" size={16} className="ml-1 inline" />
    </TextLink>
  );
  return (
    <div className="flex flex-col gap-4">
      {most === 0 ? (
        <Notice tone="info" actions={money}>
          <p>{fill(words.nothing, { available: eur(available, language) })}</p>
          <p>{words.nothingHelp}</p>
        </Notice>
      ) : (
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="font-semibold">
            {words.budget}
          </label>
          <p id={`${id}-aide`} className="flex flex-wrap gap-x-4 text-aide text-texte2">
            <span>{fill(words.budgetHelp, { available: eur(available, language) })}</span>
            {money}
          </p>
          <input
            id={id}
            type="range"
            name="curseur"
            min={0}
            max={most}
            step={step}
            value={place}
            onChange={(event) => slide(Number(event.currentTarget.value))}
            aria-valuetext={eur(sliderBudget(place, available), language)}
            aria-describedby={`${id}-aide`}
            className="h-11 w-full cursor-pointer accent-marque"
          />
          <div aria-hidden="true" className="flex justify-between text-aide text-texte2 tabular-nums">
            <span>{eur(ZERO, language)}</span>
            <span>{eur(available, language)}</span>
          </div>
          <input type="hidden" name="place" value={first.current} />
          <input type="hidden" name="avant" value={firstText} />
        </div>
      )}
      {sharedBy > 1 ? <p className="text-aide text-texte2">{fill(words.shared, { count: String(sharedBy) })}</p> : null}
      <AmountInput
        {...field}
        ref={amount}
        label={most === 0 ? words.budget : words.exact}
        fieldClassName="sm:max-w-80"
      />
    </div>
  );
}
