import { type ReactNode, useId } from "react";
import { toCents } from "#kernel/money.ts";
import { labelStep, niceScale, project } from "./chart-scale.ts";
import { eur, eurShort } from "./format.ts";
import { useLanguage } from "./language.tsx";

export type Point = { readonly label: string; readonly values: readonly bigint[] };
/** How a value is said, along the axis and in full. */
type Says = { readonly short: (value: bigint) => string; readonly long: (value: bigint) => string };
type ChartProps = {
  /** What the chart shows, in a sentence: its name for screen readers and the caption of its figures. */
  readonly title: string;
  readonly series: readonly string[];
  readonly points: readonly Point[];
  /** For values that are no amounts of euros. */
  readonly says?: Says;
  /** What the points are, when they are no months. */
  readonly pointHeader?: string;
};

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 56;
const RIGHT = 8;
const TOP = 12;
const BOTTOM = 264;
const FILL = ["fill-g1", "fill-g2", "fill-g3", "fill-g4", "fill-g5", "fill-g6"] as const;
const STROKE = ["stroke-g1", "stroke-g2", "stroke-g3", "stroke-g4", "stroke-g5", "stroke-g6"] as const;
/** The width of a letter in a narrow frame and in a very narrow one, where style.css makes letters larger. */
const LETTER = { narrow: 12, tiny: 17 } as const;

function useSays(says: Says | undefined): Says {
  const { language } = useLanguage();
  return (
    says ?? { short: (value) => eurShort(toCents(value), language), long: (value) => eur(toCents(value), language) }
  );
}

/** The frame of a chart: legend, grid, labels, and the same figures as a table. */
function Frame({
  title,
  series,
  points,
  says,
  pointHeader,
  children,
}: ChartProps & { readonly children: (y: (value: bigint) => number, x: (index: number) => number) => ReactNode }) {
  const { short } = useSays(says);
  const id = useId();
  const scale = niceScale(points.flatMap((point) => point.values));
  const y = (value: bigint) => project(value, scale, TOP, BOTTOM);
  const band = (WIDTH - LEFT - RIGHT) / Math.max(1, points.length);
  const x = (index: number) => Number((LEFT + band * (index + 0.5)).toFixed(2));
  const labels = points.map(({ label }) => label);
  const isWritten = (index: number, letter: number) =>
    (points.length - 1 - index) % labelStep(labels, band, letter) === 0;
  return (
    <figure className="graphique flex min-w-0 flex-col gap-3">
      {series.length > 1 ? (
        <ul aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-aide text-texte2">
          {series.map((name, index) => (
            <li key={name} className="flex items-center gap-2">
              <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
                <rect width="12" height="12" rx="3" className={FILL[index % FILL.length]} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id} className="w-full">
        <title id={id}>{title}</title>
        {scale.ticks.map((tick) => (
          <g key={String(tick)}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0n ? "stroke-bordure-forte" : "stroke-bordure"}
            />
            <text x={LEFT - 8} y={y(tick)} dominantBaseline="central" textAnchor="end" className="fill-texte2">
              {short(tick)}
            </text>
          </g>
        ))}
        {children(y, x)}
        {points.map((point, index) => (
          <text
            key={point.label}
            x={x(index)}
            y={BOTTOM + 10}
            dominantBaseline="hanging"
            textAnchor="middle"
            className={`fill-texte2 ${isWritten(index, LETTER.narrow) ? "" : "sauf-etroit"} ${isWritten(index, LETTER.tiny) ? "" : "sauf-tres-etroit"}`}
          >
            {point.label}
          </text>
        ))}
      </svg>
      <ChartFigures title={title} series={series} points={points} says={says} pointHeader={pointHeader} />
    </figure>
  );
}

/** The same numbers to read: opened by a click, always there for a screen reader. */
export function ChartFigures({ title, series, points, says, pointHeader }: ChartProps) {
  const { words } = useLanguage();
  const { long } = useSays(says);
  return (
    <details className="text-tableau">
      <summary className="inline-flex min-h-8 items-center text-marque underline underline-offset-4">
        {words.seeFigures}
      </summary>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full max-w-2xl border-collapse tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-bordure-forte">
              <th scope="col" className="py-1.5 pr-4 text-left font-semibold">
                {pointHeader ?? words.month}
              </th>
              {series.map((name) => (
                <th key={name} scope="col" className="py-1.5 pl-4 text-right font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label} className="border-b border-bordure">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  {point.label}
                </th>
                {series.map((name, index) => (
                  <td key={name} className="py-1.5 pl-4 text-right whitespace-nowrap">
                    {long(point.values[index] ?? 0n)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Bars side by side, one group for each month. Each bar tells its amount when pointed at. */
export function BarChart(props: ChartProps) {
  const { long } = useSays(props.says);
  const band = (WIDTH - LEFT - RIGHT) / Math.max(1, props.points.length);
  const gap = Math.min(4, band * 0.06);
  const width = Math.min(28, (band * 0.72 - gap * (props.series.length - 1)) / props.series.length);
  const group = width * props.series.length + gap * (props.series.length - 1);
  return (
    <Frame {...props}>
      {(y, x) =>
        props.points.flatMap((point, index) =>
          point.values.map((value, serie) => {
            const zero = y(0n);
            const end = y(value);
            return (
              <rect
                key={`${point.label}-${props.series[serie]}`}
                x={(x(index) - group / 2 + serie * (width + gap)).toFixed(2)}
                y={Math.min(zero, end)}
                width={width.toFixed(2)}
                height={Math.max(value === 0n ? 0 : 1, Math.abs(zero - end)).toFixed(2)}
                rx={Math.min(3, width / 4).toFixed(2)}
                className={FILL[serie % FILL.length]}
              >
                <title>{`${point.label}, ${props.series[serie]} : ${long(value)}`}</title>
              </rect>
            );
          }),
        )
      }
    </Frame>
  );
}

/** Lines over time with a zero axis; below zero the band is tinted so that it is seen without reading. */
export function LineChart(props: ChartProps) {
  const { long } = useSays(props.says);
  return (
    <Frame {...props}>
      {(y, x) => (
        <>
          {props.points.some((point) => point.values.some((value) => value < 0n)) ? (
            <rect
              x={LEFT}
              y={y(0n)}
              width={WIDTH - LEFT - RIGHT}
              height={BOTTOM - y(0n)}
              className="fill-erreur-fond opacity-60"
            />
          ) : null}
          {props.series.map((name, serie) => (
            <g key={name}>
              <polyline
                fill="none"
                strokeWidth="2.5"
                strokeLinejoin="round"
                strokeLinecap="round"
                className={STROKE[serie % STROKE.length]}
                points={props.points.map((point, index) => `${x(index)},${y(point.values[serie] ?? 0n)}`).join(" ")}
              />
              {props.points.map((point, index) => (
                <circle
                  key={point.label}
                  cx={x(index)}
                  cy={y(point.values[serie] ?? 0n)}
                  r="4"
                  className={FILL[serie % FILL.length]}
                >
                  <title>{`${point.label}, ${name} : ${long(point.values[serie] ?? 0n)}`}</title>
                </circle>
              ))}
            </g>
          ))}
        </>
      )}
    </Frame>
  );
}

/** A bar as long as its part, beside the figure that says the same: decoration, hidden from screen readers. */
export function ShareBar({ part, whole }: { readonly part: number; readonly whole: number }) {
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className="h-3 w-full min-w-12">
      <rect width="100" height="12" rx="2" className="fill-surface2" />
      <rect width={((part * 100) / Math.max(1, whole)).toFixed(2)} height="12" rx="2" className="fill-g1" />
    </svg>
  );
}
