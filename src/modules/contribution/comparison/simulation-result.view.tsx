import { type Month, monthsFrom } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { sum } from "#kernel/money.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { BarChart } from "#ui/chart.tsx";
import { month as monthText, shortMonth } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Figure, Figures, Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { Table } from "#ui/table.tsx";
import type { Tone } from "#ui/tone.ts";
import { en as contributionEn } from "../contribution.en.ts";
import { fr as contributionFr } from "../contribution.fr.ts";
import type { ActivityComparison, Effect } from "./compare-rules.ts";
import { en } from "./simulation.en.ts";
import { fr } from "./simulation.fr.ts";
import type { Simulation } from "./simulation.store.ts";

const TONE: Record<Effect, Tone> = { gains: "ok", loses: "attention", same: "neutre" };

/** Who would pay more, who would pay less, and what the cooperative would collect. */
export function SimulationResult({ simulation: { from, until, comparison } }: { readonly simulation: Simulation }) {
  const { choose, language, plural } = useLanguage();
  const words = choose({ fr, en });
  const effects = choose({ fr: contributionFr.effects, en: contributionEn.effects });
  const { activities, counts } = comparison;
  if (activities.length === 0) return <Notice>{words.none}</Notice>;
  return (
    <>
      <Card
        title={words.result}
        description={fill(words.period, { from: monthText(from, language), until: monthText(until, language) })}
      >
        <Figures>
          <Figure label={words.current} amount={comparison.current} />
          <Figure label={words.proposed} amount={comparison.proposed} />
          <div className="flex min-w-0 flex-col">
            <dt className="text-aide text-texte2">{words.difference}</dt>
            <dd>
              <Money amount={comparison.difference} size="regular" signed />
            </dd>
          </div>
        </Figures>
        <ul className="mt-4 flex flex-wrap gap-2">
          {counts.loses > 0 ? (
            <li>
              <Badge tone={TONE.loses}>{plural(counts.loses, words.losesOne, words.losesMany)}</Badge>
            </li>
          ) : null}
          {counts.gains > 0 ? (
            <li>
              <Badge tone={TONE.gains}>{plural(counts.gains, words.gainsOne, words.gainsMany)}</Badge>
            </li>
          ) : null}
          {counts.same > 0 ? (
            <li>
              <Badge tone={TONE.same}>{plural(counts.same, words.sameOne, words.sameMany)}</Badge>
            </li>
          ) : null}
        </ul>
      </Card>
      <Card title={words.chart}>
        <BarChart title={words.chart} series={[words.current, words.proposed]} points={pointsOf(activities)} />
      </Card>
      <Table
        caption={words.table}
        showCaption
        rows={activities}
        rowKey={(row) => row.activityId}
        columns={[
          { key: "name", header: words.activity, rowHeader: true, cell: (row) => row.name },
          { key: "current", header: words.current, align: "end", cell: (row) => <Money amount={row.current} /> },
          { key: "proposed", header: words.proposed, align: "end", cell: (row) => <Money amount={row.proposed} /> },
          {
            key: "difference",
            header: words.difference,
            align: "end",
            cell: (row) => <Money amount={row.difference} signed />,
          },
          {
            key: "effect",
            header: words.effect,
            cell: (row) => <Badge tone={TONE[row.effect]}>{effects[row.effect]}</Badge>,
          },
        ]}
        footerLabel={words.all}
        footer={{
          current: <Money amount={comparison.current} />,
          proposed: <Money amount={comparison.proposed} />,
          difference: <Money amount={comparison.difference} signed />,
        }}
      />
    </>
  );

  function pointsOf(rows: readonly ActivityComparison[]) {
    const of = (month: Month, side: "current" | "proposed") =>
      sum(rows.flatMap((row) => row.months.filter((item) => item.month === month).map((item) => item[side])));
    return monthsFrom(from, until).map((month) => ({
      label: shortMonth(month, language),
      values: [of(month, "current"), of(month, "proposed")],
    }));
  }
}
