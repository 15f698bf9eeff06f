import { useLanguage } from "./language.tsx";

const FILL = ["fill-g1", "fill-g2", "fill-g3", "fill-g4", "fill-g5", "fill-g6"] as const;
const WORDS = { fr: { others: "Autres" }, en: { others: "Others" } };

export type StackedBar = { readonly label: string; readonly parts: readonly number[] };

/** The most series that colours tell apart: the smallest beyond them are one. */
export function foldSeries(
  series: readonly string[],
  bars: readonly StackedBar[],
  others: string,
): { readonly series: readonly string[]; readonly bars: readonly StackedBar[] } {
  if (series.length <= FILL.length) return { series, bars };
  const total = (rank: number) => bars.reduce((sum, bar) => sum + (bar.parts[rank] ?? 0), 0);
  const kept = series
    .map((_, rank) => rank)
    .sort((a, b) => total(b) - total(a))
    .slice(0, FILL.length - 1)
    .sort((a, b) => a - b);
  return {
    series: [...kept.map((rank) => series[rank] ?? ""), others],
    bars: bars.map(({ label, parts }) => {
      const own = kept.map((rank) => parts[rank] ?? 0);
      const rest = parts.reduce((sum, part) => sum + part, 0) - own.reduce((sum, part) => sum + part, 0);
      return { label, parts: [...own, rest] };
    }),
  };
}

/** Bars of whole numbers, each cut in its parts, longest the fullest. The table beside it says the same figures. */
export function StackedBars(props: {
  /** What the chart shows, in a sentence: its name for screen readers. */
  readonly title: string;
  readonly series: readonly string[];
  readonly bars: readonly StackedBar[];
}) {
  const words = useLanguage().choose(WORDS);
  const { series, bars } = foldSeries(props.series, props.bars, words.others);
  const whole = (bar: StackedBar) => bar.parts.reduce((sum, part) => sum + part, 0);
  const most = Math.max(1, ...bars.map(whole));
  return (
    <figure role="img" aria-label={props.title} className="flex min-w-0 flex-col gap-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-aide text-texte2">
        {series.map((name, rank) => (
          <li key={name} className="flex items-center gap-2">
            <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 shrink-0">
              <rect width="12" height="12" rx="3" className={FILL[rank]} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-2">
        {bars.map((bar) => (
          <div key={bar.label} className="grid grid-cols-1 items-center gap-x-3 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
            <span className="min-w-0 text-aide [overflow-wrap:anywhere] sm:text-right">{bar.label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className="h-5 w-full">
              {bar.parts.map((part, rank) => {
                const before = bar.parts.slice(0, rank).reduce((sum, one) => sum + one, 0);
                if (part === 0) return null;
                return (
                  <rect
                    key={series[rank]}
                    x={((before * 100) / most).toFixed(2)}
                    width={Math.max(0.2, (part * 100) / most - 0.3).toFixed(2)}
                    height="10"
                    className={FILL[rank]}
                  />
                );
              })}
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}
