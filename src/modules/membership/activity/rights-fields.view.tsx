import type { ActivityRights } from "#kernel/actor.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./activity.en.ts";
import { fr } from "./activity.fr.ts";

const RIGHTS = ["selfValidatesQuotes", "selfValidatesInvoices", "recordsPayments", "quoteRequired"] as const;

/** What a person may do alone in an activity. */
export function RightsFields({ rights }: { readonly rights?: ActivityRights }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en }).rights;
  return (
    <div className="flex flex-col">
      {RIGHTS.map((right) => (
        <Checkbox key={right} name={right} label={words[right]} defaultChecked={rights?.[right] ?? false} />
      ))}
    </div>
  );
}
