import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { useSelectionCount } from "./select-all.island.tsx";

/**
 * What may be done with the ticked rows, at the foot of the screen while some are ticked. Its buttons post the
 * selection's form; without script, put one under the table instead.
 */
export function SelectionBar({
  name,
  form,
  children,
}: {
  readonly name: string;
  readonly form: string;
  readonly children: ReactNode;
}) {
  const { words, plural } = useLanguage();
  const { ticked } = useSelectionCount(name, form);
  return (
    <div role="status" className={ticked === 0 ? "sr-only" : "sticky bottom-20 z-10 md:bottom-4"}>
      {ticked === 0 ? null : (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-bordure bg-surface px-4 py-2.5 shadow-flottant">
          <span className="font-semibold tabular-nums">{plural(ticked, words.selectedOne, words.selectedMany)}</span>
          <span className="flex flex-wrap gap-3">{children}</span>
        </div>
      )}
    </div>
  );
}
