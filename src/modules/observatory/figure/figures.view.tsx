import { Form } from "react-router";
import { fill, type Language } from "#kernel/language.ts";
import { roundDivide, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { Button, TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { LineChart, ShareBar } from "#ui/chart.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { count, eurShort, longDay, percent } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Select } from "#ui/text-input.tsx";
import { Definition } from "../indicator/definition.view.tsx";
import { type Indicator, POOLED } from "../indicator/indicator.ts";
import { INDICATORS } from "../indicator/indicators.ts";
import { en as observatoryEn } from "../observatory.en.ts";
import { fr as observatoryFr } from "../observatory.fr.ts";
import { categoryText, labelOf, valueText, whoText } from "./figure-text.ts";
import { en } from "./figures.en.ts";
import { fr } from "./figures.fr.ts";
import type { ReadFigures, ShownFigures } from "./shown-figures.ts";

export function FigureTabs({ slug, isStaff }: { readonly slug: string; readonly isStaff: boolean }) {
  const words = useLanguage().choose({ fr, en });
  const tabs = [
    { to: `/${slug}/chiffres`, label: words.tabFigures, end: true },
    { to: `/${slug}/chiffres/ma-structure`, label: words.tabCompare },
    ...(isStaff ? [{ to: `/${slug}/chiffres/reponses`, label: words.tabHouses }] : []),
  ];
  return <Tabs label={words.tabs} tabs={tabs} />;
}

/** The figures of a publication: everywhere the same, for the network as for everybody. */
export function FiguresView({ data, file }: { readonly data: ReadFigures; readonly file: string }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { pooledHelp } = choose({ fr: observatoryFr, en: observatoryEn });
  if (data.release === null) return <EmptyState title={words.nothing}>{words.nothingHelp}</EmptyState>;
  const { release, years, circle, circles } = data;
  const { period: year, answered, expected } = release;
  const coverage = fill(words.coverage, { answered: String(answered), expected: String(expected), year });
  const search = `?annee=${year}&perimetre=${encodeURIComponent(circle)}`;
  return (
    <>
      <Form method="get" key={search} className="flex flex-wrap items-end gap-3">
        <Select
          name="annee"
          label={words.year}
          defaultValue={year}
          options={years.map((value) => ({ value, label: value }))}
        />
        <Select name="perimetre" label={words.circle} defaultValue={circle} options={circles} />
        <Button type="submit">{words.show}</Button>
      </Form>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <p className="max-w-prose">
          <strong>{coverage}</strong>{" "}
          <span className="text-texte2">
            {fill(words.published, { day: longDay(release.releasedOn, language), rank: String(release.rank) })}{" "}
            {words.unchanged} {pooledHelp}
          </span>
        </p>
        <TextLink to={`${file}${search}`} reloadDocument>
          {words.csv}
        </TextLink>
      </div>
      <div className="grid grid-cols-1 items-start gap-4 sm:gap-5 lg:grid-cols-2">
        {INDICATORS.map((indicator) => (
          <FigureCard key={indicator.key} indicator={indicator} data={data} />
        ))}
      </div>
    </>
  );
}

function FigureCard({ indicator, data }: { readonly indicator: Indicator; readonly data: ShownFigures }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const label = labelOf(indicator, language);
  const cells = data.cells.filter((cell) => cell.indicator === indicator.key);
  const total = cells.find(({ category }) => category === "");
  const says = (value: bigint) => valueText(indicator.unit, value, language);
  if (total === undefined) {
    return (
      <Card title={label} description={words.hidden}>
        <p className="text-aide text-texte2">{words.hiddenHelp}</p>
        <Definition indicator={indicator} />
      </Card>
    );
  }
  const answers = fill(words.coverageOf, { answers: String(total.answers) });
  const carried = total.carriedFrom;
  const coverage = carried === null ? answers : `${answers}. ${fill(words.carried, { rank: String(carried) })}`;
  const points = data.series
    .filter((point) => point.indicator === indicator.key)
    .map(({ year, value }) => ({ label: year, values: [value] }));
  return (
    <Card title={label} description={coverage}>
      <div className="flex flex-col gap-4">
        <p>
          <span className="text-titre font-bold tabular-nums">{says(total.value)}</span>{" "}
          <span className="text-texte2">{whoText(indicator, language)}</span>
        </p>
        {indicator.categories.length > 0 ? <Categories indicator={indicator} cells={cells} /> : null}
        {points.length > 1 && indicator.categories.length === 0 ? (
          <LineChart
            title={fill(words.series, { label })}
            series={[label]}
            points={points}
            says={{ short: shortly(indicator, language), long: says }}
            pointHeader={words.yearHeader}
          />
        ) : null}
        <Definition indicator={indicator} />
      </div>
    </Card>
  );
}

/** Along an axis: a short amount, or a number. */
function shortly({ unit }: Indicator, language: Language) {
  if (unit === "cents") return (value: bigint) => eurShort(toCents(value), language);
  return (value: bigint) => count(unit === "minutes" ? roundDivide(value, 60n) : value, language);
}

function Categories({ indicator, cells }: { readonly indicator: Indicator; readonly cells: ShownFigures["cells"] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const rows = [...indicator.categories, POOLED].flatMap((category) => {
    const found = cells.find((cell) => cell.category === category);
    return found === undefined || found.value === 0n ? [] : [found];
  });
  // Of those who are spread: nobody knows where the others would be.
  const whole = rows.reduce((sum, { category, value }) => (category === POOLED ? sum : sum + value), 0n);
  const most = Math.max(1, ...rows.map(({ value }) => Number(value)));
  const share = ({ category, value }: { readonly category: string; readonly value: bigint }) =>
    category === POOLED || whole === 0n
      ? ""
      : percent(toRate(Number(roundDivide(value * 100n, whole)) * 100), language);
  return (
    <Table
      caption={labelOf(indicator, language)}
      rows={rows}
      rowKey={(row) => row.category}
      density="compact"
      bare
      columns={[
        {
          key: "category",
          header: words.category,
          rowHeader: true,
          cell: (row) => <span className="whitespace-normal">{categoryText(row.category, language)}</span>,
        },
        {
          key: "value",
          header: words.value,
          align: "end",
          cell: (row) => valueText(indicator.unit, row.value, language),
        },
        { key: "share", header: words.share, align: "end", cell: share },
        {
          key: "bar",
          header: words.share,
          hideHeader: true,
          wideOnly: true,
          cell: (row) => <ShareBar part={Number(row.value)} whole={most} />,
        },
      ]}
    />
  );
}
