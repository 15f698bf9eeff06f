import { fill } from "#kernel/language.ts";
import { deadlineEnglish, deadlineFrench } from "#modules/accompaniment/index.ts";
import { day, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./portfolio.en.ts";
import { fr } from "./portfolio.fr.ts";
import type { Reason } from "./portfolio.ts";

/** Why somebody needs a call, in words. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  const { kinds } = choose({ fr: deadlineFrench, en: deadlineEnglish });
  const said = words.reasons;
  const sentence = (reason: Reason): string => {
    switch (reason.kind) {
      case "treasuryNegative":
        return fill(said.treasuryNegative, { amount: eur(reason.amount, language) });
      case "treasuryFalling":
        return fill(said.treasuryFalling, {
          amount: eur(reason.amount, language),
          before: eur(reason.before, language),
        });
      case "deadline": {
        const facts = { what: kinds[reason.what], day: day(reason.on) };
        return fill(reason.urgency === "late" ? said.deadlineLate : said.deadlineNear, facts);
      }
      case "tasksOverdue":
        return plural(reason.count, said.tasksOverdue, said.tasksOverdues);
      case "noInvoice":
        return reason.never
          ? plural(reason.weeks, said.neverInvoiced, said.neverInvoiceds)
          : plural(reason.weeks, said.noInvoice, said.noInvoices);
      case "noAppointment":
        return fill(reason.never ? said.neverMet : said.noAppointment, { count: String(reason.months) });
    }
  };
  if (reasons.length === 0) return <span className="text-texte2">{words.well}</span>;
  return (
    <ul className="flex flex-col gap-0.5">
      {reasons.map((reason) => (
        <li key={sentence(reason)}>{sentence(reason)}</li>
      ))}
    </ul>
  );
}
