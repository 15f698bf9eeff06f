import type { Day } from "#kernel/day.ts";
import { fill } from "#kernel/language.ts";
import { Badge } from "#ui/badge.tsx";
import { TextLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Confirm } from "#ui/confirm.island.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { SubmitButton, SubmitForm } from "#ui/submit-form.island.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { en } from "./retention.en.ts";
import { fr } from "./retention.fr.ts";
import type { ErasureLine } from "./retention.store.ts";
import type { Category } from "./retention.ts";
import type { Upcoming } from "./upcoming.store.ts";

/** What a category will lose: how many now, how many within a year, and the next day. */
export type Sum = {
  readonly category: Category;
  readonly now: number;
  readonly year: number;
  readonly next: Day | null;
};

type Props = {
  readonly slug: string;
  readonly today: Day;
  readonly sums: readonly Sum[];
  readonly subjects: readonly Upcoming[];
  readonly total: number;
};

/** The preview: by category, then by name; and the button that does not wait for the morning. */
export function UpcomingCard({ slug, today, sums, subjects, total }: Props) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const due = sums.some(({ now }) => now > 0);
  const columns: Column<Sum>[] = [
    { key: "category", header: words.category, rowHeader: true, cell: (row) => words.categories[row.category] },
    { key: "now", header: words.dueNow, align: "end", cell: (row) => count(row.now, language) },
    { key: "year", header: words.withinYear, align: "end", cell: (row) => count(row.year, language) },
    { key: "next", header: words.next, cell: (row) => (row.next === null ? "" : day(row.next)) },
  ];
  const people: Column<Upcoming & { readonly key: string }>[] = [
    {
      key: "who",
      header: words.who,
      rowHeader: true,
      cell: (row) => <TextLink to={`/${slug}/${row.path}`}>{row.name}</TextLink>,
    },
    { key: "what", header: words.what, cell: (row) => words.categories[row.category] },
    {
      key: "when",
      header: words.when,
      cell: (row) => (row.on <= today ? <Badge tone="attention">{words.dueNow}</Badge> : day(row.on)),
    },
  ];
  return (
    <Card title={words.upcoming} description={words.upcomingLead}>
      {sums.length === 0 ? (
        <p className="text-texte2">{words.nothingDue}</p>
      ) : (
        <div className="flex flex-col gap-4">
          <Table bare caption={words.upcoming} rows={sums} rowKey={(row) => row.category} columns={columns} />
          {subjects.length === 0 ? null : (
            <details>
              <summary className="min-h-11 cursor-pointer py-2 font-semibold text-marque">{words.list}</summary>
              <Table
                bare
                caption={words.list}
                rows={subjects.map((row) => ({ ...row, key: `${row.path} ${row.category}` }))}
                rowKey={(row) => row.key}
                columns={people}
              />
              {total > subjects.length ? (
                <p className="pt-2 text-aide text-texte2">
                  {fill(words.more, { count: String(total - subjects.length) })}
                </p>
              ) : null}
            </details>
          )}
          {due ? (
            <Confirm trigger={words.now} title={words.nowTitle}>
              <p>{words.nowHelp}</p>
              <SubmitForm intent="now" className="flex flex-col gap-3">
                <SubmitButton className="w-fit">{words.nowSubmit}</SubmitButton>
              </SubmitForm>
            </Confirm>
          ) : null}
        </div>
      )}
    </Card>
  );
}

/** What was erased: numbers and reasons. */
export function ErasureLog({ lines }: { readonly lines: readonly (ErasureLine & { readonly on: Day })[] }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const columns: Column<(typeof lines)[number]>[] = [
    { key: "when", header: words.when, rowHeader: true, cell: (row) => day(row.on) },
    { key: "what", header: words.what, cell: (row) => words.categories[row.category] },
    { key: "count", header: words.count, align: "end", cell: (row) => count(row.count, language) },
    {
      key: "cause",
      header: words.cause,
      cell: (row) => fill(words.causes[row.cause], { months: String(row.months ?? "") }),
    },
  ];
  return (
    <Card title={words.log} description={words.logLead}>
      {lines.length === 0 ? (
        <p className="text-texte2">{words.noLog}</p>
      ) : (
        <Table bare caption={words.log} rows={lines} rowKey={(row) => row.id} columns={columns} />
      )}
    </Card>
  );
}
