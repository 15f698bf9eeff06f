import { fill } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ShareBar } from "#ui/chart.tsx";
import { count } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Table } from "#ui/table.tsx";
import { PeopleLink, shareText } from "../question/cross-table.view.tsx";
import { type Group, type Question, within } from "../question/question.ts";
import { questionSearch } from "../question/question-address.ts";
import { subjectText, valueWords } from "../question/wording.ts";
import { en } from "./report.en.ts";
import { fr } from "./report.fr.ts";
import type { ReportData } from "./report.page.tsx";
import { BREAKDOWNS, FIGURES } from "./report.ts";

type Props = { readonly data: ReportData };

/** The persons of a figure, over the days of the report: they stay the same when the calendar goes on. */
function behind({ period, known }: ReportData, who: Group): Question {
  return { who, when: { kind: "during", from: period.from, to: period.to }, known, rows: null, columns: null };
}

export function FigureTable({ data }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const hours = fill(words.hoursValue, { hours: count(Math.round(data.minutes / 60), language) });
  const figures = data.figures.map(({ key, people }) => ({
    key: key as string,
    name: words.names[key],
    definition: words.definitions[key],
    value: (
      <PeopleLink
        slug={data.slug}
        question={behind(data, FIGURES[key])}
        people={people}
        language={language}
        label={words.names[key]}
      />
    ),
  }));
  const met =
    data.minutes === 0 ? (
      hours
    ) : (
      <TextLink to={`/${data.slug}/statistiques/personnes${questionSearch(behind(data, FIGURES.met))}`} prefetch="none">
        {hours}
      </TextLink>
    );
  const rows = [...figures, { key: "hours", name: words.hours, definition: words.hoursDefinition, value: met }];
  return (
    <Table
      caption={`${words.figures} : ${words.people}`}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: "name", header: words.figure, rowHeader: true, cell: (row) => row.name },
        { key: "value", header: words.people, align: "end", cell: (row) => row.value },
        {
          key: "definition",
          header: words.definition,
          cell: (row) => <span className="text-aide text-texte2">{row.definition}</span>,
        },
      ]}
    />
  );
}

export function BreakdownCard({
  data,
  breakdown: { key, table },
}: Props & { readonly breakdown: ReportData["breakdowns"][number] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { of, axis } = BREAKDOWNS[key];
  const most = Math.max(1, ...table.rows.map((row) => row.people));
  const link = (people: number, who: Group, label: string) => (
    <PeopleLink slug={data.slug} question={behind(data, who)} people={people} language={language} label={label} />
  );
  const named = (value: string) => valueWords(axis, value, language, data.names);
  return (
    <Card title={words.breakdowns[key]} description={words.breakdownDefinitions[key]}>
      <Table
        caption={`${words.breakdowns[key]} : ${words.people}`}
        rows={table.rows}
        rowKey={(row) => row.value || "—"}
        density="compact"
        bare
        columns={[
          {
            key: "value",
            header: subjectText(axis, language),
            rowHeader: true,
            cell: (row) => <span className="whitespace-normal">{named(row.value)}</span>,
          },
          {
            key: "people",
            header: words.people,
            align: "end",
            cell: (row) => link(row.people, within(FIGURES[of], axis, row.value), named(row.value)),
          },
          { key: "share", header: words.share, align: "end", cell: (row) => shareText(row.people, table.people) },
          {
            key: "bar",
            header: words.share,
            hideHeader: true,
            wideOnly: true,
            cell: (row) => <ShareBar part={row.people} whole={most} />,
          },
        ]}
        footer={{
          people: link(table.people, FIGURES[of], words.names[of]),
          share: shareText(table.people, table.people),
        }}
        footerLabel={words.total}
      />
    </Card>
  );
}
