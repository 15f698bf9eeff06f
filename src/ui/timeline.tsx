import { Check, Circle, CircleDot } from "lucide-react";
import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";

export type TimelineStep = {
  readonly key: string;
  readonly title: ReactNode;
  readonly state: "done" | "current" | "toDo";
  /** The date, in words; its exact form in `when`. */
  readonly at?: ReactNode;
  /** Who did it, or who has the ball. */
  readonly by?: ReactNode;
  readonly children?: ReactNode;
};

const MARK = { done: Check, current: CircleDot, toDo: Circle } as const;
const LOOK = {
  done: "bg-ok-fond text-ok",
  current: "bg-marque text-sur-marque",
  toDo: "bg-neutre-fond text-neutre",
} as const;

/** Where a document stands: what was done, who has it now, what comes next. */
export function Timeline({ label, steps }: { readonly label: string; readonly steps: readonly TimelineStep[] }) {
  const { words } = useLanguage();
  return (
    <ol aria-label={label} className="flex flex-col">
      {steps.map((step, index) => {
        const Mark = MARK[step.state];
        return (
          <li
            key={step.key}
            aria-current={step.state === "current" ? "step" : undefined}
            className="relative flex gap-3 pb-5 last:pb-0"
          >
            {index < steps.length - 1 ? (
              <span aria-hidden="true" className="absolute top-8 bottom-0 left-3.5 w-px bg-bordure-forte" />
            ) : null}
            <span className={`flex size-7 shrink-0 items-center justify-center rounded-full ${LOOK[step.state]}`}>
              <Mark aria-hidden="true" size={16} />
            </span>
            <div className="min-w-0 pt-0.5">
              <p className={step.state === "toDo" ? "text-texte2" : "font-semibold"}>
                {step.title}
                <span className="sr-only"> ({words[step.state]})</span>
              </p>
              {step.at || step.by ? (
                <p className="text-aide text-texte2">
                  {step.at}
                  {step.at && step.by ? " · " : null}
                  {step.by}
                </p>
              ) : null}
              {step.children ? <div className="mt-1">{step.children}</div> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
