import type { Day } from "#kernel/day.ts";
import { DayInput } from "#ui/day-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { Select, TextInput } from "#ui/text-input.tsx";
import { en as paymentEn } from "../payment/payment.en.ts";
import { fr as paymentFr } from "../payment/payment.fr.ts";
import { PAYMENT_METHODS } from "../payment/payment.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";

/** When the customer has paid before the issue: by what means and when. Folded away, since it is rare. */
export function AlreadyPaid({ today }: { readonly today: Day }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const methods = choose({ fr: paymentFr, en: paymentEn }).methods;
  return (
    <details className="mb-4 rounded-xl border border-bordure">
      <summary className="cursor-pointer p-3 font-semibold text-marque">{words.alreadyPaid}</summary>
      <div className="grid gap-4 p-3 pt-0 sm:grid-cols-2">
        <p className="text-aide text-texte2 sm:col-span-2">{words.alreadyPaidHelp}</p>
        <Select
          name="paid.method"
          label={words.method}
          options={[
            { value: "", label: words.notPaidYet },
            ...PAYMENT_METHODS.map((method) => ({ value: method, label: methods[method] })),
          ]}
        />
        <DayInput name="paid.on" label={words.paidOn} today={today} defaultValue={today} />
        <TextInput
          name="paid.reference"
          label={words.reference}
          optional
          maxLength={100}
          fieldClassName="sm:col-span-2"
        />
      </div>
    </details>
  );
}
