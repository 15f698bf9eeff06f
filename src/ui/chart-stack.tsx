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

/** The least of a part that is there and the room after each, in hundredths of the frame. */
const LEAST = 0.6;
const GAP = 0.3;

/** Where each part stands in a frame of 100: the smallest stay seen, the largest gives them its room, none leaves the frame. */
export function spansOf(
  parts: readonly number[],
  most: number,
): { readonly rank: number; readonly x: number; readonly width: number }[] {
  const shares = parts.map((part) => (part === 0 ? 0 : Math.max(LEAST, (part * 100) / most)));
  const added = shares.reduce((sum, share, rank) => sum + share - ((parts[rank] ?? 0) * 100) / most, 0);
  const largest = shares.indexOf(Math.max(...shares));
  let x = 0;
  return shares.flatMap((share, rank) => {
    if (share === 0) return [];
    const room = rank === largest ? Math.max(LEAST, share - added) : share;
    x += room;
    return [{ rank, x: x - room, width: room - GAP }];
  });
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
          <li key={FILL[rank]} className="flex min-w-0 items-center gap-2">
            <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 shrink-0">
              <rect width="12" height="12" rx="3" className={FILL[rank]} />
            </svg>
            <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-2">
        {bars.map((bar) => (
          <div
            key={bar.label}
            className="grid break-inside-avoid grid-cols-1 items-center gap-x-3 sm:grid-cols-[minmax(8rem,14rem)_1fr]"
          >
            <span className="min-w-0 text-aide [overflow-wrap:anywhere] sm:text-right">{bar.label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className="h-5 w-full">
              {spansOf(bar.parts, most).map(({ rank, x, width }) => (
                <rect key={FILL[rank]} x={x.toFixed(2)} width={width.toFixed(2)} height="10" className={FILL[rank]} />
              ))}
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}
