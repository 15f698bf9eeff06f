import { useId } from "react";
import { useLanguage } from "./language.tsx";
import { anchorOf, outline, spotOn, spotsOf } from "./radar-shape.ts";

export type RadarSeries = {
  readonly name: string;
  /** By axis; null: nothing is known of it. */
  readonly values: readonly (number | null)[];
  /** The same in words, for the table. */
  readonly texts: readonly string[];
  /** What is aimed at is dashed and hollow; what is seen is drawn full. */
  readonly aimed?: boolean;
};

const WIDTH = 720;
const HEIGHT = 520;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
const RADIUS = 205;
/** Longer names than this do not stand around a drawing on a phone: numbers, and a list below. */
const SHORT = 13;
const STROKE = ["stroke-g1", "stroke-g2", "stroke-g3", "stroke-g4"] as const;
const FILL = ["fill-g1", "fill-g2", "fill-g3", "fill-g4"] as const;

/** Marks differ by shape, not by colour alone. */
function Mark({ rank, x, y }: { readonly rank: number; readonly x: number; readonly y: number }) {
  const fill = FILL[rank % FILL.length];
  if (rank % 3 === 1) return <rect x={x - 6} y={y - 6} width="12" height="12" className={fill} />;
  if (rank % 3 === 2) return <path d={`M${x} ${y - 8}L${x + 8} ${y + 6}L${x - 8} ${y + 6}Z`} className={fill} />;
  return <circle cx={x} cy={y} r="6" className={fill} />;
}

/** Values on axes that start from one point, several series one over the other, and the same as a table. */
export function RadarChart({
  title,
  axisHeader,
  axes,
  most,
  series,
}: {
  readonly title: string;
  /** What an axis is: « Domaine ». */
  readonly axisHeader: string;
  /** At least three. */
  readonly axes: readonly string[];
  /** The highest value: as many rings. */
  readonly most: number;
  readonly series: readonly RadarSeries[];
}) {
  const id = useId();
  const named = axes.every((axis) => axis.length <= SHORT);
  const rings = Array.from({ length: most }, (_, rank) => rank + 1);
  return (
    <figure className="graphique flex min-w-0 max-w-xl flex-col gap-3">
      <ul aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-aide text-texte2">
        {series.map(({ name, aimed }, rank) => (
          <li key={name} className="flex items-center gap-2">
            <svg viewBox="0 0 36 20" className="h-4 w-7" aria-hidden="true">
              <line
                x1="0"
                x2="36"
                y1="10"
                y2="10"
                strokeWidth="3"
                strokeDasharray={aimed ? "7 5" : undefined}
                className={STROKE[rank % STROKE.length]}
              />
              {aimed ? null : <Mark rank={rank} x={18} y={10} />}
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id} className="w-full">
        <title id={id}>{title}</title>
        {rings.map((ring) => (
          <polygon
            key={ring}
            points={outline(axes.map((_, axis) => spotOn(axis, axes.length, ring / most, CENTRE, RADIUS)))}
            fill="none"
            className={ring === most ? "stroke-bordure-forte" : "stroke-bordure"}
          />
        ))}
        {axes.map((axis, rank) => {
          const end = spotOn(rank, axes.length, 1, CENTRE, RADIUS);
          const words = spotOn(rank, axes.length, 1.1, CENTRE, RADIUS);
          return (
            <g key={axis}>
              <line x1={CENTRE.x} y1={CENTRE.y} x2={end.x} y2={end.y} className="stroke-bordure" />
              <text
                x={words.x}
                y={words.y}
                textAnchor={anchorOf(rank, axes.length)}
                dominantBaseline="central"
                className="fill-texte"
              >
                {named ? axis : String(rank + 1)}
              </text>
            </g>
          );
        })}
        {series.map(({ name, values, aimed }, rank) => {
          const spots = spotsOf(values, most, CENTRE, RADIUS);
          return (
            <g key={name}>
              <polygon
                points={outline(spots)}
                fill="none"
                strokeWidth="3"
                strokeLinejoin="round"
                strokeDasharray={aimed ? "9 7" : undefined}
                className={STROKE[rank % STROKE.length]}
              />
              {aimed ? null : spots.map(({ x, y }) => <Mark key={`${x} ${y}`} rank={rank} x={x} y={y} />)}
            </g>
          );
        })}
      </svg>
      {named ? null : (
        <ol className="list-decimal pl-6 text-aide text-texte2">
          {axes.map((axis) => (
            <li key={axis}>{axis}</li>
          ))}
        </ol>
      )}
      <RadarFigures title={title} axisHeader={axisHeader} axes={axes} series={series} />
    </figure>
  );
}

/** The same to read: opened by a click, always there for a screen reader. */
function RadarFigures({
  title,
  axisHeader,
  axes,
  series,
}: Pick<Parameters<typeof RadarChart>[0], "title" | "axisHeader" | "axes" | "series">) {
  const { words } = useLanguage();
  return (
    <details className="text-tableau">
      <summary className="inline-flex min-h-8 items-center text-marque underline underline-offset-4">
        {words.seeFigures}
      </summary>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full border-collapse tabular-nums">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-bordure-forte">
              <th scope="col" className="py-1.5 pr-4 text-left font-semibold">
                {axisHeader}
              </th>
              {series.map(({ name }) => (
                <th key={name} scope="col" className="py-1.5 pl-4 text-left font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {axes.map((axis, rank) => (
              <tr key={axis} className="border-b border-bordure">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  {axis}
                </th>
                {series.map(({ name, texts }) => (
                  <td key={name} className="py-1.5 pl-4">
                    {texts[rank] || "–"}
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
