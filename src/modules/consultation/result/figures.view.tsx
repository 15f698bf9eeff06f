import { fill } from "#kernel/language.ts";
import { StackedBars } from "#ui/chart-stack.tsx";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { coverageText, meanText } from "./figure-text.ts";
import type { AxisFigures, Group } from "./figures.ts";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

export type Titles = Readonly<Record<string, string>>;

/** The ranking: a drawing of the points, then each figure. */
export function Ranking({
  figures,
  titles,
  phase,
}: {
  readonly figures: readonly AxisFigures[];
  readonly titles: Titles;
  readonly phase: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const columns: readonly Column<AxisFigures>[] = [
    { key: "axis", header: words.axis, cell: (row) => titles[row.axisId], rowHeader: true },
    {
      key: "place",
      header: words.place,
      cell: ({ place, tied }) => (tied ? fill(words.placeTied, { place: String(place) }) : place),
      align: "end",
    },
    { key: "points", header: words.points, cell: (row) => row.points, align: "end" },
    { key: "mean", header: words.mean, cell: (row) => meanText(row.mean, language), align: "end" },
    { key: "firsts", header: words.firsts, cell: (row) => coverageText(row.firsts, words.of, language), align: "end" },
  ];
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-aide text-texte2">
        {fill(words.rankingMeaning, { most: String(figures.length - 1) })}
      </p>
      <StackedBars
        title={fill(words.chart, { phase })}
        series={[words.points]}
        bars={figures.map(({ axisId, points }) => ({ label: titles[axisId] ?? "", parts: [points] }))}
      />
      <Table bare caption={words.ranking} rows={figures} rowKey={(row) => row.axisId} columns={columns} />
    </div>
  );
}

/** One line for each group: how many answered, and which axis is ahead among them. */
export function Groups({
  caption,
  groups,
  titles,
  named,
  shares = false,
}: {
  readonly caption: string;
  readonly groups: readonly Group[];
  readonly titles: Titles;
  readonly named: (key: string) => string;
  /** Of the answers, not of those asked. */
  readonly shares?: boolean;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const columns: readonly Column<Group>[] = [
    { key: "group", header: words.group, cell: (row) => named(row.key), rowHeader: true },
    {
      key: "coverage",
      header: shares ? words.share : words.answered,
      cell: (row) => coverageText(row.coverage, words.of, language),
      align: "end",
    },
    {
      key: "first",
      header: words.first,
      cell: (row) =>
        row.figures
          .filter(({ place }) => place === 1)
          .map(({ axisId }) => titles[axisId])
          .join(", ") || "—",
    },
  ];
  return <Table bare caption={caption} rows={groups} rowKey={(row) => row.key} columns={columns} />;
}
