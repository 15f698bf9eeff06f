import { fill } from "#kernel/language.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { count, day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { ListTable } from "#ui/list-table.tsx";
import { ListFiles } from "#ui/list-toolbar.tsx";
import { Money } from "#ui/money.tsx";
import { Notice } from "#ui/notice.tsx";
import { pageAsked, pageOf } from "#ui/page-of.ts";
import { Pagination } from "#ui/pagination.tsx";
import { listJournals } from "../account/account.store.ts";
import type { Route } from "./+types/journals.page";
import { BooksFrame } from "./books-frame.view.tsx";
import { readJournals } from "./journals.store.ts";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

/** Entries that one address reads; past them, dates or a journal narrow the list. */
const MOST = 500;
const ON_A_PAGE = 100;

/** The entries of the journals, the latest first. */
export function loader(args: Route.LoaderArgs) {
  return readTenant(args, async (reader) => {
    const read = await readJournals(reader, args.request.url, MOST);
    if (isRefusal(read)) return read;
    const shown = pageOf(read.rows, pageAsked(new URL(args.request.url).search), ON_A_PAGE);
    return { ...read, ...shown, journals: await listJournals(reader.tx, reader.organizationId) };
  });
}

export default function Journals({ loaderData }: Route.ComponentProps) {
  const { filter, rows, page, pageCount, cut, journals } = loaderData;
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  return (
    <BooksFrame title={words.journal} filter={filter} fields={["activity", "from", "until"]}>
      <Filters
        filters={[
          {
            parameter: "journal",
            label: words.journalName,
            options: journals.map((journal) => ({ value: journal.code, label: `${journal.code} ${journal.label}` })),
          },
        ]}
      />
      {cut ? <Notice tone="attention">{fill(words.moreEntries, { count: count(MOST, language) })}</Notice> : null}
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <ListTable
          caption={words.journal}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "number",
              header: words.number,
              rowHeader: true,
              cell: (row) => (
                <TextLink to={`/${filter.slug}/compta/ecritures/${row.id}`}>
                  {row.journalCode} {String(row.number)}
                </TextLink>
              ),
            },
            { key: "date", header: words.date, cell: (row) => day(row.date) },
            { key: "piece", header: words.piece, cell: (row) => row.pieceRef },
            { key: "label", header: words.label, cell: (row) => row.label },
            { key: "amount", header: words.amount, align: "end", cell: (row) => <Money amount={row.amount} /> },
          ]}
        />
      )}
      <Pagination page={page} pageCount={pageCount} />
      {rows.length === 0 ? null : <ListFiles to={`/${filter.slug}/compta/journaux/telecharger`} />}
    </BooksFrame>
  );
}
