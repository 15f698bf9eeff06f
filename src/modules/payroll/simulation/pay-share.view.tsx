import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { en } from "./pay-screen.en.ts";
import { fr } from "./pay-screen.fr.ts";
import { type SharePart, sharesOf, widthsOf } from "./pay-share.ts";
import type { PaySimulation } from "./simulate-pay.ts";

const FILL: Record<SharePart["key"], string> = {
  paid: "fill-g1",
  tax: "fill-g4",
  contributions: "fill-g2",
  holidays: "fill-g3",
  cooperative: "fill-g5",
  other: "fill-g6",
  left: "fill-bordure-forte",
};

/** One bar of all the money, its parts named and counted below: the drawing says nothing that the list does not. */
export function PayShare({ simulation }: { readonly simulation: PaySimulation }) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const parts = sharesOf(simulation);
  const widths = widthsOf(parts);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((total, width) => total + width, 0));
  return (
    <div className="flex flex-col gap-3">
      <svg
        viewBox="0 0 1000 24"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-6 w-full overflow-hidden rounded-lg"
      >
        {parts.map(({ key }, index) => (
          <rect key={key} x={starts[index]} width={widths[index]} height="24" className={FILL[key]} />
        ))}
        {starts.slice(1).map((start) => (
          <rect key={start} x={start - 1} width="3" height="24" className="fill-surface" />
        ))}
      </svg>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-1 text-aide sm:grid-cols-2">
        {parts.map(({ key, amount }) => (
          <div key={key} className="flex items-baseline justify-between gap-3">
            <dt className="flex min-w-0 items-baseline gap-2">
              <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true">
                <rect width="12" height="12" rx="3" className={FILL[key]} />
              </svg>
              {words.parts[key]}
            </dt>
            <dd>
              <Money amount={amount} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
