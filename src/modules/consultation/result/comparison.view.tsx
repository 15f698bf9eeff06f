import { fill } from "#kernel/language.ts";
import { useLanguage } from "#ui/language.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { Comparison, Moved } from "./comparison.ts";
import { meanText } from "./figure-text.ts";
import type { Titles } from "./figures.view.tsx";
import { en } from "./result.en.ts";
import { fr } from "./result.fr.ts";

/** The places before and after, among the structures heard twice. */
export function ComparisonTable({
  comparison,
  titles,
  before,
  after,
}: {
  readonly comparison: Comparison;
  readonly titles: Titles;
  readonly before: string;
  readonly after: string;
}) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  if (comparison.structures === 0) return <p className="text-texte2">{words.comparisonNone}</p>;
  const columns: readonly Column<Moved>[] = [
    { key: "axis", header: words.axis, cell: (row) => titles[row.axisId], rowHeader: true },
    { key: "before", header: words.before, cell: (row) => row.before.place, align: "end" },
    { key: "after", header: words.after, cell: (row) => row.after.place, align: "end" },
    { key: "meanBefore", header: words.meanBefore, cell: (row) => meanText(row.before.mean, language), align: "end" },
    { key: "meanAfter", header: words.meanAfter, cell: (row) => meanText(row.after.mean, language), align: "end" },
  ];
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-aide text-texte2">
        {fill(words.comparisonMeaning, { before, after, count: String(comparison.structures) })}
      </p>
      <Table bare caption={words.comparison} rows={comparison.axes} rowKey={(row) => row.axisId} columns={columns} />
    </div>
  );
}
