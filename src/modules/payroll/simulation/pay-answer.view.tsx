import { fill } from "#kernel/language.ts";
import { type Cents, negate } from "#kernel/money.ts";
import { duration, eur } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Figure, Figures, Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { en as payrollEn } from "../payroll.en.ts";
import { fr as payrollFr } from "../payroll.fr.ts";
import type { PayWay } from "./pay-form.ts";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";
import type { PaySimulation } from "./simulate-pay.ts";

/** What the server answers to a question: a simulation, or the sentence that says why there is none. */
export type PayAnswer =
  | { readonly kind: "simulation"; readonly simulation: PaySimulation }
  | { readonly kind: "refused"; readonly sentence: string };

/** What the search leaves of a budget, less than a euro, is in the steps; it is no answer. */
const WORTH_TELLING = 99n;

/** The one answer of the page, and what it comes with. */
export function PayHeadline({
  way,
  simulation,
  busy,
}: {
  readonly way: PayWay;
  readonly simulation: PaySimulation;
  readonly busy: boolean;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const { run, turnover, contribution } = simulation;
  // Without a rate of tax, what is paid leaves it out and says so.
  const paid = simulation.tax > 0n ? words.paid : words.paidUntaxed;
  const main: { label: string; amount: Cents } =
    way === "net" && turnover !== null
      ? { label: words.toInvoice, amount: turnover }
      : { label: paid, amount: simulation.netPaid };
  return (
    <div className="flex flex-col gap-3">
      <output aria-live="polite" aria-busy={busy} className="block">
        <span className="block text-aide text-texte2">{main.label}</span>
        <Money amount={main.amount} size="figure" />
      </output>
      <Figures>
        {way === "net" ? (
          <>
            {contribution === null ? null : <Figure label={words.contribution} amount={contribution} />}
            <Figure label={words.cost} amount={simulation.budget} />
            <Figure label={paid} amount={simulation.netPaid} />
          </>
        ) : (
          <>
            <Figure label={words.netBeforeTax} amount={run.netBeforeTax} />
            <Figure label={words.gross} amount={run.gross} />
            {simulation.remainder > WORTH_TELLING ? <Figure label={words.left} amount={simulation.remainder} /> : null}
          </>
        )}
      </Figures>
    </div>
  );
}

/** What the law or the money says about this pay: alerts, never a block. */
export function PayAlerts({
  simulation,
  weeklyHours,
  available,
}: {
  readonly simulation: PaySimulation;
  /** Hundredths of an hour. */
  readonly weeklyHours: number;
  /** The money there is when the budget asked is above it, else null. */
  readonly available: Cents | null;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const names = choose({ fr: payrollFr, en: payrollEn });
  const sentences = simulation.alerts.map(({ key, amount }) =>
    fill(names.alerts[key], {
      hours: duration(Math.round((weeklyHours * 60) / 100)),
      minimum: eur(amount, language),
      missing: eur(amount, language),
    }),
  );
  if (available !== null) {
    const missing = eur(negate((available - simulation.budget) as Cents), language);
    sentences.push(fill(words.aboveAvailable, { available: eur(available, language), missing }));
  }
  if (sentences.length === 0) return null;
  return (
    <Notice tone="attention">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
