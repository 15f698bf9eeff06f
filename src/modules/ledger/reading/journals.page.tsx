import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { TextLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { day } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { Money } from "#ui/money.tsx";
import { Table } from "#ui/table.tsx";
import { listJournals } from "../account/account.store.ts";
import type { Route } from "./+types/journals.page";
import { BooksFrame } from "./books-frame.view.tsx";
import { journalEntries } from "./lines.store.ts";
import { askedBooks } from "./read-books.store.ts";
import { en } from "./reading.en.ts";
import { fr } from "./reading.fr.ts";

const MOST = 500;

/** The entries of the journals, the latest first. */
export function loader(args: Route.LoaderArgs) {
  const journal = (new URL(args.request.url).searchParams.get("journal") ?? "").replace(/[^A-Z0-9]/g, "").slice(0, 8);
  return readTenant(args, async (reader) => {
    const asked = await askedBooks(reader, args.request.url);
    if (isRefusal(asked)) return asked;
    const { tx, organizationId } = reader;
    const { filter, scope } = asked;
    const query = { organizationId, scope, account: "", from: filter.from, until: filter.until, limit: MOST, journal };
    return { filter, rows: await journalEntries(tx, query), journals: await listJournals(tx, organizationId) };
  });
}

export default function Journals({ loaderData }: Route.ComponentProps) {
  const { filter, rows, journals } = loaderData;
  const { choose } = useLanguage();
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
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <Table
          density="compact"
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
    </BooksFrame>
  );
}
