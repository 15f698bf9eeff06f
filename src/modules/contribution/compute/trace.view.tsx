import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import type { Step, StepKey } from "./trace.ts";
import { stepSentence } from "./trace-sentence.ts";

/** Notes whose amount says something that their sentence does not. */
const TOLD: readonly StepKey[] = ["base.total", "total"];

/** How a contribution was computed, line by line: base, scale, limits, decisions, total. */
export function Trace({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const { language } = useLanguage();
  return (
    <ol aria-label={label} className="max-w-2xl divide-y divide-bordure text-tableau font-normal">
      {steps.map((step, index) => {
        const total = TOLD.includes(step.key);
        const amount = total || step.role !== "note" || step.key.startsWith("excluded.");
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a trace never move
            key={index}
            className={`flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-1.5 ${
              total ? "font-semibold" : step.role === "note" ? "text-texte2" : ""
            }`}
          >
            <span className="min-w-0 text-left [overflow-wrap:anywhere]">{stepSentence(step, language)}</span>
            {amount ? (
              <span className="ml-auto text-right">
                <Money amount={step.amount} />
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
