import { fill, type Language } from "#kernel/language.ts";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ShareBar } from "#ui/chart.tsx";
import { StackedBars } from "#ui/chart-stack.tsx";
import { count } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import type { FormAnswer } from "#ui/problem.ts";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Select } from "#ui/text-input.tsx";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import type { QuestionData } from "./question.page.tsx";
import { AXES, type Question, questionText, within } from "./question.ts";
import { questionSearch } from "./question-address.ts";
import { subjectText, valueWords } from "./wording.ts";

/** A share in whole percents: « 34 % ». */
export function shareText(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part * 100) / whole)}\u00a0%`;
}

/** A count that opens the persons behind it; nobody is behind a zero. */
export function PeopleLink({
  slug,
  question,
  people,
  language,
  label,
}: {
  readonly slug: string;
  readonly question: Question;
  readonly people: number;
  readonly language: Language;
  /** What the figure counts, for those who do not see its row. */
  readonly label: string;
}) {
  const figure = <span className="tabular-nums">{count(people, language)}</span>;
  if (people === 0) return figure;
  return (
    <TextLink to={`/${slug}/statistiques/personnes${questionSearch(question)}`} prefetch="none">
      {figure}
      <span className="sr-only"> {label}</span>
    </TextLink>
  );
}

type Line = NonNullable<QuestionData["table"]>["rows"][number];

export function SpreadCard({ data, answer }: { readonly data: QuestionData; readonly answer: FormAnswer | undefined }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { question, sheet, table, slug } = data;
  const axes = AXES.map((value) => ({ value, label: subjectText(value, language) }));
  return (
    <Card title={words.spread} description={words.spreadLead}>
      <div className="flex flex-col gap-5">
        <SubmitForm
          key={`${question.rows} ${question.columns}`}
          intent="spread"
          hidden={{ d: questionText(question), fiche: sheet?.id ?? "" }}
          answer={answer}
          preventScrollReset
          className="grid grid-cols-1 items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
        >
          <Select
            name="rows"
            label={words.rows}
            placeholder={words.none}
            options={axes}
            defaultValue={question.rows ?? ""}
          />
          <Select
            name="columns"
            label={words.columns}
            placeholder={words.none}
            options={axes}
            defaultValue={question.columns ?? ""}
          />
          <SubmitButton variant="secondary">{words.show}</SubmitButton>
        </SubmitForm>
        {table === null ? null : <Spread data={data} table={table} />}
        {table === null ? null : (
          <ListFiles to={`/${slug}/statistiques/question/telecharger`} search={questionSearch(question)} />
        )}
      </div>
    </Card>
  );
}

function Spread({ data, table }: { readonly data: QuestionData; readonly table: NonNullable<QuestionData["table"]> }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { question, names, slug } = data;
  const { rows, columns, who } = question;
  const named = (axis: typeof rows, value: string) =>
    axis === null ? words.total : valueWords(axis, value, language, names);
  const behind = (row: string | null, column: string | null): Question => ({
    ...question,
    rows: null,
    columns: null,
    who: within(row === null ? who : within(who, rows, row), column === null ? null : columns, column ?? ""),
  });
  const link = (people: number, label: string, row: string | null, column: string | null) => (
    <PeopleLink slug={slug} question={behind(row, column)} people={people} language={language} label={label} />
  );
  const most = Math.max(1, ...table.rows.map((row) => row.people));
  const shown: Column<Line>[] = [
    {
      key: "value",
      header: rows === null ? words.total : subjectText(rows, language),
      rowHeader: true,
      cell: (row) => named(rows, row.value),
    },
    ...(columns === null
      ? []
      : table.columns.map(
          (column, rank): Column<Line> => ({
            key: `c${rank}`,
            header: named(columns, column.value),
            align: "end",
            cell: (row) =>
              link(
                row.cells[rank] ?? 0,
                `${named(rows, row.value)}, ${named(columns, column.value)}`,
                row.value,
                column.value,
              ),
          }),
        )),
    {
      key: "people",
      header: words.total,
      align: "end",
      cell: (row) => link(row.people, named(rows, row.value), row.value, null),
    },
    { key: "share", header: words.share, align: "end", cell: (row) => shareText(row.people, table.people) },
    ...(columns === null
      ? [
          {
            key: "bar",
            header: words.table,
            hideHeader: true,
            wideOnly: true,
            cell: (row: Line) => <ShareBar part={row.people} whole={most} />,
          },
        ]
      : []),
  ];
  const footer = Object.fromEntries([
    ...table.columns.map((column, rank) => [
      `c${rank}`,
      link(column.people, named(columns, column.value), null, column.value),
    ]),
    ["people", link(table.people, words.total, null, null)],
    ["share", shareText(table.people, table.people)],
  ]);
  return (
    <>
      {columns === null ? null : (
        <StackedBars
          title={fill(words.chart, {
            rows: subjectText(rows ?? columns, language),
            columns: subjectText(columns, language),
          })}
          series={table.columns.map(({ value }) => named(columns, value))}
          bars={table.rows.map((row) => ({ label: named(rows, row.value), parts: row.cells }))}
        />
      )}
      <Table
        caption={words.table}
        columns={shown}
        rows={table.rows}
        rowKey={(row) => row.value || "—"}
        footer={footer}
        footerLabel={words.total}
        density="compact"
      />
      {table.lines > table.rows.length ? (
        <p className="text-aide text-texte2">
          {fill(words.tooMany, { shown: String(table.rows.length), count: String(table.lines) })}
        </p>
      ) : null}
    </>
  );
}
